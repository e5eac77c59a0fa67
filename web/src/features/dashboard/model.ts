import type { Progress, ProgressView, Project } from '@/client/types';
import { formatDuration, formatNumber, plural } from '@/lib/format';

export type SectionKey = 'labeled' | 'skipped' | 'needs_review' | 'incomplete';

export interface Section {
  key: SectionKey;
  name: string;
  count: number;
}

/** The sections of the progress ring, always all four and always in this order, so that nothing jumps. */
export function sectionsOf(progress: Progress): Section[] {
  return [
    { key: 'labeled', name: 'Labeled', count: progress.labeled },
    { key: 'skipped', name: 'Skipped', count: progress.skipped },
    { key: 'needs_review', name: 'Needs review', count: progress.needs_review },
    { key: 'incomplete', name: 'Left', count: progress.incomplete },
  ];
}

/** The Data tab's filter for a section; items that are left have two states there, so they are found by "unlabeled". */
export function filterOf(key: SectionKey): string {
  return key === 'incomplete' ? 'unlabeled' : key;
}

/** Whether anybody could label now: running, or still being read with the first items in. */
export function isOpen(project: Pick<Project, 'state' | 'progress'>): boolean {
  return project.state === 'running' || (project.state === 'initializing' && project.progress.total > 0);
}

type LabelCount = ProgressView['labels'][number];
type Labeler = ProgressView['labelers'][number];

/** Most frequent first; equal counts by name, so that two refetches never swap rows. */
export function sortLabels(labels: LabelCount[]): LabelCount[] {
  return [...labels].sort((a, b) => b.count - a.count || a.path.localeCompare(b.path));
}

export type LabelerOrder = 'labeled' | 'per_hour';

export function sortLabelers(labelers: Labeler[], order: LabelerOrder): Labeler[] {
  return [...labelers].sort((a, b) => (b[order] ?? -1) - (a[order] ?? -1) || a.name.localeCompare(b.name));
}

export interface Hour {
  /** Start of the hour, ms since 1970. */
  at: number;
  count: number;
}

const HOUR_MS = 3_600_000;
export const ACTIVITY_HOURS = 7 * 24;

/** The last seven days hour by hour, ending with the hour of `now`; hours the server does not mention are zero. */
export function hoursOf(activity: ProgressView['activity'], now: string | number): Hour[] {
  const last = Math.floor(new Date(now).getTime() / HOUR_MS) * HOUR_MS;
  const counts = new Map<number, number>();
  for (const { at, count } of activity) {
    const hour = Math.floor(new Date(at).getTime() / HOUR_MS) * HOUR_MS;
    counts.set(hour, (counts.get(hour) ?? 0) + count);
  }
  return Array.from({ length: ACTIVITY_HOURS }, (_, index) => {
    const at = last - (ACTIVITY_HOURS - 1 - index) * HOUR_MS;
    return { at, count: counts.get(at) ?? 0 };
  });
}

/** Sums per calendar day of the viewer's own time zone, oldest first: the table behind the activity line. */
export function daysOf(hours: Hour[]): { at: number; count: number; best: Hour }[] {
  const days = new Map<string, { at: number; count: number; best: Hour }>();
  for (const hour of hours) {
    const key = new Date(hour.at).toDateString();
    const day = days.get(key);
    if (!day) days.set(key, { at: hour.at, count: hour.count, best: hour });
    else {
      day.count += hour.count;
      if (hour.count > day.best.count) day.best = hour;
    }
  }
  return [...days.values()];
}

/** One sentence on how long the rest takes; it never promises what it cannot know. */
export function timeLeftText(progress: Pick<ProgressView, 'total' | 'incomplete' | 'left_hours' | 'per_hour'>): string {
  if (progress.total === 0) return 'No items yet';
  if (progress.incomplete === 0) return 'Nothing left to label';
  if (progress.left_hours == null) return `${plural(progress.incomplete, 'item')} left; no pace yet`;
  return `About ${workText(progress.left_hours)} of labeling left at the last day’s pace`;
}

/** Hours of work stay hours: "2 days" of labeling would be read as two days of the calendar. */
function workText(hours: number): string {
  return hours < 10 ? formatDuration(hours * 3600) : `${formatNumber(Math.round(hours))} h`;
}
