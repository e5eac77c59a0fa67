import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useDraft } from './use-draft';

const start = (text: string) => renderHook(({ saved }) => useDraft(saved), { initialProps: { saved: { text } } });

it('follows the server while untouched', () => {
  const { result, rerender } = start('one');
  rerender({ saved: { text: 'two' } });
  expect(result.current).toMatchObject({ value: { text: 'two' }, dirty: false, overtaken: false });
});

it('never replaces what is being typed, and says that it was overtaken', () => {
  const { result, rerender } = start('one');
  act(() => result.current.set({ text: 'mine' }));
  rerender({ saved: { text: 'theirs' } });
  expect(result.current).toMatchObject({ value: { text: 'mine' }, dirty: true, overtaken: true });
  act(() => result.current.keep());
  expect(result.current).toMatchObject({ value: { text: 'mine' }, dirty: true, overtaken: false });
  act(() => result.current.reset());
  expect(result.current).toMatchObject({ value: { text: 'theirs' }, dirty: false });
});

it('is clean once the server has what was typed', () => {
  const { result, rerender } = start('one');
  act(() => result.current.set({ text: 'mine' }));
  rerender({ saved: { text: 'mine' } });
  expect(result.current).toMatchObject({ dirty: false, overtaken: false });
});
