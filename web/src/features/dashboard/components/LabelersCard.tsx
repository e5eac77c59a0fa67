import { useState } from 'react';
import type { ProgressView } from '@/client/types';
import { formatDateTime, formatNumber, formatRelative, plural } from '@/lib/format';
import { Bars } from '../charts/Bars';
import { DataTable } from '../charts/DataTable';
import { sortLabelers, type LabelerOrder } from '../model';
import { ChartCard } from './Card';
import classes from './dashboard.module.css';
import { StartHint } from './StartHint';

type Labeler = ProgressView['labelers'][number];

function speed(labeler: Labeler): string {
  return labeler.per_hour === null ? '–' : `${formatNumber(labeler.per_hour)}/h`;
}

function describe(labeler: Labeler): string {
  const pace = labeler.per_hour === null ? 'no pace yet' : `${formatNumber(labeler.per_hour)} an hour`;
  return `${labeler.name}: ${formatNumber(labeler.labeled)} labeled, ${formatNumber(labeler.skipped)} skipped, ${pace}`;
}

export function LabelersCard({ projectId, progress, mayLabel }: { projectId: number; progress: ProgressView; mayLabel: boolean }) {
  const [order, setOrder] = useState<LabelerOrder>('labeled');
  const people = sortLabelers(progress.labelers, order);
  const max = Math.max(0, ...people.map((person) => person[order] ?? 0));
  return (
    <ChartCard
      title="Labelers"
      note={people.length > 1 ? plural(people.length, 'person', 'people') : undefined}
      tools={people.length > 1 && <OrderSwitch order={order} onChange={setOrder} />}
      chart={
        people.length === 0 ? (
          <StartHint projectId={projectId} mayLabel={mayLabel} text="Nobody has labeled yet." />
        ) : (
          <div className={classes.scroll}>
            <Bars
              label={order === 'labeled' ? 'Items labeled per person' : 'Items an hour per person'}
              max={max}
              bars={people.map((person) => ({
                key: person.user_id,
                name: person.name,
                value: person[order] ?? 0,
                text: formatNumber(person.labeled),
                extra: speed(person),
                description: describe(person),
              }))}
            />
          </div>
        )
      }
      table={
        <DataTable
          caption="Labelers"
          head={['Name', 'Labeled', 'Skipped', 'Speed', 'Last answer']}
          rows={people.map((person) => ({
            key: person.user_id,
            cells: [
              person.name,
              formatNumber(person.labeled),
              formatNumber(person.skipped),
              speed(person),
              person.last_at ? <time title={formatDateTime(person.last_at)} dateTime={person.last_at}>{formatRelative(person.last_at)}</time> : '–',
            ],
          }))}
        />
      }
    />
  );
}

function OrderSwitch({ order, onChange }: { order: LabelerOrder; onChange: (order: LabelerOrder) => void }) {
  return (
    <span className={classes.order} role="group" aria-label="Sort by">
      {(['labeled', 'per_hour'] as const).map((key) => (
        <button key={key} type="button" className={classes.quiet} aria-pressed={order === key} onClick={() => onChange(key)}>
          {key === 'labeled' ? 'Count' : 'Speed'}
        </button>
      ))}
    </span>
  );
}
