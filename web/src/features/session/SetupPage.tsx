import { EmptyState } from '@/ui/PanelStates';

export function SetupPage() {
  return <EmptyState sentence="In work." />;
}
