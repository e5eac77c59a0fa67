import { LoadingState } from '@/ui/PanelStates';

export function PageLoading() {
  return <LoadingState rows={3} rowHeight={64} label="Loading the page" />;
}
