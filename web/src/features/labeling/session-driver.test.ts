import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/lib/problem';
import type { TaskCalls } from './api/calls';
import type { ClaimResult } from './api/convert';
import { tabDrafts } from './drafts';
import { shownChoice, shownTask, type Decision } from './model/session';
import { labelsOf, toggleLabel, type Choice, type Task } from './model/task';
import type { Entry, Reply } from './outbox/entry';
import { Outbox } from './outbox/outbox';
import { SessionDriver } from './session-driver';

const label = (id: number): Choice => ({ kind: 'answer', answer: { type: 'multiclass', label: id } });
const conflict = (code: string, status = 409) => new ApiError({ status, code, detail: `${code}.` });

/** A queue of numbered items with leases, as the server keeps it. */
class FakeQueue implements TaskCalls {
  next = 1;
  total = 1000;
  delayMs = 200;
  failure: ApiError | null = null;
  readonly claims: { limit: number; have: string[] }[] = [];
  readonly renewals: string[][] = [];
  readonly released: string[] = [];
  readonly lost = new Set<string>();
  waiting: Task[] = [];

  async claim(ask: { limit: number; have: string[] }): Promise<ClaimResult> {
    this.claims.push(ask);
    await new Promise((done) => setTimeout(done, this.delayMs));
    if (this.failure !== null) throw this.failure;
    const tasks = this.waiting.splice(0, ask.limit);
    while (tasks.length < Math.min(ask.limit, 10) && this.next <= this.total) tasks.push(this.task(this.next++));
    const empty = tasks.length > 0 ? null : { reason: 'all_done', message: 'All done.', items: 0 };
    return { tasks, left: 500, renewInMs: 60_000, empty };
  }

  task(itemId: number, lease = `lease-${itemId}`): Task {
    return {
      itemId,
      lease,
      expiresAt: Date.now() + 1e6,
      fields: [{ name: 't', value: `text ${itemId}` }],
      current: null,
    };
  }

  renew(leases: string[]) {
    this.renewals.push(leases);
    return Promise.resolve({ expiresAt: Date.now() + 1e6, lost: leases.filter((lease) => this.lost.has(lease)) });
  }

  open(itemId: number): Promise<Task> {
    return itemId === 404 ? Promise.reject(conflict('not_yours', 403)) : Promise.resolve(this.task(itemId));
  }

  release(leases: string[]) {
    this.released.push(...leases);
  }
}

let queue: FakeQueue;
let outbox: Outbox;
let arrived: Entry[];
let reply: Reply;
let visible: boolean;
let nextId: number;

function openDriver(recent: Decision[] = []): SessionDriver {
  return new SessionDriver({
    projectId: 1,
    pageSize: 10,
    recent,
    left: 500,
    calls: queue,
    outbox,
    drafts: tabDrafts(1, 7),
    now: () => Date.now(),
    newId: () => `s${nextId++}`,
    isVisible: () => visible,
  });
}
const shown = (driver: SessionDriver) => shownTask(driver.getSitting().session)?.itemId ?? null;
const ahead = (driver: SessionDriver) => driver.getSitting().session.buffer.length;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(async () => {
  vi.useFakeTimers();
  sessionStorage.clear();
  queue = new FakeQueue();
  arrived = [];
  reply = { kind: 'stored' };
  visible = true;
  nextId = 1;
  outbox = new Outbox('tab', {
    store: {
      all: () => Promise.resolve([]),
      put: () => Promise.resolve(),
      remove: () => Promise.resolve(),
      adopt: () => Promise.resolve([]),
      close: () => undefined,
    },
    locks: { hold: (tab) => Promise.resolve(tab), whenGone: () => undefined, close: () => undefined },
    send: async (entry) => {
      arrived.push(entry);
      await new Promise((done) => setTimeout(done, 1000));
      return reply;
    },
    now: () => Date.now(),
    random: () => 0.5,
    isOnline: () => true,
    needsSignIn: () => false,
    defer: (run) => void setTimeout(run, 0),
  });
  await outbox.start();
});
afterEach(() => {
  outbox.close();
  vi.useRealTimers();
});

describe('a burst', () => {
  it.each([0, 200, 450])('of 100 keys at 20/s never meets an empty screen, claims taking %i ms', async (delayMs) => {
    queue.delayMs = delayMs;
    const driver = openDriver();
    driver.start();
    await pass(5000);
    const wanted: [number, number][] = [];
    for (let i = 0; i < 100; i += 1) {
      wanted.push([shown(driver) ?? -1, i % 6]);
      expect(driver.decide(label(i % 6), 'key')).toBe(true);
      await pass(50);
    }
    await pass(60_000);
    const stored = arrived.map((e) => [e.itemId, labelsOf(e.choice)[0]]);
    expect(stored).toEqual(wanted);
    expect(outbox.status().pending).toEqual([]);
  });

  it('drops keys while nothing is on screen instead of queueing them', async () => {
    const driver = openDriver();
    driver.start();
    expect(driver.decide(label(1), 'key')).toBe(false);
    await pass(300);
    expect(shown(driver)).toBe(1);
    expect(driver.getSitting().session.history).toEqual([]);
  });
});

describe('leases', () => {
  it('names what it has, answers on their way included, so that nothing comes twice', async () => {
    const driver = openDriver();
    driver.start();
    await pass(2000);
    for (let i = 0; i < 16; i += 1) driver.decide(label(1), 'key');
    await pass(1);
    expect(queue.claims.at(-1)?.have).toContain('lease-1');
    expect(queue.claims.at(-1)?.have).toContain('lease-20');
  });

  it('renews while visible, not while hidden, and at once on coming back', async () => {
    const driver = openDriver();
    driver.start();
    await pass(61_000);
    expect(queue.renewals.length).toBe(1);
    visible = false;
    await pass(300_000);
    expect(queue.renewals.length).toBe(1);
    visible = true;
    driver.visibilityChanged();
    expect(queue.renewals.length).toBe(2);
  });

  it('keeps the item on screen when its lease is lost, and takes it back when offered', async () => {
    const driver = openDriver();
    driver.start();
    await pass(2000);
    // As after a long sleep of the computer: everything has run out.
    for (let id = 1; id <= 40; id += 1) queue.lost.add(`lease-${id}`);
    queue.waiting = [queue.task(1, 'second lease')];
    await pass(58_050);
    expect([shown(driver), ahead(driver)]).toEqual([1, 0]);
    expect(driver.getSitting().session.lost.has(1)).toBe(true);
    await pass(1000);
    expect(shown(driver)).toBe(1);
    expect(driver.getSitting().session.buffer.some((task) => task.itemId <= 31)).toBe(false);
    expect(driver.getSitting().session.front?.lease).toBe('second lease');
    expect(driver.getSitting().session.lost.size).toBe(0);
  });

  it('releases on leaving what is not answered, and only that', async () => {
    const driver = openDriver();
    driver.start();
    await pass(2000);
    driver.decide(label(1), 'key');
    driver.stop();
    expect(queue.released).not.toContain('lease-1');
    expect(queue.released).toContain('lease-2');
  });
});

describe('pause and end', () => {
  it('keeps the item on screen, takes no key, and goes on by itself', async () => {
    const driver = openDriver();
    driver.start();
    await pass(2000);
    driver.projectIs({ paused: true });
    expect([shown(driver), ahead(driver)]).toEqual([1, 0]);
    expect(driver.decide(label(1), 'key')).toBe(false);
    driver.projectIs({ paused: false });
    await pass(2000);
    expect(shown(driver)).toBe(1);
    expect(ahead(driver)).toBeGreaterThan(10);
  });

  it('learns of a pause from a claim', async () => {
    queue.failure = conflict('paused');
    const driver = openDriver();
    driver.start();
    await pass(300);
    expect(driver.getSitting().paused).toBe(true);
  });

  it('says why the queue is empty and looks again when something changes', async () => {
    queue.total = 0;
    const driver = openDriver();
    driver.start();
    await pass(300);
    expect(driver.getSitting().session.empty?.reason).toBe('all_done');
    queue.total = 3;
    driver.queueChanged();
    await pass(300);
    expect(shown(driver)).toBe(1);
  });

  it('finishes: after the last answer has arrived it asks once more', async () => {
    queue.total = 1;
    const driver = openDriver();
    driver.start();
    await pass(1000);
    const before = queue.claims.length;
    driver.decide(label(1), 'key');
    await pass(1300);
    expect(queue.claims.length).toBeGreaterThan(before);
    expect(driver.getSitting().session.empty?.reason).toBe('all_done');
  });
});

describe('trouble', () => {
  it('tries again with growing waits and then goes on', async () => {
    queue.failure = conflict('unreachable', 0);
    const driver = openDriver();
    driver.start();
    await pass(300);
    expect(driver.getSitting().trouble).toEqual({ kind: 'unreachable' });
    queue.failure = null;
    await pass(1500);
    expect([driver.getSitting().trouble, shown(driver)]).toEqual([null, 1]);
  });

  it('tells when there is no access', async () => {
    queue.failure = conflict('not_found', 404);
    const driver = openDriver();
    driver.start();
    await pass(300);
    expect(driver.getSitting().trouble).toEqual({ kind: 'no_access' });
  });

  it('goes back to the item in work when an earlier one cannot be opened', async () => {
    const earlier: Decision = {
      itemId: 404,
      submissionId: 'x',
      choice: null,
      paths: [],
      skipped: true,
      text: '',
      at: 1,
      task: null,
    };
    const driver = openDriver([earlier]);
    driver.start();
    await pass(1000);
    driver.undo();
    await pass(1);
    expect([shown(driver), driver.getSitting().openFailed]).toEqual([1, 'not_yours.']);
  });
});

describe('an answer in steps', () => {
  const several = (...labels: number[]): Choice => ({ kind: 'answer', answer: { type: 'multilabel', labels } });
  const marked = (driver: SessionDriver) => shownChoice(driver.getSitting().session);
  const toggle = (driver: SessionDriver, ...ids: number[]) =>
    ids.forEach((id) => driver.edit((before) => toggleLabel(before, id)));

  async function openWithItem(version = 3): Promise<SessionDriver> {
    const driver = openDriver();
    driver.labelsAre(version);
    driver.start();
    await pass(2000);
    return driver;
  }

  it('survives a reload with its way back', async () => {
    const before = await openWithItem();
    toggle(before, 4, 5, 4, 6);
    before.stop();
    queue.next = 1;
    const after = await openWithItem();
    expect(marked(after)).toEqual(several(5, 6));
    after.undo();
    expect(marked(after)).toEqual(several(5));
  });

  it('is forgotten with the item decided, or when the labels are others by now', async () => {
    const before = await openWithItem();
    toggle(before, 4);
    before.stop();
    queue.next = 1;
    expect(marked(await openWithItem(4))).toBeNull();
    queue.next = 1;
    const again = await openWithItem();
    toggle(again, 4);
    again.decide(several(4), 'key');
    expect([shown(again), marked(again)]).toEqual([2, null]);
    expect(sessionStorage.length).toBe(0);
  });

  it('waits while an earlier item is looked at', async () => {
    const driver = await openWithItem();
    driver.decide(several(1), 'key');
    toggle(driver, 2, 3);
    driver.step(-1);
    toggle(driver, 9);
    expect([shown(driver), marked(driver)]).toEqual([1, several(1, 9)]);
    driver.toFront();
    expect([shown(driver), marked(driver)]).toEqual([2, several(2, 3)]);
  });

  it('takes no step while the project is paused', async () => {
    const driver = await openWithItem();
    driver.projectIs({ paused: true });
    toggle(driver, 2);
    expect(marked(driver)).toBeNull();
  });
});
