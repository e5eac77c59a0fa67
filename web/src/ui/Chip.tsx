import type { ReactNode } from 'react';
import classes from './Chip.module.css';

export type Tone = 'good' | 'warn' | 'bad' | 'accent' | 'idle' | 'plain';

/** A short word with a tone. The word carries the meaning, the colour only helps. */
export function Chip({ tone = 'idle', dot, pulse, title, children }: { tone?: Tone; dot?: boolean; pulse?: boolean; title?: string; children: ReactNode }) {
  return (
    <span className={classes.chip} data-tone={tone} title={title}>
      {dot && <span className={classes.dot} data-pulse={pulse || undefined} aria-hidden />}
      {children}
    </span>
  );
}
