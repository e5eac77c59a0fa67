import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useShortcut } from '@/lib/use-shortcut';
import type { Row } from '../model';
import { useFillHeight } from '../use-fill-height';
import classes from './data.module.css';
import { ItemPanel } from './ItemPanel';
import { ItemTable } from './ItemTable';

/** The list and, beside it or over it on narrow screens, the item that is open. */
export function ItemBrowser({
  rows,
  total,
  complete,
  loading,
  searching,
  openId,
  onOpen,
  onLoadMore,
}: {
  rows: Row[];
  total: number | null;
  complete: boolean;
  loading: boolean;
  searching: boolean;
  openId: number | null;
  onOpen: (id: number | null) => void;
  onLoadMore: () => void;
}) {
  const wide = useMediaQuery('(min-width: 1080px)', undefined, { getInitialValueInEffect: false });
  const { ref: frame, height } = useFillHeight();
  const openIndex = openId === null ? -1 : rows.findIndex((row) => row.item.id === openId);
  const [kept, setCursor] = useState(0);
  const cursor = openIndex >= 0 ? openIndex : Math.min(kept, rows.length - 1);
  const lost = openId !== null && openIndex < 0;

  const moveTo = (index: number) => {
    const row = rows[index];
    if (!row) return;
    setCursor(index);
    if (openId !== null) onOpen(row.item.id);
    if (index >= rows.length - 2) onLoadMore();
  };
  const close = () => {
    setCursor(cursor);
    onOpen(null);
  };
  useShortcut('list.down', () => moveTo(cursor + 1), { inDialog: openId !== null && !wide });
  useShortcut('list.up', () => moveTo(cursor - 1), { inDialog: openId !== null && !wide });
  useShortcut('list.open', () => rows[cursor] && onOpen(rows[cursor].item.id), { enabled: openId === null });

  // A shared link may name an item further down: follow it for a while.
  useEffect(() => {
    if (lost && searching && !loading) onLoadMore();
  }, [lost, searching, loading, onLoadMore]);

  const panel = (
    <ItemPanel
      row={rows[openIndex]}
      searching={lost && searching}
      onLoadMore={complete ? undefined : onLoadMore}
      onPrevious={openIndex > 0 ? () => moveTo(openIndex - 1) : undefined}
      onNext={openIndex >= 0 && openIndex < rows.length - 1 ? () => moveTo(openIndex + 1) : undefined}
      onClose={wide ? close : undefined}
    />
  );
  return (
    <div ref={frame} className={classes.browser} style={{ height }} data-open={(openId !== null && wide) || undefined}>
      <ItemTable
        rows={rows}
        total={total}
        complete={complete}
        loading={loading}
        cursor={cursor}
        openId={openId}
        onCursor={setCursor}
        onOpen={onOpen}
        onLoadMore={onLoadMore}
      />
      {openId !== null && wide && <aside className={classes.aside} aria-label="Item">{panel}</aside>}
      {!wide && (
        <Drawer opened={openId !== null} onClose={close} position="right" size="min(480px, 92vw)" title="Item" closeButtonProps={{ 'aria-label': 'Close' }} transitionProps={{ duration: 120 }} attributes={{ header: { role: 'presentation' } }}>
          {panel}
        </Drawer>
      )}
    </div>
  );
}
