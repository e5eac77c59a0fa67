import { useShortcut } from '@/lib/use-shortcut';
import type { InputKind } from '../outbox/entry';
import type { SessionDriver } from '../session-driver';

interface Props {
  driver: SessionDriver;
  submit: (input: InputKind) => void;
  skip: (input: InputKind) => void;
  /** Null where "none of these" is no answer. */
  none: ((input: InputKind) => void) | null;
}

/** The keys that mean the same for every task type. Those that decide need an item that was on screen. */
export function DeskKeys({ driver, submit, skip, none }: Props) {
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
  useShortcut(
    'label.none',
    onItem(() => none?.('key')),
    { enabled: none !== null },
  );
  useShortcut('label.undo', () => driver.undo());
  useShortcut('label.redo', () => driver.redo());
  useShortcut('label.previous', () => driver.step(-1));
  useShortcut('label.next', () => driver.step(1));
  return null;
}
