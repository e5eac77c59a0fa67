import { describe, expect, it } from 'vitest';
import type { Notification } from '@/client/types';
import { badgeText, newestId, newsSince, targetOf } from './model';

const entry = (id: number, over: Partial<Notification> = {}): Notification => ({
  id, kind: 'export_ready', title: 'Export ready', body: '', project_id: 7, link: null, at: '2026-05-08T12:00:00Z', read: false, ...over,
});

describe('targetOf', () => {
  it('tells a file from a page', () => {
    expect(targetOf(entry(1, { link: '/api/v1/exports/3/download' }))).toEqual({ kind: 'download', href: '/api/v1/exports/3/download' });
    expect(targetOf(entry(1, { link: '/projects/7/data' }))).toEqual({ kind: 'page', href: '/projects/7/data' });
  });

  it.each(['https://example.org/', '//example.org', '/\\example.org', 'javascript:alert(1)'])('never leaves this server: %s', (link) => {
    expect(targetOf(entry(1, { link }))).toEqual({ kind: 'page', href: '/projects/7/dashboard' });
  });

  it('is nowhere when there is nowhere to go', () => {
    expect(targetOf(entry(1, { project_id: null }))).toBeNull();
  });
});

describe('newsSince', () => {
  it('does not shout about the past on the first look', () => {
    expect(newsSince([entry(3), entry(2)], null)).toEqual([]);
  });

  it('tells each thing once, oldest first, and nothing already read', () => {
    const list = [entry(5), entry(4, { read: true }), entry(3), entry(2)];
    expect(newsSince(list, 2).map((one) => one.id)).toEqual([3, 5]);
    expect(newsSince(list, newestId(list))).toEqual([]);
  });
});

it('keeps the badge short', () => {
  expect([badgeText(3), badgeText(99), badgeText(100)]).toEqual(['3', '99', '99+']);
  expect(newestId([])).toBe(0);
});
