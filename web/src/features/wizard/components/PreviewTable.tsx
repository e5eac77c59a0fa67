import type { Preview } from '@/client/types';
import { plural } from '@/lib/format';
import classes from './DataStep.module.css';

const SHOWN_PROBLEMS = 5;

/** The first ten rows as they will be read, and what cannot be read. */
export function PreviewTable({ preview, shown }: { preview: Preview; shown: string[] }) {
  return (
    <div>
      <h3 className={classes.heading}>First {preview.rows.length === 1 ? 'item' : `${preview.rows.length} items`}</h3>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label="Preview">
        <table className={classes.table}>
          <thead>
            <tr>
              {preview.columns.map((column) => (
                <th key={column.name} scope="col" data-shown={shown.includes(column.name) || undefined}>
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) => (
                  <td key={column} title={cell.length > 60 ? cell : undefined} dir="auto">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Refused problems={preview.problems} whole={preview.items === null} />
    </div>
  );
}

function Refused({ problems, whole }: { problems: Preview['problems']; whole: boolean }) {
  if (problems.length === 0) return null;
  return (
    <>
      <p className={classes.dim}>
        {whole
          ? 'This cannot be read as it is:'
          : `${plural(problems.length, 'row or file', 'rows or files')} cannot be read as they are; the rest goes in:`}
      </p>
      <ul className={classes.problems}>
        {problems.slice(0, SHOWN_PROBLEMS).map((problem, at) => (
          <li key={at}>
            {problem.file}
            {problem.line !== null ? `, line ${problem.line}` : ''}
            {problem.column ? `, column ${problem.column}` : ''}: {problem.message}
          </li>
        ))}
        {problems.length > SHOWN_PROBLEMS && <li>and {problems.length - SHOWN_PROBLEMS} more</li>}
      </ul>
    </>
  );
}
