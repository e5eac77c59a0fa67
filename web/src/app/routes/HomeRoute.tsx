import { lazy, Suspense } from 'react';
import { useUser } from '@/client/session';
import { PageLoading } from '../PageLoading';

// Labelers on a phone should not load the project table, nor managers the labeler's list.
const ProjectsPage = lazy(() => import('@/features/projects/ProjectsPage').then((m) => ({ default: m.ProjectsPage })));
const LabelerHome = lazy(() => import('@/features/labeling/LabelerHome').then((m) => ({ default: m.LabelerHome })));

export function HomeRoute() {
  const { labeler_only } = useUser();
  return <Suspense fallback={<PageLoading />}>{labeler_only ? <LabelerHome /> : <ProjectsPage />}</Suspense>;
}
