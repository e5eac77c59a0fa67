import { EmptyState } from '@/ui/PanelStates';

export function SignInPage() {
  return <EmptyState sentence="In work." />;
}
