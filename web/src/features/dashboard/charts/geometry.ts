/** Plain numbers to shapes. Angles start at twelve o'clock and run clockwise; lengths are in SVG user units. */

export interface Arc {
  path: string;
  /** In turns, 0 to 1. */
  from: number;
  to: number;
}

/** A section too thin to see or to hit with a pointer is still there: it gets this much of the ring. */
const LEAST_TURN = 0.012;

/** One arc per value; values of zero get none (null). Small sections are widened at the cost of the largest. */
export function donutArcs(values: number[], outer: number, inner: number): (Arc | null)[] {
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  if (total <= 0) return values.map(() => null);
  const turns = widen(values.map((value) => Math.max(0, value) / total));
  let from = 0;
  return turns.map((turn) => {
    if (turn === 0) return null;
    const to = from + turn;
    const arc = { path: ringPath(from, to, outer, inner), from, to };
    from = to;
    return arc;
  });
}

function widen(turns: number[]): number[] {
  const widened = turns.map((turn) => (turn > 0 ? Math.max(turn, LEAST_TURN) : 0));
  const excess = widened.reduce((sum, turn) => sum + turn, 0) - 1;
  const largest = widened.indexOf(Math.max(...widened));
  return widened.map((turn, index) => (index === largest ? turn - excess : turn));
}

function ringPath(from: number, to: number, outer: number, inner: number): string {
  // SVG draws nothing for an arc that ends where it began, so a full ring is two circles of two halves each.
  if (to - from > 0.9999) return `${circlePath(outer)} ${circlePath(inner)}`;
  const large = to - from > 0.5 ? 1 : 0;
  const [a, b, c, d] = [onCircle(from, outer), onCircle(to, outer), onCircle(to, inner), onCircle(from, inner)];
  return `M ${a} A ${outer} ${outer} 0 ${large} 1 ${b} L ${c} A ${inner} ${inner} 0 ${large} 0 ${d} Z`;
}

function circlePath(radius: number): string {
  const [top, bottom] = [onCircle(0, radius), onCircle(0.5, radius)];
  return `M ${top} A ${radius} ${radius} 0 1 1 ${bottom} A ${radius} ${radius} 0 1 1 ${top} Z`;
}

function onCircle(turn: number, radius: number): string {
  const angle = turn * 2 * Math.PI;
  return `${round(radius * Math.sin(angle))} ${round(-radius * Math.cos(angle))}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Width of a bar in percent of the longest one. A count above zero is never drawn as nothing. */
export function barPercent(value: number, max: number): number {
  if (value <= 0 || max <= 0) return 0;
  return Math.max(0.75, Math.min(100, (value / max) * 100));
}

/** Round axis marks from 0 up to at least `max`: steps of 1, 2 or 5 times a power of ten, whole numbers only. */
export function axisTicks(max: number, wanted = 3): number[] {
  if (max <= 0) return [0, 1];
  const rough = Math.max(1, max / wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const count = Math.ceil(max / step);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

export interface Plot {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export function xOf(index: number, count: number, plot: Plot): number {
  const inside = plot.width - plot.left - plot.right;
  return round(plot.left + (count <= 1 ? 0 : (index / (count - 1)) * inside));
}

export function yOf(value: number, top: number, plot: Plot): number {
  const inside = plot.height - plot.top - plot.bottom;
  return round(plot.height - plot.bottom - (top <= 0 ? 0 : (value / top) * inside));
}

/** The line through all values, and the same line closed down to the axis for the area under it. */
export function linePaths(values: number[], top: number, plot: Plot): { line: string; area: string } {
  if (values.length === 0) return { line: '', area: '' };
  const points = values.map((value, index) => `${xOf(index, values.length, plot)} ${yOf(value, top, plot)}`);
  const line = `M ${points.join(' L ')}`;
  const base = plot.height - plot.bottom;
  return { line, area: `${line} L ${xOf(values.length - 1, values.length, plot)} ${base} L ${plot.left} ${base} Z` };
}

/** Which point lies nearest to a pointer at `x`. */
export function nearestIndex(x: number, count: number, plot: Plot): number {
  const inside = plot.width - plot.left - plot.right;
  if (count <= 1 || inside <= 0) return 0;
  const index = Math.round(((x - plot.left) / inside) * (count - 1));
  return Math.min(count - 1, Math.max(0, index));
}
