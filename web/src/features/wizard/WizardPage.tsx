import { EmptyState } from '@/ui/PanelStates';

export function WizardPage(_props: { draftId: number | null }) {
  return <EmptyState sentence="In work." />;
}
