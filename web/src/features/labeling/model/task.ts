/** What the labeling page works on, free of React and of the network. */

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

/**
 * An answer, tagged by task type. A further task type adds its member here, its wire form below and
 * its editor in `editors.ts`; the session, the outbox and the page do not change.
 */
export type Answer = MulticlassAnswer;

export type Choice = { kind: 'answer'; answer: Answer } | { kind: 'skip'; reason: string | null };

export interface WireAnswer {
  labels: number[];
}

export function toWire(answer: Answer): WireAnswer {
  return { labels: [answer.label] };
}

export function fromWire(wire: WireAnswer): Answer | null {
  const [label] = wire.labels;
  return label === undefined ? null : { type: 'multiclass', label };
}

export function sameChoice(a: Choice | null, b: Choice | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind === 'answer' && b.kind === 'answer') return a.answer.label === b.answer.label;
  return a.kind === 'skip' && b.kind === 'skip' && a.reason === b.reason;
}

/** The labels an answer holds, for lists that show decisions. */
export function labelsOf(choice: Choice | null): readonly number[] {
  return choice?.kind === 'answer' ? [choice.answer.label] : [];
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
