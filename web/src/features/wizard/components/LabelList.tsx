import { useRef, useState } from 'react';
import { actionOf } from '@/lib/shortcuts';
import { changeLabel, dropLabel, flatten, labelProblems, nudgeLabel, removeLabel, type Flat, type LabelNode } from '../labels';
import type { Need } from '../model';
import { LabelRow } from './LabelRow';
import classes from './LabelsStep.module.css';

interface Drag {
  key: string;
  over: { key: string; after: boolean } | null;
}

/** The tree in rows. Moves keep the focus on the moved name and are spoken. */
export function LabelList({ labels, needs, onChange }: { labels: LabelNode[]; needs: Need[]; onChange: (labels: LabelNode[]) => void }) {
  const list = useRef<HTMLUListElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [spoken, setSpoken] = useState('');
  const rows = flatten(labels);
  const local = labelProblems(labels);
  const remote = new Map(needs.filter((need) => need.field.startsWith('labels.')).map((need) => [need.field.replace(/\.name$/, ''), need.message]));

  const nudge = (row: Flat, by: -1 | 1) => {
    if (row.at + by < 0 || row.at + by >= row.of) return;
    onChange(nudgeLabel(labels, row.node.key, by));
    setSpoken(`${row.node.name}, now ${row.at + by + 1} of ${row.of}`);
  };
  const remove = (row: Flat, index: number) => {
    onChange(removeLabel(labels, row.node.key));
    setSpoken(`${row.node.name} deleted`);
    // The focus goes to the neighbour, not to the top of the page.
    const neighbour = rows[index + 1] ?? rows[index - 1];
    list.current?.querySelector<HTMLInputElement>(`[data-name="${neighbour?.node.key}"]`)?.focus();
  };
  const drop = () => {
    if (drag?.over) onChange(dropLabel(labels, drag.key, drag.over.key, drag.over.after));
    setDrag(null);
  };
  return (
    <>
      <ul ref={list} className={classes.list} aria-label="Labels" aria-description={actionOf('editor.moveUp').label} onDrop={drop} onDragOver={(event) => drag && event.preventDefault()}>
        {rows.map((row, index) => (
          <LabelRow
            key={row.node.key}
            row={row}
            digit={index < 9 ? index + 1 : null}
            problem={local.get(row.node.key) ?? remote.get(row.field)}
            dropMark={drag?.over?.key === row.node.key ? (drag.over.after ? 'after' : 'before') : undefined}
            onChange={(change) => onChange(changeLabel(labels, row.node.key, change))}
            onNudge={(by) => nudge(row, by)}
            onRemove={() => remove(row, index)}
            onDragStart={() => setDrag({ key: row.node.key, over: null })}
            onDragOver={(after) => setDrag((old) => old && { ...old, over: { key: row.node.key, after } })}
            onDragEnd={() => setDrag(null)}
          />
        ))}
      </ul>
      <p className="ld-visually-hidden" role="status">
        {spoken}
      </p>
    </>
  );
}
