import { formatRelative } from '@/lib/format';
import { Kbd } from '@/ui/Kbd';
import type { LabelTree } from '../model/label-tree';
import { findDecision, type SessionState } from '../model/session';
import { nameOf } from './DecisionsRail';
import { Notice } from './Notice';

/** Which earlier decision is on screen, and how to leave it. */
export function Revisiting({ session, tree }: { session: SessionState; tree: LabelTree }) {
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
      {formatRelative(new Date(earlier.at).toISOString())}. Choose again to change it; <Kbd keys="Enter" /> leaves it.
    </Notice>
  );
}
