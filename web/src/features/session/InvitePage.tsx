import { EmptyState } from '@/ui/PanelStates';

export function InvitePage() {
  return <EmptyState sentence="In work." />;
}
