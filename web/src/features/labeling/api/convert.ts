import type {
  Claim as WireClaim,
  Decision as WireDecision,
  Label,
  LabelSet,
  Task as WireTask,
  TaskType,
} from '@/client/types';
import { plantTree, type LabelNode, type LabelTree } from '../model/label-tree';
import type { Decision, Emptiness } from '../model/session';
import { fromWire, type Choice, type Task } from '../model/task';

/** The server's words turned into the session's, in one place. */

export function toTask(wire: WireTask, taskType: TaskType, skewMs: number): Task {
  const choice = wire.current ? toChoice(wire.current.kind, taskType, wire.current.labels) : null;
  return {
    itemId: wire.item_id,
    lease: wire.lease || null,
    expiresAt: wire.lease ? toLocalTime(wire.expires_at, skewMs) : null,
    fields: wire.fields,
    current: wire.current && choice ? { submissionId: wire.current.submission_id, choice } : null,
  };
}

function toChoice(kind: 'answer' | 'skip', taskType: TaskType, labels: number[]): Choice | null {
  if (kind === 'skip') return { kind: 'skip', reason: null };
  const answer = fromWire(taskType, { labels });
  return answer && { kind: 'answer', answer };
}

export interface ClaimResult {
  tasks: Task[];
  left: number;
  renewInMs: number;
  empty: Emptiness | null;
}

export function toClaim(wire: WireClaim, taskType: TaskType, skewMs: number): ClaimResult {
  return {
    tasks: wire.tasks.map((task) => toTask(task, taskType, skewMs)),
    left: wire.left,
    renewInMs: wire.renew_in_seconds * 1000,
    empty: wire.empty,
  };
}

export function toDecision(wire: WireDecision): Decision {
  return {
    itemId: wire.item_id,
    submissionId: wire.submission_id,
    choice: null,
    paths: wire.labels,
    skipped: wire.kind === 'skip',
    text: wire.text,
    at: Date.parse(wire.at),
    task: null,
  };
}

export function toTree(wire: LabelSet): LabelTree {
  return plantTree(wire.version, wire.labels.map(toNode));
}

function toNode(wire: Label): LabelNode {
  return {
    id: wire.id,
    name: wire.name,
    path: wire.path,
    color: wire.color,
    description: wire.description,
    hotkey: wire.hotkey,
    parentId: wire.parent_id,
    children: wire.children.map(toNode),
  };
}

/** A server time on this machine's clock, so that a wrong clock does not make leases look expired. */
export function toLocalTime(iso: string, skewMs: number): number {
  return Date.parse(iso) - skewMs;
}

/** How far the server's clock is ahead of ours, from the Date header (whole seconds). */
export function skewOf(headers: Headers, now: number): number {
  const server = Date.parse(headers.get('date') ?? '');
  const skew = server - now;
  // Below two seconds it is rounding and travel time.
  return Number.isFinite(skew) && Math.abs(skew) > 2000 ? skew : 0;
}
