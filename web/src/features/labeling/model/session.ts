/**
 * One labeler's sitting, as a pure state machine: the tasks ahead, the item on screen, what was
 * decided and the way back to it. It knows no network, no clock and no React; whoever drives it
 * passes in ids and times, and hands the submissions it returns to the outbox.
 */

import { excerpt, sameChoice, type Choice, type Task } from './task';

/** A decision about one item. A correction changes it in place, so an item stands here once. */
export interface Decision {
  itemId: number;
  submissionId: string;
  /** Null for a decision of an earlier sitting, until its item is reopened. */
  choice: Choice | null;
  /** What the server called it; used only while `choice` is null. */
  paths: readonly string[];
  skipped: boolean;
  text: string;
  at: number;
  /** Kept for the latest decisions so that going back needs no network. */
  task: Task | null;
}

export interface Emptiness {
  reason: string;
  message: string;
  items: number | null;
}

export interface SessionState {
  /** The item at the head of the queue. Only its own decision, or its absence, moves it. */
  front: Task | null;
  buffer: readonly Task[];
  /** Oldest first. */
  history: readonly Decision[];
  /** Item ids in the order they were decided, corrections included: what undo walks along. */
  timeline: readonly number[];
  /** Position of undo in `timeline`; its length means nothing is undone. */
  undoAt: number;
  /** An earlier item on screen instead of the front one. */
  visiting: number | null;
  /** An earlier item being fetched. */
  opening: number | null;
  /** Chosen but not submitted: Enter has yet to come. */
  draft: Choice | null;
  /** What `draft` was before each change to it, oldest first, and what undo took back of it, latest first. */
  draftsBefore: readonly (Choice | null)[];
  draftsUndone: readonly (Choice | null)[];
  /** Leases this tab has seen, so that a claim answered late cannot bring an item back. */
  seen: ReadonlySet<string>;
  /** Items whose lease is known to have ended. */
  lost: ReadonlySet<number>;
  empty: Emptiness | null;
  left: number | null;
  answered: number;
  skipped: number;
  /** Milliseconds at work between decisions; breaks do not count. */
  workedMs: number;
  lastDecisionAt: number | null;
}

export interface Submission {
  submissionId: string;
  itemId: number;
  lease: string | null;
  choice: Choice;
  replaces: string | null;
  /** The earlier submission has not left this browser: change it there instead of sending two. */
  inPlace: boolean;
}

/** How many of the latest decisions keep their whole text in memory. */
const TASKS_KEPT = 100;
/** A longer pause between two decisions is a break, not work. */
const BREAK_MS = 120_000;

const NO_DRAFT = { draft: null, draftsBefore: [], draftsUndone: [] } as const;

export function startSession(recent: readonly Decision[] = [], left: number | null = null): SessionState {
  return {
    front: null,
    buffer: [],
    history: recent,
    timeline: recent.map((decision) => decision.itemId),
    undoAt: recent.length,
    visiting: null,
    opening: null,
    ...NO_DRAFT,
    seen: new Set(),
    lost: new Set(),
    empty: null,
    left,
    answered: 0,
    skipped: 0,
    workedMs: 0,
    lastDecisionAt: null,
  };
}

/** The item on screen, or null when there is none and keys have nothing to apply to. */
export function shownTask(state: SessionState): Task | null {
  if (state.opening !== null) return null;
  if (state.visiting === null) return state.front;
  return findDecision(state, state.visiting)?.task ?? null;
}

/** The choice to mark on the item on screen: not yet submitted, or made earlier. */
export function shownChoice(state: SessionState): Choice | null {
  if (state.draft !== null) return state.draft;
  if (state.visiting === null) return null;
  return findDecision(state, state.visiting)?.choice ?? null;
}

export function findDecision(state: SessionState, itemId: number): Decision | undefined {
  // The wanted one is nearly always among the latest.
  for (let i = state.history.length - 1; i >= 0; i -= 1) {
    if (state.history[i]?.itemId === itemId) return state.history[i];
  }
  return undefined;
}

/**
 * How many tasks to ask for now; 0 when enough are ahead. Three pages (no more than 30 items on
 * account of the third) or five items, or eight seconds of work at the labeler's present pace when
 * that is more: a fast burst must never meet an empty buffer. Refilled at half, so that claims come
 * in batches; one that is under way (`filling`) goes on to the full number.
 */
export function tasksWanted(state: SessionState, pageSize: number, perSecond: number, filling = false): number {
  const pages = Math.max(2 * pageSize, Math.min(3 * pageSize, 30));
  const target = Math.max(pages, 5, Math.min(100, Math.ceil(perSecond * 8)));
  const missing = target - state.buffer.length + (state.front === null ? 1 : 0);
  if (filling || state.front === null) return Math.max(0, missing);
  return state.buffer.length > target / 2 ? 0 : missing;
}

/** Decisions per hour at work, or null while there are too few to say. */
export function perHour(state: SessionState): number | null {
  const decided = state.answered + state.skipped;
  if (decided < 5 || state.workedMs < 1000) return null;
  return Math.round(((decided - 1) * 3_600_000) / state.workedMs);
}

export interface Claim {
  tasks: readonly Task[];
  left: number | null;
  empty: Emptiness | null;
  /** Items whose answer still waits in the outbox: decided, though the server cannot know yet. */
  pending: ReadonlySet<number>;
}

export function addClaimed(state: SessionState, claim: Claim): SessionState {
  const here = new Set(state.buffer.map((task) => task.itemId));
  const added: Task[] = [];
  let front = state.front;
  let lost = state.lost;
  const seen = new Set(state.seen);
  for (const task of claim.tasks) {
    if (front !== null && task.itemId === front.itemId) {
      // The item on screen came back with a new lease: only the right to it changes.
      front = { ...front, lease: task.lease, expiresAt: task.expiresAt };
      lost = without(lost, task.itemId);
    } else if (!here.has(task.itemId) && !claim.pending.has(task.itemId) && !isKnown(seen, task)) {
      added.push(task);
      here.add(task.itemId);
      lost = without(lost, task.itemId);
    }
    if (task.lease !== null) seen.add(task.lease);
  }
  const buffer = [...state.buffer, ...added];
  const next = front ?? buffer.shift() ?? null;
  return {
    ...state,
    front: next,
    buffer,
    seen,
    lost,
    left: claim.left === null ? state.left : Math.max(0, claim.left - claim.pending.size),
    empty: next === null ? claim.empty : null,
  };
}

/** Decide about the item on screen, and go on. Nothing on screen: nothing happens. */
export function decide(
  state: SessionState,
  choice: Choice,
  by: { newId: string; at: number; isUnsent: (submissionId: string) => boolean },
): { state: SessionState; submission: Submission | null } {
  const task = shownTask(state);
  if (task === null) return { state, submission: null };
  const earlier = state.visiting === null ? undefined : findDecision(state, state.visiting);
  if (earlier !== undefined && sameChoice(earlier.choice, choice)) {
    return { state: toFront(state), submission: null };
  }
  const inPlace = earlier !== undefined && by.isUnsent(earlier.submissionId);
  const replaced = earlier?.submissionId ?? task.current?.submissionId ?? null;
  const submission: Submission = {
    submissionId: inPlace ? earlier.submissionId : by.newId,
    itemId: task.itemId,
    lease: task.lease,
    choice,
    replaces: inPlace ? null : replaced,
    inPlace,
  };
  const decision: Decision = {
    itemId: task.itemId,
    submissionId: submission.submissionId,
    choice,
    paths: [],
    skipped: choice.kind === 'skip',
    text: earlier?.text ?? excerpt(task.fields),
    at: by.at,
    task,
  };
  return { state: recordDecision(state, decision, earlier), submission };
}

function recordDecision(state: SessionState, decision: Decision, earlier: Decision | undefined): SessionState {
  const history =
    earlier === undefined
      ? forgetOldTexts([...withoutItem(state.history, decision.itemId), decision])
      : state.history.map((one) => (one === earlier ? decision : one));
  const timeline = [...state.timeline, decision.itemId];
  const moved: SessionState = {
    ...toFront(state),
    history,
    timeline,
    undoAt: timeline.length,
    answered: state.answered + (decision.skipped ? 0 : 1) - (earlier?.skipped === false ? 1 : 0),
    skipped: state.skipped + (decision.skipped ? 1 : 0) - (earlier?.skipped === true ? 1 : 0),
    workedMs: state.workedMs + workedSince(state.lastDecisionAt, decision.at),
    lastDecisionAt: decision.at,
  };
  if (earlier !== undefined) return moved;
  const [front = null, ...buffer] = state.buffer;
  return {
    ...moved,
    front,
    buffer,
    left: state.left === null ? null : Math.max(0, state.left - 1),
  };
}

/** An item sent back by a reviewer is decided anew: its old decision leaves the list. */
function withoutItem(history: readonly Decision[], itemId: number): readonly Decision[] {
  return history.some((one) => one.itemId === itemId) ? history.filter((one) => one.itemId !== itemId) : history;
}

function workedSince(last: number | null, at: number): number {
  return last === null ? 0 : Math.max(0, Math.min(at - last, BREAK_MS));
}

function forgetOldTexts(history: readonly Decision[]): readonly Decision[] {
  const old = history.length - 1 - TASKS_KEPT;
  const one = history[old];
  if (one === undefined || one.task === null) return history;
  return history.map((decision, i) => (i === old ? { ...decision, task: null } : decision));
}

export function setDraft(state: SessionState, draft: Choice | null): SessionState {
  if (shownTask(state) === null || sameChoice(state.draft, draft)) return state;
  return { ...state, draft, draftsBefore: [...state.draftsBefore, state.draft], draftsUndone: [] };
}

/** The draft as it was left when the page was closed, with its way back. */
export function restoreDraft(state: SessionState, draft: KeptDraft): SessionState {
  return { ...state, draft: draft.choice, draftsBefore: draft.before, draftsUndone: [] };
}

export interface KeptDraft {
  choice: Choice;
  before: readonly (Choice | null)[];
}

export function canUndo(state: SessionState): boolean {
  return state.undoAt > 0 || state.draftsBefore.length > 0;
}

export function canRedo(state: SessionState): boolean {
  return state.undoAt < state.timeline.length || state.draftsUndone.length > 0;
}

/** Back to the item at the head of the queue; whatever was open keeps its decision. */
export function toFront(state: SessionState): SessionState {
  return { ...state, visiting: null, opening: null, ...NO_DRAFT, undoAt: state.timeline.length };
}

/** Open an earlier decision. Without its text at hand it is `opening` until `opened` brings it. */
export function visit(state: SessionState, itemId: number): SessionState {
  const decision = findDecision(state, itemId);
  if (decision === undefined) return state;
  const opening = decision.task === null ? itemId : null;
  return { ...state, visiting: itemId, opening, ...NO_DRAFT };
}

export function opened(state: SessionState, task: Task): SessionState {
  const history = state.history.map((decision) =>
    decision.itemId === task.itemId
      ? {
          ...decision,
          task,
          choice: decision.choice ?? task.current?.choice ?? null,
          submissionId:
            decision.choice === null ? (task.current?.submissionId ?? decision.submissionId) : decision.submissionId,
        }
      : decision,
  );
  return { ...state, history, opening: state.opening === task.itemId ? null : state.opening };
}

/**
 * Undo takes back what was chosen on this item; with nothing left of that it opens the latest decision again with its choice marked. Nothing is withdrawn: the decision
 * stands until a new one takes its place, so that an undo without a follow-up loses nothing.
 */
export function undo(state: SessionState): SessionState {
  if (state.draftsBefore.length > 0) {
    return {
      ...state,
      draft: state.draftsBefore.at(-1) ?? null,
      draftsBefore: state.draftsBefore.slice(0, -1),
      draftsUndone: [state.draft, ...state.draftsUndone],
    };
  }
  const at = state.undoAt - 1;
  const itemId = state.timeline[at];
  if (itemId === undefined) return state;
  return { ...visit(state, itemId), undoAt: at };
}

export function redo(state: SessionState): SessionState {
  const [draft = null, ...draftsUndone] = state.draftsUndone;
  if (state.draftsUndone.length > 0) {
    return { ...state, draft, draftsBefore: [...state.draftsBefore, state.draft], draftsUndone };
  }
  const at = state.undoAt + 1;
  const itemId = state.timeline[at];
  if (itemId === undefined) return at > state.timeline.length ? state : toFront(state);
  return { ...visit(state, itemId), undoAt: at };
}

/** Step along the history: -1 is the item before, +1 the one after; past the end is the front. */
export function step(state: SessionState, by: -1 | 1): SessionState {
  const { history, visiting } = state;
  const at = visiting === null ? history.length : history.findIndex((one) => one.itemId === visiting);
  const next = history[at + by];
  if (next !== undefined) return { ...visit(state, next.itemId), undoAt: state.timeline.length };
  return by === 1 ? toFront(state) : state;
}

/** Leases the server no longer holds for us: waiting tasks go silently, the one on screen stays. */
export function dropLost(state: SessionState, leases: readonly string[]): SessionState {
  if (leases.length === 0) return state;
  const gone = new Set(leases);
  const buffer = state.buffer.filter((task) => task.lease === null || !gone.has(task.lease));
  const onScreen = state.front?.lease != null && gone.has(state.front.lease);
  const lost = onScreen && state.front ? new Set(state.lost).add(state.front.itemId) : state.lost;
  return { ...state, buffer, lost };
}

/** Drop the item on screen for the next one, for a lost lease the labeler does not want to answer. */
export function passFront(state: SessionState): SessionState {
  const [front = null, ...buffer] = state.buffer;
  return { ...toFront(state), front, buffer };
}

export function renewed(state: SessionState, expiresAt: number, leases: readonly string[]): SessionState {
  const held = new Set(leases);
  const extend = (task: Task): Task => (task.lease !== null && held.has(task.lease) ? { ...task, expiresAt } : task);
  return {
    ...state,
    front: state.front === null ? null : extend(state.front),
    buffer: state.buffer.map(extend),
  };
}

/** The decisions a project pause, or an empty answer, leaves on screen: none of the tasks ahead. */
export function clearBuffer(state: SessionState): SessionState {
  return { ...state, buffer: [] };
}

export function heldLeases(state: SessionState): string[] {
  const leases = state.buffer.map((task) => task.lease);
  if (state.front !== null && !state.lost.has(state.front.itemId)) leases.unshift(state.front.lease);
  return leases.filter((lease): lease is string => lease !== null);
}

function isKnown(seen: ReadonlySet<string>, task: Task): boolean {
  return task.lease !== null && seen.has(task.lease);
}

function without(set: ReadonlySet<number>, id: number): ReadonlySet<number> {
  if (!set.has(id)) return set;
  const copy = new Set(set);
  copy.delete(id);
  return copy;
}
