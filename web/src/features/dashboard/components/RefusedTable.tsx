import { Button } from '@mantine/core';
import type { RefusedRow } from '@/client/types';
import { formatNumber } from '@/lib/format';
import { Chip } from '@/ui/Chip';
import { Panel } from '@/ui/Panel';
import { refusedFileUrl, useRefused } from '../api/get-refused';
import classes from './dashboard.module.css';

export function RefusedTable({ projectId }: { projectId: number }) {
  const query = useRefused(projectId);
  return (
    <Panel
      query={query}
      what="the refused rows"
      rows={3}
      stale={false}
      isEmpty={(data) => data.pages[0]?.rows.length === 0}
      empty={<p className={classes.note}>No row was refused.</p>}
    >
      {(data) => {
        const rows = data.pages.flatMap((page) => page.rows);
        return (
          <>
            <div className={classes.reportTools}>
              <p className={classes.subTitle}>Refused rows and warnings</p>
              <Button size="xs" variant="default" component="a" href={refusedFileUrl(projectId)} download data-testid="refused-download">
                Download refused.csv
              </Button>
            </div>
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
            <th scope="col">Result</th>
            <th scope="col">Reason</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-testid="refused-row">
              <td>{row.file}</td>
              <td>{row.line === null ? '–' : formatNumber(row.line)}</td>
              <td dir="auto">{row.column ?? '–'}</td>
              <td>{row.warning ? <Chip tone="warn">Taken in</Chip> : <Chip tone="bad">Refused</Chip>}</td>
              <td title={row.code}>{row.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
