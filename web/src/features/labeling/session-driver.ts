/**
 * Keeps a sitting going: feeds it tasks ahead of need, keeps their leases alive, and hands decisions
 * to the outbox. A key press runs through `decide` without waiting for anything.
 */

import { isApiError } from '@/lib/problem';
import type { TaskCalls } from './api/calls';
import type { DraftStore } from './drafts';
import { LookTime, Pace } from './model/pace';
import {
  addClaimed,
  clearBuffer,
  decide,
  dropLost,
  heldLeases,
  opened,
  passFront,
  redo,
  renewed,
  restoreDraft,
  setDraft,
  shownChoice,
  shownTask,
  startSession,
  step,
  tasksWanted,
  toFront,
  undo,
  visit,
  type Decision,
  type SessionState,
} from './model/session';
import type { Answer, Choice } from './model/task';
import type { InputKind } from './outbox/entry';
import type { Outbox } from './outbox/outbox';

export interface DriverParts {
  projectId: number;
  pageSize: number;
  recent: readonly Decision[];
  left: number;
  calls: TaskCalls;
  outbox: Outbox;
  drafts: DraftStore;
  now: () => number;
  newId: () => string;
  isVisible: () => boolean;
}

/** Why no tasks come, when it is not that there are none. */
export type Trouble = { kind: 'no_access' } | { kind: 'unreachable' } | { kind: 'failed'; error: unknown };

export interface Sitting {
  session: SessionState;
  paused: boolean;
  trouble: Trouble | null;
  /** An earlier item could not be opened; says why. */
  openFailed: string | null;
}

const RENEW_MS = 60_000;
/** With the queue drained, ask again now and then, in case an event was missed. */
const DRAINED_POLL_MS = 15_000;
const LONGEST_RETRY_MS = 15_000;
const CLAIM_LIMIT = 50;
/** As many leases as the server takes in one list. */
const LEASES_NAMED = 1000;

export class SessionDriver {
  private sitting: Sitting;
  private labelSetVersion = 0;
  private readonly listeners = new Set<() => void>();
  private readonly pace = new Pace();
  private readonly look = new LookTime();
  private lookedAt: number | null = null;
  /** When an item came up on an empty screen: keys pressed before that were not meant for it. */
  private appearedAt = 0;
  private claiming = false;
  private drained = false;
  private retries = 0;
  private started = false;
  private renewMs = RENEW_MS;
  private renewedAt = 0;
  private stopListening: (() => void) | null = null;
  private renewTimer: ReturnType<typeof setTimeout> | null = null;
  private claimTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly parts: DriverParts) {
    const { pending, refused } = parts.outbox.status();
    const waiting = [...pending, ...refused].filter((entry) => entry.projectId === parts.projectId);
    this.sitting = {
      session: startSession(withWaiting(parts.recent, waiting.map(toDecision)), parts.left),
      paused: false,
      trouble: null,
      openFailed: null,
    };
  }

  getSitting = (): Sitting => this.sitting;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  start(): void {
    this.started = true;
    this.renewedAt = this.parts.now();
    this.stopListening = this.parts.outbox.onStored(() => {
      // The last answers have arrived: only now can the server say whether all is done.
      if (this.sitting.session.front === null && this.waitingLeases().length === 0) this.queueChanged();
    });
    this.scheduleRenewal();
    void this.refill();
  }

  /** The page goes away, for good or into the browser's back cache. */
  stop(): void {
    this.started = false;
    this.stopListening?.();
    if (this.renewTimer !== null) clearTimeout(this.renewTimer);
    if (this.claimTimer !== null) clearTimeout(this.claimTimer);
    const { session } = this.sitting;
    const waiting = new Set(this.waitingLeases());
    // Those of answers on their way stay, or the server would give the item to someone else.
    this.parts.calls.release(heldLeases(session).filter((lease) => !waiting.has(lease)));
    this.setSession(clearBuffer(dropLost(session, heldLeases(session))));
  }

  labelsAre(version: number): void {
    this.labelSetVersion = version;
  }

  projectIs(state: { paused: boolean }): void {
    if (state.paused === this.sitting.paused) return;
    this.set({ paused: state.paused });
    if (state.paused) {
      // A pause ends the leases; what waits here would be refused. The item on screen stays to be read.
      this.setSession(clearBuffer(this.sitting.session));
      return;
    }
    this.parts.outbox.resume(this.parts.projectId);
    void this.renew();
    this.moreMayBeThere();
  }

  /** Something moved in the queue. With items ahead that is no news for this page. */
  queueChanged(): void {
    if (this.drained || this.retries > 0) this.moreMayBeThere();
  }

  /** Ask again now, whatever the last answer was. */
  moreMayBeThere(): void {
    this.drained = false;
    this.retries = 0;
    void this.refill();
  }

  visibilityChanged(): void {
    const { now, isVisible } = this.parts;
    this.look.visibility(now(), isVisible());
    if (isVisible() && this.started && now() - this.renewedAt > this.renewMs / 2) void this.renew();
  }

  /** False for a key pressed before the item on screen was there to be seen. */
  wasSeen(eventTime: number): boolean {
    return shownTask(this.sitting.session) !== null && eventTime >= this.appearedAt;
  }

  decide(choice: Choice, input: InputKind): boolean {
    if (this.sitting.paused) return false;
    const { outbox, now, newId, projectId } = this.parts;
    const at = now();
    const { state, submission } = decide(this.sitting.session, choice, {
      newId: newId(),
      at,
      isUnsent: (id) => outbox.isUnsent(id),
    });
    if (state === this.sitting.session) return false;
    if (this.sitting.session.visiting === null) this.parts.drafts.forget();
    if (submission !== null) {
      const activeMs = this.look.read(at);
      this.pace.mark(at);
      if (submission.inPlace) {
        outbox.change(submission.submissionId, { choice, activeMs, input, at });
      } else {
        const text = state.history.find((one) => one.itemId === submission.itemId)?.text ?? '';
        const { submissionId, itemId, lease, replaces } = submission;
        const { labelSetVersion } = this;
        outbox.add({
          submissionId,
          projectId,
          itemId,
          lease,
          choice,
          replaces,
          labelSetVersion,
          activeMs,
          input,
          at,
          text,
        });
      }
    }
    this.setSession(state);
    void this.refill();
    return true;
  }

  draft(choice: Choice | null): void {
    this.setSession(setDraft(this.sitting.session, choice));
  }

  /** Change what is marked on the item on screen, whatever React has drawn of it so far. */
  edit(change: (before: Answer | null) => Answer): void {
    const { session, paused } = this.sitting;
    if (paused) return;
    const shown = shownChoice(session);
    this.draft({ kind: 'answer', answer: change(shown?.kind === 'answer' ? shown.answer : null) });
  }

  undo(): void {
    this.go(undo(this.sitting.session));
  }

  redo(): void {
    this.go(redo(this.sitting.session));
  }

  step(by: -1 | 1): void {
    this.go(step(this.sitting.session, by));
  }

  visit(itemId: number): void {
    this.go(visit(this.sitting.session, itemId));
  }

  toFront(): void {
    this.go(toFront(this.sitting.session));
  }

  passFront(): void {
    this.setSession(passFront(this.sitting.session));
    void this.refill();
  }

  private go(session: SessionState): void {
    this.set({ session, openFailed: null });
    if (session.opening !== null) void this.open(session.opening);
  }

  private async open(itemId: number): Promise<void> {
    try {
      const task = await this.parts.calls.open(itemId);
      this.setSession(opened(this.sitting.session, task));
    } catch (error) {
      if (this.sitting.session.opening !== itemId) return;
      const openFailed = isApiError(error) ? error.detail : 'This item could not be opened.';
      this.set({ session: toFront(this.sitting.session), openFailed });
    }
  }

  /** Ask for tasks while too few are ahead. One claim at a time, beside everything else. */
  private async refill(filling = false): Promise<void> {
    if (this.claiming || this.drained || !this.started || this.sitting.paused) return;
    const { pageSize, now, calls, outbox, projectId } = this.parts;
    const wanted = tasksWanted(this.sitting.session, pageSize, this.pace.perSecond(now()), filling);
    if (wanted === 0) return;
    this.claiming = true;
    if (this.claimTimer !== null) clearTimeout(this.claimTimer);
    const limit = Math.min(wanted, CLAIM_LIMIT);
    let again = false;
    try {
      const have = this.allLeases();
      const claim = await calls.claim({ limit, have });
      if (!this.started) return calls.release(claim.tasks.flatMap((task) => task.lease ?? []));
      const pending = new Set(
        outbox
          .status()
          .pending.filter((entry) => entry.projectId === projectId)
          .map((entry) => entry.itemId),
      );
      this.setSession(addClaimed(this.sitting.session, { ...claim, pending }));
      this.set({ trouble: null });
      this.renewMs = Math.min(RENEW_MS, claim.renewInMs);
      this.retries = 0;
      this.drained = claim.empty !== null || claim.tasks.length === 0;
      again = !this.drained;
      if (this.drained) this.claimLater(DRAINED_POLL_MS);
    } catch (error) {
      this.claimFailed(error);
    } finally {
      this.claiming = false;
    }
    // The server gives a page at a time; one refill may take several.
    if (again) void this.refill(true);
  }

  private claimFailed(error: unknown): void {
    if (!this.started) return;
    if (isApiError(error) && error.code === 'paused') return this.projectIs({ paused: true });
    if (isApiError(error) && (error.status === 403 || error.status === 404)) {
      return this.set({ trouble: { kind: 'no_access' } });
    }
    const unreachable = !isApiError(error) || error.status === 0 || error.status === 503;
    this.set({ trouble: unreachable ? { kind: 'unreachable' } : { kind: 'failed', error } });
    const wait = isApiError(error) && error.retryAfter !== null ? error.retryAfter * 1000 : 1000 * 2 ** this.retries;
    this.retries += 1;
    this.claimLater(Math.min(LONGEST_RETRY_MS, wait));
  }

  private claimLater(ms: number): void {
    this.claimTimer = setTimeout(() => {
      this.drained = false;
      void this.refill();
    }, ms);
  }

  /** What this tab still answers for: tasks ahead first, then answers on their way. */
  private allLeases(): string[] {
    return [...heldLeases(this.sitting.session), ...this.waitingLeases()].slice(0, LEASES_NAMED);
  }

  private waitingLeases(): string[] {
    const { outbox, projectId } = this.parts;
    return outbox.status().pending.flatMap((entry) => (entry.projectId === projectId && entry.lease) || []);
  }

  private scheduleRenewal(): void {
    if (this.renewTimer !== null) clearTimeout(this.renewTimer);
    this.renewTimer = setTimeout(() => {
      // A page nobody looks at lets its leases run out, so that others get the items.
      if (this.parts.isVisible()) void this.renew();
      this.scheduleRenewal();
    }, this.renewMs);
  }

  private async renew(): Promise<void> {
    const leases = this.allLeases();
    if (leases.length === 0 || this.sitting.paused) return;
    try {
      const { expiresAt, lost } = await this.parts.calls.renew(leases);
      this.renewedAt = this.parts.now();
      const gone = new Set(lost);
      const kept = leases.filter((lease) => !gone.has(lease));
      this.setSession(dropLost(renewed(this.sitting.session, expiresAt, kept), lost));
      // The item on screen may be had again: the claim brings it back if nobody else took it.
      if (lost.length > 0) this.moreMayBeThere();
    } catch {
      // The next beat tries again; until then the notice before expiry speaks.
    }
  }

  private setSession(session: SessionState): void {
    if (session !== this.sitting.session) this.set({ session });
  }

  private set(change: Partial<Sitting>): void {
    const before = shownTask(this.sitting.session);
    this.sitting = { ...this.sitting, ...change };
    const shown = shownTask(this.sitting.session);
    this.keepDraft(shown?.itemId ?? null);
    const { now, isVisible } = this.parts;
    if (before === null && shown !== null) this.appearedAt = performance.now();
    if (shown !== null && shown.itemId !== this.lookedAt) this.look.restart(now(), isVisible());
    this.lookedAt = shown?.itemId ?? null;
    for (const listener of this.listeners) listener();
  }

  /** What is chosen but not submitted outlives a reload. Only for the item in work: an earlier one has its decision. */
  private keepDraft(shown: number | null): void {
    const { session } = this.sitting;
    if (shown === null || session.visiting !== null) return;
    const { drafts } = this.parts;
    if (shown === this.lookedAt) return drafts.write(shown, this.labelSetVersion, session);
    const kept = session.draft === null ? drafts.read(shown, this.labelSetVersion) : null;
    if (kept !== null) this.sitting = { ...this.sitting, session: restoreDraft(session, kept) };
  }
}

type WaitingEntry = ReturnType<Outbox['status']>['pending'][number];

/** An answer of an earlier page that is still on its way, as a decision to go back to. */
function toDecision(entry: WaitingEntry): Decision {
  return {
    itemId: entry.itemId,
    submissionId: entry.submissionId,
    choice: entry.choice,
    paths: [],
    skipped: entry.choice.kind === 'skip',
    text: entry.text,
    at: entry.at,
    task: null,
  };
}

/** What the server remembers, and what it has not heard of yet; the newer word on an item counts. */
function withWaiting(recent: readonly Decision[], waiting: readonly Decision[]): Decision[] {
  const newer = new Set(waiting.map((decision) => decision.itemId));
  return [...recent.filter((decision) => !newer.has(decision.itemId)), ...waiting].sort((a, b) => a.at - b.at);
}
