import { useQuery } from '@tanstack/react-query';
import { useUser } from '@/client/session';
import { isApiError } from '@/lib/problem';
import { ErrorState } from '@/ui/PanelStates';
import { labelingViewQuery } from './api/labeling-view';
import { DeskSkeleton } from './components/DeskSkeleton';
import { DeskWithInstructions } from './components/DeskWithInstructions';
import { NoAccess } from './components/panels';
import { useOutbox } from './use-desk';

/** One item after the other, by keyboard. The page is drawn once its labels and the outbox are at hand. */
export function LabelPage({ projectId }: { projectId: number }) {
  const user = useUser();
  const outbox = useOutbox(user.id);
  const view = useQuery(labelingViewQuery(projectId));

  // Also when it was there a moment ago: a project that is deleted, or a right that is taken away, ends the page.
  if (isApiError(view.error) && (view.error.status === 403 || view.error.status === 404)) return <NoAccess />;
  if (view.data !== undefined && outbox !== null) {
    return <DeskWithInstructions view={view.data} outbox={outbox} labelerOnly={user.labeler_only} />;
  }
  if (view.error) return <ErrorState error={view.error} what="this project" onRetry={() => void view.refetch()} />;
  return <DeskSkeleton />;
}
