import { Drawer } from '@mantine/core';
import { useShortcut } from '@/lib/use-shortcut';
import { Instructions } from './Instructions';

interface Props {
  markdown: string;
  link: string | null;
  onClose: () => void;
}

export function InstructionsDrawer({ markdown, link, onClose }: Props) {
  // The key that opened it closes it, also from inside.
  useShortcut('label.instructions', onClose, { inDialog: true });
  return (
    <Drawer
      opened
      onClose={onClose}
      title="Instructions"
      position="right"
      size="md"
      transitionProps={{ duration: 100 }}
      // The text must stay readable: one opens instructions to compare.
      overlayProps={{ backgroundOpacity: 0.06 }}
      shadow="md"
      closeButtonProps={{ 'aria-label': 'Close the instructions' }}
    >
      <Instructions markdown={markdown} link={link} />
    </Drawer>
  );
}
