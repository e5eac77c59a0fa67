import { useCallback, useSyncExternalStore } from 'react';

/** What a labeler set up once and expects to find again. Kept in this browser, per person's habit not per project. */
export interface Preferences {
  /** Index into TEXT_SIZES. */
  textSize: number;
  /** Confirm each choice with Enter instead of going on at once. */
  askForEnter: boolean;
  showPace: boolean;
  railOpen: boolean;
}

export const TEXT_SIZES = [14, 16, 18, 20, 22, 24, 28, 32] as const;
const DEFAULTS: Preferences = { textSize: 2, askForEnter: false, showPace: true, railOpen: true };
const STORE = 'labeldesk-labeling';

const listeners = new Set<() => void>();
let current = read();

function read(): Preferences {
  try {
    const stored = JSON.parse(localStorage.getItem(STORE) ?? '{}') as Partial<Preferences>;
    const merged = { ...DEFAULTS, ...stored };
    return TEXT_SIZES[merged.textSize] === undefined ? { ...merged, textSize: DEFAULTS.textSize } : merged;
  } catch {
    return DEFAULTS;
  }
}

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(STORE, JSON.stringify(current));
  } catch {
    // Storage can be blocked; the choice then lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, () => current);
}

export function useTextSize(): {
  px: number;
  larger: () => void;
  smaller: () => void;
  atMost: boolean;
  atLeast: boolean;
} {
  const { textSize } = usePreferences();
  const last = TEXT_SIZES.length - 1;
  const larger = useCallback(() => setPreferences({ textSize: Math.min(last, textSize + 1) }), [textSize, last]);
  const smaller = useCallback(() => setPreferences({ textSize: Math.max(0, textSize - 1) }), [textSize]);
  return { px: TEXT_SIZES[textSize] ?? 18, larger, smaller, atMost: textSize === last, atLeast: textSize === 0 };
}
