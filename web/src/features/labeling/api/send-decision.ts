import { api } from '@/client/api';
import { isApiError } from '@/lib/problem';
import { toWire } from '../model/task';
import type { Entry, Reply } from '../outbox/entry';

/** A request without an answer for this long counts as unreachable; the replay is harmless. */
const PATIENCE_MS = 20_000;

/** Offer one decision to the server, and say what came of it in the outbox's words. */
export async function sendDecision(entry: Entry): Promise<Reply> {
  try {
    await post(entry);
    return { kind: 'stored' };
  } catch (error) {
    return replyTo(error);
  }
}

function post(entry: Entry): Promise<unknown> {
  const params = { path: { project_id: entry.projectId } };
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const common = {
    submission_id: entry.submissionId,
    item_id: entry.itemId,
    lease: entry.lease,
    client_seq: entry.seq,
    ...(entry.replaces !== null && { replaces: entry.replaces }),
  };
  if (entry.choice.kind === 'skip') {
    const { reason } = entry.choice;
    const body = { ...common, ...(reason !== null && { reason }) };
    return api.POST('/api/v1/projects/{project_id}/skips', { params, signal, body });
  }
  const body = {
    ...common,
    answer: toWire(entry.choice.answer),
    label_set_version: entry.labelSetVersion,
    input: entry.input,
    ...(entry.activeMs !== null && { active_ms: entry.activeMs }),
  };
  return api.POST('/api/v1/projects/{project_id}/annotations', { params, signal, body });
}

export function replyTo(error: unknown): Reply {
  if (!isApiError(error)) return { kind: 'unreachable' };
  const { status, code, detail, retryAfter } = error;
  // A proxy in front of a server that is down answers 502 or 504 itself.
  if (status === 0 || status === 408 || status === 502 || status === 504) return { kind: 'unreachable' };
  if (status === 429 || status === 503) {
    return { kind: 'busy', retryAfterMs: retryAfter === null ? null : retryAfter * 1000 };
  }
  if (status === 401) return { kind: 'signed_out' };
  if (code === 'paused') return { kind: 'paused', detail };
  if (status >= 500) return { kind: 'failed' };
  return { kind: 'refused', refusal: { code, detail } };
}
