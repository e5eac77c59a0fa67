import { lazy, Suspense, useSyncExternalStore } from 'react';
import { isSignInNeeded, onSignInNeeded } from '@/client/session-expired';

const SignInAgain = lazy(() => import('./SignInAgain').then((m) => ({ default: m.SignInAgain })));

/** Opens over any page when the session ended. The refused requests wait and are sent again afterwards. */
export function SessionExpired({ email }: { email: string }) {
  const needed = useSyncExternalStore(onSignInNeeded, isSignInNeeded);
  return <Suspense fallback={null}>{needed && <SignInAgain email={email} />}</Suspense>;
}
