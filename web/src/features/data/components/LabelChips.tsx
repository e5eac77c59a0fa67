import type { Answer } from '@/client/types';
import classes from './data.module.css';

/** Labels by name; the colour beside it is only a help. `atMost`: the rest is a number that names them on hover. */
export function LabelChips({ answer, atMost = Infinity }: { answer: Answer | null; atMost?: number }) {
  if (!answer) return null;
  if (answer.labels.length === 0) return <span className={classes.dim}>None of these</span>;
  const shown = answer.labels.slice(0, atMost);
  const hidden = answer.labels.slice(atMost);
  return (
    <>
      {shown.map((label) => (
        <span key={label.id} className={classes.label} title={label.path}>
          <span className={classes.labelDot} style={{ background: label.color }} aria-hidden />
          <bdi>{label.path}</bdi>
        </span>
      ))}
      {hidden.length > 0 && (
        <span className={classes.dim} title={hidden.map((label) => label.path).join(', ')}>
          +{hidden.length}
        </span>
      )}
    </>
  );
}
