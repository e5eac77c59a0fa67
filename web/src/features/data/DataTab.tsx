import { EmptyState } from '@/ui/PanelStates';

export function DataTab(_props: { projectId: number }) {
  return <EmptyState sentence="The items of this project are listed here." />;
}
