import { EmptyState } from '@/ui/PanelStates';

export function LabelPage(_props: { projectId: number }) {
  return <EmptyState sentence="Labeling opens here." />;
}
