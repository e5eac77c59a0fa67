import { Button } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { messageOf } from '@/lib/problem';
import { shortcutProps } from '@/lib/shortcuts';
import { useShortcut } from '@/lib/use-shortcut';
import { KeyTip } from '@/ui/KeyTip';
import classes from './details.module.css';

export function Section({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <header className={classes.sectionHead}>
        <h2 id={id}>{title}</h2>
        {note && <p>{note}</p>}
      </header>
      {children}
    </section>
  );
}

/** Save, take back, and what the server said; Ctrl+S does the same from inside the fields. */
export function SaveBar({
  active,
  dirty,
  saving,
  error,
  blocked,
  overtaken,
  onSave,
  onReset,
  onKeep,
}: {
  active: boolean;
  dirty: boolean;
  saving: boolean;
  error: unknown;
  /** Why it cannot be saved as it stands. */
  blocked?: string | null;
  overtaken: boolean;
  onSave: () => void;
  onReset: () => void;
  onKeep: () => void;
}) {
  const save = () => {
    if (dirty && !blocked && !saving) onSave();
  };
  // Bound also while there is nothing to save, or the browser would offer to save the page as a file.
  useShortcut('editor.save', save, { enabled: active, inFields: true });
  return (
    <div className={classes.saveBar}>
      {overtaken && (
        <p className={classes.overtaken} role="alert">
          Somebody saved another version meanwhile.
          <button type="button" onClick={onReset}>
            Take theirs
          </button>
          <button type="button" onClick={onKeep}>
            Keep mine
          </button>
        </p>
      )}
      {error !== null && error !== undefined && (
        <p className={classes.problem} role="alert">
          Not saved. {messageOf(error)}
        </p>
      )}
      <div className={classes.saveButtons}>
        <KeyTip id="editor.save">
          <Button onClick={save} loading={saving} disabled={!dirty || Boolean(blocked)} {...shortcutProps('editor.save')}>
            Save
          </Button>
        </KeyTip>
        {dirty && (
          <Button variant="default" onClick={onReset}>
            Take back
          </Button>
        )}
        <span className={classes.dim} role="status">
          {blocked ?? (dirty ? 'Not saved yet' : '')}
        </span>
      </div>
    </div>
  );
}
