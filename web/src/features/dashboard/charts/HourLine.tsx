import { useElementSize } from '@mantine/hooks';
import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { formatNumber, plural } from '@/lib/format';
import classes from './charts.module.css';
import { axisTicks, linePaths, nearestIndex, xOf, yOf, type Plot } from './geometry';

export interface HourPoint {
  at: number;
  count: number;
}

const HEIGHT = 168;
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -24, ArrowUp: 24, PageDown: -24, PageUp: 24 };

function hourText(at: number): string {
  return new Date(at).toLocaleString(undefined, { weekday: 'short', hour: '2-digit', minute: '2-digit' });
}

/** Counts per hour as a line. Left and right move a reading mark by one hour, up and down by a day. */
export function HourLine({ points, label, unit }: { points: HourPoint[]; label: string; unit: string }) {
  const { ref, width } = useElementSize();
  const [mark, setMark] = useState<number | null>(null);
  const last = points.length - 1;
  const ticks = axisTicks(Math.max(0, ...points.map((point) => point.count)));
  const top = ticks.at(-1) ?? 1;
  const plot: Plot = { width: Math.max(width, 200), height: HEIGHT, left: 8 + String(formatNumber(top)).length * 7, right: 8, top: 24, bottom: 22 };
  const { line, area } = linePaths(points.map((point) => point.count), top, plot);
  const at = Math.min(mark ?? last, last);
  const read = points[at];
  const text = read ? `${hourText(read.at)}: ${plural(read.count, unit)}` : '';

  const onKeyDown = (event: KeyboardEvent) => {
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? last : STEPS[event.key] !== undefined ? at + STEPS[event.key]! : null;
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    setMark(Math.min(last, Math.max(0, to)));
  };
  const onPointerMove = (event: PointerEvent) =>
    setMark(nearestIndex(event.clientX - event.currentTarget.getBoundingClientRect().left, points.length, plot));

  return (
    <div
      ref={ref}
      className={classes.line}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-readonly
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={at}
      aria-valuetext={text}
      onKeyDown={onKeyDown}
      onFocus={() => setMark((before) => before ?? last)}
      onBlur={() => setMark(null)}
      onPointerMove={onPointerMove}
      onPointerLeave={() => setMark(null)}
    >
      <svg width={plot.width} height={HEIGHT} aria-hidden>
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={plot.left} x2={plot.width - plot.right} y1={yOf(tick, top, plot)} y2={yOf(tick, top, plot)} className={classes.grid} />
            <text x={plot.left - 6} y={yOf(tick, top, plot) + 4} textAnchor="end" className={classes.axis}>
              {formatNumber(tick)}
            </text>
          </g>
        ))}
        <DayMarks points={points} plot={plot} />
        <path d={area} className={classes.area} />
        <path d={line} className={classes.stroke} />
        {mark !== null && read && <Reading x={xOf(at, points.length, plot)} y={yOf(read.count, top, plot)} text={text} plot={plot} />}
      </svg>
    </div>
  );
}

/** A name at each midnight of the viewer's time zone. */
function DayMarks({ points, plot }: { points: HourPoint[]; plot: Plot }) {
  return points.map((point, index) => {
    const hour = new Date(point.at);
    if (hour.getHours() !== 0) return null;
    const x = xOf(index, points.length, plot);
    return (
      <g key={point.at}>
        <line x1={x} x2={x} y1={plot.height - plot.bottom} y2={plot.height - plot.bottom + 4} className={classes.tickMark} />
        {x < plot.width - 36 && (
          <text x={x + 3} y={plot.height - 6} className={classes.axis}>
            {hour.toLocaleDateString(undefined, { weekday: 'short' })}
          </text>
        )}
      </g>
    );
  });
}

function Reading({ x, y, text, plot }: { x: number; y: number; text: string; plot: Plot }) {
  // The words stay inside the plot at both ends.
  const half = text.length * 3.8;
  const middle = Math.min(plot.width - half - 2, Math.max(half + 2, x));
  return (
    <g>
      <line x1={x} x2={x} y1={plot.top - 6} y2={plot.height - plot.bottom} className={classes.readingLine} />
      <circle cx={x} cy={y} r={4} className={classes.readingDot} />
      <text x={middle} y={13} textAnchor="middle" className={classes.readingText}>
        {text}
      </text>
    </g>
  );
}
