import { Modal } from '@mantine/core';

export function ExportDialog({ opened, onClose }: { projectId: number; opened: boolean; onClose: () => void }) {
  return <Modal opened={opened} onClose={onClose} title="Export labels" />;
}
