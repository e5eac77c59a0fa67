import type { ProgressView } from '@/client/types';
import { formatNumber } from '@/lib/format';
import { DataTable } from '../charts/DataTable';
import { Card } from './Card';
import classes from './dashboard.module.css';

const KIND: Record<string, string> = { manual: 'Manual' };

export function QueueCard({ progress }: { progress: ProgressView }) {
  const nothing = progress.queue.every((row) => row.items === 0);
  return (
    <Card title="Queue" note="not yet with anyone">
      <DataTable
        caption="Queue of unassigned tasks"
        head={['Kind', 'Tasks', 'Items']}
        rows={progress.queue.map((row) => ({
          key: row.kind,
          cells: [KIND[row.kind] ?? row.kind, formatNumber(row.tasks), formatNumber(row.items)],
        }))}
      />
      <p className={classes.note}>
        {nothing && progress.total > 0 ? 'The queue is empty: every item is done or with a labeler.' : 'A task is one page of items handed to one labeler.'}
      </p>
    </Card>
  );
}
