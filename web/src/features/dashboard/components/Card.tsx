import { useId, useState, type ReactNode } from 'react';
import classes from './dashboard.module.css';

/** A titled panel; `tools` stand on the title's line. */
export function Card({ title, note, tools, children }: { title: string; note?: ReactNode; tools?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.card} aria-labelledby={id}>
      <header className={classes.cardHead}>
        <h2 id={id} className={classes.cardTitle}>
          {title}
        </h2>
        {note && <span className={classes.note}>{note}</span>}
        {tools && <div className={classes.tools}>{tools}</div>}
      </header>
      {children}
    </section>
  );
}

/** A card whose drawing can be swapped for the table behind it. */
export function ChartCard({ title, note, tools, chart, table }: { title: string; note?: ReactNode; tools?: ReactNode; chart: ReactNode; table: ReactNode }) {
  const [asTable, setAsTable] = useState(false);
  return (
    <Card
      title={title}
      note={note}
      tools={
        <>
          {!asTable && tools}
          <button type="button" className={classes.quiet} onClick={() => setAsTable(!asTable)}>
            {asTable ? 'As chart' : 'As table'}
            <span className="ld-visually-hidden">{title}</span>
          </button>
        </>
      }
    >
      {asTable ? table : chart}
    </Card>
  );
}
