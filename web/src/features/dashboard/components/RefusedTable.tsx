import { Button } from '@mantine/core';
import type { RefusedRow } from '@/client/types';
import { formatNumber } from '@/lib/format';
import { Panel } from '@/ui/Panel';
import { useRefused } from '../api/get-refused';
import classes from './dashboard.module.css';

export function RefusedTable({ projectId }: { projectId: number }) {
  const query = useRefused(projectId, true);
  return (
    <Panel query={query} what="the refused rows" rows={3} stale={false}>
      {(data) => {
        const rows = data.pages.flatMap((page) => page.rows);
        return (
          <>
            <Rows rows={rows} />
            {query.hasNextPage && (
              <Button size="xs" variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                Load more ({formatNumber(rows.length)} of {formatNumber(data.pages[0]?.total ?? rows.length)})
              </Button>
            )}
          </>
        );
      }}
    </Panel>
  );
}

function Rows({ rows }: { rows: RefusedRow[] }) {
  return (
    <div className={classes.refused} tabIndex={0} role="group" aria-label="Refused rows">
      <table>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Line</th>
            <th scope="col">Column</th>
            <th scope="col">Reason</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-testid="refused-row">
              <td>{row.file}</td>
              <td>{row.line === null ? '–' : formatNumber(row.line)}</td>
              <td dir="auto">{row.column ?? '–'}</td>
              <td title={row.code}>{row.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
