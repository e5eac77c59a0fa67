import type { Label, ProjectDetail, TaskType } from '@/client/types';
import { formatDateTime, formatNumber } from '@/lib/format';

export type SectionId = 'overview' | 'labels' | 'instructions' | 'queue' | 'import' | 'exports' | 'danger';

export const SECTIONS: { id: SectionId; name: string }[] = [
  { id: 'overview', name: 'Overview' },
  { id: 'labels', name: 'Labels' },
  { id: 'instructions', name: 'Instructions' },
  { id: 'queue', name: 'Queue' },
  { id: 'import', name: 'Import report' },
  { id: 'exports', name: 'Exports' },
  { id: 'danger', name: 'Danger zone' },
];

export function sectionFrom(search: string | undefined): SectionId {
  return SECTIONS.find((section) => section.id === search)?.id ?? 'overview';
}

const TASK: Record<TaskType, string> = { multiclass: 'Multi-class', multilabel: 'Multi-label', ner: 'Named entities' };

export interface Fact {
  name: string;
  value: string;
  /** Why it can never change; null for what is only shown. */
  fixed: string | null;
}

export function factsOf(project: ProjectDetail): Fact[] {
  const fixed = (name: string, value: string, why: string): Fact => ({ name, value, fixed: why });
  const shown = (name: string, value: string): Fact => ({ name, value, fixed: null });
  return [
    fixed('Name', project.name, 'A name is never changed or used again, so that links and exports stay clear.'),
    fixed('Task type', TASK[project.task_type], 'Answers of one kind cannot become answers of another.'),
    ...(project.task_type === 'multilabel'
      ? [fixed('None of these', project.allow_none ? 'Allowed' : 'Not allowed', 'Every labeler must have had the same choices.')]
      : []),
    fixed('Dataset', project.dataset?.name ?? 'Deleted', 'Labels belong to the texts they were given to.'),
    ...(project.text_columns.length ? [fixed('Text columns', project.text_columns.join(', '), 'Labelers must all have seen the same text.')] : []),
    ...(project.id_column ? [fixed('Id column', project.id_column, 'Items are recognised by it.')] : []),
    fixed('Shuffle seed', String(project.seed), 'The order of the items can be made again from it.'),
    fixed('Most items', formatNumber(project.max_items), 'Chosen when the data was read.'),
    ...(project.columns.length ? [shown('Columns kept', project.columns.join(', '))] : []),
    shown('Project id', String(project.id)),
    shown('Created', `${formatDateTime(project.created_at)} by ${project.created_by}`),
    shown('Changed', formatDateTime(project.updated_at)),
    shown('Owner', project.owner),
  ];
}

export interface FlatLabel {
  label: Label;
  depth: number;
}

/** The tree as lines, parents before their children. */
export function flatLabels(labels: Label[], depth = 0): FlatLabel[] {
  return labels.flatMap((label) => [{ label, depth }, ...flatLabels(label.children, depth + 1)]);
}

/** A whole number within bounds, or what is wrong with it. */
export function checkNumber(text: string, least: number, most: number): { value: number } | { problem: string } {
  const trimmed = text.trim();
  const value = Number(trimmed);
  if (!/^\d+$/.test(trimmed) || value < least || value > most) {
    return { problem: `Enter a whole number from ${formatNumber(least)} to ${formatNumber(most)}.` };
  }
  return { value };
}

/** Only web pages can be opened by labelers; anything else in this field is a typing mistake. */
export function linkProblem(link: string): string | null {
  const trimmed = link.trim();
  if (trimmed === '') return null;
  try {
    const { protocol } = new URL(trimmed);
    return protocol === 'http:' || protocol === 'https:' ? null : 'Only links that begin with http:// or https:// can be opened.';
  } catch {
    return 'Enter a whole address, for example https://wiki.example/guide.';
  }
}

/** Names are compared as the server compares them: NFC, without case and outer spaces. */
export function sameName(typed: string, name: string): boolean {
  const plain = (text: string) => text.normalize('NFC').trim().toLocaleLowerCase();
  return plain(typed) !== '' && plain(typed) === plain(name);
}
