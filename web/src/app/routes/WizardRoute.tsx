import { getRouteApi } from '@tanstack/react-router';
import { WizardPage } from '@/features/wizard/WizardPage';

const route = getRouteApi('/frame/projects/new');

export function WizardRoute() {
  const { draft } = route.useSearch();
  return <WizardPage draftId={draft ?? null} />;
}
