import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import type { LabelingView } from '@/client/types';
import { editors } from '../editors';
import { toTree } from '../api/convert';
import { findDecision, shownChoice, shownTask } from '../model/session';
import type { Answer, Choice } from '../model/task';
import type { InputKind } from '../outbox/entry';
import { usePreferences, useTextSize } from '../preferences';
import type { Desk } from '../use-desk';
import { ActionBar } from './ActionBar';
import { Announcer } from './Announcer';
import { DecisionsRail } from './DecisionsRail';
import classes from './desk.module.css';
import { DeskFooter } from './DeskFooter';
import { DeskHeader } from './DeskHeader';
import { DeskKeys } from './DeskKeys';
import { NotAccepted } from './NotAccepted';
import { ItemNotices } from './ItemNotices';
import { NoItem } from './NoItem';
import { Revisiting } from './Revisiting';

// Dialog, Markdown and sanitiser: loaded by those who open the instructions.
const InstructionsDrawer = lazy(() => import('./InstructionsDrawer').then((m) => ({ default: m.InstructionsDrawer })));

interface Props {
  view: LabelingView;
  desk: Desk;
  labelerOnly: boolean;
  instructions: { has: boolean; changed: boolean };
  onInstructionsSeen: () => void;
}

/** The labeling page around one item: the editor of its task type, and what all task types share. */
export function LabelingDesk({ view, desk, labelerOnly, instructions, onInstructionsSeen }: Props) {
  const { driver, sitting, outbox, saving } = desk;
  const { session, paused } = sitting;
  const { askForEnter, railOpen } = usePreferences();
  const { px } = useTextSize();
  const [reading, setReading] = useState(false);
  const [refusedEnter, setRefusedEnter] = useState<number | null>(null);
  const tree = useMemo(() => toTree(view.label_set), [view.label_set]);
  const task = shownTask(session);
  const marked = shownChoice(session);
  const Editor = editors[view.project.task_type];

  const onAnswer = useCallback(
    (answer: Answer, by: { input: InputKind; complete: boolean }) => {
      const choice: Choice = { kind: 'answer', answer };
      if (by.complete && !askForEnter) driver.decide(choice, by.input);
      else driver.draft(choice);
    },
    [driver, askForEnter],
  );
  const submit = (input: InputKind) => {
    if (session.draft !== null) driver.decide(session.draft, input);
    else if (session.visiting !== null) driver.toFront();
    else setRefusedEnter(task?.itemId ?? null);
  };
  const skip = (input: InputKind) => driver.decide({ kind: 'skip', reason: null }, input);
  const wasSeen = useCallback((time: number) => driver.wasSeen(time), [driver]);
  const toggleInstructions = () => {
    if (!instructions.has) return;
    setReading(!reading);
    if (!reading) onInstructionsSeen();
  };

  return (
    <div className={classes.desk} style={{ '--text-size': `${px}px` }} data-testid="labeling-desk">
      <DeskKeys driver={driver} submit={submit} skip={skip} toggleInstructions={toggleInstructions} />
      <DeskHeader
        projectId={view.project.id}
        name={view.project.name}
        labelerOnly={labelerOnly}
        instructions={instructions}
        onInstructions={toggleInstructions}
      />
      <div className={classes.body} data-rail={railOpen || undefined}>
        <section className={classes.column} aria-label="Item">
          <NotAccepted driver={driver} outbox={outbox} refused={saving.refused} projectId={view.project.id} />
          <ItemNotices view={view} sitting={sitting} waiting={saving.pending.length} driver={driver} />
          {task === null || Editor === undefined ? (
            <NoItem
              view={view}
              sitting={sitting}
              supported={Editor !== undefined}
              waiting={saving.pending.length}
              driver={driver}
            />
          ) : (
            <>
              <Editor
                task={task}
                tree={tree}
                answer={marked?.kind === 'answer' ? marked.answer : null}
                disabled={paused}
                onAnswer={onAnswer}
                wasSeen={wasSeen}
              />
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
          )}
        </section>
        {railOpen && (
          <DecisionsRail
            history={session.history}
            refused={saving.refused}
            open={session.visiting}
            tree={tree}
            driver={driver}
          />
        )}
      </div>
      <DeskFooter session={session} saving={saving} today={view.me.today} />
      <Announcer
        last={session.timeline.length === 0 ? undefined : findDecision(session, session.timeline.at(-1) ?? -1)}
        made={session.answered + session.skipped}
        tree={tree}
        hasNext={task !== null}
      />
      {reading && (
        <Suspense fallback={null}>
          <InstructionsDrawer
            markdown={view.instructions.markdown}
            link={view.instructions.link}
            onClose={() => setReading(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
