import type { ReactNode } from 'react';
import classes from './charts.module.css';
import { barPercent } from './geometry';
import { useRoving } from './use-roving';

export interface Bar {
  key: string | number;
  name: string;
  value: number;
  /** What stands at the end of the bar, always in words or digits. */
  text: string;
  /** The whole row in words, for screen readers and the title. */
  description: string;
  color?: string;
  extra?: ReactNode;
}

/** Horizontal bars with the name before and the number behind, so that no legend is needed. */
export function Bars({ bars, max, label, onOpen }: { bars: Bar[]; max: number; label: string; onOpen?: (bar: Bar) => void }) {
  const { sectionProps } = useRoving(bars.length, (index) => bars[index] && onOpen?.(bars[index]));
  return (
    <ul className={classes.bars} aria-label={label}>
      {bars.map((bar, index) => {
        const { ref, ...props } = sectionProps(index);
        return (
          <li key={bar.key}>
            <div
              ref={ref}
              className={classes.bar}
              role={onOpen ? 'link' : 'img'}
              aria-label={bar.description}
              title={bar.description}
              onClick={() => onOpen?.(bar)}
              {...props}
            >
              <span className={classes.barName} dir="auto">
                {bar.name}
              </span>
              <span className={classes.barTrack}>
                <span className={classes.barFill} style={{ width: `${barPercent(bar.value, max)}%`, background: bar.color }} />
              </span>
              <span className={classes.barText}>{bar.text}</span>
              {bar.extra !== undefined && <span className={classes.barExtra}>{bar.extra}</span>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
