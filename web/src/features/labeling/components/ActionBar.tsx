import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronLeft,
  IconChevronRight,
  IconPlayerSkipForward,
} from '@tabler/icons-react';
import { Button } from '@mantine/core';
import { memo, type MouseEvent, type ReactNode } from 'react';
import { shortcutProps, type ActionId } from '@/lib/shortcuts';
import { useKeyText } from '@/lib/use-shortcut';
import type { InputKind } from '../outbox/entry';
import type { SessionDriver } from '../session-driver';
import classes from './desk.module.css';

interface Props {
  driver: SessionDriver;
  canUndo: boolean;
  canRedo: boolean;
  canSubmit: boolean;
  showSubmit: boolean;
  skipped: boolean;
  disabled: boolean;
  refused: boolean;
  onSkip: (input: InputKind) => void;
  onSubmit: (input: InputKind) => void;
}

/** Every key of the page as a button, under the labels. */
export const ActionBar = memo(function ActionBar(props: Props) {
  const { driver, disabled, canUndo, canRedo, canSubmit, showSubmit, skipped, refused } = props;
  return (
    <div className={classes.actions}>
      <Action
        id="label.skip"
        disabled={disabled}
        pressed={skipped}
        onRun={() => props.onSkip('pointer')}
        icon={<IconPlayerSkipForward size={16} />}
      >
        {skipped ? 'Skipped' : 'Skip'}
      </Action>
      <Action id="label.undo" disabled={!canUndo} onRun={() => driver.undo()} icon={<IconArrowBackUp size={16} />}>
        Undo
      </Action>
      {canRedo && (
        <Action id="label.redo" onRun={() => driver.redo()} icon={<IconArrowForwardUp size={16} />}>
          Redo
        </Action>
      )}
      <span className={classes.grow} />
      {refused && (
        <span className={classes.refusedEnter} role="alert">
          Choose a label or press S
        </span>
      )}
      <Action
        id="label.previous"
        quiet
        disabled={!canUndo}
        onRun={() => driver.step(-1)}
        icon={<IconChevronLeft size={16} />}
      >
        Previous
      </Action>
      <Action
        id="label.next"
        quiet
        disabled={!canRedo && !showSubmit}
        onRun={() => driver.step(1)}
        icon={<IconChevronRight size={16} />}
      >
        Next
      </Action>
      {showSubmit && (
        <Button
          size="sm"
          className={classes.action}
          disabled={disabled || !canSubmit}
          onMouseDown={keepFocus}
          onClick={() => props.onSubmit('pointer')}
          data-testid="submit"
          {...shortcutProps('label.submit')}
        >
          Go on <kbd className={classes.keyOnAccent}>Enter</kbd>
        </Button>
      )}
    </div>
  );
});

interface ActionProps {
  id: ActionId;
  icon: ReactNode;
  quiet?: boolean;
  disabled?: boolean;
  pressed?: boolean;
  onRun: () => void;
  children: string;
}

function Action({ id, icon, quiet, disabled, pressed, onRun, children }: ActionProps) {
  const key = useKeyText(id);
  return (
    <button
      type="button"
      className={classes.action}
      data-quiet={quiet || undefined}
      disabled={disabled}
      aria-pressed={pressed}
      onMouseDown={keepFocus}
      onClick={onRun}
      data-testid={id.replace('.', '-')}
      {...shortcutProps(id)}
    >
      {icon}
      {children}
      {key !== null && <kbd className={classes.key}>{key}</kbd>}
    </button>
  );
}

/** A clicked button must not keep the focus, or the next Enter would press it again. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
