/** The wizard's state, what it sends, and what is still missing. Pure. */
import type { Preview, ProjectIn, TaskType } from '@/client/types';
import type { FieldProblem } from '@/lib/problem';
import { fromLabelIn, labelProblems, toLabelIn, type LabelNode } from './labels';

export const STEPS = [
  { id: 'details', word: 'Details' },
  { id: 'workforce', word: 'Workforce' },
  { id: 'data', word: 'Data' },
  { id: 'labels', word: 'Label categories' },
  { id: 'instructions', word: 'Instructions' },
  { id: 'quality', word: 'Quality control' },
  { id: 'assist', word: 'ML assist' },
] as const;

export type StepId = (typeof STEPS)[number]['id'];

/** Steps that only state a default so far; Next passes over them. */
const DEFAULT_STEPS: StepId[] = ['workforce', 'quality', 'assist'];

export interface Reading {
  delimiter?: string;
  header?: boolean;
  encoding?: string;
}

export interface WizardState {
  name: string;
  /** Once a person typed a name, a later file no longer changes it. */
  nameTyped: boolean;
  description: string;
  taskType: TaskType | null;
  datasetId: number | null;
  /** For the summary, and to know that tabular data needs columns. */
  datasetKind: 'file' | 'tabular' | null;
  /** Null until the preview was seen: then a guess stands here, which the person may change. */
  textColumns: string[] | null;
  idColumn: string | null;
  reading: Reading;
  labels: LabelNode[];
  /** Multi-label: whether "none of these" is an answer. */
  allowNone: boolean;
  markdown: string;
  link: string;
}

export const EMPTY: WizardState = {
  name: '',
  nameTyped: false,
  description: '',
  taskType: null,
  datasetId: null,
  datasetKind: null,
  textColumns: null,
  idColumn: null,
  reading: {},
  labels: [],
  allowNone: true,
  markdown: '',
  link: '',
};

/** The name a file suggests: "customer_reviews-2026.csv" becomes "Customer reviews 2026". */
export function nameFromFile(fileName: string): string {
  const stem = fileName.replace(/^.*[\\/]/, '').replace(/\.(csv|tsv|txt|jsonl|parquet)$/i, '');
  const words = stem.replace(/[_-]+/g, ' ').replace(/\s+/g, ' ').trim();
  return words ? (words[0] as string).toLocaleUpperCase() + words.slice(1, 128) : 'My data';
}

const TEXT_NAMES = ['text', 'body', 'content', 'message', 'review', 'comment', 'description', 'document', 'sentence', 'title', 'subject'];
const ID_NAMES = ['id', 'item_id', 'uid', 'uuid', 'key'];

function average(preview: Preview, column: number): number {
  const lengths = preview.rows.map((row) => row[column]?.length ?? 0);
  return lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
}

/** Which column holds the text: a telling name first, else the one with the longest cells. */
export function guessColumns(preview: Preview): { textColumns: string[]; idColumn: string | null } {
  const names = preview.columns.map((column) => column.name);
  const known = TEXT_NAMES.map((wanted) => names.find((name) => name.trim().toLowerCase() === wanted)).find(Boolean);
  const longest = names.map((name, at) => ({ name, size: average(preview, at) })).sort((a, b) => b.size - a.size)[0]?.name;
  const text = known ?? longest;
  const at = names.findIndex((name) => ID_NAMES.includes(name.trim().toLowerCase()) && name !== text);
  const cells = preview.rows.map((row) => row[at]);
  // An id that repeats within the first rows is no id.
  const isId = at >= 0 && cells.every(Boolean) && new Set(cells).size === cells.length;
  return { textColumns: text ? [text] : [], idColumn: isId ? (names[at] as string) : null };
}

/** Keeps what still exists after the reading changed, and guesses again when nothing is left. */
export function fitColumns(state: WizardState, preview: Preview): Pick<WizardState, 'textColumns' | 'idColumn'> {
  const names = preview.columns.map((column) => column.name);
  const kept = state.textColumns?.filter((name) => names.includes(name)) ?? [];
  // An emptied list is the person's doing and stays; only vanished columns are replaced.
  if (state.textColumns !== null && (kept.length > 0 || state.textColumns.length === 0)) {
    return { textColumns: kept, idColumn: state.idColumn && names.includes(state.idColumn) ? state.idColumn : null };
  }
  return guessColumns(preview);
}

export function moveColumn(columns: string[], name: string, by: -1 | 1): string[] {
  const at = columns.indexOf(name);
  const to = at + by;
  if (at < 0 || to < 0 || to >= columns.length) return columns;
  const moved = columns.filter((column) => column !== name);
  moved.splice(to, 0, name);
  return moved;
}

/** What the server is asked to check and in the end to create. Unset things are left out, not sent empty. */
export function toProjectIn(state: WizardState): Partial<ProjectIn> {
  return {
    ...(state.name.trim() ? { name: state.name.trim() } : {}),
    ...(state.description.trim() ? { description: state.description.trim() } : {}),
    ...(state.taskType ? { task_type: state.taskType } : {}),
    ...(state.datasetId !== null ? { dataset_id: state.datasetId } : {}),
    ...(state.datasetId !== null && state.datasetKind === 'tabular'
      ? {
          text_columns: state.textColumns ?? [],
          ...(state.idColumn ? { id_column: state.idColumn } : {}),
          ...(Object.keys(state.reading).length ? { reading: state.reading } : {}),
        }
      : {}),
    ...(state.labels.length ? { labels: toLabelIn(state.labels) } : {}),
    ...(state.taskType === 'multilabel' ? { allow_none: state.allowNone } : {}),
    ...(state.markdown.trim() || state.link.trim()
      ? {
          instructions: {
            ...(state.markdown.trim() ? { markdown: state.markdown } : {}),
            ...(state.link.trim() ? { link: state.link.trim() } : {}),
          },
        }
      : {}),
  };
}

/** A draft is the project as far as it goes, plus what only the wizard needs. */
export function toDraft(state: WizardState): Record<string, unknown> {
  return {
    ...toProjectIn(state),
    text_columns: state.textColumns,
    wizard: { name_typed: state.nameTyped, dataset_kind: state.datasetKind },
  };
}

export function fromDraft(body: Record<string, unknown>): WizardState {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const wizard = (body.wizard ?? {}) as Record<string, unknown>;
  const instructions = (body.instructions ?? {}) as Record<string, unknown>;
  const strings = Array.isArray(body.text_columns) ? body.text_columns.filter((name) => typeof name === 'string') : null;
  return {
    name: text(body.name),
    nameTyped: wizard.name_typed === true || text(body.name) !== '',
    description: text(body.description),
    taskType: (['multiclass', 'multilabel', 'ner'] as const).find((type) => type === body.task_type) ?? null,
    datasetId: typeof body.dataset_id === 'number' ? body.dataset_id : null,
    datasetKind: wizard.dataset_kind === 'file' || wizard.dataset_kind === 'tabular' ? wizard.dataset_kind : null,
    textColumns: strings,
    idColumn: typeof body.id_column === 'string' ? body.id_column : null,
    reading: (body.reading ?? {}) as Reading,
    labels: fromLabelIn(body.labels),
    allowNone: body.allow_none !== false,
    markdown: text(instructions.markdown),
    link: text(instructions.link),
  };
}

export function isUntouched(state: WizardState): boolean {
  return JSON.stringify(toDraft(state)) === JSON.stringify(toDraft({ ...EMPTY, taskType: state.taskType }));
}

// ---------------------------------------------------------------- what is missing

export interface Need {
  step: StepId;
  field: string;
  message: string;
  /** Not filled in yet, as against filled in wrongly. */
  missing: boolean;
}

export function stepOf(field: string): StepId {
  const head = field.split('.')[0] ?? '';
  if (head === 'labels' || head === 'allow_none') return 'labels';
  if (head === 'instructions') return 'instructions';
  if (['dataset_id', 'text_columns', 'id_column', 'reading', 'max_items'].includes(head)) return 'data';
  return 'details';
}

/** Problems seen without asking the server; they win over its answer, which is a moment older. */
export function localNeeds(state: WizardState): Need[] {
  const needs: Need[] = [];
  const missing = (field: string, message: string) => needs.push({ step: stepOf(field), field, message, missing: true });
  if (!state.name.trim()) missing('name', 'Name the project');
  if (!state.taskType) missing('task_type', 'Choose a task type');
  if (state.datasetId === null) missing('dataset_id', 'Add data');
  else if (state.datasetKind === 'tabular' && state.textColumns?.length === 0) missing('text_columns', 'Tick a column to show');
  if (state.labels.length === 0) missing('labels', 'Add labels');
  const wrong = labelProblems(state.labels).size;
  if (wrong) needs.push({ step: 'labels', field: 'labels', message: wrong === 1 ? 'One label needs a change' : `${wrong} labels need a change`, missing: false });
  return needs;
}

const JUDGED_HERE = new Set(['name', 'task_type', 'dataset_id', 'text_columns', 'labels']);

/** Local needs first, then what only the server can know (a taken name, a dataset that is empty). */
export function allNeeds(state: WizardState, server: FieldProblem[]): Need[] {
  const local = localNeeds(state);
  const known = new Set(local.map((need) => need.field.split('.')[0]));
  const remote = server
    .filter((problem) => problem.code !== 'required' && !known.has(problem.field.split('.')[0] ?? ''))
    .map((problem) => ({ step: stepOf(problem.field), field: problem.field, message: problem.message, missing: false }));
  // What is required and known here was judged above on newer input; only unknown requirements are news.
  const unmet = server
    .filter((problem) => problem.code === 'required' && !JUDGED_HERE.has(problem.field.split('.')[0] ?? ''))
    .map((problem) => ({ step: stepOf(problem.field), field: problem.field, message: problem.message, missing: true }));
  return [...local, ...remote, ...unmet];
}

export type StepStatus = 'done' | 'attention' | 'todo' | 'default';

export function stepStatus(step: StepId, state: WizardState, needs: Need[]): StepStatus {
  if (DEFAULT_STEPS.includes(step)) return 'default';
  const mine = needs.filter((need) => need.step === step);
  if (mine.some((need) => !need.missing)) return 'attention';
  if (mine.length) return 'todo';
  if (step === 'instructions') return state.markdown.trim() || state.link.trim() ? 'done' : 'default';
  return 'done';
}

export function nextStep(step: StepId): StepId | null {
  const at = STEPS.findIndex(({ id }) => id === step);
  return STEPS.slice(at + 1).find(({ id }) => !DEFAULT_STEPS.includes(id))?.id ?? null;
}

/** The sentence beside the disabled button. */
export function whyNotReady(needs: Need[]): string | null {
  if (needs.length === 0) return null;
  const missing = needs.filter((need) => need.missing).map((need) => need.message);
  const wrong = needs.find((need) => !need.missing);
  if (wrong) return wrong.message.replace(/\.?$/, '.');
  const lower = missing.map((message, at) => (at === 0 ? message : message[0]?.toLowerCase() + message.slice(1)));
  const tail = lower.pop() ?? '';
  return `${lower.length ? `${lower.join(', ')} and ${tail}` : tail}.`;
}
