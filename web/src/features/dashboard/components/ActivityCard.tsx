import type { ProgressView } from '@/client/types';
import { formatDate, formatNumber, plural } from '@/lib/format';
import { DataTable } from '../charts/DataTable';
import { HourLine } from '../charts/HourLine';
import { daysOf, hoursOf } from '../model';
import { ChartCard } from './Card';
import classes from './dashboard.module.css';

const hourOfDay = (at: number) => new Date(at).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });

export function ActivityCard({ progress }: { progress: ProgressView }) {
  const hours = hoursOf(progress.activity, progress.at);
  const total = hours.reduce((sum, hour) => sum + hour.count, 0);
  return (
    <ChartCard
      title="Activity"
      note={
        <>
          labels per hour, 7 days: {formatNumber(total)}
          {progress.per_hour !== null && <span className={classes.pace} title="Labels per hour in the last day’s active hours">{formatNumber(progress.per_hour)}/h when active</span>}
        </>
      }
      chart={<HourLine points={hours} label="Labels per hour over seven days; arrow keys read single hours" unit="label" />}
      table={
        <DataTable
          caption="Labels per day"
          head={['Day', 'Labels', 'Best hour']}
          rows={daysOf(hours).map((day) => ({
            key: day.at,
            cells: [
              formatDate(new Date(day.at).toISOString()),
              formatNumber(day.count),
              day.best.count > 0 ? `${hourOfDay(day.best.at)}, ${plural(day.best.count, 'label')}` : '–',
            ],
          }))}
        />
      }
    />
  );
}
