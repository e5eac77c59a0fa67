import { describe, expect, it } from 'vitest';
import type { Preview } from '@/client/types';
import { addNames, COLORS, dropLabel, labelProblems, nudgeLabel, parsePaste, toLabelIn } from './labels';
import { allNeeds, EMPTY, fitColumns, fromDraft, guessColumns, isUntouched, nameFromFile, nextStep, stepStatus, toDraft, toProjectIn, whyNotReady, type WizardState } from './model';

const preview = (columns: string[], rows: string[][]): Preview => ({
  kind: 'tabular', encoding: 'utf-8', encodings: ['utf-8'], delimiter: ',', header: true,
  columns: columns.map((name) => ({ name, sample: '' })), rows, items: rows.length, items_exact: true, problems: [],
});
const names = (nodes: { name: string }[]) => nodes.map((node) => node.name);

describe('pasting labels', () => {
  it('takes one a line, without list marks, empty lines and repeats', () => {
    expect(parsePaste('- Billing\r\n\n* Outage\n3. Refund\nbilling\n  Other, unclear  ')).toEqual({
      names: ['Billing', 'Outage', 'Refund', 'Other, unclear'],
      repeated: 1,
    });
  });

  it('keeps numbers and dashes that belong to a name', () => {
    expect(parsePaste('1st class\n-5 degrees\nCOVID-19').names).toEqual(['1st class', '-5 degrees', 'COVID-19']);
  });

  it('leaves out what is already there, whatever its case or Unicode form', () => {
    const { nodes } = addNames([], ['Café']);
    const { nodes: more, repeated } = addNames(nodes, ['CAFE\u0301', 'Tea']);
    expect(names(more)).toEqual(['Café', 'Tea']);
    expect(repeated).toHaveLength(1);
    expect(more[1]?.color).toBe(COLORS[1]);
  });
});

describe('editing labels', () => {
  const three = addNames([], ['a', 'b', 'c']).nodes;
  it('moves by key and by drop, and stops at the ends', () => {
    const [a, b, c] = three.map((node) => node.key) as [string, string, string];
    expect(names(nudgeLabel(three, c, -1))).toEqual(['a', 'c', 'b']);
    expect(names(nudgeLabel(three, a, -1))).toEqual(['a', 'b', 'c']);
    expect(names(dropLabel(three, a, c, true))).toEqual(['b', 'c', 'a']);
    expect(names(dropLabel(three, c, b, false))).toEqual(['a', 'c', 'b']);
  });

  it('names twins, slashes and empty names while typing', () => {
    const nodes = addNames([], ['a', 'b/c', 'd']).nodes.map((node, at) => (at === 2 ? { ...node, name: 'A' } : node));
    expect([...labelProblems(nodes).values()]).toEqual(['A name cannot hold “/”: it separates levels.', 'The same as label 1.']);
  });
});

describe('the wizard', () => {
  const full: WizardState = {
    ...EMPTY, name: ' Tickets ', taskType: 'multiclass', datasetId: 4, datasetKind: 'tabular', textColumns: ['body'], labels: addNames([], ['x']).nodes,
  };

  it('is ready with name, task type, data and labels, and nothing else', () => {
    expect(allNeeds(full, [])).toEqual([]);
    expect(whyNotReady(allNeeds(EMPTY, []))).toBe('Name the project, choose a task type, add data and add labels.');
    expect(toProjectIn(full)).toEqual({
      name: 'Tickets', task_type: 'multiclass', dataset_id: 4, text_columns: ['body'], labels: toLabelIn(full.labels),
    });
  });

  it('shows what only the server knows, at the right step', () => {
    const needs = allNeeds(full, [{ field: 'name', code: 'name_taken', message: 'A deleted project has this name.' }]);
    expect(needs).toEqual([{ step: 'details', field: 'name', message: 'A deleted project has this name.', missing: false }]);
    expect(stepStatus('details', full, needs)).toBe('attention');
    expect(stepStatus('data', full, needs)).toBe('done');
  });

  it('comes back from a draft as it was left', () => {
    const back = fromDraft(JSON.parse(JSON.stringify(toDraft(full))) as Record<string, unknown>);
    expect(toProjectIn(back)).toEqual(toProjectIn(full));
    expect(isUntouched(EMPTY)).toBe(true);
    expect(isUntouched({ ...EMPTY, taskType: 'multiclass' })).toBe(true);
    expect(isUntouched(back)).toBe(false);
  });

  it('asks about "none of these" only where several labels are possible, and keeps the answer', () => {
    expect(toProjectIn({ ...full, allowNone: false })).not.toHaveProperty('allow_none');
    const several: WizardState = { ...full, taskType: 'multilabel', allowNone: false };
    expect(toProjectIn(several).allow_none).toBe(false);
    expect(fromDraft(toDraft(several)).allowNone).toBe(false);
    expect(toProjectIn({ ...several, allowNone: true }).allow_none).toBe(true);
    expect(fromDraft({ task_type: 'multilabel' }).allowNone).toBe(true);
    expect(isUntouched({ ...EMPTY, taskType: 'multilabel' })).toBe(true);
  });

  it('passes over steps that hold only a default', () => {
    expect(nextStep('details')).toBe('data');
    expect(nextStep('instructions')).toBeNull();
  });

  it('names the project after the file', () => {
    expect(nameFromFile('C:\\data\\customer_reviews-2026.csv')).toBe('Customer reviews 2026');
  });

  it('guesses the text column by name, else by length, and the id only when it is one', () => {
    expect(guessColumns(preview(['id', 'Body', 'long'], [['1', 'a', 'xxxxxxxx'], ['2', 'b', 'xxxxxxx']]))).toEqual({ textColumns: ['Body'], idColumn: 'id' });
    expect(guessColumns(preview(['id', 'q', 'note'], [['1', 'a', 'xxxxx'], ['1', 'b', 'xx']]))).toEqual({ textColumns: ['note'], idColumn: null });
  });

  it('guesses columns again only when the chosen ones are gone', () => {
    const seen = preview(['a', 'b'], [['x', 'long text']]);
    expect(fitColumns({ ...EMPTY, textColumns: ['a'] }, seen).textColumns).toEqual(['a']);
    expect(fitColumns({ ...EMPTY, textColumns: ['gone'] }, seen).textColumns).toEqual(['b']);
    expect(fitColumns({ ...EMPTY, textColumns: [] }, seen).textColumns).toEqual([]);
  });
});
