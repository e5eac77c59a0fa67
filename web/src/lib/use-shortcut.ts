import { useEffect, useRef, useSyncExternalStore } from 'react';
import { bind, getPreferences, keyText, onPreferences, type ActionId, type Binding } from './shortcuts';

type Options = { enabled?: boolean } & Pick<Binding, 'inDialog' | 'inFields'>;

/** Binds a handler to a registered action while the component is mounted. */
export function useShortcut(
  id: ActionId,
  run: (event: KeyboardEvent) => void,
  { enabled = true, inDialog = false, inFields = false }: Options = {},
): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    return bind({ id, inDialog, inFields, run: (event) => latest.current(event) });
  }, [id, enabled, inDialog, inFields]);
}

/** The key in force for an action, following changes in the settings. */
export function useKeyText(id: ActionId): string | null {
  useSyncExternalStore(onPreferences, getPreferences);
  return keyText(id);
}
