import type { Answer } from '@/client/types';
import classes from './data.module.css';

/** Labels by name; the colour beside it is only a help. */
export function LabelChips({ answer }: { answer: Answer | null }) {
  if (!answer) return null;
  return answer.labels.map((label) => (
    <span key={label.id} className={classes.label} title={label.path}>
      <span className={classes.labelDot} style={{ background: label.color }} aria-hidden />
      <bdi>{label.path}</bdi>
    </span>
  ));
}
