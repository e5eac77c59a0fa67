import { getRouteApi, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useProject } from '@/features/projects/api/project';
import { InitBanner } from '@/features/projects/components/InitBanner';
import { ProjectHeader } from '@/features/projects/components/ProjectHeader';
import { ProjectTabs } from '@/features/projects/components/ProjectTabs';
import { useWatchProject } from '@/lib/live-context';
import { isApiError } from '@/lib/problem';
import { useShortcut } from '@/lib/use-shortcut';
import { Panel } from '@/ui/Panel';
import { NotFound } from '../NotFound';

const route = getRouteApi('/frame/projects/$projectId');
const ExportDialog = lazy(() => import('@/features/exports/ExportDialog').then((m) => ({ default: m.ExportDialog })));

export function ProjectRoute() {
  const { projectId } = route.useParams();
  const project = useProject(projectId);
  const [exporting, setExporting] = useState(false);
  const navigate = useNavigate();
  // The dashboard tells the same at more length.
  const onDashboard = useRouterState({ select: (state) => state.location.pathname.endsWith('/dashboard') });
  useWatchProject(projectId);
  useShortcut('go.dashboard', () => void navigate({ to: '/projects/$projectId/dashboard', params: { projectId } }));
  useShortcut('go.data', () => void navigate({ to: '/projects/$projectId/data', params: { projectId } }));
  useShortcut('go.label', () => void navigate({ to: '/projects/$projectId/label', params: { projectId } }));
  // Gone, never there, or not ours to see: trying again would not help.
  if (isApiError(project.error) && [403, 404].includes(project.error.status)) return <NotFound />;
  return (
    <Panel query={project} what="the project" rows={2} rowHeight={56} stale={false}>
      {(data) => (
        <>
          <ProjectHeader project={data} onExport={() => setExporting(true)} />
          <ProjectTabs projectId={projectId} />
          {!onDashboard && <InitBanner project={data} />}
          <Outlet />
          <Suspense fallback={null}>
            {exporting && <ExportDialog projectId={projectId} opened onClose={() => setExporting(false)} />}
          </Suspense>
        </>
      )}
    </Panel>
  );
}
