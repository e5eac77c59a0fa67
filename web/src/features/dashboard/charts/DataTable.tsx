import type { ReactNode } from 'react';
import classes from './charts.module.css';

/** The numbers behind a chart. The first column names the row; the rest is set flush right. */
export function DataTable({ caption, head, rows }: { caption: string; head: string[]; rows: { key: string | number; cells: ReactNode[] }[] }) {
  return (
    <div className={classes.tableScroll} tabIndex={0} role="group" aria-label={caption}>
      <table className={classes.table}>
        <caption className="ld-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {row.cells.map((cell, index) =>
                index === 0 ? (
                  <th key={index} scope="row" dir="auto">
                    {cell}
                  </th>
                ) : (
                  <td key={index}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
