import { IconArrowUp, IconSearch } from '@tabler/icons-react';
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import { digitOf, keyText, shortcutProps } from '@/lib/shortcuts';
import { useShortcut } from '@/lib/use-shortcut';
import { Kbd } from '@/ui/Kbd';
import { levelOf, type KeyedLabel, type LabelNode, type LabelTree, type OpenedLabel } from '../model/label-tree';
import type { InputKind } from '../outbox/entry';
import { flashKey } from './flash';
import { LabelButton } from './LabelButton';
import { LabelFilter } from './LabelFilter';
import classes from './labels.module.css';

interface Props {
  itemId: number;
  tree: LabelTree;
  marked: ReadonlySet<number>;
  /** Labels are turned on and off instead of taken. */
  several?: boolean;
  disabled: boolean;
  onPick: (label: LabelNode, input: InputKind) => void;
  wasSeen: (eventTime: number) => boolean;
}

/** More buttons than this are a wall; the rest is found by typing. */
export const SHOWN = 60;

/** The labels of one level with their digits, and the way to any other by typing. */
export const LabelPicker = memo(function LabelPicker(props: Props) {
  const { itemId, tree, marked, several = false, disabled, onPick, wasSeen } = props;
  const [opened, setOpened] = useState<{ forItem: number; labels: readonly OpenedLabel[] }>({
    forItem: itemId,
    labels: [],
  });
  const [filtering, setFiltering] = useState<number | null>(null);
  const region = useRef<HTMLDivElement>(null);
  // Opened levels and the filter belong to one item; the next one starts at the top.
  const levels = opened.forItem === itemId ? opened.labels : NONE;
  const level = useMemo(() => levelOf(tree, levels), [tree, levels]);

  const pick = useCallback(
    (keyed: KeyedLabel, input: InputKind) => {
      if (!keyed.opens) {
        // Back to the top, so that the same keys always mean the same label.
        if (several) setOpened({ forItem: itemId, labels: NONE });
        return onPick(keyed.label, input);
      }
      setOpened({ forItem: itemId, labels: [...levels, { id: keyed.label.id, key: keyed.key }] });
    },
    [itemId, levels, several, onPick],
  );
  const up = () => setOpened({ forItem: itemId, labels: levels.slice(0, -1) });

  useShortcut(
    'label.choose',
    (event) => {
      const key = String(digitOf(event));
      const keyed = level.find((one) => one.key === key);
      if (keyed === undefined || disabled || !wasSeen(event.timeStamp)) return;
      flashKey(region.current, key);
      pick(keyed, 'key');
    },
    { enabled: filtering !== itemId },
  );
  useShortcut('label.filter', () => setFiltering(itemId), { enabled: !disabled });
  useShortcut('label.levelUp', up, { enabled: levels.length > 0 });

  if (filtering === itemId) {
    return (
      <LabelFilter
        labels={tree.all}
        marked={marked}
        several={several}
        onPick={(label, input) => {
          setFiltering(null);
          onPick(label, input);
        }}
        onLeave={() => setFiltering(null)}
      />
    );
  }
  const hidden = level.length - SHOWN;
  return (
    <div className={classes.region} ref={region} role="group" aria-label="Labels">
      {levels.length > 0 && (
        <div className={classes.path}>
          <button type="button" className={classes.tool} onClick={up} {...shortcutProps('label.levelUp')}>
            <IconArrowUp size={16} aria-hidden /> Up <Kbd keys="Escape" />
          </button>
          <bdi>{tree.byId.get(levels.at(-1)?.id ?? -1)?.path}</bdi>
        </div>
      )}
      <div className={classes.list}>
        {level.slice(0, SHOWN).map((keyed) => (
          <LabelButton
            key={keyed.label.id}
            keyed={keyed}
            itself={keyed.label.id === levels.at(-1)?.id}
            marked={marked.has(keyed.label.id) || (keyed.opens && holds(tree, keyed.label, marked))}
            several={several}
            disabled={disabled}
            onPick={pick}
          />
        ))}
        <button
          type="button"
          className={classes.tool}
          disabled={disabled}
          data-testid="find-label"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setFiltering(itemId)}
          {...shortcutProps('label.filter')}
        >
          <IconSearch size={16} aria-hidden />
          {hidden > 0 ? `Find among ${hidden} more` : 'Find'}
          {keyText('label.filter') && <kbd className={classes.key}>{keyText('label.filter')}</kbd>}
        </button>
      </div>
    </div>
  );
});

const NONE: readonly OpenedLabel[] = [];

/** Whether a marked label lies under this one. */
function holds(tree: LabelTree, parent: LabelNode, marked: ReadonlySet<number>): boolean {
  return [...marked].some((id) => {
    let at = tree.byId.get(id);
    while (at !== undefined && at.id !== parent.id) at = at.parentId === null ? undefined : tree.byId.get(at.parentId);
    return at !== undefined;
  });
}
