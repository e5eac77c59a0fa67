import { useCallback, useLayoutEffect, useRef } from 'react';
import type { AnswerEditorProps } from '../editors';
import type { LabelNode } from '../model/label-tree';
import type { InputKind } from '../outbox/entry';
import { ItemText } from './ItemText';
import { LabelPicker } from './LabelPicker';
import classes from './desk.module.css';

/** One label for the whole item: the text, and the labels right under it. */
export function MulticlassEditor({ task, tree, answer, disabled, onAnswer, wasSeen }: AnswerEditorProps) {
  const pick = useCallback(
    (label: LabelNode, input: InputKind) =>
      onAnswer({ type: 'multiclass', label: label.id }, { input, complete: true }),
    [onAnswer],
  );
  const text = useRef<HTMLDivElement>(null);
  // The next item starts at its beginning. The region itself stays, so that focus in it is not lost.
  useLayoutEffect(() => {
    text.current?.scrollTo(0, 0);
    text.current?.parentElement?.scrollTo(0, 0);
    window.scrollTo(0, 0);
  }, [task.itemId]);
  return (
    <>
      {/* Focusable, so that a long text can be scrolled by keyboard. */}
      <div className={classes.text} tabIndex={0} role="region" aria-label="Text to label" ref={text}>
        <ItemText itemId={task.itemId} fields={task.fields} />
      </div>
      <div className={classes.labels}>
        <LabelPicker
          itemId={task.itemId}
          tree={tree}
          marked={answer?.label ?? null}
          disabled={disabled}
          onPick={pick}
          wasSeen={wasSeen}
        />
      </div>
    </>
  );
}
