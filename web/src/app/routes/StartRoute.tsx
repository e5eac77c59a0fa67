import { StartPage } from '@/features/session/StartPage';

export function StartRoute() {
  return <StartPage />;
}
