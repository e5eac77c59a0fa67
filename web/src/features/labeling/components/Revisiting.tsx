import { formatRelative } from '@/lib/format';
import { Kbd } from '@/ui/Kbd';
import type { LabelTree } from '../model/label-tree';
import { findDecision, type SessionState } from '../model/session';
import { nameOf } from './DecisionsRail';
import { Notice } from './Notice';

interface Props {
  session: SessionState;
  tree: LabelTree;
  inSteps: boolean;
}

/** Which earlier decision is on screen, and how to leave it. */
export function Revisiting({ session, tree, inSteps }: Props) {
  const earlier = session.visiting === null ? undefined : findDecision(session, session.visiting);
  if (earlier === undefined) return null;
  return (
    <Notice testId="revisiting">
      {earlier.skipped ? (
        'You skipped this item '
      ) : (
        <>
          You chose{' '}
          <strong>
            <bdi>{nameOf(earlier, tree)}</bdi>
          </strong>{' '}
        </>
      )}
      {formatRelative(new Date(earlier.at).toISOString())}. {inSteps && session.draft !== null ? (
        <>
          <Kbd keys="Enter" /> submits your change.
        </>
      ) : (
        <>
          Choose again to change it; <Kbd keys="Enter" /> leaves it.
        </>
      )}
    </Notice>
  );
}
