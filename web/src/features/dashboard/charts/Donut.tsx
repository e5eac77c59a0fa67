import { useId, type CSSProperties } from 'react';
import { formatNumber, formatShare } from '@/lib/format';
import classes from './charts.module.css';
import { donutArcs } from './geometry';
import { useRoving } from './use-roving';

export interface DonutSection {
  key: string;
  name: string;
  count: number;
}

const OUTER = 88;
const INNER = 62;

/** A ring with its share in the middle. Sections differ by pattern as well as colour; each can be reached by arrow keys. */
export function Donut({
  sections,
  total,
  label,
  centre,
  onOpen,
}: {
  sections: DonutSection[];
  total: number;
  label: string;
  centre: { value: string; note: string };
  onOpen?: (section: DonutSection) => void;
}) {
  const id = useId();
  const arcs = donutArcs(sections.map((section) => section.count), OUTER, INNER);
  const drawn = sections.flatMap((section, index) => {
    const arc = arcs[index];
    return arc ? [{ section, arc }] : [];
  });
  const { active, sectionProps } = useRoving(drawn.length, (index) => drawn[index] && onOpen?.(drawn[index].section));
  const shown = active === null ? undefined : drawn[active]?.section;
  return (
    <div className={classes.donut}>
      <svg viewBox="-92 -92 184 184" width="168" height="168" role="group" aria-label={label}>
        <Patterns id={id} />
        {drawn.length === 0 && <circle r={(OUTER + INNER) / 2} fill="none" strokeWidth={OUTER - INNER} className={classes.track} />}
        {drawn.map(({ section, arc }, index) => (
          <path
            key={section.key}
            d={arc.path}
            fillRule="evenodd"
            className={classes.arc}
            data-key={section.key}
            style={{ '--pattern': `url(#${id}-${section.key})` } as CSSProperties}
            role={onOpen ? 'link' : 'img'}
            aria-label={`${section.name}: ${formatNumber(section.count)} of ${formatNumber(total)}, ${formatShare(section.count, total)}`}
            onClick={() => onOpen?.(section)}
            {...sectionProps(index)}
          />
        ))}
      </svg>
      <div className={classes.centre} aria-hidden>
        <span className={classes.centreValue}>{shown ? formatNumber(shown.count) : centre.value}</span>
        <span className={classes.centreNote}>{shown ? `${shown.name}, ${formatShare(shown.count, total)}` : centre.note}</span>
      </div>
    </div>
  );
}

/** Hatching for skipped and dots for needs review, so that the ring reads without colour. */
function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-skipped`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" className={classes.skippedBase} />
        <rect width="2.4" height="5" className={classes.skippedMark} />
      </pattern>
      <pattern id={`${id}-needs_review`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className={classes.reviewBase} />
        <circle cx="3" cy="3" r="1.1" className={classes.reviewMark} />
      </pattern>
    </defs>
  );
}
