import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useUser } from '@/client/session';
import type { Export } from '@/client/types';
import { useExports } from './api/get-exports';
import { ExportForm } from './components/ExportForm';
import { ExportProgress } from './components/ExportProgress';
import classes from './components/exports.module.css';
import { ExportList } from './ExportList';
import { findMine } from './model';

/** Choose, watch, download; it may be closed at any time without stopping the export. */
export function ExportDialog({ projectId, opened, onClose }: { projectId: number; opened: boolean; onClose: () => void }) {
  const user = useUser();
  const { data: exports } = useExports(projectId);
  const [started, setStarted] = useState<Export | null>(null);
  const [again, setAgain] = useState(false);
  const followed = started ? (exports?.find((entry) => entry.id === started.id) ?? started) : exports && findMine(exports, user.name);
  const showForm = !followed || again;
  const start = (entry: Export) => {
    setStarted(entry);
    setAgain(false);
  };
  return (
    <Modal opened={opened} onClose={onClose} title="Export labels" size="lg" attributes={{ header: { role: 'presentation' } }}>
      <div className={classes.dialog}>
        {showForm ? (
          <ExportForm projectId={projectId} onStarted={start} onClose={onClose} />
        ) : (
          <ExportProgress entry={followed} onAgain={() => setAgain(true)} onClose={onClose} onFollow={setStarted} />
        )}
        {exports && exports.length > 0 && (
          <section aria-label="Earlier exports" className={classes.earlier}>
            <h3 className={classes.subTitle}>Exports of this project</h3>
            <ExportList projectId={projectId} limit={3} />
          </section>
        )}
      </div>
    </Modal>
  );
}
