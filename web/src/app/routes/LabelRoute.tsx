import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useUser } from '@/client/session';
import { LabelPage } from '@/features/labeling/LabelPage';
import { useShortcut } from '@/lib/use-shortcut';

const route = getRouteApi('/frame/projects/$projectId/label');

export function LabelRoute() {
  const { projectId } = route.useParams();
  const navigate = useNavigate();
  // People who only label have no other page of the project to go to.
  const enabled = !useUser().labeler_only;
  useShortcut('go.dashboard', () => void navigate({ to: '/projects/$projectId/dashboard', params: { projectId } }), { enabled });
  useShortcut('go.data', () => void navigate({ to: '/projects/$projectId/data', params: { projectId } }), { enabled });
  return <LabelPage key={projectId} projectId={projectId} />;
}
