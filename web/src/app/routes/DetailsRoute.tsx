import { getRouteApi } from '@tanstack/react-router';
import { ImportReport } from '@/features/dashboard/ImportReport';
import { DetailsTab } from '@/features/details/DetailsTab';
import { ExportList } from '@/features/exports/ExportList';
import { Markdown } from '@/ui/Markdown';

const route = getRouteApi('/frame/projects/$projectId/details');

export function DetailsRoute() {
  const { projectId } = route.useParams();
  return (
    <DetailsTab
      key={projectId}
      projectId={projectId}
      importReport={<ImportReport projectId={projectId} />}
      exports={<ExportList projectId={projectId} />}
      renderMarkdown={(source) => <Markdown source={source} />}
    />
  );
}
