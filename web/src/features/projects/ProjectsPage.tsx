import { EmptyState } from '@/ui/PanelStates';

export function ProjectsPage() {
  return <EmptyState sentence="In work." />;
}
