import { useCallback, useState } from 'react';
import type { LabelingView } from '@/client/types';
import { keyText } from '@/lib/shortcuts';
import { editors } from '../editors';
import type { LabelTree } from '../model/label-tree';
import { canRedo, canUndo, shownChoice, shownTask } from '../model/session';
import { isEmpty, type Answer, type Choice } from '../model/task';
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
  const kind = editors[view.project.task_type];
  const waiting = saving.pending.length;

  const onAnswer = useCallback(
    (answer: Answer, input: InputKind) => {
      const choice: Choice = { kind: 'answer', answer };
      if (askForEnter) driver.draft(choice);
      else driver.decide(choice, input);
    },
    [driver, askForEnter],
  );
  const onEdit = useCallback((change: (before: Answer | null) => Answer) => driver.edit(change), [driver]);
  const wasSeen = useCallback((time: number) => driver.wasSeen(time), [driver]);
  const submit = (input: InputKind) => {
    if (session.draft !== null && !isEmpty(session.draft)) driver.decide(session.draft, input);
    else if (session.draft === null && session.visiting !== null) driver.toFront();
    else setRefusedEnter(task?.itemId ?? null);
  };
  const skip = (input: InputKind) => driver.decide({ kind: 'skip', reason: null }, input);
  const takesNone = view.project.task_type === 'multilabel' && view.settings.allow_none;
  const none = (input: InputKind) => driver.decide(NONE_OF_THESE, input);
  const keys = <DeskKeys driver={driver} submit={submit} skip={skip} none={takesNone ? none : null} />;

  // Notices stand under the labels, so that neither they nor the text move when one comes.
  const notices = <ItemNotices view={view} sitting={sitting} waiting={waiting} driver={driver} />;
  if (task === null || kind === undefined) {
    return (
      <>
        {keys}
        <NoItem view={view} sitting={sitting} supported={kind !== undefined} waiting={waiting} driver={driver} />
        {notices}
      </>
    );
  }
  const { Editor, inSteps } = kind;
  const chosen = session.draft !== null && !isEmpty(session.draft);
  const refused = refusedEnter === task.itemId && !chosen;
  return (
    <>
      {keys}
      <Editor
        task={task}
        tree={tree}
        answer={marked?.kind === 'answer' ? marked.answer : null}
        disabled={paused}
        onAnswer={onAnswer}
        onEdit={onEdit}
        wasSeen={wasSeen}
      />
      {notices}
      <Revisiting session={session} tree={tree} inSteps={inSteps} />
      <ActionBar
        driver={driver}
        canUndo={canUndo(session)}
        canRedo={canRedo(session)}
        canGoBack={session.history.length > 0 && session.history[0]?.itemId !== session.visiting}
        visiting={session.visiting !== null}
        submits={session.draft !== null || (inSteps && session.visiting === null)}
        showSubmit={inSteps || askForEnter || session.visiting !== null}
        skipped={marked?.kind === 'skip'}
        disabled={paused}
        none={takesNone ? marked !== null && session.draft === null && isEmpty(marked) : null}
        refusal={refused ? refusalText(inSteps, takesNone) : null}
        onSkip={skip}
        onNone={none}
        onSubmit={submit}
      />
    </>
  );
}

const NONE_OF_THESE: Choice = { kind: 'answer', answer: { type: 'multilabel', labels: [] } };

/** Enter with nothing chosen: what to press instead, by the keys in force. */
function refusalText(inSteps: boolean, takesNone: boolean): string {
  const skip = keyText('label.skip');
  const none = keyText('label.none');
  if (!inSteps) return skip === null ? 'Choose a label or skip' : `Choose a label or press ${skip}`;
  const parts = ['Choose a label'];
  parts.push(skip === null ? 'or skip' : `or press ${skip} to skip`);
  if (takesNone && none !== null) parts.push(`or ${none} for none of these`);
  return parts.join(', ');
}
