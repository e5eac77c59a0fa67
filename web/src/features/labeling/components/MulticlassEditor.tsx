import { useCallback, useMemo } from 'react';
import type { AnswerEditorProps } from '../editors';
import type { LabelNode } from '../model/label-tree';
import type { InputKind } from '../outbox/entry';
import classes from './desk.module.css';
import { LabelPicker } from './LabelPicker';
import { TextRegion } from './TextRegion';

/** One label for the whole item: the text, and the labels right under it. */
export function MulticlassEditor({ task, tree, answer, disabled, onAnswer, wasSeen }: AnswerEditorProps) {
  const pick = useCallback(
    (label: LabelNode, input: InputKind) => onAnswer({ type: 'multiclass', label: label.id }, input),
    [onAnswer],
  );
  const label = answer?.type === 'multiclass' ? answer.label : null;
  const marked = useMemo(() => new Set(label === null ? [] : [label]), [label]);
  return (
    <>
      <TextRegion task={task} />
      <div className={classes.labels}>
        <LabelPicker
          itemId={task.itemId}
          tree={tree}
          marked={marked}
          disabled={disabled}
          onPick={pick}
          wasSeen={wasSeen}
        />
      </div>
    </>
  );
}
