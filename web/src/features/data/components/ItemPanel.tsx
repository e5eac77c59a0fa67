import { Button } from '@mantine/core';
import type { Item } from '@/client/types';
import { formatDateTime, formatNumber } from '@/lib/format';
import { shortcutProps } from '@/lib/shortcuts';
import { Chip } from '@/ui/Chip';
import { KeyTip } from '@/ui/KeyTip';
import { EmptyState } from '@/ui/PanelStates';
import { CUT, isCut, sourceText, stateInfo, type Row } from '../model';
import classes from './data.module.css';
import { LabelChips } from './LabelChips';

export function ItemPanel({
  row,
  searching,
  onLoadMore,
  onPrevious,
  onNext,
  onClose,
}: {
  row: Row | undefined;
  searching: boolean;
  onLoadMore?: () => void;
  onPrevious?: () => void;
  onNext?: () => void;
  onClose?: () => void;
}) {
  return (
    <div className={classes.panel} data-testid="item-panel">
      <div className={classes.panelHead}>
        <KeyTip id="list.up" label="Previous">
          <Button size="xs" variant="default" onClick={onPrevious} disabled={!onPrevious} {...shortcutProps('list.up')}>
            Previous
          </Button>
        </KeyTip>
        <KeyTip id="list.down" label="Next">
          <Button size="xs" variant="default" onClick={onNext} disabled={!onNext} {...shortcutProps('list.down')}>
            Next
          </Button>
        </KeyTip>
        {onClose && (
          <Button size="xs" variant="subtle" color="gray" onClick={onClose} className={classes.panelClose}>
            Close
          </Button>
        )}
      </div>
      {row ? <WholeItem item={row.item} gone={row.gone} /> : <NotLoaded searching={searching} onLoadMore={onLoadMore} />}
    </div>
  );
}

function WholeItem({ item, gone }: { item: Item; gone: boolean }) {
  const { name, tone } = stateInfo(item.state);
  return (
    <>
      <div className={classes.panelState}>
        <span>#{formatNumber(item.position)}</span>
        <Chip tone={tone}>{name}</Chip>
        <LabelChips answer={item.final_label} />
      </div>
      {gone && <p className={classes.dim}>It left this filter meanwhile; its newest state shows under All data.</p>}
      {item.fields.map((field) => (
        <section key={field.name} className={classes.field}>
          <h2 dir="auto">{field.name}</h2>
          <div className={classes.text} dir="auto" tabIndex={0} role="group" aria-label={field.name}>
            {field.value}
          </div>
          {isCut(field.value) && <p className={classes.dim}>Only the first {formatNumber(CUT)} characters are shown here.</p>}
        </section>
      ))}
      <dl className={classes.facts}>
        <dt>Labelers</dt>
        <dd>{item.labelers.length ? item.labelers.join(', ') : 'Nobody yet'}</dd>
        <dt>Changed</dt>
        <dd>{item.updated_at ? formatDateTime(item.updated_at) : 'Never'}</dd>
        <dt>Source</dt>
        <dd>
          <bdi>{sourceText(item.source)}</bdi>
        </dd>
        <dt>Item id</dt>
        <dd>{item.id}</dd>
      </dl>
    </>
  );
}

function NotLoaded({ searching, onLoadMore }: { searching: boolean; onLoadMore?: () => void }) {
  if (searching) return <p className={classes.dim} role="status">Looking for the item</p>;
  return (
    <EmptyState sentence={onLoadMore ? 'This item is not among the rows loaded so far.' : 'This item is not in this list. It may have moved to another state.'}>
      {onLoadMore && (
        <Button variant="default" size="xs" onClick={onLoadMore}>
          Load more rows
        </Button>
      )}
    </EmptyState>
  );
}
