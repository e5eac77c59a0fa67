import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Choice } from '../model/task';
import type { Entry, Reply } from './entry';
import { Outbox, type NewEntry, type OutboxParts } from './outbox';
import { openEntryStore } from './store';
import type { TabLocks } from './tab-locks';

const label = (id: number): Choice => ({ kind: 'answer', answer: { type: 'multiclass', label: id } });
const entry = (n: number, more: Partial<NewEntry> = {}): NewEntry => ({
  submissionId: `s${n}`,
  projectId: 1,
  itemId: n,
  lease: `l${n}`,
  choice: label(n),
  replaces: null,
  labelSetVersion: 1,
  activeMs: 10,
  input: 'key',
  at: n,
  text: `text ${n}`,
  ...more,
});

/** Tabs of one browser: a name is free again when its holder closes. */
class FakeLocks {
  private readonly holders = new Set<string>();
  private readonly waiting = new Map<string, (() => Promise<void>)[]>();

  tab(): TabLocks {
    let mine = '';
    return {
      hold: (wanted) => {
        mine = this.holders.has(wanted) ? `${wanted}-copy` : wanted;
        this.holders.add(mine);
        return Promise.resolve(mine);
      },
      whenGone: (tab, run) => {
        if (!this.holders.has(tab)) void run();
        else this.waiting.set(tab, [...(this.waiting.get(tab) ?? []), run]);
      },
      close: () => {
        this.holders.delete(mine);
        for (const run of this.waiting.get(mine) ?? []) void run();
        this.waiting.delete(mine);
      },
    };
  }
}

/** A server that stores by submission id and answers as told. */
class FakeServer {
  readonly stored = new Map<string, Entry>();
  readonly arrived: string[] = [];
  inFlight = 0;
  mostInFlight = 0;
  readonly itemsInFlight = new Set<number>();
  clash = false;
  delayMs = 0;
  answer: (entry: Entry) => Reply | 'lost answer' = () => ({ kind: 'stored' });

  send = async (e: Entry): Promise<Reply> => {
    if (this.itemsInFlight.has(e.itemId)) this.clash = true;
    this.itemsInFlight.add(e.itemId);
    this.inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    this.arrived.push(e.submissionId);
    await new Promise((done) => setTimeout(done, this.delayMs));
    this.inFlight -= 1;
    this.itemsInFlight.delete(e.itemId);
    const answer = this.answer(e);
    if (answer === 'lost answer') {
      this.stored.set(e.submissionId, e);
      return { kind: 'unreachable' };
    }
    if (answer.kind === 'stored') this.stored.set(e.submissionId, e);
    return answer;
  };
}

let user = 0;
let locks: FakeLocks;
let server: FakeServer;
let online = true;
const opened: Outbox[] = [];

async function openTab(tab = 'tab-a'): Promise<Outbox> {
  const parts: OutboxParts = {
    store: openEntryStore(user),
    locks: locks.tab(),
    send: server.send,
    now: () => Date.now(),
    random: () => 0.5,
    isOnline: () => online,
    needsSignIn: () => false,
    defer: (run) => void setTimeout(run, 0),
  };
  const outbox = new Outbox(tab, parts);
  opened.push(outbox);
  await outbox.start();
  return outbox;
}

const ids = (entries: readonly Entry[]) => entries.map((e) => e.submissionId);
const drained = (outbox: Outbox, ms = 5000) =>
  vi.waitFor(() => expect(outbox.status().pending).toEqual([]), { timeout: ms, interval: 5 });

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 20, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  user += 1;
  locks = new FakeLocks();
  server = new FakeServer();
  online = true;
});
afterEach(() => {
  opened.splice(0).forEach((outbox) => outbox.close());
  vi.useRealTimers();
});

describe('sending', () => {
  it('stores a burst of 100 against a slow server: all, right item, right order', async () => {
    const outbox = await openTab();
    server.delayMs = 1000;
    for (let n = 1; n <= 100; n += 1) {
      outbox.add(entry(n));
      await vi.advanceTimersByTimeAsync(50);
    }
    await vi.advanceTimersByTimeAsync(30_000);
    await drained(outbox);
    expect([...server.stored.values()].map((e) => [e.itemId, e.choice])).toEqual(
      Array.from({ length: 100 }, (_, i) => [i + 1, label(i + 1)]),
    );
    const seqs = [...server.stored.values()].map((e) => e.seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
    expect(new Set(seqs).size).toBe(100);
    expect(server.mostInFlight).toBe(4);
  });

  it('never has two in flight for one item', async () => {
    const outbox = await openTab();
    server.delayMs = 100;
    outbox.add(entry(1));
    await vi.advanceTimersByTimeAsync(10);
    outbox.add(entry(2, { itemId: 1, replaces: 's1', choice: label(5) }));
    outbox.add(entry(3));
    await vi.advanceTimersByTimeAsync(50);
    expect(server.arrived).toEqual(['s1', 's3']);
    await vi.advanceTimersByTimeAsync(300);
    expect(server.arrived).toEqual(['s1', 's3', 's2']);
    expect(server.clash).toBe(false);
  });

  it('says saved only when the server has answered', async () => {
    const outbox = await openTab();
    server.delayMs = 500;
    outbox.add(entry(1));
    await vi.advanceTimersByTimeAsync(400);
    expect(ids(outbox.status().pending)).toEqual(['s1']);
    await vi.advanceTimersByTimeAsync(200);
    expect(outbox.status().pending).toEqual([]);
  });
});

describe('a server that is away', () => {
  it('keeps everything through an outage, in order, and tells', async () => {
    const outbox = await openTab();
    server.answer = () => ({ kind: 'unreachable' });
    for (let n = 1; n <= 10; n += 1) outbox.add(entry(n));
    await vi.advanceTimersByTimeAsync(2000);
    expect(outbox.status().stalled).toBe('offline');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(outbox.status().pending.length).toBe(10);
    server.answer = () => ({ kind: 'stored' });
    await vi.advanceTimersByTimeAsync(40_000);
    await drained(outbox);
    expect([...server.stored.keys()]).toEqual(Array.from({ length: 10 }, (_, i) => `s${i + 1}`));
    expect(outbox.status().stalled).toBeNull();
  });

  it('waits between 1 and 30 s, probing with one request', async () => {
    const outbox = await openTab();
    const times: number[] = [];
    server.answer = () => {
      times.push(Date.now());
      return { kind: 'unreachable' };
    };
    outbox.add(entry(1));
    await vi.advanceTimersByTimeAsync(200_000);
    const gaps = times.slice(1).map((t, i) => t - times[i]!);
    expect(gaps[0]).toBeGreaterThanOrEqual(1000);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(30_100);
    expect(gaps.at(-1)).toBeGreaterThanOrEqual(29_000);
  });

  it('does not sit out the wait when the network is said to be back', async () => {
    const outbox = await openTab();
    server.answer = () => ({ kind: 'unreachable' });
    outbox.add(entry(1));
    await vi.advanceTimersByTimeAsync(20_000);
    server.answer = () => ({ kind: 'stored' });
    outbox.connectionChanged();
    await drained(outbox);
  });

  it('honours Retry-After', async () => {
    const outbox = await openTab();
    server.answer = () => ({ kind: 'busy', retryAfterMs: 7000 });
    outbox.add(entry(1));
    await vi.advanceTimersByTimeAsync(100);
    server.answer = () => ({ kind: 'stored' });
    expect(outbox.status().stalled).toBe('server');
    await vi.advanceTimersByTimeAsync(6500);
    expect(server.arrived.length).toBe(1);
    await vi.advanceTimersByTimeAsync(600);
    await drained(outbox);
  });

  it('lets other answers pass one that the server chokes on', async () => {
    const outbox = await openTab();
    server.answer = (e) => (e.submissionId === 's1' ? { kind: 'failed' } : { kind: 'stored' });
    for (let n = 1; n <= 6; n += 1) outbox.add(entry(n));
    await vi.advanceTimersByTimeAsync(500);
    expect(ids(outbox.status().pending)).toEqual(['s1']);
    expect(outbox.status().stalled).toBe('server');
  });

  it('sends the same id again when the answer was lost, so that nothing doubles', async () => {
    const outbox = await openTab();
    server.answer = () => 'lost answer';
    outbox.add(entry(1));
    await vi.advanceTimersByTimeAsync(100);
    server.answer = () => ({ kind: 'stored' });
    await vi.advanceTimersByTimeAsync(2000);
    await drained(outbox);
    expect(server.arrived).toEqual(['s1', 's1']);
    expect(server.stored.size).toBe(1);
  });
});

describe('undo', () => {
  it('changes an unsent answer in place', async () => {
    const outbox = await openTab();
    server.answer = () => ({ kind: 'busy', retryAfterMs: 1000 });
    outbox.add(entry(1));
    await vi.advanceTimersByTimeAsync(100);
    expect(outbox.isUnsent('s1')).toBe(true);
    expect(outbox.change('s1', { choice: label(9), activeMs: 5, input: 'pointer', at: 2 })).toBe(true);
    server.answer = () => ({ kind: 'stored' });
    await vi.advanceTimersByTimeAsync(2000);
    await drained(outbox);
    expect(server.stored.get('s1')?.choice).toEqual(label(9));
  });

  it('refuses that once the server may have it', async () => {
    const outbox = await openTab();
    server.answer = () => 'lost answer';
    outbox.add(entry(1));
    await vi.advanceTimersByTimeAsync(100);
    expect(outbox.isUnsent('s1')).toBe(false);
    expect(outbox.change('s1', { choice: label(9), activeMs: 5, input: 'key', at: 2 })).toBe(false);
  });

  it('sends the correction after the answer it replaces', async () => {
    const outbox = await openTab();
    server.answer = () => 'lost answer';
    outbox.add(entry(1));
    await vi.advanceTimersByTimeAsync(100);
    outbox.add(entry(2, { itemId: 1, replaces: 's1' }));
    server.answer = () => ({ kind: 'stored' });
    await vi.advanceTimersByTimeAsync(5000);
    await drained(outbox);
    expect(server.arrived).toEqual(['s1', 's1', 's2']);
  });
});

describe('answers that are not accepted', () => {
  const refusal = { code: 'lease_lost', detail: 'Someone else has answered this item.' };

  it('are listed with the reason, over a reload, until dismissed', async () => {
    const outbox = await openTab();
    server.answer = () => ({ kind: 'refused', refusal });
    outbox.add(entry(1));
    await vi.waitFor(() => expect(outbox.status().refused.map((e) => e.refusal)).toEqual([refusal]));
    outbox.close();
    const again = await openTab();
    expect(ids(again.status().refused)).toEqual(['s1']);
    expect(again.status().pending).toEqual([]);
    again.dismiss('s1');
    again.close();
    expect((await openTab()).status().refused).toEqual([]);
  });

  it('can be offered again', async () => {
    const outbox = await openTab();
    server.answer = () => ({ kind: 'refused', refusal });
    outbox.add(entry(1));
    await vi.waitFor(() => expect(outbox.status().refused.length).toBe(1));
    server.answer = () => ({ kind: 'stored' });
    outbox.retry('s1');
    await drained(outbox);
    expect(outbox.status().refused).toEqual([]);
  });

  it('give way to a correction that is already behind them', async () => {
    const outbox = await openTab();
    server.delayMs = 50;
    server.answer = (e) => (e.submissionId === 's1' ? { kind: 'refused', refusal } : { kind: 'stored' });
    outbox.add(entry(1, { replaces: 's0' }));
    await vi.advanceTimersByTimeAsync(10);
    outbox.add(entry(2, { itemId: 1, replaces: 's1' }));
    await vi.advanceTimersByTimeAsync(200);
    await drained(outbox);
    expect(outbox.status().refused).toEqual([]);
    expect(server.stored.get('s2')?.replaces).toBe('s0');
  });

  it('give way to a new decision about the item', async () => {
    const outbox = await openTab();
    server.answer = (e) => (e.submissionId === 's1' ? { kind: 'refused', refusal } : { kind: 'stored' });
    outbox.add(entry(1));
    await vi.waitFor(() => expect(outbox.status().refused.length).toBe(1));
    outbox.add(entry(2, { itemId: 1, replaces: 's1' }));
    await drained(outbox);
    expect(outbox.status().refused).toEqual([]);
    expect(server.stored.get('s2')?.replaces).toBeNull();
  });
});

describe('holds', () => {
  it('keeps answers of a paused project and sends them on resume', async () => {
    const outbox = await openTab();
    server.answer = (e) => (e.projectId === 1 ? { kind: 'paused', detail: 'Paused by Ana' } : { kind: 'stored' });
    outbox.add(entry(1));
    outbox.add(entry(2));
    outbox.add(entry(3, { projectId: 2 }));
    await vi.waitFor(() => expect(outbox.status().stalled).toBe('paused'));
    expect(ids(outbox.status().pending)).toEqual(['s1', 's2']);
    server.answer = () => ({ kind: 'stored' });
    outbox.resume(1);
    await drained(outbox);
  });

  it('finds out by itself when the news of the resume was missed', async () => {
    const outbox = await openTab();
    server.answer = () => ({ kind: 'paused', detail: '' });
    outbox.add(entry(1));
    await vi.advanceTimersByTimeAsync(100);
    server.answer = () => ({ kind: 'stored' });
    await vi.advanceTimersByTimeAsync(31_000);
    await drained(outbox);
  });

  it('keeps answers while signed out', async () => {
    const outbox = await openTab();
    server.answer = () => ({ kind: 'signed_out' });
    outbox.add(entry(1));
    await vi.waitFor(() => expect(outbox.status().stalled).toBe('signed_out'));
    server.answer = () => ({ kind: 'stored' });
    outbox.connectionChanged();
    await drained(outbox);
  });
});

describe('reloads and tabs', () => {
  it('sends after a reload what an earlier page left', async () => {
    const outbox = await openTab();
    server.answer = () => ({ kind: 'unreachable' });
    for (let n = 1; n <= 5; n += 1) outbox.add(entry(n));
    await vi.advanceTimersByTimeAsync(100);
    outbox.close();
    server.answer = () => ({ kind: 'stored' });
    server.arrived.length = 0;
    const again = await openTab();
    expect(again.isUnsent('s1')).toBe(false);
    await drained(again);
    expect(server.arrived).toEqual(['s1', 's2', 's3', 's4', 's5']);
    again.close();
    expect((await openTab()).status().pending).toEqual([]);
  });

  it('leaves the answers of a living tab to it, and takes them over when it dies', async () => {
    server.answer = () => ({ kind: 'unreachable' });
    const a = await openTab('tab-a');
    a.add(entry(1));
    await vi.advanceTimersByTimeAsync(50);
    const b = await openTab('tab-b');
    expect(b.status().pending).toEqual([]);
    server.answer = () => ({ kind: 'stored' });
    a.close();
    await vi.waitFor(() => expect([...server.stored.keys()]).toEqual(['s1']));
    await drained(b);
  });

  it('gives a duplicated tab a name of its own', async () => {
    const a = await openTab('tab-a');
    const copy = await openTab('tab-a');
    expect([a.tabName, copy.tabName]).toEqual(['tab-a', 'tab-a-copy']);
  });

  it('says so when the browser cannot keep answers, and still sends them', async () => {
    const outbox = await openTab();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    outbox.add(entry(1));
    await vi.waitFor(() => expect(outbox.status().durable).toBe(false));
    await drained(outbox);
    put.mockRestore();
  });
});
