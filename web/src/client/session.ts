import { createContext, useContext } from 'react';
import type { Session, User } from './types';

export const SessionContext = createContext<Session | null>(null);

/** The signed-in session; only screens behind the sign-in may ask. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a signed-in page around it');
  return session;
}

export function useUser(): User {
  const { user } = useSession();
  if (!user) throw new Error('useUser needs a signed-in page around it');
  return user;
}

/** Whether the person may do something in the whole workspace, e.g. `projects.create`. */
export function useMay(operation: string): boolean {
  return useContext(SessionContext)?.user?.operations.includes(operation) ?? false;
}
