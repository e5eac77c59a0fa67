import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, useState, type CSSProperties } from 'react';
import { formatNumber } from '@/lib/format';
import { visibleRange, type Row } from '../model';
import classes from './data.module.css';
import { ItemRow } from './ItemRow';

const ROW_HEIGHT = 40;
const LOAD_AHEAD = 30;

/** A table that draws only the rows near the eye, and asks for more before its end is reached. */
export function ItemTable({
  rows,
  total,
  complete,
  loading,
  cursor,
  openId,
  onCursor,
  onOpen,
  onLoadMore,
}: {
  rows: Row[];
  total: number | null;
  complete: boolean;
  loading: boolean;
  cursor: number;
  openId: number | null;
  onCursor: (index: number) => void;
  onOpen: (id: number) => void;
  onLoadMore: () => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: measured, height } = useElementSize();
  const [scrollTop, setScrollTop] = useState(0);
  const { from, to } = visibleRange(scrollTop, height || 600, ROW_HEIGHT, rows.length);

  useEffect(() => {
    if (!complete && !loading && to > rows.length - LOAD_AHEAD) onLoadMore();
  }, [complete, loading, to, rows.length, onLoadMore]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const top = cursor * ROW_HEIGHT;
    const room = element.clientHeight - ROW_HEIGHT;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW_HEIGHT > element.scrollTop + room) element.scrollTop = top + ROW_HEIGHT - room;
    // Focus follows the cursor only where it already is in the table; it is never taken from a field or a dialog.
    if (element.contains(document.activeElement)) element.querySelector<HTMLElement>(`[data-index="${cursor}"]`)?.focus({ preventScroll: true });
  }, [cursor]);

  return (
    <div className={classes.table} style={numberWidth(rows)}>
      <div
        ref={scroller}
        className={classes.scroller}
        role="grid"
        aria-label="Items"
        aria-rowcount={complete ? rows.length + 1 : total === null ? -1 : total + 1}
        onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      >
        <div ref={measured} className={classes.measure} aria-hidden />
        <Head />
        <div role="rowgroup" className={classes.body} style={{ height: rows.length * ROW_HEIGHT }}>
          {rows.slice(from, to).map((row, offset) => (
            <ItemRow
              key={row.item.id}
              row={row}
              index={from + offset}
              top={(from + offset) * ROW_HEIGHT}
              stop={from + offset === cursor}
              open={row.item.id === openId}
              onFocus={onCursor}
              onOpen={onOpen}
            />
          ))}
        </div>
      </div>
      <Foot rows={rows.length} total={total} complete={complete} loading={loading} />
    </div>
  );
}

/** The first column is as wide as the longest number in it; the list is in the order of those numbers. */
function numberWidth(rows: Row[]): CSSProperties {
  const longest = formatNumber(rows.at(-1)?.item.position ?? 0).length;
  return { '--number': `calc(${Math.max(3, longest)}ch + 28px)` } as CSSProperties;
}

const COLUMNS = ['#', 'Text', 'State', 'Label', 'Labelers', 'Time', 'Source'];

function Head() {
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.row}>
        {COLUMNS.map((name, index) => (
          <span key={name} role="columnheader" className={classes.cell} data-column={index}>
            {name}
          </span>
        ))}
      </div>
    </div>
  );
}

function Foot({ rows, total, complete, loading }: { rows: number; total: number | null; complete: boolean; loading: boolean }) {
  const text = complete ? `All ${formatNumber(rows)}` : `${formatNumber(rows)} loaded${total === null ? '' : ` of ${formatNumber(total)}`}`;
  return (
    <div className={classes.foot} aria-live="polite">
      <span data-testid="data-count">{text}</span>
      {loading && <span>Loading more</span>}
      <span className={classes.keys}>J K move, Enter opens</span>
    </div>
  );
}
