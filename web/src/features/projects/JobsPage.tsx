import { EmptyState } from '@/ui/PanelStates';

export function JobsPage() {
  return <EmptyState sentence="In work." />;
}
