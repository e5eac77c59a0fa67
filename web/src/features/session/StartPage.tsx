import { EmptyState } from '@/ui/PanelStates';

export function StartPage() {
  return <EmptyState sentence="In work." />;
}
