import { useShortcut } from '@/lib/use-shortcut';
import type { InputKind } from '../outbox/entry';
import { useTextSize } from '../preferences';
import type { SessionDriver } from '../session-driver';

interface Props {
  driver: SessionDriver;
  submit: (input: InputKind) => void;
  skip: (input: InputKind) => void;
  toggleInstructions: () => void;
}

/** The keys that mean the same for every task type. Those for an item need one that was on screen. */
export function DeskKeys({ driver, submit, skip, toggleInstructions }: Props) {
  const { larger, smaller } = useTextSize();
  const onItem = (run: () => void) => (event: KeyboardEvent) => {
    if (driver.wasSeen(event.timeStamp)) run();
  };
  useShortcut(
    'label.submit',
    onItem(() => submit('key')),
  );
  useShortcut(
    'label.skip',
    onItem(() => skip('key')),
  );
  useShortcut('label.undo', () => driver.undo());
  useShortcut('label.redo', () => driver.redo());
  useShortcut('label.previous', () => driver.step(-1));
  useShortcut('label.next', () => driver.step(1));
  useShortcut('label.instructions', toggleInstructions);
  useShortcut('label.textLarger', larger);
  useShortcut('label.textSmaller', smaller);
  return null;
}
