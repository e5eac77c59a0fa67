import type { Notification } from '@/client/types';

export type Target = { kind: 'download'; href: string } | { kind: 'page'; href: string } | null;

/** Where a notification leads. Full addresses are refused: a link of ours never leaves this server. */
export function targetOf(notification: Pick<Notification, 'link' | 'project_id'>): Target {
  const { link, project_id } = notification;
  if (link && /^\/(?![/\\])/.test(link)) return { kind: link.startsWith('/api/') ? 'download' : 'page', href: link };
  return project_id === null ? null : { kind: 'page', href: `/projects/${project_id}/dashboard` };
}

/** What came since the last look, oldest first. `seen` null means the first look: nothing is news then. */
export function newsSince(notifications: Notification[], seen: number | null): Notification[] {
  if (seen === null) return [];
  return notifications.filter((entry) => entry.id > seen && !entry.read).sort((a, b) => a.id - b.id);
}

export function newestId(notifications: Notification[]): number {
  return notifications.reduce((newest, entry) => Math.max(newest, entry.id), 0);
}

/** The number on the bell; above 99 the exact count helps nobody. */
export function badgeText(unread: number): string {
  return unread > 99 ? '99+' : String(unread);
}

export function isFailure(kind: string): boolean {
  return /fail|error|reject/.test(kind);
}
