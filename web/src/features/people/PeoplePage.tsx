import { EmptyState } from '@/ui/PanelStates';

export function PeoplePage() {
  return <EmptyState sentence="In work." />;
}
