import { EmptyState } from '@/ui/PanelStates';

export function DetailsTab(_props: { projectId: number }) {
  return <EmptyState sentence="The settings of this project are shown here." />;
}
