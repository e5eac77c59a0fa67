import type { MouseEvent, ReactNode } from 'react';
import { shortcutProps, type ActionId } from '@/lib/shortcuts';
import { useKeyText } from '@/lib/use-shortcut';
import classes from './desk.module.css';
import { useTip } from './use-tip';

interface Props {
  id: ActionId;
  icon: ReactNode;
  iconOnly?: boolean;
  hideKey?: boolean;
  disabled?: boolean;
  pressed?: boolean;
  onRun: () => void;
  children: string;
}

/** An action of the registry as a button that shows its key. */
export function Action({ id, icon, iconOnly = false, hideKey = false, disabled, pressed, onRun, children }: Props) {
  const key = useKeyText(id);
  const tip = useTip(id);
  return (
    <button
      type="button"
      className={classes.action}
      data-quiet={iconOnly || undefined}
      disabled={disabled}
      aria-label={iconOnly ? children : undefined}
      aria-pressed={pressed}
      title={tip}
      onMouseDown={keepFocus}
      onClick={onRun}
      data-testid={id.replace('.', '-')}
      {...shortcutProps(id)}
    >
      {icon}
      {!iconOnly && children}
      {!hideKey && key !== null && <kbd className={classes.key}>{key}</kbd>}
    </button>
  );
}

/** A clicked button must not keep the focus, or the next Enter would press it again. */
export function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
