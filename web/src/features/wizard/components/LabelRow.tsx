import { ActionIcon } from '@mantine/core';
import { IconGripVertical, IconNote, IconX } from '@tabler/icons-react';
import { useId, useState, type DragEvent, type KeyboardEvent } from 'react';
import { Kbd } from '@/ui/Kbd';
import type { Flat, LabelNode } from '../labels';
import { ColorPicker } from './ColorPicker';
import classes from './LabelsStep.module.css';

interface Props {
  row: Flat;
  digit: number | null;
  problem: string | undefined;
  dropMark: 'before' | 'after' | undefined;
  onChange: (change: Partial<Pick<LabelNode, 'name' | 'color' | 'description'>>) => void;
  onNudge: (by: -1 | 1) => void;
  onRemove: () => void;
  onDragStart: () => void;
  onDragOver: (after: boolean) => void;
  onDragEnd: () => void;
}

export function LabelRow({ row, digit, problem, dropMark, onChange, onNudge, onRemove, onDragStart, onDragOver, onDragEnd }: Props) {
  const { node } = row;
  const errorId = useId();
  const [noting, setNoting] = useState(node.description !== '');
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      const input = event.currentTarget;
      onNudge(event.key === 'ArrowUp' ? -1 : 1);
      // React moves the node in the page, which takes the focus with it in some browsers.
      requestAnimationFrame(() => input.focus());
    } else if (event.key === 'Backspace' && node.name === '') {
      event.preventDefault();
      onRemove();
    }
  };
  const overHalf = (event: DragEvent<HTMLLIElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    onDragOver(event.clientY > box.top + box.height / 2);
  };
  return (
    <li className={classes.row} data-drop={dropMark} style={{ paddingInlineStart: 8 + row.depth * 24 }} onDragOver={overHalf}>
      <span className={classes.grip} draggable onDragStart={onDragStart} onDragEnd={onDragEnd} title="Drag to reorder" aria-hidden>
        <IconGripVertical size={16} />
      </span>
      <span className={classes.digit}>{digit !== null && <Kbd keys={`Digit${digit}`} />}</span>
      <ColorPicker name={node.name} color={node.color} onPick={(color) => onChange({ color })} />
      <input
        className={classes.name}
        data-name={node.key}
        aria-label={`Label ${row.at + 1}`}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? errorId : undefined}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        value={node.name}
        onChange={(event) => onChange({ name: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <span className={classes.tools}>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={`Note for ${node.name}`} title="Note shown to labelers" aria-expanded={noting} onClick={() => setNoting((open) => !open)}>
          <IconNote size={16} />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={`Delete ${node.name}`} title="Delete" onClick={onRemove}>
          <IconX size={16} />
        </ActionIcon>
      </span>
      {problem && (
        <p id={errorId} className={classes.error}>
          {problem}
        </p>
      )}
      {noting && (
        <input
          className={`${classes.name} ${classes.wide}`}
          aria-label={`Note for ${node.name}`}
          placeholder="A note shown to labelers"
          value={node.description}
          onChange={(event) => onChange({ description: event.target.value })}
        />
      )}
    </li>
  );
}
