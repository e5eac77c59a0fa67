import { CloseButton } from '@mantine/core';
import { formatBytes } from '@/lib/format';
import { WorkBar } from '@/ui/ProgressBar';
import type { Upload, Uploader } from '../use-upload';
import classes from './DataStep.module.css';

export function UploadList({ uploader }: { uploader: Uploader }) {
  if (uploader.uploads.length === 0) return null;
  return (
    <div>
      <ul className={classes.files} aria-label="Files">
        {uploader.uploads.map((upload) => (
          <UploadRow key={upload.key} upload={upload} onRemove={() => void uploader.remove(upload)} />
        ))}
      </ul>
      {uploader.problem && (
        <p className={classes.error} role="alert">
          {uploader.problem}
        </p>
      )}
    </div>
  );
}

function UploadRow({ upload, onRemove }: { upload: Upload; onRemove: () => void }) {
  const note = {
    waiting: 'Waiting',
    sending: `${formatBytes(upload.sent)} of ${formatBytes(upload.bytes)}`,
    done: formatBytes(upload.bytes),
    failed: 'Not added',
  }[upload.state];
  return (
    <li className={classes.file}>
      <span className={classes.fileName} title={upload.name}>
        {upload.name}
      </span>
      {upload.state === 'sending' ? <WorkBar done={upload.sent} total={upload.bytes} label={`Upload of ${upload.name}`} /> : <span />}
      <span className={classes.fileNote}>{note}</span>
      <CloseButton size="sm" aria-label={upload.state === 'sending' ? `Cancel ${upload.name}` : `Remove ${upload.name}`} onClick={onRemove} />
      {upload.error && (
        <span className={classes.fileError} role="alert">
          {upload.error}
        </span>
      )}
    </li>
  );
}
