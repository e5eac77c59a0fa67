import { Link, useNavigate } from '@tanstack/react-router';
import type { ProgressView } from '@/client/types';
import { formatNumber, formatShare } from '@/lib/format';
import { DataTable } from '../charts/DataTable';
import { Donut } from '../charts/Donut';
import { filterOf, sectionsOf, timeLeftText, type Section } from '../model';
import { ChartCard } from './Card';
import classes from './dashboard.module.css';

export function ProgressCard({ projectId, progress }: { projectId: number; progress: ProgressView }) {
  const navigate = useNavigate();
  const sections = sectionsOf(progress);
  const open = (section: { key: string }) =>
    void navigate({
      to: '/projects/$projectId/data',
      params: { projectId },
      search: { state: filterOf(section.key as Section['key']) },
    });
  return (
    <ChartCard
      title="Progress"
      chart={
        <>
          <div className={classes.progress}>
            <Donut
              label="Items by state"
              sections={sections}
              total={progress.total}
              centre={{ value: formatShare(progress.labeled, progress.total), note: 'labeled' }}
              onOpen={open}
            />
            <Legend projectId={projectId} sections={sections} total={progress.total} />
          </div>
          <p className={classes.timeLeft}>{timeLeftText(progress)}</p>
        </>
      }
      table={
        <DataTable
          caption="Items by state"
          head={['State', 'Items', 'Share']}
          rows={[...sections, { key: 'total', name: 'Total', count: progress.total }].map((section) => ({
            key: section.key,
            cells: [section.name, formatNumber(section.count), formatShare(section.count, progress.total)],
          }))}
        />
      }
    />
  );
}

function Legend({ projectId, sections, total }: { projectId: number; sections: Section[]; total: number }) {
  return (
    <ul className={classes.legend}>
      {sections.map((section) => (
        <li key={section.key}>
          <Link to="/projects/$projectId/data" params={{ projectId }} search={{ state: filterOf(section.key) }} className={classes.legendRow}>
            <span className={classes.swatch} data-key={section.key} aria-hidden />
            <span className={classes.legendName}>{section.name}</span>
            <span data-testid={`progress-${section.key.replace('_', '-')}`}>{formatNumber(section.count)}</span>
            <span className={classes.share}>{formatShare(section.count, total)}</span>
          </Link>
        </li>
      ))}
      <li className={classes.legendTotal}>
        <span className={classes.legendName}>Total</span>
        <span data-testid="progress-total">{formatNumber(total)}</span>
        <span className={classes.share} />
      </li>
    </ul>
  );
}
