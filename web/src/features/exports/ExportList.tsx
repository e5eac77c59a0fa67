import { useState } from 'react';
import { plural } from '@/lib/format';
import { Panel } from '@/ui/Panel';
import { EmptyState } from '@/ui/PanelStates';
import { useExports } from './api/get-exports';
import classes from './components/exports.module.css';
import { ExportRow } from './components/ExportRow';

/** Who exported what and when, newest first. `limit` shows the latest few and offers the rest. */
export function ExportList({ projectId, limit }: { projectId: number; limit?: number }) {
  const query = useExports(projectId);
  const [all, setAll] = useState(false);
  return (
    <Panel
      query={query}
      what="the exports"
      rows={2}
      isEmpty={(exports) => exports.length === 0}
      empty={<EmptyState sentence="No exports yet. Export, at the top of the page, makes the first one." />}
    >
      {(exports) => (
        <>
          <ul className={classes.list} data-testid="export-list">
            {(limit && !all ? exports.slice(0, limit) : exports).map((entry) => (
              <ExportRow key={entry.id} entry={entry} />
            ))}
          </ul>
          {limit !== undefined && exports.length > limit && (
            <button type="button" className={classes.quiet} aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? 'Show fewer' : `Show all ${plural(exports.length, 'export')}`}
            </button>
          )}
        </>
      )}
    </Panel>
  );
}
