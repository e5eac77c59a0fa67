import type { LabelingView } from '@/client/types';
import { ErrorState } from '@/ui/PanelStates';
import type { SessionDriver, Sitting } from '../session-driver';
import { DeskSkeleton } from './DeskSkeleton';
import { EmptyQueue, Initializing, NoAccess, NotLabelable, Paused, Unreachable, Unsupported } from './panels';

interface Props {
  view: LabelingView;
  sitting: Sitting;
  supported: boolean;
  waiting: number;
  driver: SessionDriver;
}

/** The one reason why there is nothing to label right now. */
export function NoItem({ view, sitting, supported, waiting, driver }: Props) {
  const { session, paused, trouble } = sitting;
  if (!supported) return <Unsupported />;
  if (session.opening !== null) return <DeskSkeleton />;
  if (paused) return <Paused view={view} waiting={waiting} />;
  if (view.project.state === 'failed' || view.project.state === 'deleted')
    return <NotLabelable state={view.project.state} />;
  if (trouble?.kind === 'no_access') return <NoAccess />;
  if (trouble?.kind === 'unreachable') return <Unreachable waiting={waiting} onRetry={() => driver.moreMayBeThere()} />;
  if (trouble?.kind === 'failed') {
    return <ErrorState error={trouble.error} what="the next items" onRetry={() => driver.moreMayBeThere()} />;
  }
  if (session.empty?.reason === 'initializing') return <Initializing message={session.empty.message} />;
  if (session.empty !== null) return <EmptyQueue empty={session.empty} onRetry={() => driver.moreMayBeThere()} />;
  return <DeskSkeleton />;
}
