import { getRouteApi } from '@tanstack/react-router';
import { DetailsTab } from '@/features/details/DetailsTab';

const route = getRouteApi('/frame/projects/$projectId/details');

export function DetailsRoute() {
  const { projectId } = route.useParams();
  return <DetailsTab key={projectId} projectId={projectId} />;
}
