import { api } from '@/client/api';
import type { TaskType } from '@/client/types';
import type { Task } from '../model/task';
import { skewOf, toClaim, toLocalTime, toTask, type ClaimResult } from './convert';

/** What a session asks of the server about tasks. Plain calls: a lease is no cacheable query. */
export interface TaskCalls {
  claim(ask: { limit: number; have: string[] }): Promise<ClaimResult>;
  renew(leases: string[]): Promise<{ expiresAt: number; lost: string[] }>;
  open(itemId: number): Promise<Task>;
  /** Must work while the page is going away, so nobody waits for it. */
  release(leases: string[]): void;
}

const PATIENCE_MS = 20_000;

export function taskCalls(projectId: number, taskType: TaskType, holder: () => string): TaskCalls {
  const path = { project_id: projectId };
  return {
    async claim({ limit, have }) {
      const { data, response } = await api.POST('/api/v1/projects/{project_id}/tasks/claim', {
        params: { path },
        body: { limit, holder: holder(), have },
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return toClaim(data!, taskType, skewOf(response.headers, Date.now()));
    },
    async renew(leases) {
      const { data, response } = await api.POST('/api/v1/projects/{project_id}/tasks/renew', {
        params: { path },
        body: { leases },
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return { expiresAt: toLocalTime(data!.expires_at, skewOf(response.headers, Date.now())), lost: data!.lost };
    },
    async open(itemId) {
      const { data, response } = await api.GET('/api/v1/projects/{project_id}/items/{item_id}/task', {
        params: { path: { project_id: projectId, item_id: itemId } },
      });
      return toTask(data!, taskType, skewOf(response.headers, Date.now()));
    },
    release(leases) {
      if (leases.length === 0) return;
      // A plain fetch: the typed client reads the answer, and by then this page may be gone.
      void fetch(`/api/v1/projects/${projectId}/tasks/release`, {
        method: 'POST',
        keepalive: true,
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ leases }),
      }).catch(() => undefined);
    },
  };
}
