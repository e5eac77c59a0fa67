import type { ProjectDetail } from '@/client/types';
import { formatNumber, plural } from '@/lib/format';

type Imported = Pick<ProjectDetail, 'import' | 'left_out'>;

export interface Figure {
  key: string;
  name: string;
  count: number;
  warn?: boolean;
}

export function importFigures({ import: report, left_out }: Imported): Figure[] {
  return [
    { key: 'files', name: report.files === 1 ? 'File' : 'Files', count: report.files },
    { key: 'read', name: 'Read', count: report.read },
    { key: 'added', name: 'Added', count: report.added },
    { key: 'refused', name: 'Refused', count: report.refused, warn: report.refused > 0 },
    ...(report.duplicates === null ? [] : [{ key: 'duplicates', name: 'Duplicates', count: report.duplicates }]),
    ...(report.blank_lines > 0 ? [{ key: 'blank-lines', name: 'Blank lines', count: report.blank_lines }] : []),
    ...(left_out > 0 ? [{ key: 'left-out', name: 'Left out', count: left_out, warn: true }] : []),
  ];
}

export function importSentence({ import: report, left_out }: Imported): string {
  const parts = [`${formatNumber(report.added)} of ${plural(report.read, 'row')} added`];
  if (report.refused > 0) parts.push(`${formatNumber(report.refused)} refused`);
  if (report.duplicates !== null && report.duplicates > 0) parts.push(plural(report.duplicates, 'duplicate'));
  if (left_out > 0) parts.push(`${formatNumber(left_out)} left out`);
  return `Import: ${parts.join(', ')}`;
}
