import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** What the server sends as `event: change`. It never carries data, only what to ask for again. */
export interface ChangeEvent {
  topic: string;
  what: string[];
}

export type LiveState = 'connecting' | 'live' | 'reconnecting' | 'polling';

export interface LiveStatus {
  state: LiveState;
  /** When the screen was last known to be in step with the server (ms since 1970). */
  inStepAt: number | null;
}

/** The part of EventSource we use, so that tests can play the server. */
export interface Stream {
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void;
  close(): void;
}

const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 30_000;
const POLL_MS = 15_000;
const BATCH_MS = 400;
/** The server follows at most 100 topics of one stream. */
const MOST_WATCHED = 90;

/** Which cached queries one event makes old. Unknown words touch the whole topic rather than nothing. */
export function keysFor(event: ChangeEvent): QueryKey[] {
  const found: QueryKey[] = [];
  const [kind, rawId] = event.topic.split(':');
  const id = Number(rawId);
  if (kind === 'projects') return [['projects'], ['labeling'], ['drafts']];
  for (const what of event.what) {
    if (what === 'notifications') found.push(['notifications']);
    else if (what === 'jobs') found.push(['jobs']);
    if (kind !== 'project' || !Number.isFinite(id)) {
      if (what === 'state' || what === 'progress') found.push(['projects'], ['labeling']);
      if (what === 'exports') found.push(['export']);
      continue;
    }
    if (what === 'notifications') continue;
    if (what === 'progress') found.push(['project', id, 'progress'], ['project', id, 'detail'], ['projects']);
    else if (what === 'state')
      found.push(['project', id, 'detail'], ['project', id, 'labeling'], ['project', id, 'progress'], ['projects'], ['labeling']);
    else if (what === 'queue') found.push(['project', id, 'progress'], ['labeling']);
    else if (what === 'instructions') found.push(['project', id, 'labeling'], ['project', id, 'detail']);
    else if (what === 'exports') found.push(['project', id, 'exports'], ['export']);
    else if (what === 'jobs') found.push(['project', id, 'jobs'], ['project', id, 'detail']);
    else if (what === 'items') found.push(['project', id, 'items']);
    else found.push(['project', id]);
  }
  return found;
}

/** Doubles from 1 s to 30 s; the jitter keeps a roomful of labelers from returning in the same second. */
export function retryDelay(attempt: number, random: () => number = Math.random): number {
  const base = Math.min(FIRST_RETRY_MS * 2 ** attempt, LAST_RETRY_MS);
  return Math.min(LAST_RETRY_MS, base * (0.8 + 0.4 * random()));
}

/**
 * The one live connection of a tab. It watches the projects that screens ask for, invalidates the queries an
 * event names, reconnects with back-off, and polls while the stream cannot be had.
 */
export class LiveConnection {
  private stream: Stream | null = null;
  private status: LiveStatus = { state: 'connecting', inStepAt: null };
  private readonly watched = new Map<number, number>();
  private connectedTo = '';
  private attempt = 0;
  private started = false;
  private wasConnected = false;
  /** Projects the server has said it watches. */
  private told = new Set<number>();
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private pollTimer: ReturnType<typeof setInterval> | undefined;
  private batchTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly pending = new Map<string, QueryKey>();
  private readonly statusListeners = new Set<() => void>();
  private readonly eventListeners = new Set<(event: ChangeEvent) => void>();

  constructor(
    private readonly client: QueryClient,
    private readonly open: (url: string) => Stream = (url) => new EventSource(url),
  ) {}

  start(): void {
    if (this.started) return;
    this.started = true;
    window.addEventListener('online', this.back);
    this.connect();
  }

  /** The network is there again: no reason to wait for the next try. */
  private readonly back = (): void => {
    if (this.stream === null) this.connect();
  };

  stop(): void {
    this.started = false;
    window.removeEventListener('online', this.back);
    clearTimeout(this.retryTimer);
    clearTimeout(this.batchTimer);
    clearInterval(this.pollTimer);
    this.pollTimer = undefined;
    this.stream?.close();
    this.stream = null;
    this.attempt = 0;
    this.wasConnected = false;
    this.told.clear();
    this.setStatus({ state: 'connecting', inStepAt: null });
  }

  /** Counted, because two panels may watch the same project. */
  watch(projectId: number): () => void {
    this.watched.set(projectId, (this.watched.get(projectId) ?? 0) + 1);
    this.reconnectIfChanged();
    return () => {
      const count = (this.watched.get(projectId) ?? 1) - 1;
      if (count > 0) this.watched.set(projectId, count);
      else this.watched.delete(projectId);
      this.reconnectIfChanged();
    };
  }

  /** For screens that must not be replaced by a refetch, such as the item under a labeler's eyes. */
  onChange(listener: (event: ChangeEvent) => void): () => void {
    this.eventListeners.add(listener);
    return () => this.eventListeners.delete(listener);
  }

  subscribeStatus = (listener: () => void): (() => void) => {
    this.statusListeners.add(listener);
    return () => this.statusListeners.delete(listener);
  };

  getStatus = (): LiveStatus => this.status;

  private url(): string {
    const ids = [...this.watched.keys()].slice(-MOST_WATCHED).sort((a, b) => a - b).join(',');
    return ids ? `/api/v1/events?projects=${ids}` : '/api/v1/events';
  }

  private reconnectIfChanged(): void {
    // A page change unwatches and watches in one breath; wait for the dust to settle.
    queueMicrotask(() => {
      if (this.started && this.url() !== this.connectedTo) this.connect();
    });
  }

  private connect(): void {
    clearTimeout(this.retryTimer);
    this.stream?.close();
    this.connectedTo = this.url();
    const stream = this.open(this.connectedTo);
    this.stream = stream;
    const current = (act: (event: MessageEvent<string>) => void) => (event: MessageEvent<string>) => {
      if (this.stream === stream) act(event);
    };
    stream.addEventListener('hello', current(() => this.connected()));
    stream.addEventListener('change', current((event) => this.received(event.data)));
    stream.addEventListener('error', current(() => this.failed()));
  }

  private connected(): void {
    clearInterval(this.pollTimer);
    this.pollTimer = undefined;
    // Changes may have been missed while away: everything on screen is asked for again.
    if (this.wasConnected && this.status.state !== 'live') this.refetchVisible();
    else this.refetchNew();
    this.wasConnected = true;
    this.told = new Set(this.watched.keys());
    this.attempt = 0;
    this.setStatus({ state: 'live', inStepAt: Date.now() });
  }

  private received(data: string): void {
    let event: ChangeEvent;
    try {
      event = JSON.parse(data) as ChangeEvent;
    } catch {
      return; // A newer server may send what this page cannot read; the next refetch brings it.
    }
    this.eventListeners.forEach((listener) => listener(event));
    for (const key of keysFor(event)) this.pending.set(JSON.stringify(key), key);
    // Bursts (many labelers at once) become one refetch per query.
    this.batchTimer ??= setTimeout(() => {
      this.batchTimer = undefined;
      const batch = [...this.pending.values()];
      this.pending.clear();
      batch.forEach((queryKey) => void this.client.invalidateQueries({ queryKey }));
    }, BATCH_MS);
    this.setStatus({ state: 'live', inStepAt: Date.now() });
  }

  private failed(): void {
    this.stream?.close();
    this.stream = null;
    if (!this.started) return;
    this.retryTimer = setTimeout(() => this.connect(), retryDelay(this.attempt));
    this.attempt += 1;
    // The first failure is usually a restart; from the second on the stream may be blocked, so poll.
    const polling = this.attempt >= 2;
    if (polling) this.pollTimer ??= setInterval(() => this.refetchVisible(), POLL_MS);
    this.setStatus({ state: polling ? 'polling' : 'reconnecting', inStepAt: this.status.inStepAt });
  }

  /** What a screen asked for before the server began to watch it may be old already, with no event to say so. */
  private refetchNew(): void {
    for (const id of this.watched.keys()) {
      if (!this.told.has(id)) void this.client.invalidateQueries({ queryKey: ['project', id] });
    }
  }

  private refetchVisible(): void {
    void this.client.refetchQueries({ type: 'active' }).then(() => {
      if (this.status.state !== 'polling') return;
      // Only a successful round dates the screen; a failing one keeps the old time on it.
      const failed = this.client.getQueryCache().findAll({ type: 'active' }).some((query) => query.state.status === 'error');
      if (!failed) this.setStatus({ state: 'polling', inStepAt: Date.now() });
    });
  }

  private setStatus(next: LiveStatus): void {
    const moved = next.state !== this.status.state || (next.inStepAt ?? 0) - (this.status.inStepAt ?? 0) >= 1000;
    if (!moved) return;
    this.status = next;
    this.statusListeners.forEach((listener) => listener());
  }
}
