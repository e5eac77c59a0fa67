import { Tooltip } from '@mantine/core';
import type { ReactElement } from 'react';
import { actionOf, type ActionId } from '@/lib/shortcuts';
import { useKeyText } from '@/lib/use-shortcut';

/** A tooltip generated from the registry: the action's words and its key. */
export function KeyTip({ id, label, children }: { id: ActionId; label?: string; children: ReactElement }) {
  const key = useKeyText(id);
  const words = label ?? actionOf(id).label;
  return <Tooltip label={key ? `${words} (${key})` : words}>{children}</Tooltip>;
}
