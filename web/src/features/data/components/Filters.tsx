import { useRef } from 'react';
import type { ItemState, Progress } from '@/client/types';
import { formatNumber } from '@/lib/format';
import { useShortcut } from '@/lib/use-shortcut';
import { shortcutProps } from '@/lib/shortcuts';
import { changesText, countOf, STATES, type Steady } from '../model';
import classes from './data.module.css';

const ALL: { state: ItemState | null; name: string }[] = [{ state: null, name: 'All data' }, ...STATES];

export function Filters({
  state,
  progress,
  changes,
  onChange,
  onRenew,
}: {
  state: ItemState | null;
  progress: Progress | undefined;
  changes: Steady;
  onChange: (state: ItemState | null) => void;
  onRenew: () => void;
}) {
  const bar = useRef<HTMLDivElement>(null);
  useShortcut('list.filter', () => bar.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus());
  const pill = changesText(changes);
  return (
    <div className={classes.filters}>
      <div ref={bar} className={classes.states} role="group" aria-label="Filter by state" {...shortcutProps('list.filter')}>
        {ALL.map((entry) => (
          <FilterButton key={entry.name} name={entry.name} count={countOf(progress, entry.state)} chosen={entry.state === state} id={entry.state ?? 'all'} onClick={() => onChange(entry.state)} />
        ))}
      </div>
      <span className={classes.pillPlace} role="status">
        {pill && (
          <button type="button" className={classes.pill} onClick={onRenew} data-testid="data-renew">
            {pill}
          </button>
        )}
      </span>
    </div>
  );
}

function FilterButton({ name, count, chosen, id, onClick }: { name: string; count: number | null; chosen: boolean; id: string; onClick: () => void }) {
  return (
    <button type="button" className={classes.state} aria-pressed={chosen} onClick={onClick} data-testid={`filter-${id}`}>
      {name}
      {count !== null && <span className={classes.count}>{formatNumber(count)}</span>}
    </button>
  );
}
