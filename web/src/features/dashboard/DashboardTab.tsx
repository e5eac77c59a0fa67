import { EmptyState } from '@/ui/PanelStates';

export function DashboardTab(_props: { projectId: number }) {
  return <EmptyState sentence="Progress is shown here." />;
}
