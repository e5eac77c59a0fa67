import { describe, expect, it } from 'vitest';
import type { Item } from '@/client/types';
import { changesText, countOf, CUT, isCut, keepSteady, snippet, sourceText, stateFrom, visibleRange } from './model';

const item = (id: number, state: Item['state'] = 'unlabeled'): Item => ({
  id, position: id * 10, state, fields: [], text: `text ${id}`, final_label: null, labelers: [], updated_at: null,
  source: { file: 'a.csv', row: id },
});
const rows = (...items: Item[]) => keepSteady([], items).rows;
const idsOf = (steady: { rows: { item: Item }[] }) => steady.rows.map((row) => row.item.id);

describe('keepSteady', () => {
  it('shows the first list as it comes', () => {
    expect(idsOf(keepSteady([], [item(1), item(2)]))).toEqual([1, 2]);
  });

  it('updates a row in place', () => {
    const steady = keepSteady(rows(item(1), item(2)), [item(1, 'labeled'), item(2)]);
    expect(steady.rows[0]?.item.state).toBe('labeled');
    expect(changesText(steady)).toBeNull();
  });

  it('does not push: an item arriving in the middle is only counted', () => {
    const steady = keepSteady(rows(item(1), item(4)), [item(1), item(2), item(3), item(4)]);
    expect(idsOf(steady)).toEqual([1, 4]);
    expect(changesText(steady)).toBe('2 new: show');
  });

  it('does not pull: an item that left the filter keeps its place', () => {
    const steady = keepSteady(rows(item(1), item(2), item(3)), [item(1), item(3)]);
    expect(steady.rows.map((row) => row.gone)).toEqual([false, true, false]);
    expect(changesText(steady)).toBe('1 moved on: show');
  });

  it('adds the next page at the end', () => {
    expect(idsOf(keepSteady(rows(item(1), item(2)), [item(1), item(2), item(3)]))).toEqual([1, 2, 3]);
  });

  it('lets a row come back', () => {
    const without = keepSteady(rows(item(1), item(2)), [item(2)]);
    expect(keepSteady(without.rows, [item(1), item(2)]).gone).toBe(0);
  });
});

describe('visibleRange', () => {
  it('draws what is near the eye and no more', () => {
    expect(visibleRange(0, 400, 40, 10_000, 5)).toEqual({ from: 0, to: 15 });
    expect(visibleRange(4000, 400, 40, 10_000, 5)).toEqual({ from: 95, to: 115 });
  });

  it('stays inside the list', () => {
    expect(visibleRange(0, 400, 40, 3)).toEqual({ from: 0, to: 3 });
    expect(visibleRange(99_999, 400, 40, 3, 0)).toEqual({ from: 2, to: 3 });
    expect(visibleRange(0, 400, 40, 0)).toEqual({ from: 0, to: 0 });
  });
});

describe('small things', () => {
  it('counts characters as the server does', () => {
    expect(isCut('a'.repeat(CUT))).toBe(true);
    expect(isCut('😀'.repeat(CUT / 2))).toBe(false);
    expect(isCut('')).toBe(false);
  });

  it('reads the filter from the address', () => {
    expect(stateFrom('needs_review')).toBe('needs_review');
    expect(stateFrom('nonsense')).toBeNull();
    expect(stateFrom(undefined)).toBeNull();
  });

  it('counts only what the tallies know', () => {
    const progress = { total: 9, labeled: 4, skipped: 1, needs_review: 0, incomplete: 4 };
    expect(countOf(progress, null)).toBe(9);
    expect(countOf(progress, 'labeled')).toBe(4);
    expect(countOf(progress, 'unlabeled')).toBeNull();
    expect(countOf(undefined, null)).toBeNull();
  });

  it('writes sources and snippets', () => {
    expect(sourceText({ file: 'a.csv', row: 7 })).toBe('a.csv:7');
    expect(sourceText({ file: 'notes/b.TXT', row: 1 })).toBe('notes/b.TXT');
    expect(snippet('  a\r\n\tb  c ')).toBe('a b c');
  });
});
