import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keysFor, LiveConnection, retryDelay, type Stream } from './live';

class FakeStream implements Stream {
  closed = false;
  private listeners = new Map<string, (event: MessageEvent<string>) => void>();
  constructor(readonly url: string) {}
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void) {
    this.listeners.set(type, listener);
  }
  close() {
    this.closed = true;
  }
  emit(type: string, data = '') {
    this.listeners.get(type)?.({ data } as MessageEvent<string>);
  }
}

let streams: FakeStream[];
let client: QueryClient;
let live: LiveConnection;
const last = () => streams.at(-1) as FakeStream;

beforeEach(() => {
  vi.useFakeTimers();
  streams = [];
  client = new QueryClient();
  live = new LiveConnection(client, (url) => {
    const stream = new FakeStream(url);
    streams.push(stream);
    return stream;
  });
});
afterEach(() => {
  live.stop();
  vi.useRealTimers();
});

describe('live connection', () => {
  it('keeps one stream for all watched projects', async () => {
    live.start();
    const unwatch = live.watch(7);
    live.watch(3);
    await Promise.resolve();
    expect(last().url).toBe('/api/v1/events?projects=3,7');
    expect(streams.filter((stream) => !stream.closed)).toHaveLength(1);
    unwatch();
    await Promise.resolve();
    expect(last().url).toBe('/api/v1/events?projects=3');
  });

  it('makes a burst of changes one refetch per query', async () => {
    const invalidate = vi.spyOn(client, 'invalidateQueries');
    live.start();
    last().emit('hello');
    for (let n = 0; n < 20; n += 1) last().emit('change', '{"topic":"project:1","what":["items"]}');
    await vi.advanceTimersByTimeAsync(500);
    expect(invalidate).toHaveBeenCalledExactlyOnceWith({ queryKey: ['project', 1, 'items'] });
  });

  it('comes back with growing waits, polls meanwhile, and refetches what is visible', async () => {
    const refetch = vi.spyOn(client, 'refetchQueries');
    live.start();
    last().emit('hello');
    expect(live.getStatus().state).toBe('live');

    last().emit('error');
    expect(live.getStatus().state).toBe('reconnecting');
    await vi.advanceTimersByTimeAsync(1300);
    expect(streams).toHaveLength(2);

    last().emit('error');
    expect(live.getStatus().state).toBe('polling');
    await vi.advanceTimersByTimeAsync(2600);
    last().emit('hello');
    expect(live.getStatus().state).toBe('live');
    expect(refetch).toHaveBeenCalledWith({ type: 'active' });
  });

  it('waits between 1 and 30 seconds', () => {
    expect(retryDelay(0, () => 0.5)).toBe(1000);
    expect(retryDelay(3, () => 0.5)).toBe(8000);
    expect(retryDelay(20, () => 1)).toBe(30_000);
  });

  it('knows which queries an event makes old', () => {
    expect(keysFor({ topic: 'project:4', what: ['exports'] })).toContainEqual(['project', 4, 'exports']);
    expect(keysFor({ topic: 'project:4', what: ['something new'] })).toEqual([['project', 4]]);
    expect(keysFor({ topic: 'me', what: ['notifications'] })).toEqual([['notifications']]);
  });
});
