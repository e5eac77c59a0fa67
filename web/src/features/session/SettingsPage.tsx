import { EmptyState } from '@/ui/PanelStates';

export function SettingsPage() {
  return <EmptyState sentence="In work." />;
}
