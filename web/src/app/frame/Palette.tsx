import { Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type KeyboardEvent } from 'react';
import { useUser } from '@/client/session';
import { useProjects } from '@/features/projects/api/projects';
import { PAGES } from './pages';
import { filterEntries, type Entry } from './palette-model';
import classes from './Palette.module.css';

/** Ctrl+K: type a few letters of a project or page, Enter goes there. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const entries = useEntries();
  // Labeling doubles every project, so it is offered only to those who look for something.
  const found = filterEntries(query ? entries : entries.filter((entry) => entry.note !== 'Labeling'), query);
  const chosen = Math.min(at, Math.max(0, found.length - 1));
  const go = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    entry.go();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt(Math.min(chosen + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(chosen - 1, 0));
    else if (event.key === 'Enter') go(found[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal opened onClose={onClose} withCloseButton={false} padding={0} size={560} yOffset="12vh" centered={false} title="Go to a project or page" classNames={{ header: 'ld-visually-hidden' }}>
      <input
        className={classes.input}
        data-autofocus
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={found[chosen] ? `palette-${chosen}` : undefined}
        aria-label="Project or page"
        placeholder="Project or page"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul className={classes.list} id="palette-list" role="listbox" aria-label="Matches">
        {found.map((entry, row) => (
          <li
            key={entry.key}
            id={`palette-${row}`}
            className={classes.option}
            role="option"
            aria-selected={row === chosen}
            onMouseMove={() => setAt(row)}
            onClick={() => go(entry)}
          >
            <span>{entry.word}</span>
            <span className={classes.note}>{entry.note}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 && <div className={classes.none}>Nothing found.</div>}
    </Modal>
  );
}

function useEntries(): Entry[] {
  const navigate = useNavigate();
  const { labeler_only } = useUser();
  const { data: projects = [] } = useProjects({ enabled: !labeler_only });
  if (labeler_only) return [{ key: 'home', word: 'My projects', note: 'Page', go: () => void navigate({ to: '/' }) }];
  return [
    ...projects.map((project) => ({
      key: `project-${project.id}`,
      word: project.name,
      note: 'Project',
      go: () => void navigate({ to: '/projects/$projectId/dashboard', params: { projectId: project.id } }),
    })),
    ...projects
      .filter((project) => project.operations.includes('label'))
      .map((project) => ({
        key: `label-${project.id}`,
        word: `Label ${project.name}`,
        note: 'Labeling',
        go: () => void navigate({ to: '/projects/$projectId/label', params: { projectId: project.id } }),
      })),
    ...PAGES.map((page) => ({ key: page.to, word: page.word, note: 'Page', go: () => void navigate({ to: page.to }) })),
  ];
}
