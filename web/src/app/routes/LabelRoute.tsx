import { getRouteApi } from '@tanstack/react-router';
import { LabelPage } from '@/features/labeling/LabelPage';

const route = getRouteApi('/frame/projects/$projectId/label');

export function LabelRoute() {
  const { projectId } = route.useParams();
  return <LabelPage key={projectId} projectId={projectId} />;
}
