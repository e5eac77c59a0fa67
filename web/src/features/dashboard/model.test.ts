import { describe, expect, it } from 'vitest';
import { ACTIVITY_HOURS, daysOf, filterOf, hoursOf, isOpen, sectionsOf, sortLabelers, sortLabels, timeLeftText } from './model';

const progress = { total: 100, labeled: 60, skipped: 3, needs_review: 2, incomplete: 35 };

describe('sectionsOf', () => {
  it('adds up to the total and keeps its order', () => {
    const sections = sectionsOf(progress);
    expect(sections.map((section) => section.key)).toEqual(['labeled', 'skipped', 'needs_review', 'incomplete']);
    expect(sections.reduce((sum, section) => sum + section.count, 0)).toBe(progress.total);
  });

  it('leads to a filter the data tab knows', () => {
    expect(sectionsOf(progress).map((section) => filterOf(section.key))).toEqual(['labeled', 'skipped', 'needs_review', 'unlabeled']);
  });
});

it('offers labeling only where it is possible', () => {
  expect(isOpen({ state: 'running', progress })).toBe(true);
  expect(isOpen({ state: 'initializing', progress })).toBe(true);
  expect(isOpen({ state: 'initializing', progress: { ...progress, total: 0 } })).toBe(false);
  expect(isOpen({ state: 'paused', progress })).toBe(false);
  expect(isOpen({ state: 'failed', progress })).toBe(false);
});

describe('sorting', () => {
  const label = (path: string, count: number) => ({ label_id: count, path, color: '#000000', count });
  const labeler = (name: string, labeled: number, per_hour: number | null) => ({
    user_id: labeled, name, labeled, skipped: 0, per_hour, last_at: null,
  });

  it('puts frequent labels first and ties by name', () => {
    expect(sortLabels([label('b', 1), label('c', 5), label('a', 1)]).map((row) => row.path)).toEqual(['c', 'a', 'b']);
  });

  it('puts people without a speed last when sorted by speed', () => {
    const people = [labeler('Ana', 9, null), labeler('Ben', 5, 80), labeler('Chi', 7, 98)];
    expect(sortLabelers(people, 'per_hour').map((row) => row.name)).toEqual(['Chi', 'Ben', 'Ana']);
    expect(sortLabelers(people, 'labeled').map((row) => row.name)).toEqual(['Ana', 'Chi', 'Ben']);
  });
});

describe('hoursOf', () => {
  const now = '2026-05-08T14:25:00Z';

  it('is seven days long, ends in the present hour and fills the gaps with zero', () => {
    const hours = hoursOf([{ at: '2026-05-08T13:00:00Z', count: 4 }, { at: '2026-05-01T00:00:00Z', count: 99 }], now);
    expect(hours).toHaveLength(ACTIVITY_HOURS);
    expect(hours.at(-1)).toEqual({ at: Date.parse('2026-05-08T14:00:00Z'), count: 0 });
    expect(hours.at(-2)?.count).toBe(4);
    expect(hours.reduce((sum, hour) => sum + hour.count, 0)).toBe(4);
  });

  it('loses nothing when summed by day', () => {
    const hours = hoursOf([{ at: '2026-05-08T13:00:00Z', count: 4 }, { at: '2026-05-06T09:00:00Z', count: 6 }], now);
    const days = daysOf(hours);
    expect(days.reduce((sum, day) => sum + day.count, 0)).toBe(10);
    expect(days.find((day) => day.count === 6)?.best.at).toBe(Date.parse('2026-05-06T09:00:00Z'));
  });
});

describe('timeLeftText', () => {
  it.each([
    [{ total: 0, incomplete: 0, left_hours: null, per_hour: null }, 'No items yet'],
    [{ total: 9, incomplete: 0, left_hours: 0, per_hour: 5 }, 'Nothing left to label'],
    [{ total: 9, incomplete: 1, left_hours: null, per_hour: null }, '1 item left; no pace yet'],
    [{ total: 900, incomplete: 400, left_hours: 4 + 1 / 6, per_hour: 96 }, 'About 4 h 10 min of labeling left at the last day’s pace'],
    [{ total: 9000, incomplete: 4000, left_hours: 71.6, per_hour: 56 }, 'About 72 h of labeling left at the last day’s pace'],
  ])('%j', (given, text) => expect(timeLeftText(given)).toBe(text));
});
