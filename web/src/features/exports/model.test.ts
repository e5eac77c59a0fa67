import { expect, it } from 'vitest';
import type { Export, Job } from '@/client/types';
import { bodyFor, DEFAULTS, findMine, optionsText, progressText } from './model';

const job = (over: Partial<Job> = {}): Job => ({
  id: 1, kind: 'export', title: 'Export', state: 'running', done: 0, total: null, note: null, error: null, rate: null,
  seconds_left: null, waiting_for_worker: false, created_at: '', started_at: null, finished_at: null, ...over,
});
const entry = (over: Partial<Export> = {}): Export => ({
  id: 1, project_id: 1, format: 'csv', options: { columns: 'training', formula_safe: true, label_as: 'path', states: ['labeled'] },
  state: 'running', rows: null, bytes: null, sha256: null, file_name: null, created_at: '', created_by: 'Ana',
  finished_at: null, error: null, job: job(), ...over,
});

it('asks for the safe, short file by default', () => {
  expect(bodyFor(DEFAULTS)).toEqual({ format: 'csv', columns: 'training', formula_safe: true, label_as: 'path' });
});

it('takes up my own running export and nobody else’s', () => {
  const list = [entry({ id: 4, created_by: 'Ben' }), entry({ id: 3 }), entry({ id: 2, state: 'succeeded' })];
  expect(findMine(list, 'Ana')?.id).toBe(3);
  expect(findMine(list, 'Chi')).toBeUndefined();
});

it('says how far it is, or why it has not begun', () => {
  expect(progressText(entry({ job: job({ done: 1200, total: 6120, rate: 400, seconds_left: 12 }) }))).toBe('1,200 of 6,120 rows · 400 rows/s · about 12 s left');
  expect(progressText(entry({ job: job({ waiting_for_worker: true }) }))).toContain('background worker');
  expect(progressText(entry({ state: 'queued' }))).toBe('Waiting for its turn');
});

it('names the options of a finished export', () => {
  expect(optionsText({ columns: 'all', formula_safe: false, label_as: 'leaf', states: ['labeled'] })).toBe('all columns, label names, formulas kept');
});
