import { Button } from '@mantine/core';
import { IconBook } from '@tabler/icons-react';
import { shortcutProps } from '@/lib/shortcuts';
import classes from './desk.module.css';
import { useTip } from './use-tip';

export function InstructionsButton({ changed, onOpen }: { changed: boolean; onOpen: () => void }) {
  return (
    <Button
      variant="subtle"
      color="gray"
      size="xs"
      className={classes.tool}
      leftSection={<IconBook size={16} />}
      aria-label={changed ? 'Instructions, changed' : 'Instructions'}
      title={useTip('label.instructions')}
      onClick={onOpen}
      data-testid="instructions"
      {...shortcutProps('label.instructions')}
    >
      <span className={classes.toolWord}>Instructions</span>
      {changed && (
        <span className={classes.changed} data-testid="instructions-changed">
          changed
        </span>
      )}
    </Button>
  );
}
