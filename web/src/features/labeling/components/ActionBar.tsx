import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronLeft,
  IconChevronRight,
  IconCircleOff,
  IconPlayerSkipForward,
} from '@tabler/icons-react';
import { Button } from '@mantine/core';
import { memo } from 'react';
import { shortcutProps } from '@/lib/shortcuts';
import type { InputKind } from '../outbox/entry';
import type { SessionDriver } from '../session-driver';
import { Action, keepFocus } from './Action';
import classes from './desk.module.css';

interface Props {
  driver: SessionDriver;
  canUndo: boolean;
  canRedo: boolean;
  canGoBack: boolean;
  /** An earlier item is on screen. */
  visiting: boolean;
  /** Enter has something to submit, even if only to say that nothing is chosen. */
  submits: boolean;
  showSubmit: boolean;
  skipped: boolean;
  /** "None of these" is the answer marked; null where it is no answer. */
  none: boolean | null;
  disabled: boolean;
  /** Why Enter did nothing. */
  refusal: string | null;
  onSkip: (input: InputKind) => void;
  onNone: (input: InputKind) => void;
  onSubmit: (input: InputKind) => void;
}

/** Every key of the page as a button, under the labels. */
export const ActionBar = memo(function ActionBar(props: Props) {
  const { driver, disabled, canUndo, canRedo, canGoBack, visiting, submits, showSubmit, skipped, none, refusal } = props;
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
      {none !== null && (
        <Action
          id="label.none"
          disabled={disabled}
          pressed={none}
          onRun={() => props.onNone('pointer')}
          icon={<IconCircleOff size={16} />}
        >
          None of these
        </Action>
      )}
      <Action id="label.undo" disabled={!canUndo} onRun={() => driver.undo()} icon={<IconArrowBackUp size={16} />}>
        Undo
      </Action>
      {canRedo && (
        <Action id="label.redo" hideKey iconOnly onRun={() => driver.redo()} icon={<IconArrowForwardUp size={16} />}>
          Redo
        </Action>
      )}
      <span className={classes.goOn}>
        <Action
          id="label.previous"
          iconOnly
          disabled={!canGoBack}
          onRun={() => driver.step(-1)}
          icon={<IconChevronLeft size={16} />}
        >
          Previous item
        </Action>
        <Action
          id="label.next"
          iconOnly
          disabled={!visiting}
          onRun={() => driver.step(1)}
          icon={<IconChevronRight size={16} />}
        >
          Next item
        </Action>
        {showSubmit && (
          <Button
            className={classes.submit}
            disabled={disabled || !(submits || visiting)}
            onMouseDown={keepFocus}
            onClick={() => props.onSubmit('pointer')}
            data-testid="submit"
            {...shortcutProps('label.submit')}
          >
            {submits ? 'Submit' : 'Go on'} <kbd className={classes.keyOnAccent}>Enter</kbd>
          </Button>
        )}
      </span>
      {refusal !== null && (
        <span className={classes.refusedEnter} role="alert">
          {refusal}
        </span>
      )}
    </div>
  );
});
