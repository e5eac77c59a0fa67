import type { ReactNode } from 'react';
import classes from './Table.module.css';

/** The plain list table: quiet head, lines between rows, scrolls sideways inside itself when narrow. */
export function Table({ label, head, children }: { label: string; head: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.wrap}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** A cell with a strong line and a quiet one below. */
export function TwoLines({ main, sub }: { main: ReactNode; sub?: ReactNode }) {
  return (
    <>
      <div className={classes.main}>{main}</div>
      {sub && <div className={classes.sub}>{sub}</div>}
    </>
  );
}

export function SectionHeading({ children }: { children: ReactNode }) {
  return <h2 className={classes.heading}>{children}</h2>;
}
