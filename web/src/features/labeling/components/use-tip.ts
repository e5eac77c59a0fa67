import { actionOf, type ActionId } from '@/lib/shortcuts';
import { useKeyText } from '@/lib/use-shortcut';

/** The words of an action with its key, for a plain title: the first paint needs no tooltip code. */
export function useTip(id: ActionId): string {
  const key = useKeyText(id);
  const { label } = actionOf(id);
  return key === null ? label : `${label} (${key})`;
}
