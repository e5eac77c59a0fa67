import { Button, Group, Modal, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { messageOf } from '@/lib/problem';

/** Asks before something that cannot be taken back. The safe button has the focus. */
export function ConfirmDialog({
  opened,
  title,
  children,
  confirm,
  danger,
  onConfirm,
  onClose,
}: {
  opened: boolean;
  title: string;
  children: ReactNode;
  confirm: string;
  danger?: boolean;
  onConfirm: () => Promise<unknown> | void;
  onClose: () => void;
}) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const run = async () => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      onClose();
    } catch (failure) {
      setError(messageOf(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened={opened} onClose={onClose} title={title} size="md">
      {children}
      {error && (
        <Text c="var(--ld-bad)" mt="sm" role="alert">
          {error}
        </Text>
      )}
      <Group justify="flex-end" gap={8} mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          Cancel
        </Button>
        <Button color={danger ? 'red' : undefined} loading={busy} onClick={() => void run()}>
          {confirm}
        </Button>
      </Group>
    </Modal>
  );
}
