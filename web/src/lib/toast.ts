import type { ReactNode } from 'react';
import { isApiError, messageOf } from './problem';

export interface Toast {
  id: string;
  title?: ReactNode;
  message: ReactNode;
  color: 'indigo' | 'red';
  /** Milliseconds on screen, or false for "until closed". */
  autoClose: number | false;
}

const SHOWN_MS = 6000;
const MOST = 3;

let shown: Toast[] = [];
let counter = 0;
const listeners = new Set<() => void>();

function publish(next: Toast[]): void {
  shown = next;
  listeners.forEach((listener) => listener());
}

/** The toasts on screen; ui/Toasts draws them. A known id replaces its toast instead of stacking a second one. */
export const toasts = {
  show(toast: Partial<Toast> & Pick<Toast, 'message'>): void {
    const id = toast.id ?? `toast-${(counter += 1)}`;
    const entry: Toast = { color: 'indigo', autoClose: SHOWN_MS, ...toast, id };
    publish([...shown.filter((other) => other.id !== id), entry].slice(-MOST));
  },
  hide(id: string): void {
    publish(shown.filter((toast) => toast.id !== id));
  },
  list: (): Toast[] => shown,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** The result of the person's own action. */
export function toastDone(message: string): void {
  toasts.show({ message });
}

/** A failure of the person's own action; stays until closed, because it may need copying. */
export function toastError(error: unknown, title = 'That did not work'): void {
  const request = isApiError(error) && error.requestId ? ` (request ${error.requestId})` : '';
  toasts.show({ title, message: `${messageOf(error)}${request}`, color: 'red', autoClose: false });
}
