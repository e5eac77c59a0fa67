import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useCalm } from './use-calm';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('ticks at most once a second and always ends on the latest value', () => {
  const seen: number[] = [];
  const { rerender } = renderHook(({ value }) => {
    const calm = useCalm(value);
    if (seen.at(-1) !== calm) seen.push(calm);
  }, { initialProps: { value: 0 } });
  for (let value = 1; value <= 20; value += 1) {
    rerender({ value });
    act(() => vi.advanceTimersByTime(100));
  }
  act(() => vi.advanceTimersByTime(1000));
  expect(seen.at(-1)).toBe(20);
  expect(seen.length).toBeLessThanOrEqual(5);
});
