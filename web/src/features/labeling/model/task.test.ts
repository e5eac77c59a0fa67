import { expect, it } from 'vitest';
import { fromWire, isEmpty, sameChoice, toggleLabel, toWire, type Choice } from './task';

const several = (...labels: number[]): Choice => ({ kind: 'answer', answer: { type: 'multilabel', labels } });

it('turns a label on and off again', () => {
  const one = toggleLabel(null, 3);
  const two = toggleLabel(one, 5);
  expect(two).toEqual({ type: 'multilabel', labels: [3, 5] });
  expect(toggleLabel(two, 3)).toEqual({ type: 'multilabel', labels: [5] });
});

it('keeps the empty set an answer, unlike no answer at all', () => {
  expect(fromWire('multilabel', { labels: [] })).toEqual({ type: 'multilabel', labels: [] });
  expect(fromWire('multiclass', { labels: [] })).toBeNull();
  expect(toWire({ type: 'multilabel', labels: [2, 1] })).toEqual({ labels: [2, 1] });
  expect([isEmpty(several()), isEmpty(several(1)), isEmpty({ kind: 'skip', reason: null })]).toEqual([true, false, false]);
});

it('compares sets without their order', () => {
  expect(sameChoice(several(1, 2), several(2, 1))).toBe(true);
  expect(sameChoice(several(1), several(1, 2))).toBe(false);
});
