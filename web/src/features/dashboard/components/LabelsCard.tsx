import { useState } from 'react';
import type { ProgressView } from '@/client/types';
import { formatNumber, formatShare } from '@/lib/format';
import { Bars } from '../charts/Bars';
import { DataTable } from '../charts/DataTable';
import { sortLabels } from '../model';
import { ChartCard } from './Card';
import classes from './dashboard.module.css';
import { StartHint } from './StartHint';

const FIRST = 9;

export function LabelsCard({ projectId, progress, mayLabel }: { projectId: number; progress: ProgressView; mayLabel: boolean }) {
  const [all, setAll] = useState(false);
  const labels = sortLabels(progress.labels);
  const shown = all ? labels : labels.slice(0, FIRST);
  const max = labels[0]?.count ?? 0;
  const share = (count: number) => formatShare(count, progress.labeled);
  return (
    <ChartCard
      title="Labels"
      note="of labeled items"
      chart={
        <>
          {progress.labeled === 0 && <StartHint projectId={projectId} mayLabel={mayLabel} text="No labels yet." />}
          <div className={all ? classes.scroll : undefined}>
            <Bars
              label="Labeled items per label"
              max={max}
              bars={shown.map((label) => ({
                key: label.label_id,
                name: label.path,
                value: label.count,
                text: formatNumber(label.count),
                color: label.color,
                description: `${label.path}: ${formatNumber(label.count)}, ${share(label.count)} of labeled items`,
              }))}
            />
          </div>
          {labels.length > FIRST && (
            <button type="button" className={classes.quiet} onClick={() => setAll(!all)} aria-expanded={all}>
              {all ? `Show the first ${FIRST}` : `Show all ${labels.length}`}
            </button>
          )}
          {progress.labels_sum_note && <p className={classes.note}>{progress.labels_sum_note}</p>}
        </>
      }
      table={
        <DataTable
          caption="Labeled items per label"
          head={['Label', 'Items', 'Share']}
          rows={labels.map((label) => ({ key: label.label_id, cells: [label.path, formatNumber(label.count), share(label.count)] }))}
        />
      }
    />
  );
}
