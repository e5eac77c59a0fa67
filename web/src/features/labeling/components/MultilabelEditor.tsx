import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { AnswerEditorProps } from '../editors';
import type { LabelNode, LabelTree } from '../model/label-tree';
import { toggleLabel } from '../model/task';
import { ChosenLabels } from './ChosenLabels';
import classes from './desk.module.css';
import { LabelPicker, SHOWN } from './LabelPicker';
import { TextRegion } from './TextRegion';

/** Any number of labels for the whole item: each key turns one on or off, Enter submits. */
export function MultilabelEditor({ task, tree, answer, disabled, onEdit, wasSeen }: AnswerEditorProps) {
  const toggle = useCallback(
    (label: LabelNode) => onEdit((before) => toggleLabel(before, label.id)),
    [onEdit],
  );
  const chosen = answer?.type === 'multilabel' ? answer.labels : NONE;
  const marked = useMemo(() => new Set(chosen), [chosen]);
  // A flat list shows by itself what is chosen; in levels and long lists some of it is out of sight.
  const outOfSight = tree.roots.length < tree.all.length || tree.all.length > SHOWN;
  return (
    <>
      <TextRegion task={task} />
      <div className={classes.labels}>
        <LabelPicker
          several
          itemId={task.itemId}
          tree={tree}
          marked={marked}
          disabled={disabled}
          onPick={toggle}
          wasSeen={wasSeen}
        />
        {outOfSight && <ChosenLabels chosen={chosen} tree={tree} disabled={disabled} onRemove={toggle} />}
      </div>
      <ToggleAnnouncer itemId={task.itemId} chosen={chosen} tree={tree} />
    </>
  );
}

const NONE: readonly number[] = [];

interface AnnouncerProps {
  itemId: number;
  chosen: readonly number[];
  tree: LabelTree;
}

/** Says what a key turned on or off, undo included; silent when another item comes. */
function ToggleAnnouncer({ itemId, chosen, tree }: AnnouncerProps) {
  const region = useRef<HTMLDivElement>(null);
  const last = useRef({ itemId, chosen });
  useEffect(() => {
    const before = last.current;
    last.current = { itemId, chosen };
    if (region.current === null) return;
    region.current.textContent = before.itemId === itemId ? changeText(before.chosen, chosen, tree) : '';
  }, [itemId, chosen, tree]);
  return <div ref={region} className="ld-visually-hidden" aria-live="polite" data-testid="toggle-announcer" />;
}

/** "billing on, 2 chosen" */
function changeText(before: readonly number[], after: readonly number[], tree: LabelTree): string {
  const name = (id: number): string => tree.byId.get(id)?.path ?? 'a label that is gone';
  const changes = [
    ...after.filter((id) => !before.includes(id)).map((id) => `${name(id)} on`),
    ...before.filter((id) => !after.includes(id)).map((id) => `${name(id)} off`),
  ];
  if (changes.length === 0) return '';
  return `${changes.join(', ')}, ${after.length === 0 ? 'nothing' : after.length} chosen`;
}
