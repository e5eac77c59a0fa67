import { getRouteApi } from '@tanstack/react-router';
import { DashboardTab } from '@/features/dashboard/DashboardTab';

const route = getRouteApi('/frame/projects/$projectId/dashboard');

export function DashboardRoute() {
  const { projectId } = route.useParams();
  return <DashboardTab key={projectId} projectId={projectId} />;
}
