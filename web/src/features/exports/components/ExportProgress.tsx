import { Button } from '@mantine/core';
import type { Export } from '@/client/types';
import { formatBytes, formatShare, plural } from '@/lib/format';
import { CopyField } from '@/ui/CopyField';
import { WorkBar } from '@/ui/ProgressBar';
import { downloadUrl, useCancelExport, useStartExport } from '../api/change-exports';
import { isUnderway, progressText } from '../model';
import classes from './exports.module.css';

export function ExportProgress({ entry, onAgain, onClose, onFollow }: { entry: Export; onAgain: () => void; onClose: () => void; onFollow: (entry: Export) => void }) {
  if (isUnderway(entry)) return <Running entry={entry} onClose={onClose} onFollow={onFollow} />;
  if (entry.state === 'succeeded') return <Ready entry={entry} onAgain={onAgain} />;
  return <Stopped entry={entry} onAgain={onAgain} onFollow={onFollow} />;
}

function Running({ entry, onClose, onFollow }: { entry: Export; onClose: () => void; onFollow: (entry: Export) => void }) {
  const cancel = useCancelExport(entry.project_id);
  const { done, total } = entry.job ?? { done: 0, total: null };
  // Once it ends it must not vanish from the dialog, also when it was taken up from the list.
  const stop = () => {
    onFollow(entry);
    if (entry.job) cancel.mutate(entry.job.id);
  };
  return (
    <div className={classes.state} data-testid="export-running">
      <h3 className={classes.subTitle}>Writing the file{total ? `, ${formatShare(done, total)}` : ''}</h3>
      <WorkBar done={done} total={total} label="Export" />
      <p role="status" className={classes.dim}>
        {progressText(entry)}
      </p>
      <div className={classes.actions}>
        <span className={classes.dim}>You may leave; the bell tells you when it is ready.</span>
        <Button variant="default" onClick={stop} loading={cancel.isPending} data-testid="export-cancel">
          Cancel export
        </Button>
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
      </div>
    </div>
  );
}

function Ready({ entry, onAgain }: { entry: Export; onAgain: () => void }) {
  return (
    <div className={classes.state} role="status">
      <h3 className={classes.subTitle}>Ready</h3>
      <p className={classes.dim}>
        {entry.file_name}
        {entry.rows !== null && `, ${plural(entry.rows, 'row')}`}
        {entry.bytes !== null && `, ${formatBytes(entry.bytes)}`}
      </p>
      {entry.sha256 && <CopyField value={entry.sha256} label="SHA-256 checksum" />}
      <div className={classes.actions}>
        <Button variant="default" onClick={onAgain}>
          New export
        </Button>
        <Button component="a" href={downloadUrl(entry.id)} download data-testid="export-download" data-autofocus>
          Download
        </Button>
      </div>
    </div>
  );
}

function Stopped({ entry, onAgain, onFollow }: { entry: Export; onAgain: () => void; onFollow: (entry: Export) => void }) {
  const retry = useStartExport(entry.project_id);
  const failed = entry.state === 'failed';
  const { columns, formula_safe, label_as } = entry.options;
  return (
    <div className={classes.state} role={failed ? 'alert' : 'status'}>
      <h3 className={classes.subTitle}>{failed ? 'The export failed' : 'The export was cancelled'}</h3>
      {failed && <p className={classes.error}>{entry.error ?? 'The server gave no reason.'}</p>}
      <p className={classes.dim}>No file was kept. The labels are untouched.</p>
      <div className={classes.actions}>
        <Button variant="default" onClick={onAgain}>
          Change options
        </Button>
        <Button loading={retry.isPending} onClick={() => retry.mutate({ format: 'csv', columns, formula_safe, label_as }, { onSuccess: onFollow })}>
          {failed ? 'Retry' : 'Start over'}
        </Button>
      </div>
    </div>
  );
}
