import type { Choice } from '../model/task';

/** `waiting`: to be sent, or being sent. `refused`: the server said no; kept until the labeler has seen it. */
export type EntryState = 'waiting' | 'refused';

/** One decision on its way to the server. Everything needed to send it after a crash is in it. */
export interface Entry {
  submissionId: string;
  projectId: number;
  itemId: number;
  lease: string | null;
  choice: Choice;
  replaces: string | null;
  labelSetVersion: number;
  activeMs: number | null;
  input: InputKind;
  /** Grows across tabs and reloads, so that order does not depend on how fast a request was. */
  seq: number;
  /** The tab that sends it. */
  tab: string;
  at: number;
  text: string;
  state: EntryState;
  refusal: Refusal | null;
}

export type InputKind = 'key' | 'pointer' | 'touch';

export interface Refusal {
  code: string;
  detail: string;
}

/** What the server, or the lack of it, said to one attempt. */
export type Reply =
  | { kind: 'stored' }
  | { kind: 'paused'; detail: string }
  | { kind: 'signed_out' }
  | { kind: 'refused'; refusal: Refusal }
  /** The server answered that it did not store it; try again. */
  | { kind: 'busy'; retryAfterMs: number | null }
  /** It answered badly: only this entry waits, since others may well pass. Perhaps it was stored. */
  | { kind: 'failed' }
  /** No answer at all: perhaps it was stored, perhaps it never arrived. */
  | { kind: 'unreachable' };

export type Send = (entry: Entry) => Promise<Reply>;
