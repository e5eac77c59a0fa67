import { notifications } from '@mantine/notifications';
import { isApiError, messageOf } from './problem';

const SHOWN_MS = 6000;

/** The result of the person's own action. */
export function toastDone(message: string): void {
  notifications.show({ message, autoClose: SHOWN_MS, color: 'indigo' });
}

/** A failure of the person's own action; stays until closed, because it may need copying. */
export function toastError(error: unknown, title = 'That did not work'): void {
  const request = isApiError(error) && error.requestId ? ` (request ${error.requestId})` : '';
  notifications.show({ title, message: `${messageOf(error)}${request}`, color: 'red', autoClose: false });
}
