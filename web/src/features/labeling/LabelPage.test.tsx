import 'fake-indexeddb/auto';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { SessionContext } from '@/client/session';
import type { Session } from '@/client/types';
import { handleKey } from '@/lib/shortcuts';
import { LabelPage } from './LabelPage';
import { closeOutbox } from './outbox/current';

/** The server as this page sees it: what to answer is set by each test. */
const server = {
  view: { status: 200, body: {} as unknown },
  tasks: 3,
  state: 'running',
  type: 'multiclass',
  allowNone: true,
  seen: 1 as number | null,
  empty: null as null | { reason: string; message: string; items: number },
  save: { status: 201, code: '', detail: '' },
  posts: [] as { path: string; body: Record<string, unknown> }[],
};

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const problem = (status: number, code: string, detail: string) => json(status, { status, code, detail });

function view() {
  const label = (id: number, name: string) => ({
    ...{ id, name, path: name, color: '#4c6ef5', description: null, hotkey: null, parent_id: null, children: [] },
  });
  return {
    project: { id: 1, name: 'Tickets', task_type: server.type, state: server.state, state_changed_by: 'Ben' },
    label_set: { version: 1, labels: [label(1, 'billing'), label(2, 'outage')] },
    instructions: { version: 2, markdown: 'Choose one.', link: null, seen_version: server.seen },
    text_columns: ['text'],
    settings: { page_size: 10, lease_minutes: 30, allow_none: server.allowNone },
    me: { today: 7, total: 70 },
    left: 100,
    recent: [],
  };
}

async function answer(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.replace('/api/v1/projects/1/', '');
  const body = request.method === 'POST' ? ((await request.json()) as Record<string, unknown>) : {};
  if (request.method === 'POST') server.posts.push({ path, body });
  if (path === 'labeling')
    return server.view.status === 200 ? json(200, view()) : json(server.view.status, server.view.body);
  if (path === 'instructions/seen' || path === 'tasks/release') return new Response(null, { status: 204 });
  if (path === 'tasks/claim') {
    if (server.state === 'paused') return problem(409, 'paused', 'Paused by Ben.');
    const tasks = Array.from({ length: server.tasks }, (_, i) => ({
      ...{ item_id: i + 1, lease: `l${i + 1}`, expires_at: new Date(Date.now() + 1e6).toISOString(), position: i },
      ...{ fields: [{ name: 'text', value: `text ${i + 1}` }], prelabel: null, current: null },
    }));
    server.tasks = 0;
    return json(200, { page: { kind: 'manual' }, tasks, left: 100, renew_in_seconds: 60, empty: server.empty });
  }
  const { status, code, detail } = server.save;
  if (status >= 400) return problem(status, code, detail);
  return json(201, { annotation_id: 1, item_id: body.item_id, item_state: 'labeled', accepted_at: '' });
}

let userId = 100;
function open() {
  userId += 1;
  const user = { id: userId, name: 'Ana', email: '', role: null, operations: [], labeler_only: true };
  const session = { state: 'signed_in', version: '', user, worker_alive: true, storage_problem: null } as Session;
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = createRouter({
    routeTree: createRootRoute({ component: () => <LabelPage projectId={1} /> }),
    history: createMemoryHistory(),
  });
  render(
    <MantineProvider>
      <QueryClientProvider client={client}>
        <SessionContext value={session}>
          <RouterProvider router={router as never} />
        </SessionContext>
      </QueryClientProvider>
    </MantineProvider>,
  );
}
const key = (code: string, name: string) =>
  act(() => void window.dispatchEvent(new KeyboardEvent('keydown', { code, key: name, cancelable: true })));
const itemId = async () => (await screen.findByTestId('item-text')).dataset.itemId;

beforeAll(() => {
  window.scrollTo = () => undefined;
  Element.prototype.scrollTo = () => undefined;
  window.addEventListener('keydown', handleKey);
});
afterAll(() => window.removeEventListener('keydown', handleKey));
beforeEach(() => {
  Object.assign(server, { tasks: 3, state: 'running', type: 'multiclass', allowNone: true, seen: 2, empty: null, posts: [] });
  server.view = { status: 200, body: {} };
  server.save = { status: 201, code: '', detail: '' };
  vi.stubGlobal('fetch', (input: Request | string, init?: RequestInit) =>
    answer(input instanceof Request ? input : new Request(new URL(input, window.location.origin), init)),
  );
});
afterEach(() => {
  closeOutbox();
  sessionStorage.clear();
  vi.unstubAllGlobals();
});

it('labels with one key: next item at once, then saved', async () => {
  open();
  expect(await itemId()).toBe('1');
  key('Digit2', '2');
  expect(screen.getByTestId('item-text').dataset.itemId).toBe('2');
  await waitFor(() => expect(screen.getByTestId('save-state').dataset.state).toBe('saved'));
  const saved = server.posts.find((post) => post.path === 'annotations');
  expect(saved?.body).toMatchObject({
    item_id: 1,
    lease: 'l1',
    answer: { labels: [2] },
    label_set_version: 1,
    input: 'key',
  });
  expect(screen.getByTestId('count-today').textContent).toContain('8');
});

it('goes back with the choice marked, and sends a correction that names what it replaces', async () => {
  open();
  await itemId();
  key('Digit2', '2');
  await waitFor(() => expect(screen.getByTestId('save-state').dataset.state).toBe('saved'));
  key('Backspace', 'Backspace');
  expect(screen.getByTestId('item-text').dataset.itemId).toBe('1');
  expect(screen.getByTestId('label-2').getAttribute('aria-pressed')).toBe('true');
  key('KeyS', 's');
  await waitFor(() => expect(server.posts.some((post) => post.path === 'skips')).toBe(true));
  const first = server.posts.find((post) => post.path === 'annotations');
  expect(server.posts.find((post) => post.path === 'skips')?.body.replaces).toBe(first?.body.submission_id);
});

it('refuses an empty submission in place', async () => {
  open();
  await itemId();
  key('Enter', 'Enter');
  expect((await screen.findByRole('alert')).textContent).toContain('Choose a label');
  expect(server.posts.some((post) => post.path === 'annotations')).toBe(false);
});

it('shows the instructions first on the first visit; Enter starts', async () => {
  server.seen = null;
  open();
  await screen.findByTestId('instructions-first');
  key('Enter', 'Enter');
  expect(await itemId()).toBe('1');
  expect(server.posts.find((post) => post.path === 'instructions/seen')?.body).toEqual({ version: 2 });
});

it('marks instructions that changed since', async () => {
  server.seen = 1;
  open();
  expect(await screen.findByTestId('instructions-changed')).toBeTruthy();
});

it('says who paused the project', async () => {
  server.state = 'paused';
  open();
  expect((await screen.findByTestId('paused')).textContent).toContain('Paused by Ben');
});

it('says why the queue is empty, with a way home', async () => {
  server.tasks = 0;
  server.empty = { reason: 'leased_by_others', message: '412 items are with other labelers.', items: 412 };
  open();
  expect((await screen.findByTestId('empty-queue')).textContent).toContain('412 items');
  expect(screen.getByRole('link', { name: 'Go to projects' })).toBeTruthy();
});

it('waits for the first items of a project that is still being read', async () => {
  server.tasks = 0;
  server.empty = { reason: 'initializing', message: '', items: 0 };
  open();
  expect(await screen.findByTestId('initializing')).toBeTruthy();
});

it('shows no access without saying whether the project exists', async () => {
  server.view = { status: 404, body: { status: 404, code: 'not_found', detail: 'Not found.' } };
  open();
  expect(await screen.findByTestId('no-access')).toBeTruthy();
});

it('shows what failed with a way to try again', async () => {
  server.view = { status: 500, body: { status: 500, code: 'internal', detail: 'It broke.' } };
  open();
  expect((await screen.findByRole('alert')).textContent).toContain('It broke.');
  server.view.status = 200;
  act(() => screen.getByRole('button', { name: 'Retry' }).click());
  expect(await itemId()).toBe('1');
});

it('keeps labeling while the server cannot be reached, and says what waits', async () => {
  open();
  await itemId();
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  key('Digit1', '1');
  key('Digit2', '2');
  expect(screen.getByTestId('item-text').dataset.itemId).toBe('3');
  await waitFor(() => expect(screen.getByTestId('save-state').textContent).toContain('2 waiting'));
});

it('lists an answer that was not accepted, with the reason', async () => {
  server.save = { status: 409, code: 'complete', detail: 'Someone else has answered this item meanwhile.' };
  open();
  await itemId();
  key('Digit1', '1');
  expect((await screen.findByTestId('not-accepted')).textContent).toContain('Someone else has answered');
});

describe('several labels', () => {
  const pressed = () =>
    [...document.querySelectorAll('[data-label-id][aria-pressed="true"]')].map((button) => button.getAttribute('data-label-id'));
  const saved = () => server.posts.filter((post) => post.path === 'annotations').map((post) => post.body);
  beforeEach(() => {
    server.type = 'multilabel';
  });

  it('toggles with digits and clicks, and goes on only with Enter', async () => {
    open();
    await itemId();
    key('Digit1', '1');
    key('Digit2', '2');
    act(() => screen.getByTestId('label-1').click());
    expect([await itemId(), pressed()]).toEqual(['1', ['2']]);
    expect(screen.getByTestId('toggle-announcer').textContent).toBe('billing off, 1 chosen');
    key('Digit1', '1');
    key('Enter', 'Enter');
    expect([await itemId(), pressed()]).toEqual(['2', []]);
    await waitFor(() => expect(saved()).toMatchObject([{ item_id: 1, answer: { labels: [2, 1] }, input: 'key' }]));
    expect(screen.getByTestId('decision').textContent).toContain('billing, outage');
  });

  it('refuses Enter and Submit with nothing chosen, in place', async () => {
    open();
    await itemId();
    key('Enter', 'Enter');
    expect((await screen.findByRole('alert')).textContent).toBe('Choose a label, or press S to skip, or N for none of these');
    key('Digit1', '1');
    expect(screen.queryByRole('alert')).toBeNull();
    key('Digit1', '1');
    act(() => screen.getByTestId('submit').click());
    expect([await itemId(), saved()]).toEqual(['1', []]);
    expect(screen.getByRole('alert')).toBeTruthy();
  });

  it('takes N for none of these, whatever was chosen', async () => {
    open();
    await itemId();
    key('Digit1', '1');
    key('KeyN', 'n');
    await waitFor(() => expect(saved()).toMatchObject([{ item_id: 1, answer: { labels: [] } }]));
    expect(screen.getByTestId('decision').textContent).toContain('none of these');
    key('Backspace', 'Backspace');
    expect(screen.getByTestId('label-none').getAttribute('aria-pressed')).toBe('true');
  });

  it('has no "none of these" where the project has not', async () => {
    server.allowNone = false;
    open();
    await itemId();
    key('KeyN', 'n');
    key('Enter', 'Enter');
    expect((await screen.findByRole('alert')).textContent).toBe('Choose a label, or press S to skip');
    expect([screen.queryByTestId('label-none'), await itemId()]).toEqual([null, '1']);
  });

  it('undoes toggles first, then goes to the item before with its set chosen', async () => {
    open();
    await itemId();
    key('Digit1', '1');
    key('Digit2', '2');
    key('Enter', 'Enter');
    key('Digit2', '2');
    key('Backspace', 'Backspace');
    expect([await itemId(), pressed()]).toEqual(['2', []]);
    key('Backspace', 'Backspace');
    expect([await itemId(), pressed()]).toEqual(['1', ['1', '2']]);
    key('Digit2', '2');
    key('Enter', 'Enter');
    await waitFor(() => expect(saved().at(-1)).toMatchObject({ item_id: 1, answer: { labels: [1] } }));
    expect(await itemId()).toBe('2');
  });

  it('toggles what is found by typing, and comes back to the keys', async () => {
    open();
    await itemId();
    key('Slash', '/');
    fireEvent.change(screen.getByTestId('label-search'), { target: { value: 'out' } });
    fireEvent.keyDown(screen.getByTestId('label-search'), { key: 'Enter', code: 'Enter' });
    expect([screen.queryByTestId('label-search'), pressed()]).toEqual([null, ['2']]);
  });
});
