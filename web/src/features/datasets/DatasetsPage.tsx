import { EmptyState } from '@/ui/PanelStates';

export function DatasetsPage() {
  return <EmptyState sentence="In work." />;
}
