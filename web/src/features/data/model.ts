import type { Item, ItemState, Progress } from '@/client/types';
import { formatNumber } from '@/lib/format';
import type { Tone } from '@/ui/Chip';

export const STATES: { state: ItemState; name: string; tone: Tone }[] = [
  { state: 'unlabeled', name: 'Unlabeled', tone: 'plain' },
  { state: 'in_progress', name: 'In progress', tone: 'idle' },
  { state: 'labeled', name: 'Labeled', tone: 'accent' },
  { state: 'skipped', name: 'Skipped', tone: 'idle' },
  { state: 'needs_review', name: 'Needs review', tone: 'warn' },
];

/** The filter of the URL; anything unknown there means "all", so that an old link still opens. */
export function stateFrom(search: string | undefined): ItemState | null {
  return STATES.find((entry) => entry.state === search)?.state ?? null;
}

export function stateInfo(state: ItemState): { name: string; tone: Tone } {
  return STATES.find((entry) => entry.state === state) ?? { name: state, tone: 'plain' };
}

/** How many items a filter holds, where the tallies know it. */
export function countOf(progress: Progress | undefined, state: ItemState | null): number | null {
  if (!progress) return null;
  if (state === null) return progress.total;
  if (state === 'labeled') return progress.labeled;
  if (state === 'skipped') return progress.skipped;
  if (state === 'needs_review') return progress.needs_review;
  return null;
}

/** The row within its file, after a colon; a text file is one item and has no rows to name. */
export function rowText(source: Item['source']): string {
  return /\.txt$/i.test(source.file) ? '' : `:${source.row}`;
}

export function sourceText(source: Item['source']): string {
  return source.file + rowText(source);
}

/** One line of text for a row of the table: line breaks and runs of spaces would only hide words. */
export function snippet(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The list carries this many characters of each column, counted as code points. */
export const CUT = 20_000;

export function isCut(value: string): boolean {
  return value.length >= CUT && [...value].length >= CUT;
}

export interface Row {
  item: Item;
  /** The filter no longer holds it, but it stays where the reader saw it until they ask for the new list. */
  gone: boolean;
}

export interface Steady {
  rows: Row[];
  /** Items that would have pushed into the middle of the list. */
  arrived: number;
  gone: number;
}

export const NOTHING: Steady = { rows: [], arrived: 0, gone: 0 };

/** A list that never moves under the cursor: known rows keep their place, later ones are added at the end. */
export function keepSteady(shown: Row[], fresh: Item[]): Steady {
  const byId = new Map(fresh.map((item) => [item.id, item]));
  const known = new Set(shown.map((row) => row.item.id));
  const lastPosition = shown.reduce((last, row) => Math.max(last, row.item.position), -Infinity);
  const kept = shown.map((row) => {
    const item = byId.get(row.item.id);
    return item ? { item, gone: false } : { item: row.item, gone: true };
  });
  const unseen = fresh.filter((item) => !known.has(item.id));
  const later = unseen.filter((item) => item.position > lastPosition);
  return {
    rows: [...kept, ...later.map((item) => ({ item, gone: false }))],
    arrived: unseen.length - later.length,
    gone: kept.filter((row) => row.gone).length,
  };
}

/** The words of the pill that brings the list up to date; null when it is. */
export function changesText({ arrived, gone }: Steady): string | null {
  const parts = [];
  if (arrived > 0) parts.push(`${formatNumber(arrived)} new`);
  if (gone > 0) parts.push(`${formatNumber(gone)} moved on`);
  return parts.length ? `${parts.join(', ')}: show` : null;
}

/** Which rows of equal height are near the eye. */
export function visibleRange(scrollTop: number, height: number, rowHeight: number, count: number, margin = 12): { from: number; to: number } {
  const from = Math.max(0, Math.floor(scrollTop / rowHeight) - margin);
  const to = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + margin);
  return { from: Math.min(from, Math.max(0, count - 1)), to };
}
