import { memo } from 'react';
import { formatDateTime, formatNumber, formatRelative } from '@/lib/format';
import { Chip } from '@/ui/Chip';
import { rowText, snippet, sourceText, stateInfo, type Row } from '../model';
import classes from './data.module.css';
import { LabelChips } from './LabelChips';

function ItemRowPlain({
  row: { item, gone },
  index,
  top,
  stop,
  open,
  onFocus,
  onOpen,
}: {
  row: Row;
  index: number;
  top: number;
  stop: boolean;
  open: boolean;
  onFocus: (index: number) => void;
  onOpen: (id: number) => void;
}) {
  const { name, tone } = stateInfo(item.state);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={open}
      tabIndex={stop ? 0 : -1}
      data-index={index}
      data-testid="item-row"
      data-item={item.id}
      data-gone={gone || undefined}
      data-stop={stop || undefined}
      className={`${classes.row} ${classes.item}`}
      style={{ transform: `translateY(${top}px)` }}
      onFocus={() => onFocus(index)}
      onClick={() => onOpen(item.id)}
    >
      <span role="gridcell" className={classes.cell} data-column={0}>{formatNumber(item.position)}</span>
      <span role="gridcell" className={classes.cell} data-column={1} dir="auto">{snippet(item.text)}</span>
      <span role="gridcell" className={classes.cell} data-column={2}><Chip tone={gone ? 'plain' : tone}>{gone ? 'Moved on' : name}</Chip></span>
      <span role="gridcell" className={classes.cell} data-column={3}>
        <span className={classes.rowLabels}>
          <LabelChips answer={item.final_label} atMost={1} />
        </span>
      </span>
      <span role="gridcell" className={classes.cell} data-column={4} title={item.labelers.join(', ')}>{item.labelers.join(', ')}</span>
      <span role="gridcell" className={classes.cell} data-column={5} title={item.updated_at ? formatDateTime(item.updated_at) : undefined}>
        {item.updated_at ? formatRelative(item.updated_at) : ''}
      </span>
      <span role="gridcell" className={classes.cell} data-column={6} title={sourceText(item.source)}>
        <bdi className={classes.file}>{item.source.file}</bdi>
        {rowText(item.source)}
      </span>
    </div>
  );
}

export const ItemRow = memo(ItemRowPlain);
