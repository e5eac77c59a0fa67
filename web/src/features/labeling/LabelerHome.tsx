import { EmptyState } from '@/ui/PanelStates';

export function LabelerHome() {
  return <EmptyState sentence="The projects you may label are listed here." />;
}
