import { useRef, useState } from 'react';
import classes from './CopyField.module.css';

/** A value to take away. Where the clipboard is closed to us (plain http), the text is selected instead. */
export function CopyField({ value, label }: { value: string; label: string }) {
  const input = useRef<HTMLInputElement>(null);
  const [note, setNote] = useState('Copy');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setNote('Copied');
    } catch {
      input.current?.select();
      setNote('Press Ctrl+C');
    }
    setTimeout(() => setNote('Copy'), 2000);
  };
  return (
    <div className={classes.field}>
      <input ref={input} className={classes.value} readOnly value={value} aria-label={label} onFocus={(event) => event.target.select()} />
      <button type="button" className={classes.copy} onClick={() => void copy()} aria-live="polite">
        {note}
      </button>
    </div>
  );
}
