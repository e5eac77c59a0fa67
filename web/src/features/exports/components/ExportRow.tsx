import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Export } from '@/client/types';
import { formatBytes, formatDateTime, formatRelative, plural } from '@/lib/format';
import { WorkBar } from '@/ui/ProgressBar';
import { JobChip } from '@/ui/StatusChip';
import { downloadUrl, useCancelExport } from '../api/change-exports';
import { isUnderway, optionsText, progressText } from '../model';
import classes from './exports.module.css';

export function ExportRow({ entry }: { entry: Export }) {
  const facts = [
    entry.rows === null ? null : plural(entry.rows, 'row'),
    entry.bytes === null ? null : formatBytes(entry.bytes),
    optionsText(entry.options),
  ].filter((fact) => fact !== null);
  return (
    <li className={classes.entry} data-testid="export-row" data-state={entry.state}>
      <div className={classes.entryWords}>
        <span className={classes.entryHead}>
          <strong>{entry.format.toUpperCase()}</strong>
          <JobChip state={entry.state} />
          <span className={classes.dim}>
            {entry.created_by}, <time dateTime={entry.created_at} title={formatDateTime(entry.created_at)}>{formatRelative(entry.created_at)}</time>
          </span>
        </span>
        {isUnderway(entry) ? (
          <>
            <WorkBar done={entry.job?.done ?? 0} total={entry.job?.total ?? null} label="Export" />
            <span className={classes.dim}>{progressText(entry)}</span>
          </>
        ) : (
          <span className={classes.dim}>{facts.join(' · ')}</span>
        )}
        {entry.error && <span className={classes.error}>{entry.error}</span>}
        {entry.sha256 && <Checksum value={entry.sha256} />}
      </div>
      <Action entry={entry} />
    </li>
  );
}

function Action({ entry }: { entry: Export }) {
  const cancel = useCancelExport(entry.project_id);
  const { job } = entry;
  if (isUnderway(entry))
    return job && (
      <Button size="xs" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(job.id)}>
        Cancel
      </Button>
    );
  if (entry.state !== 'succeeded') return null;
  return (
    <Button size="xs" variant="default" component="a" href={downloadUrl(entry.id)} download data-testid="export-row-download" aria-label={`Download ${entry.file_name ?? 'the file'}`}>
      Download
    </Button>
  );
}

function Checksum({ value }: { value: string }) {
  const [note, setNote] = useState('Copy');
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setNote('Copied'),
      () => setNote('Select it to copy'),
    );
  return (
    <span className={classes.checksum}>
      SHA-256 <code title={value}>{value}</code>
      <button type="button" className={classes.quiet} onClick={() => void copy()} aria-live="polite" aria-label={`${note} checksum`}>
        {note}
      </button>
    </span>
  );
}
