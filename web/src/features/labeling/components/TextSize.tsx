import { ActionIcon } from '@mantine/core';
import { shortcutProps } from '@/lib/shortcuts';
import { KeyTip } from '@/ui/KeyTip';
import { useTextSize } from '../preferences';
import classes from './desk.module.css';

export function TextSize() {
  const { larger, smaller, atMost, atLeast } = useTextSize();
  return (
    <span role="group" aria-label="Text size">
      <KeyTip id="label.textSmaller">
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes.tool}
          size={32}
          aria-label="Smaller text"
          disabled={atLeast}
          onClick={smaller}
          {...shortcutProps('label.textSmaller')}
        >
          A−
        </ActionIcon>
      </KeyTip>
      <KeyTip id="label.textLarger">
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes.tool}
          size={32}
          aria-label="Larger text"
          disabled={atMost}
          onClick={larger}
          {...shortcutProps('label.textLarger')}
        >
          A+
        </ActionIcon>
      </KeyTip>
    </span>
  );
}
