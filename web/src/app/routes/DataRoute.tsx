import { getRouteApi } from '@tanstack/react-router';
import { DataTab } from '@/features/data/DataTab';

const route = getRouteApi('/frame/projects/$projectId/data');

export function DataRoute() {
  const { projectId } = route.useParams();
  return <DataTab key={projectId} projectId={projectId} />;
}
