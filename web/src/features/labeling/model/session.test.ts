import { describe, expect, it } from 'vitest';
import {
  addClaimed,
  canRedo,
  canUndo,
  decide,
  dropLost,
  heldLeases,
  opened,
  perHour,
  redo,
  setDraft,
  shownChoice,
  shownTask,
  startSession,
  step,
  tasksWanted,
  undo,
  visit,
  type SessionState,
  type Submission,
} from './session';
import type { Choice, Task } from './task';

const task = (itemId: number): Task => ({
  itemId,
  lease: `lease-${itemId}`,
  expiresAt: 0,
  fields: [{ name: 'text', value: `text ${itemId}` }],
  current: null,
});
const label = (id: number): Choice => ({ kind: 'answer', answer: { type: 'multiclass', label: id } });
const skip: Choice = { kind: 'skip', reason: null };
const claim = (...ids: number[]) => ({ tasks: ids.map(task), left: 100, empty: null, pending: new Set<number>() });
const withTasks = (...ids: number[]) => addClaimed(startSession(), claim(...ids));

/** Decides one after the other; `unsent` holds the submissions that have not left the browser. */
function run(state: SessionState, choices: Choice[], unsent: Set<string> = new Set()) {
  const sent: Submission[] = [];
  let at = 1000 * (state.timeline.length + 1);
  for (const choice of choices) {
    const newId = `s${state.timeline.length + 1}`;
    const result = decide(state, choice, { newId, at, isUnsent: (id) => unsent.has(id) });
    state = result.state;
    at += 1000;
    if (result.submission !== null) sent.push(result.submission);
  }
  return { state, sent };
}

describe('going forward', () => {
  it('applies each decision to the item that was on screen, in order', () => {
    const { state, sent } = run(withTasks(1, 2, 3), [label(7), skip, label(8)]);
    expect(sent.map((s) => [s.itemId, s.choice])).toEqual([
      [1, label(7)],
      [2, skip],
      [3, label(8)],
    ]);
    expect(shownTask(state)).toBeNull();
    expect([state.answered, state.skipped, state.left]).toEqual([2, 1, 97]);
  });

  it('drops a decision while no item is on screen', () => {
    const { state, submission } = decide(startSession(), label(7), { newId: 'a', at: 1, isUnsent: () => false });
    expect(submission).toBeNull();
    expect(addClaimed(state, claim(5)).front?.itemId).toBe(5);
    expect(state.history).toEqual([]);
  });

  it('never replaces the item on screen by what a claim brings', () => {
    const state = addClaimed(withTasks(1, 2), claim(9, 10));
    expect(shownTask(state)?.itemId).toBe(1);
    expect(state.buffer.map((t) => t.itemId)).toEqual([2, 9, 10]);
  });

  it('ignores items it already has, has decided, or that wait in the outbox', () => {
    const { state } = run(withTasks(1, 2), [label(7)]);
    const after = addClaimed(state, { ...claim(1, 2, 3, 4), pending: new Set([4]) });
    expect(after.front?.itemId).toBe(2);
    expect(after.buffer.map((t) => t.itemId)).toEqual([3]);
  });

  it('takes an item again that came back with a new lease', () => {
    const { state } = run(withTasks(1, 2), [label(7)]);
    const again = { ...task(1), lease: 'second lease' };
    expect(addClaimed(state, { ...claim(), tasks: [again] }).buffer.map((t) => t.itemId)).toEqual([1]);
  });

  it('keeps the reason of an empty queue only while nothing is on screen', () => {
    const empty = { reason: 'all_done', message: 'All done', items: 0 };
    expect(addClaimed(startSession(), { ...claim(), empty }).empty).toEqual(empty);
    expect(addClaimed(withTasks(1), { ...claim(), empty }).empty).toBeNull();
  });
});

describe('prefetching', () => {
  it('holds three pages or five items, and refills at half', () => {
    expect(tasksWanted(startSession(), 10, 0)).toBe(31);
    const full = withTasks(...Array.from({ length: 31 }, (_, i) => i + 1));
    expect(tasksWanted(full, 10, 0)).toBe(0);
    const { state } = run(full, Array<Choice>(15).fill(label(1)));
    expect(state.buffer.length).toBe(15);
    expect(tasksWanted(run(full, [label(1)]).state, 10, 0)).toBe(0);
    expect(tasksWanted(run(full, [label(1)]).state, 10, 0, true)).toBe(1);
    expect(tasksWanted(state, 10, 0)).toBe(15);
    expect(tasksWanted(startSession(), 1, 0)).toBe(6);
    expect(tasksWanted(startSession(), 20, 0)).toBe(41);
  });

  it('holds more for a labeler who is faster than that', () => {
    const full = withTasks(...Array.from({ length: 31 }, (_, i) => i + 1));
    expect(tasksWanted(full, 10, 20)).toBe(70);
  });
});

describe('undo and redo', () => {
  it('goes back across items with the choice marked, and forth again', () => {
    const { state } = run(withTasks(1, 2, 3), [label(7), label(8)]);
    const one = undo(state);
    expect([shownTask(one)?.itemId, shownChoice(one)]).toEqual([2, label(8)]);
    const two = undo(one);
    expect([shownTask(two)?.itemId, shownChoice(two)]).toEqual([1, label(7)]);
    expect(undo(two)).toBe(two);
    expect(shownTask(redo(two))?.itemId).toBe(2);
    expect(shownTask(redo(redo(two)))?.itemId).toBe(3);
    expect(redo(redo(redo(two)))).toEqual(redo(redo(two)));
  });

  it('replaces a submission that was sent, and goes on where it was', () => {
    const { state } = run(withTasks(1, 2), [label(7)]);
    const { state: after, sent } = run(undo(state), [label(8)]);
    expect(sent).toEqual([
      { submissionId: 's2', itemId: 1, lease: 'lease-1', choice: label(8), replaces: 's1', inPlace: false },
    ]);
    expect(shownTask(after)?.itemId).toBe(2);
    expect(after.history.map((d) => [d.itemId, d.choice])).toEqual([[1, label(8)]]);
    expect(after.answered).toBe(1);
    expect(after.left).toBe(99);
  });

  it('changes a submission in place while it is unsent', () => {
    const { state } = run(withTasks(1, 2), [label(7)]);
    const { sent, state: after } = run(undo(state), [skip], new Set(['s1']));
    expect(sent).toEqual([
      { submissionId: 's1', itemId: 1, lease: 'lease-1', choice: skip, replaces: null, inPlace: true },
    ]);
    expect([after.answered, after.skipped]).toEqual([0, 1]);
  });

  it('sends nothing when the same choice is made again', () => {
    const { state } = run(withTasks(1, 2), [label(7)]);
    const { state: after, sent } = run(undo(state), [label(7)]);
    expect(sent).toEqual([]);
    expect(shownTask(after)?.itemId).toBe(2);
  });

  it('finds the latest decision first, also after a correction', () => {
    const { state } = run(withTasks(1, 2, 3), [label(7), label(8)]);
    const corrected = run(visit(state, 1), [label(9)]).state;
    expect(shownTask(undo(corrected))?.itemId).toBe(1);
    expect(shownTask(undo(undo(corrected)))?.itemId).toBe(2);
  });

  it('replaces the newest submission when an item is corrected twice', () => {
    const first = run(withTasks(1, 2), [label(7)]).state;
    const second = run(undo(first), [label(8)]).state;
    expect(run(undo(second), [label(9)]).sent[0]?.replaces).toBe('s2');
  });
});

describe('history', () => {
  const earlier = {
    itemId: 50,
    submissionId: 'old',
    choice: null,
    paths: ['Animal/Cat'],
    skipped: false,
    text: 'a cat',
    at: 1,
    task: null,
  };

  it('steps along the decisions and ends at the item in work', () => {
    const { state } = run(withTasks(1, 2, 3), [label(7), label(8)]);
    const back = step(step(step(state, -1), -1), -1);
    expect(shownTask(back)?.itemId).toBe(1);
    expect(shownTask(step(step(back, 1), 1))?.itemId).toBe(3);
  });

  it('shows nothing, and takes no key, while an earlier item is being fetched', () => {
    const state = addClaimed(startSession([earlier]), claim(1));
    const opening = undo(state);
    expect(opening.opening).toBe(50);
    expect(shownTask(opening)).toBeNull();
    expect(run(opening, [label(7)]).sent).toEqual([]);
    const there = opened(opening, {
      ...task(50),
      lease: null,
      current: { submissionId: 'old2', choice: label(3) },
    });
    expect([shownTask(there)?.itemId, shownChoice(there)]).toEqual([50, label(3)]);
    expect(run(there, [label(7)]).sent[0]).toMatchObject({ itemId: 50, lease: null, replaces: 'old2' });
  });

  it('keeps a draft on the item it was made for', () => {
    const state = setDraft(withTasks(1, 2), label(7));
    expect(shownChoice(state)).toEqual(label(7));
    expect(shownChoice(run(state, [label(8)]).state)).toBeNull();
  });
});

describe('leases', () => {
  it('drops lost tasks silently but keeps the one on screen', () => {
    const state = dropLost(withTasks(1, 2, 3), ['lease-1', 'lease-2']);
    expect(shownTask(state)?.itemId).toBe(1);
    expect(state.lost.has(1)).toBe(true);
    expect(state.buffer.map((t) => t.itemId)).toEqual([3]);
    expect(heldLeases(state)).toEqual(['lease-3']);
  });

  it('heals when the item on screen is leased to us again', () => {
    const lost = dropLost(withTasks(1, 2), ['lease-1']);
    const back = addClaimed(lost, { ...claim(), tasks: [{ ...task(1), lease: 'new' }] });
    expect(back.front?.lease).toBe('new');
    expect(back.lost.size).toBe(0);
  });
});

describe('pace', () => {
  it('counts time at work, not breaks', () => {
    let state = withTasks(...Array.from({ length: 12 }, (_, i) => i + 1));
    const times = [0, 10, 20, 30, 40, 3640].map((s) => s * 1000);
    times.forEach((at, i) => {
      state = decide(state, label(1), { newId: `${i}`, at, isUnsent: () => false }).state;
    });
    // Five gaps: four of 10 s, and a break that counts as two minutes.
    expect(perHour(state)).toBe(Math.round((5 * 3600) / 160));
  });
});

describe('undo inside an item', () => {
  const several = (...labels: number[]): Choice => ({ kind: 'answer', answer: { type: 'multilabel', labels } });

  it('takes back one step after the other, then goes to the item before', () => {
    let { state } = run(withTasks(1, 2), [several(1)]);
    for (const choice of [several(4), several(4, 5), several(5)]) state = setDraft(state, choice);
    state = undo(state);
    expect(shownChoice(state)).toEqual(several(4, 5));
    state = undo(undo(state));
    expect([shownTask(state)?.itemId, shownChoice(state)]).toEqual([2, null]);
    state = undo(state);
    expect([shownTask(state)?.itemId, shownChoice(state)]).toEqual([1, several(1)]);
  });

  it('gives back what it took, until something else is chosen', () => {
    let state = setDraft(setDraft(withTasks(1), several(4)), several(4, 5));
    state = redo(undo(undo(state)));
    expect([shownChoice(state), canRedo(state)]).toEqual([several(4), true]);
    state = setDraft(state, several(4, 6));
    expect([canRedo(state), canUndo(state)]).toEqual([false, true]);
    expect(shownChoice(redo(state))).toEqual(several(4, 6));
  });

  it('starts a correction from the earlier set; the same set again is no new answer', () => {
    let { state } = run(withTasks(1, 2), [several(1, 2)]);
    state = undo(state);
    expect(shownChoice(state)).toEqual(several(1, 2));
    const { sent } = run(setDraft(state, several(2, 1)), [several(2, 1)]);
    expect(sent).toEqual([]);
    expect(run(state, [several()]).sent).toMatchObject([{ choice: several(), replaces: 's1' }]);
  });
});
