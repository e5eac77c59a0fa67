import type { TaskType } from '@/client/types';
import classes from './DetailsStep.module.css';

const LINE = 'var(--ld-border-strong)';
const PICKED = 'var(--ld-accent)';

/** A drawn example of one answer: one label, several labels, or marked words. */
export function TaskTypePicture({ type }: { type: TaskType }) {
  return (
    <svg className={classes.example} viewBox="0 0 160 64" aria-hidden>
      {type === 'ner' ? <MarkedWords /> : <TextLines />}
      {type === 'multiclass' && <Labels picked={[1]} />}
      {type === 'multilabel' && <Labels picked={[0, 2]} />}
    </svg>
  );
}

function TextLines() {
  return (
    <>
      <rect x="12" y="12" width="120" height="4" rx="2" fill={LINE} />
      <rect x="12" y="22" width="136" height="4" rx="2" fill={LINE} />
      <rect x="12" y="32" width="84" height="4" rx="2" fill={LINE} />
    </>
  );
}

function Labels({ picked }: { picked: number[] }) {
  return [0, 1, 2].map((at) => (
    <g key={at}>
      <rect
        x={12 + at * 46}
        y="44"
        width="40"
        height="12"
        rx="3"
        fill={picked.includes(at) ? PICKED : 'none'}
        stroke={picked.includes(at) ? PICKED : LINE}
      />
      <rect x={20 + at * 46} y="49" width="24" height="2" rx="1" fill={picked.includes(at) ? 'var(--ld-bg)' : LINE} />
    </g>
  ));
}

function MarkedWords() {
  return (
    <>
      <rect x="12" y="12" width="30" height="12" rx="3" fill={PICKED} opacity="0.25" />
      <rect x="12" y="22" width="30" height="2" fill={PICKED} />
      <rect x="16" y="16" width="22" height="4" rx="2" fill={PICKED} />
      <rect x="48" y="16" width="56" height="4" rx="2" fill={LINE} />
      <rect x="110" y="16" width="38" height="4" rx="2" fill={LINE} />
      <rect x="12" y="40" width="48" height="4" rx="2" fill={LINE} />
      <rect x="66" y="36" width="48" height="12" rx="3" fill="var(--ld-review)" opacity="0.25" />
      <rect x="66" y="46" width="48" height="2" fill="var(--ld-review)" />
      <rect x="70" y="40" width="40" height="4" rx="2" fill="var(--ld-review)" />
      <rect x="120" y="40" width="28" height="4" rx="2" fill={LINE} />
    </>
  );
}
