import { useCallback, useState } from 'react';
import type { LabelingView } from '@/client/types';
import { editors } from '../editors';
import type { LabelTree } from '../model/label-tree';
import { shownChoice, shownTask } from '../model/session';
import type { Answer, Choice } from '../model/task';
import type { InputKind } from '../outbox/entry';
import { usePreferences } from '../preferences';
import type { Desk } from '../use-desk';
import { ActionBar } from './ActionBar';
import { DeskKeys } from './DeskKeys';
import { ItemNotices } from './ItemNotices';
import { NoItem } from './NoItem';
import { Revisiting } from './Revisiting';

interface Props {
  view: LabelingView;
  desk: Desk;
  tree: LabelTree;
}

/** The item on screen with the editor of its task type, and what all task types do with an item. */
export function DeskItem({ view, desk, tree }: Props) {
  const { driver, sitting, saving } = desk;
  const { session, paused } = sitting;
  const { askForEnter } = usePreferences();
  const [refusedEnter, setRefusedEnter] = useState<number | null>(null);
  const task = shownTask(session);
  const marked = shownChoice(session);
  const Editor = editors[view.project.task_type];
  const waiting = saving.pending.length;

  const onAnswer = useCallback(
    (answer: Answer, by: { input: InputKind; complete: boolean }) => {
      const choice: Choice = { kind: 'answer', answer };
      if (by.complete && !askForEnter) driver.decide(choice, by.input);
      else driver.draft(choice);
    },
    [driver, askForEnter],
  );
  const wasSeen = useCallback((time: number) => driver.wasSeen(time), [driver]);
  const submit = (input: InputKind) => {
    if (session.draft !== null) driver.decide(session.draft, input);
    else if (session.visiting !== null) driver.toFront();
    else setRefusedEnter(task?.itemId ?? null);
  };
  const skip = (input: InputKind) => driver.decide({ kind: 'skip', reason: null }, input);

  // Notices stand under the labels, so that neither they nor the text move when one comes.
  const notices = <ItemNotices view={view} sitting={sitting} waiting={waiting} driver={driver} />;
  if (task === null || Editor === undefined) {
    return (
      <>
        <DeskKeys driver={driver} submit={submit} skip={skip} />
        <NoItem view={view} sitting={sitting} supported={Editor !== undefined} waiting={waiting} driver={driver} />
        {notices}
      </>
    );
  }
  return (
    <>
      <DeskKeys driver={driver} submit={submit} skip={skip} />
      <Editor
        task={task}
        tree={tree}
        answer={marked?.kind === 'answer' ? marked.answer : null}
        disabled={paused}
        onAnswer={onAnswer}
        wasSeen={wasSeen}
      />
      {notices}
      <Revisiting session={session} tree={tree} />
      <ActionBar
        driver={driver}
        canUndo={session.undoAt > 0}
        canRedo={session.undoAt < session.timeline.length}
        canGoBack={session.history.length > 0 && session.history[0]?.itemId !== session.visiting}
        visiting={session.visiting !== null}
        drafted={session.draft !== null}
        askForEnter={askForEnter}
        skipped={marked?.kind === 'skip'}
        disabled={paused}
        refused={refusedEnter === task.itemId}
        onSkip={skip}
        onSubmit={submit}
      />
    </>
  );
}
