/** What the labeling page works on, free of React and of the network. */

import type { TaskType } from '@/client/types';

export interface Field {
  name: string;
  value: string;
}

/** An item handed to this labeler, with the lease that gives the right to answer it. */
export interface Task {
  itemId: number;
  /** Null for an item reopened after its lease has ended. */
  lease: string | null;
  /** Milliseconds on this machine's clock; null when no lease is held. */
  expiresAt: number | null;
  fields: readonly Field[];
  /** The labeler's own earlier decision, when the server knows one. */
  current: { submissionId: string; choice: Choice } | null;
}

/** One label, exactly. */
export interface MulticlassAnswer {
  type: 'multiclass';
  label: number;
}

/** A set of labels, in the order they were chosen. The empty set says "none of these". */
export interface MultilabelAnswer {
  type: 'multilabel';
  labels: readonly number[];
}

/**
 * An answer, tagged by task type. A further task type adds its member here, its wire form below and
 * its editor in `editors.ts`; the session, the outbox and the page do not change.
 */
export type Answer = MulticlassAnswer | MultilabelAnswer;

export type Choice = { kind: 'answer'; answer: Answer } | { kind: 'skip'; reason: string | null };

export interface WireAnswer {
  labels: number[];
}

export function toWire(answer: Answer): WireAnswer {
  return { labels: [...labelsIn(answer)] };
}

export function fromWire(taskType: TaskType, wire: WireAnswer): Answer | null {
  if (taskType === 'multilabel') return { type: 'multilabel', labels: wire.labels };
  const [label] = wire.labels;
  return taskType !== 'multiclass' || label === undefined ? null : { type: 'multiclass', label };
}

function labelsIn(answer: Answer): readonly number[] {
  return answer.type === 'multiclass' ? [answer.label] : answer.labels;
}

/** The set with this label in it, or without it when it was there. */
export function toggleLabel(before: Answer | null, label: number): MultilabelAnswer {
  const labels = before === null ? [] : labelsIn(before);
  return { type: 'multilabel', labels: labels.includes(label) ? labels.filter((id) => id !== label) : [...labels, label] };
}

/** Nothing chosen. As an answer that means "none of these", which is said with a key of its own, never by Enter. */
export function isEmpty(choice: Choice): boolean {
  return choice.kind === 'answer' && labelsIn(choice.answer).length === 0;
}

export function sameChoice(a: Choice | null, b: Choice | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind === 'answer' && b.kind === 'answer') return sameSet(labelsIn(a.answer), labelsIn(b.answer));
  return a.kind === 'skip' && b.kind === 'skip' && a.reason === b.reason;
}

function sameSet(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

/** The labels an answer holds, for lists that show decisions. */
export function labelsOf(choice: Choice | null): readonly number[] {
  return choice?.kind === 'answer' ? labelsIn(choice.answer) : [];
}

/** The first characters of an item on one line, for lists. */
export function excerpt(fields: readonly Field[], length = 120): string {
  const text = fields
    .map((field) => field.value.slice(0, length * 2))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  // Cut by code points so that no emoji is halved.
  const points = Array.from(text);
  return points.length > length ? `${points.slice(0, length - 1).join('')}…` : text;
}
