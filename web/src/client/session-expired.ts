/**
 * When the server says "signed out" in the middle of work, the refused request waits here while the person signs
 * in within a dialog, and is then sent again. Nothing typed is lost and no screen has to know.
 */
type Outcome = 'signed_in' | 'left';

let waiting: ((outcome: Outcome) => void)[] = [];
const listeners = new Set<() => void>();

export function waitForSignIn(): Promise<Outcome> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    listeners.forEach((listener) => listener());
  });
}

export function settleSignIn(outcome: Outcome): void {
  const settled = waiting;
  waiting = [];
  settled.forEach((resolve) => resolve(outcome));
  listeners.forEach((listener) => listener());
}

export function isSignInNeeded(): boolean {
  return waiting.length > 0;
}

export function onSignInNeeded(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
