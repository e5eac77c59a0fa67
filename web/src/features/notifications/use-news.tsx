import { useEffect, useRef } from 'react';
import type { Notification } from '@/client/types';
import { toasts } from '@/lib/toast';
import { isFailure, newestId, newsSince, targetOf } from './model';

const SHOWN_MS = 6000;

/** Shows a toast for what arrives while the page is open; what was there before is left to the bell. */
export function useNews(list: Notification[] | undefined): void {
  const seen = useRef<number | null>(null);
  useEffect(() => {
    if (!list) return;
    newsSince(list, seen.current).forEach(announce);
    seen.current = Math.max(seen.current ?? 0, newestId(list));
  }, [list]);
}

function announce(entry: Notification): void {
  const target = targetOf(entry);
  const failed = isFailure(entry.kind);
  toasts.show({
    id: `notification-${entry.id}`,
    title: entry.title,
    message: (
      <>
        {entry.body}
        {target?.kind === 'download' && (
          <>
            {' '}
            <a href={target.href} download>
              Download
            </a>
          </>
        )}
      </>
    ),
    color: failed ? 'red' : 'indigo',
    autoClose: failed ? false : SHOWN_MS,
  });
}
