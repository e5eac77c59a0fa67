import { formatNumber } from '@/lib/format';
import classes from './exports.module.css';

const LONGEST = 160;

function cut(cell: string): string {
  return cell.length > LONGEST ? `${cell.slice(0, LONGEST)}…` : cell;
}

/** The head of the file as a table; line breaks in cells are shown as spaces to keep one line per row. */
export function PreviewTable({ header, rows, total }: { header: string[]; rows: string[][]; total: number }) {
  return (
    <div>
      <p className={classes.previewTitle}>
        {rows.length === 0 ? 'The header of the file' : `First ${rows.length} of ${formatNumber(total)} rows`}
      </p>
      <div className={classes.preview} tabIndex={0} role="group" aria-label="Preview of the file" data-testid="export-preview">
        <table>
          <thead>
            <tr>
              {header.map((name, index) => (
                <th key={index} scope="col" dir="auto">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column} dir="auto">
                    {cut(cell)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
