import createClient from 'openapi-fetch';
import { problemFromBody, unreachable, type ApiError } from '@/lib/problem';
import type { paths } from './schema';
import { waitForSignIn } from './session-expired';

/** Sends a request; turns every refusal into an ApiError and lets an expired session be renewed in place. */
export async function send(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await reach(request);
  if (response.ok) return response;
  const error = await problemOf(response);
  if (error.status === 401 && error.code === 'signed_out' && (await waitForSignIn()) === 'signed_in') {
    const second = await reach(again);
    if (second.ok) return second;
    throw await problemOf(second);
  }
  throw error;
}

async function reach(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    // A cancelled query is no failure; TanStack Query knows this error by name.
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachable();
  }
}

async function problemOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  return problemFromBody(response.status, body, response.headers);
}

export const api = createClient<paths>({
  baseUrl: typeof window === 'undefined' ? 'http://localhost' : window.location.origin,
  credentials: 'same-origin',
  fetch: send,
});

/** The body of a call that answers with one; failures have already been thrown by `send`. */
export async function bodyOf<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  return data as T;
}
