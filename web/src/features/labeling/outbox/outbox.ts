/**
 * Decisions on their way to the server. `add` returns at once with the decision held in memory and
 * its local write begun; sending goes on beside it, in the order of deciding, a few at a time but
 * never two for one item. Nothing leaves until the server has stored it or has said why not.
 */

import type { Entry, Refusal, Reply, Send } from './entry';
import type { EntryStore } from './store';
import type { TabLocks } from './tab-locks';

const IN_FLIGHT = 4;
const SHORTEST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;
/** A pause normally ends by an event; this is for when the event was missed. */
const PAUSE_PROBE_MS = 30_000;
const ORPHAN_SCAN_MS = 60_000;
/** Storage that answers later than this is treated as absent rather than holding up the page. */
const STORAGE_PATIENCE_MS = 3000;

export interface OutboxStatus {
  /** Decisions the server has not yet stored. */
  pending: readonly Entry[];
  refused: readonly Entry[];
  /** Why nothing moves, if so. */
  stalled: Stall | null;
  /** False when this browser could not keep them: closing the tab would lose them. */
  durable: boolean;
}

export type Stall = 'offline' | 'server' | 'signed_out' | 'paused';

export interface OutboxParts {
  store: EntryStore;
  locks: TabLocks;
  send: Send;
  now: () => number;
  random: () => number;
  isOnline: () => boolean;
  /** A request of this page waits for the person to sign in again. */
  needsSignIn: () => boolean;
  /** Runs soon, but lets the next item be painted first. */
  defer: (run: () => void) => void;
}

/** What is known about sending an entry; not stored, since a reload knows nothing of it. */
interface Attempts {
  failures: number;
  notBefore: number;
  /** An attempt ended without a clear answer: the server may have this submission. */
  perhapsStored: boolean;
}

export type NewEntry = Omit<Entry, 'seq' | 'tab' | 'state' | 'refusal'>;

export class Outbox {
  private entries: Entry[] = [];
  private readonly attempts = new Map<string, Attempts>();
  private readonly flying = new Map<string, Entry>();
  private readonly pausedUntil = new Map<number, number>();
  private readonly watched = new Set<string>();
  /** Refused submissions, each with what it would have replaced: a later one must not name them. */
  private readonly overruled = new Map<string, string | null>();
  private readonly listeners = new Set<() => void>();
  private readonly storedListeners = new Set<(entry: Entry) => void>();
  private signedOut = false;
  private failures = 0;
  private quietUntil = 0;
  private stalledBy: 'offline' | 'server' | null = null;
  private durable = true;
  private lastSeq = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private scan: ReturnType<typeof setInterval> | null = null;
  private closed = false;
  private snapshot: OutboxStatus | null = null;

  constructor(
    private tab: string,
    private readonly parts: OutboxParts,
  ) {}

  /** The name this tab sends under. */
  get tabName(): string {
    return this.tab;
  }

  /** Load what an earlier page left behind, and begin to send it. */
  async start(): Promise<void> {
    const { locks, store } = this.parts;
    this.tab = await locks.hold(this.tab);
    try {
      const stored = await within(STORAGE_PATIENCE_MS, store.all());
      this.take(stored.filter((entry) => entry.tab === this.tab));
      this.watch(stored);
    } catch {
      this.lostDurability();
    }
    this.scan = setInterval(() => void this.scanForOrphans(), ORPHAN_SCAN_MS);
  }

  add(entry: NewEntry): Entry {
    // Time keeps the order across tabs and reloads, the maximum keeps it within a millisecond.
    this.lastSeq = Math.max(this.parts.now(), this.lastSeq + 1);
    const full: Entry = { ...entry, seq: this.lastSeq, tab: this.tab, state: 'waiting', refusal: null };
    full.replaces = this.standing(full.replaces);
    // The same item, refused before and decided anew: the new decision speaks for both.
    for (const old of this.entries.filter((e) => e.state === 'refused' && e.itemId === full.itemId)) this.forget(old);
    this.entries.push(full);
    this.keep(full);
    this.changed();
    this.parts.defer(() => this.pump());
    return full;
  }

  /** True while the server cannot have this submission, so that it may still be changed here. */
  isUnsent(submissionId: string): boolean {
    const entry = this.find(submissionId);
    if (entry?.state !== 'waiting' || this.flying.has(submissionId)) return false;
    return this.attempts.get(submissionId)?.perhapsStored !== true;
  }

  /** Change the choice of an unsent entry. False when it is too late for that. */
  change(submissionId: string, to: Pick<Entry, 'choice' | 'activeMs' | 'input' | 'at'>): boolean {
    const entry = this.find(submissionId);
    if (entry === undefined || !this.isUnsent(submissionId)) return false;
    this.replaceEntry(entry, { ...entry, ...to });
    return true;
  }

  /** Offer a refused entry to the server once more. */
  retry(submissionId: string): void {
    const entry = this.find(submissionId);
    if (entry?.state !== 'refused') return;
    this.attempts.delete(submissionId);
    this.replaceEntry(entry, { ...entry, state: 'waiting', refusal: null });
    this.pump();
  }

  dismiss(submissionId: string): void {
    const entry = this.find(submissionId);
    if (entry?.state !== 'refused') return;
    this.forget(entry);
    this.changed();
  }

  resume(projectId: number): void {
    if (!this.pausedUntil.delete(projectId)) return;
    this.changed();
    this.pump();
  }

  /** The network, or the server, is said to be back: do not sit out the wait. */
  wake(): void {
    this.quietUntil = 0;
    for (const known of this.attempts.values()) known.notBefore = 0;
    this.changed();
    this.pump();
  }

  status(): OutboxStatus {
    this.snapshot ??= {
      pending: this.entries.filter((entry) => entry.state === 'waiting'),
      refused: this.entries.filter((entry) => entry.state === 'refused'),
      stalled: this.stall(),
      durable: this.durable,
    };
    return this.snapshot;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  onStored(listener: (entry: Entry) => void): () => void {
    this.storedListeners.add(listener);
    return () => this.storedListeners.delete(listener);
  }

  /** The network, or the right to use it, came or went; what the footer says depends on it. */
  connectionChanged(): void {
    if (!this.parts.isOnline() || this.parts.needsSignIn()) return this.changed();
    this.signedOut = false;
    this.wake();
  }

  close(): void {
    this.closed = true;
    if (this.timer !== null) clearTimeout(this.timer);
    if (this.scan !== null) clearInterval(this.scan);
    this.parts.locks.close();
    this.parts.store.close();
  }

  private stall(): Stall | null {
    const pending = this.entries.filter((entry) => entry.state === 'waiting');
    if (pending.length === 0) return null;
    if (this.signedOut || this.parts.needsSignIn()) return 'signed_out';
    if (!this.parts.isOnline()) return 'offline';
    if (this.stalledBy !== null) return this.stalledBy;
    if (pending.every((entry) => this.pausedUntil.has(entry.projectId))) return 'paused';
    return pending.every((entry) => (this.attempts.get(entry.submissionId)?.failures ?? 0) > 0) ? 'server' : null;
  }

  private pump(): void {
    if (this.closed || this.signedOut || this.parts.needsSignIn()) return;
    const now = this.parts.now();
    if (now < this.quietUntil) return this.pumpAt(this.quietUntil);
    // After a failure one request finds out whether the way is free before the others follow.
    const room = this.failures > 0 ? 1 : IN_FLIGHT;
    const busy = new Set<number>();
    for (const entry of this.flying.values()) busy.add(entry.itemId);
    let wakeAt = Infinity;
    for (const entry of this.entries) {
      if (this.flying.size >= room) return;
      if (entry.state !== 'waiting' || this.flying.has(entry.submissionId)) continue;
      const from = Math.max(
        this.attempts.get(entry.submissionId)?.notBefore ?? 0,
        this.pausedUntil.get(entry.projectId) ?? 0,
      );
      if (busy.has(entry.itemId)) continue;
      busy.add(entry.itemId);
      if (now >= from) void this.fly(entry);
      else wakeAt = Math.min(wakeAt, from);
    }
    if (wakeAt !== Infinity) this.pumpAt(wakeAt);
  }

  private pumpAt(at: number): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.pump(), Math.max(0, at - this.parts.now()));
  }

  private async fly(entry: Entry): Promise<void> {
    const id = entry.submissionId;
    this.flying.set(id, entry);
    let reply: Reply;
    try {
      reply = await this.parts.send(entry);
    } catch {
      reply = { kind: 'unreachable' };
    }
    this.flying.delete(id);
    if (this.closed) return;
    this.land(entry, reply);
    this.changed();
    this.pump();
  }

  private land(entry: Entry, reply: Reply): void {
    const id = entry.submissionId;
    const known = this.attempts.get(id) ?? { failures: 0, notBefore: 0, perhapsStored: false };
    this.attempts.set(id, known);
    const now = this.parts.now();
    if (reply.kind === 'unreachable') {
      known.perhapsStored = true;
      this.quiet('offline', this.backOff(this.failures));
      return;
    }
    if (reply.kind === 'busy') {
      this.quiet('server', reply.retryAfterMs ?? this.backOff(this.failures));
      return;
    }
    this.failures = 0;
    this.stalledBy = null;
    switch (reply.kind) {
      case 'stored':
        this.overruled.delete(id);
        this.forget(entry);
        for (const listener of this.storedListeners) listener(entry);
        break;
      case 'failed':
        known.perhapsStored = true;
        known.failures += 1;
        known.notBefore = now + this.backOff(known.failures - 1);
        break;
      case 'paused':
        this.pausedUntil.set(entry.projectId, now + PAUSE_PROBE_MS);
        break;
      case 'signed_out':
        this.signedOut = true;
        break;
      case 'refused':
        this.refuse(entry, reply.refusal);
        break;
    }
    if (reply.kind !== 'paused') this.pausedUntil.delete(entry.projectId);
  }

  /** Wait with everything. Answers that fail together count as one failure. */
  private quiet(why: 'offline' | 'server', forMs: number): void {
    const now = this.parts.now();
    this.stalledBy = why;
    if (now < this.quietUntil) return;
    this.failures += 1;
    this.quietUntil = now + forMs;
  }

  private backOff(failures: number): number {
    const wait = SHORTEST_WAIT_MS * 2 ** Math.min(failures, 10) * (0.75 + this.parts.random() / 2);
    return Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_WAIT_MS, wait));
  }

  /** The submission that counts on the server where this one was meant to be. */
  private standing(submissionId: string | null): string | null {
    let at = submissionId;
    while (at !== null && this.overruled.has(at)) at = this.overruled.get(at) ?? null;
    return at;
  }

  private refuse(entry: Entry, refusal: Refusal): void {
    this.overruled.set(entry.submissionId, entry.replaces);
    const next = this.entries.find((other) => other.state === 'waiting' && other.replaces === entry.submissionId);
    if (next === undefined) {
      this.replaceEntry(entry, { ...entry, state: 'refused', refusal });
      return;
    }
    // A correction is already behind it: let that be judged instead of a choice nobody wants.
    this.replaceEntry(next, { ...next, replaces: this.standing(entry.submissionId) });
    this.forget(entry);
  }

  private find(submissionId: string): Entry | undefined {
    return this.entries.find((entry) => entry.submissionId === submissionId);
  }

  private replaceEntry(old: Entry, entry: Entry): void {
    this.entries = this.entries.map((one) => (one.submissionId === old.submissionId ? entry : one));
    this.keep(entry);
    this.changed();
  }

  private keep(entry: Entry): void {
    this.parts.store.put(entry).catch(() => this.lostDurability());
  }

  private forget(entry: Entry): void {
    this.entries = this.entries.filter((one) => one.submissionId !== entry.submissionId);
    this.attempts.delete(entry.submissionId);
    // A crash before this is harmless: the next page sends it again, which is a replay.
    this.parts.store.remove(entry.submissionId).catch(() => undefined);
  }

  private lostDurability(): void {
    this.durable = false;
    this.changed();
  }

  /** Entries from storage may have been sent by the page that wrote them. */
  private take(entries: readonly Entry[]): void {
    const here = new Set(this.entries.map((entry) => entry.submissionId));
    const fresh = entries.filter((entry) => !here.has(entry.submissionId));
    for (const { submissionId, seq, state, replaces } of fresh) {
      if (state === 'refused') this.overruled.set(submissionId, replaces);
      this.attempts.set(submissionId, { failures: 0, notBefore: 0, perhapsStored: true });
      this.lastSeq = Math.max(this.lastSeq, seq);
    }
    this.entries = [...this.entries, ...fresh].sort((a, b) => a.seq - b.seq);
    this.changed();
    this.pump();
  }

  private watch(stored: readonly Entry[]): void {
    for (const { tab } of stored) {
      if (tab === this.tab || this.watched.has(tab)) continue;
      this.watched.add(tab);
      this.parts.locks.whenGone(tab, async () => {
        this.watched.delete(tab);
        if (!this.closed) this.take(await this.parts.store.adopt(tab, this.tab));
      });
    }
  }

  private async scanForOrphans(): Promise<void> {
    try {
      this.watch(await this.parts.store.all());
    } catch {
      // Storage that cannot be read now is tried again at the next scan.
    }
  }

  private changed(): void {
    this.snapshot = null;
    for (const listener of this.listeners) listener();
  }
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('timed out')), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
