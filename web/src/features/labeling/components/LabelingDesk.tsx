import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import type { LabelingView } from '@/client/types';
import { useShortcut } from '@/lib/use-shortcut';
import { toTree } from '../api/convert';
import { editors } from '../editors';
import { findDecision, shownTask } from '../model/session';
import { usePreferences, useTextSize } from '../preferences';
import type { Desk } from '../use-desk';
import { Announcer } from './Announcer';
import { DecisionsRail } from './DecisionsRail';
import classes from './desk.module.css';
import { DeskFooter } from './DeskFooter';
import { DeskHeader } from './DeskHeader';
import { DeskItem } from './DeskItem';
import { NotAccepted } from './NotAccepted';

// Dialog, Markdown and sanitiser: loaded by those who open the instructions.
const InstructionsDrawer = lazy(() => import('./InstructionsDrawer').then((m) => ({ default: m.InstructionsDrawer })));

interface Props {
  view: LabelingView;
  desk: Desk;
  labelerOnly: boolean;
  instructions: 'none' | 'read' | 'changed';
  onInstructionsSeen: () => void;
}

/** The labeling page: header, the item in one column, last decisions beside it, counts below. */
export function LabelingDesk({ view, desk, labelerOnly, instructions, onInstructionsSeen }: Props) {
  const { driver, sitting, outbox, saving } = desk;
  const { session } = sitting;
  const { railOpen } = usePreferences();
  const { px, larger, smaller } = useTextSize();
  const inSteps = editors[view.project.task_type]?.inSteps ?? false;
  const [reading, setReading] = useState(false);
  const tree = useMemo(() => toTree(view.label_set), [view.label_set]);
  const read = useCallback(() => {
    setReading(true);
    onInstructionsSeen();
  }, [onInstructionsSeen]);
  useShortcut('label.instructions', read, { enabled: instructions !== 'none' });
  useShortcut('label.textLarger', larger);
  useShortcut('label.textSmaller', smaller);

  return (
    <div className={classes.desk} style={{ '--text-size': `${px}px` }} data-testid="labeling-desk">
      <DeskHeader
        projectId={view.project.id}
        name={view.project.name}
        labelerOnly={labelerOnly}
        inSteps={inSteps}
        instructions={instructions}
        onInstructions={read}
      />
      <div className={classes.body} data-rail={railOpen || undefined}>
        <section className={classes.column} data-in-steps={inSteps || undefined} aria-label="Item">
          <DeskItem view={view} desk={desk} tree={tree} />
          <NotAccepted driver={driver} outbox={outbox} refused={saving.refused} projectId={view.project.id} />
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
      <DeskFooter session={session} saving={saving} today={desk.todayBefore} />
      <Announcer
        last={findDecision(session, session.timeline.at(-1) ?? -1)}
        made={session.answered + session.skipped}
        tree={tree}
        hasNext={shownTask(session) !== null}
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
