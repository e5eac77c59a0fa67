import { useState } from 'react';
import { formatNumber, plural } from '@/lib/format';
import { Panel } from '@/ui/Panel';
import { useProject } from './api/get-project';
import classes from './components/dashboard.module.css';
import { RefusedTable } from './components/RefusedTable';
import { importFigures, importSentence } from './import-model';

/** What became of every row of the dataset. Nothing is dropped in silence. */
export function ImportReport({ projectId }: { projectId: number }) {
  const query = useProject(projectId);
  return (
    <Panel query={query} what="the import report" rows={2}>
      {(project) => (
        <div className={classes.report} data-testid="import-report">
          <dl className={classes.figures}>
            {importFigures(project).map((figure) => (
              <div key={figure.key} data-warn={figure.warn || undefined}>
                <dt>{figure.name}</dt>
                <dd data-testid={`import-${figure.key}`}>{formatNumber(figure.count)}</dd>
              </div>
            ))}
          </dl>
          {project.left_out > 0 && (
            <p className={classes.reason}>
              Only the first {plural(project.max_items, 'item')} were loaded; {formatNumber(project.left_out)} were left out.
            </p>
          )}
          <RefusedTable projectId={projectId} />
        </div>
      )}
    </Panel>
  );
}

/** One line on the dashboard that opens into the whole report. */
export function ImportLine({ projectId }: { projectId: number }) {
  const { data: project } = useProject(projectId);
  const [open, setOpen] = useState(false);
  if (!project || project.import.read === 0) return null;
  return (
    <div className={classes.importLine}>
      <span>{importSentence(project)}</span>
      <button type="button" className={classes.quiet} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Hide report' : 'Show report'}
      </button>
      {open && <ImportReport projectId={projectId} />}
    </div>
  );
}
