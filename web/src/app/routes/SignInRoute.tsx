import { SignInPage } from '@/features/session/SignInPage';

export function SignInRoute() {
  return <SignInPage />;
}
