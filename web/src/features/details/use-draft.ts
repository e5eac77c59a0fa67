import { useState } from 'react';

export interface Draft<T> {
  value: T;
  dirty: boolean;
  /** Somebody else saved while this was being edited. */
  overtaken: boolean;
  set: (value: T) => void;
  /** Takes the saved value, giving up what was typed. */
  reset: () => void;
  /** Keeps what was typed and edits on from the newly saved value. */
  keep: () => void;
}

/** What is being typed over a value of the server: untouched drafts follow it, touched ones are never replaced. */
export function useDraft<T extends object>(saved: T): Draft<T> {
  const [state, setState] = useState({ base: saved, value: saved });
  const dirty = !same(state.value, state.base);
  const moved = !same(saved, state.base);
  // Own saves end here too: the server then says what was typed, and the draft is clean again.
  if (moved && (!dirty || same(saved, state.value))) setState({ base: saved, value: saved });
  return {
    value: state.value,
    dirty,
    overtaken: moved && dirty && !same(saved, state.value),
    set: (value) => setState((before) => ({ ...before, value })),
    reset: () => setState({ base: saved, value: saved }),
    keep: () => setState((before) => ({ ...before, base: saved })),
  };
}

function same(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
