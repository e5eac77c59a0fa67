import { IconUpload } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import classes from './FileDrop.module.css';

/** A target for dragged files that is also a file button. Keyboard: Tab to it, Enter or Space opens the picker. */
export function FileDrop({ words, note, accept, small, onFiles }: { words: string; note?: string; accept?: string; small?: boolean; onFiles: (files: File[]) => void }) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <label
      className={classes.drop}
      data-over={over || undefined}
      data-small={small || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        type="file"
        className={classes.input}
        multiple
        accept={accept}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file may be chosen again after a failure.
          event.currentTarget.value = '';
          if (files.length) onFiles(files);
        }}
      />
      <IconUpload size={small ? 16 : 22} stroke={1.6} aria-hidden />
      <span className={classes.words}>{words}</span>
      {note && <span className={classes.note}>{note}</span>}
    </label>
  );
}
