import { ActionIcon } from '@mantine/core';
import { shortcutProps } from '@/lib/shortcuts';
import { useTextSize } from '../preferences';
import classes from './desk.module.css';
import { useTip } from './use-tip';

export function TextSize() {
  const { larger, smaller, atMost, atLeast } = useTextSize();
  const look = { variant: 'subtle', color: 'gray', className: classes.tool, size: 32 } as const;
  return (
    <span role="group" aria-label="Text size">
      <ActionIcon
        {...look}
        aria-label="A−, smaller text"
        title={useTip('label.textSmaller')}
        disabled={atLeast}
        onClick={smaller}
        {...shortcutProps('label.textSmaller')}
      >
        A−
      </ActionIcon>
      <ActionIcon
        {...look}
        aria-label="A+, larger text"
        title={useTip('label.textLarger')}
        disabled={atMost}
        onClick={larger}
        {...shortcutProps('label.textLarger')}
      >
        A+
      </ActionIcon>
    </span>
  );
}
