import { getRouteApi, Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useProject } from '@/features/projects/api/project';
import { ProjectHeader } from '@/features/projects/components/ProjectHeader';
import { ProjectTabs } from '@/features/projects/components/ProjectTabs';
import { useWatchProject } from '@/lib/live-context';
import { useShortcut } from '@/lib/use-shortcut';
import { Panel } from '@/ui/Panel';

const route = getRouteApi('/frame/projects/$projectId');
const ExportDialog = lazy(() => import('@/features/exports/ExportDialog').then((m) => ({ default: m.ExportDialog })));

export function ProjectRoute() {
  const { projectId } = route.useParams();
  const project = useProject(projectId);
  const [exporting, setExporting] = useState(false);
  const navigate = useNavigate();
  useWatchProject(projectId);
  useShortcut('go.dashboard', () => void navigate({ to: '/projects/$projectId/dashboard', params: { projectId } }));
  useShortcut('go.data', () => void navigate({ to: '/projects/$projectId/data', params: { projectId } }));
  useShortcut('go.label', () => void navigate({ to: '/projects/$projectId/label', params: { projectId } }));
  return (
    <Panel query={project} what="the project" rows={2} rowHeight={56} stale={false}>
      {(data) => (
        <>
          <ProjectHeader project={data} onExport={() => setExporting(true)} />
          <ProjectTabs projectId={projectId} />
          <Outlet />
          <Suspense fallback={null}>
            {exporting && <ExportDialog projectId={projectId} opened onClose={() => setExporting(false)} />}
          </Suspense>
        </>
      )}
    </Panel>
  );
}
