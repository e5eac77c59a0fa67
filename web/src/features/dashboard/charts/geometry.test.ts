import { describe, expect, it } from 'vitest';
import { axisTicks, barPercent, donutArcs, linePaths, nearestIndex, xOf, yOf, type Plot } from './geometry';

const plot: Plot = { width: 120, height: 60, left: 20, right: 0, top: 10, bottom: 10 };

describe('donutArcs', () => {
  it('covers the whole ring once, in order', () => {
    const arcs = donutArcs([50, 25, 25], 10, 6);
    expect(arcs.map((arc) => arc && [arc.from, arc.to])).toEqual([[0, 0.5], [0.5, 0.75], [0.75, 1]]);
  });

  it('gives a zero no arc and no room', () => {
    const arcs = donutArcs([3, 0, 1], 10, 6);
    expect(arcs[1]).toBeNull();
    expect(arcs[2]?.from).toBe(0.75);
  });

  it('keeps one item among a million visible and still ends at a full turn', () => {
    const arcs = donutArcs([999_999, 1], 10, 6);
    expect((arcs[1]?.to ?? 0) - (arcs[1]?.from ?? 0)).toBeGreaterThan(0.01);
    expect(arcs[1]?.to).toBeCloseTo(1, 9);
  });

  it('draws a single section as a closed ring', () => {
    const [arc] = donutArcs([7], 10, 6);
    expect(arc?.path.match(/M /g)).toHaveLength(2);
    expect(arc?.path).not.toContain('NaN');
  });

  it('draws nothing when there is nothing', () => {
    expect(donutArcs([0, 0], 10, 6)).toEqual([null, null]);
    expect(donutArcs([], 10, 6)).toEqual([]);
  });
});

describe('barPercent', () => {
  it.each([
    [0, 10, 0],
    [10, 10, 100],
    [5, 10, 50],
    [1, 100_000, 0.75],
    [3, 0, 0],
  ])('%d of %d is %d', (value, max, percent) => expect(barPercent(value, max)).toBe(percent));
});

describe('axisTicks', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [98, [0, 50, 100]],
    [1200, [0, 500, 1000, 1500]],
  ])('up to %d', (max, ticks) => expect(axisTicks(max)).toEqual(ticks));
});

describe('line', () => {
  it('starts at the left axis and ends at the right edge', () => {
    expect(xOf(0, 5, plot)).toBe(20);
    expect(xOf(4, 5, plot)).toBe(120);
    expect(xOf(0, 1, plot)).toBe(20);
  });

  it('puts zero on the axis and the top mark at the top', () => {
    expect(yOf(0, 100, plot)).toBe(50);
    expect(yOf(100, 100, plot)).toBe(10);
    expect(yOf(5, 0, plot)).toBe(50);
  });

  it('closes the area down to the axis', () => {
    const { line, area } = linePaths([0, 10], 10, plot);
    expect(line).toBe('M 20 50 L 120 10');
    expect(area).toBe('M 20 50 L 120 10 L 120 50 L 20 50 Z');
    expect(linePaths([], 10, plot)).toEqual({ line: '', area: '' });
  });

  it('finds the point under the pointer, also outside the plot', () => {
    expect(nearestIndex(71, 5, plot)).toBe(2);
    expect(nearestIndex(-50, 5, plot)).toBe(0);
    expect(nearestIndex(500, 5, plot)).toBe(4);
    expect(nearestIndex(70, 1, plot)).toBe(0);
  });
});
