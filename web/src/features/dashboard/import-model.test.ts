import { describe, expect, it } from 'vitest';
import { importFigures, importSentence } from './import-model';

const report = { files: 1, read: 120, added: 117, refused: 3, blank_lines: 0, duplicates: 2 };

describe('importFigures', () => {
  it('accounts for every row and marks what was refused', () => {
    const figures = importFigures({ import: report, left_out: 0 });
    expect(figures.map((figure) => figure.key)).toEqual(['files', 'read', 'added', 'refused', 'duplicates']);
    expect(figures.find((figure) => figure.key === 'refused')?.warn).toBe(true);
  });

  it('leaves out what was not counted, and adds what was left out', () => {
    const figures = importFigures({ import: { ...report, duplicates: null, blank_lines: 4 }, left_out: 9 });
    expect(figures.map((figure) => figure.key)).toEqual(['files', 'read', 'added', 'refused', 'blank-lines', 'left-out']);
  });
});

it('says it in one line, without what is zero', () => {
  expect(importSentence({ import: report, left_out: 0 })).toBe('Import: 117 of 120 rows added, 3 refused, 2 duplicates');
  expect(importSentence({ import: { ...report, added: 120, refused: 0, duplicates: 0 }, left_out: 0 })).toBe('Import: 120 of 120 rows added');
});
