import { Checkbox, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { shortcutProps } from '@/lib/shortcuts';
import { useShortcut } from '@/lib/use-shortcut';
import type { ProjectFilter } from '../model';
import classes from './ProjectTable.module.css';

const STATUSES = [
  { value: '', label: 'Any status' },
  { value: 'running', label: 'Running' },
  { value: 'paused', label: 'Paused' },
  { value: 'initializing', label: 'Initializing' },
  { value: 'completed', label: 'Completed' },
  { value: 'failed', label: 'Failed' },
];

export function ProjectFilters({ filter, onChange, count }: { filter: ProjectFilter; onChange: (filter: ProjectFilter) => void; count: string }) {
  const input = useRef<HTMLInputElement>(null);
  useShortcut('list.filter', () => input.current?.focus());
  return (
    <div className={classes.filters} role="search">
      <TextInput
        ref={input}
        className={classes.filterText}
        size="xs"
        leftSection={<IconSearch size={16} aria-hidden />}
        aria-label="Filter by name"
        placeholder="Filter by name"
        value={filter.q ?? ''}
        onChange={(event) => onChange({ ...filter, q: event.currentTarget.value || undefined })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
        {...shortcutProps('list.filter')}
      />
      <Select size="xs" w={140} aria-label="Status" data={STATUSES} value={filter.status ?? ''} onChange={(status) => onChange({ ...filter, status: status || undefined })} />
      <Checkbox size="xs" label="Only mine" checked={filter.mine ?? false} onChange={(event) => onChange({ ...filter, mine: event.currentTarget.checked || undefined })} />
      <span className={classes.count} role="status">
        {count}
      </span>
    </div>
  );
}
