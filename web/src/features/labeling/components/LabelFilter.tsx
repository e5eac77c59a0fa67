import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { digitOf } from '@/lib/shortcuts';
import { Kbd } from '@/ui/Kbd';
import { findLabels } from '../model/find-labels';
import { numbered, type LabelNode } from '../model/label-tree';
import type { InputKind } from '../outbox/entry';
import { LabelButton } from './LabelButton';
import classes from './labels.module.css';

interface Props {
  labels: readonly LabelNode[];
  marked: ReadonlySet<number>;
  several: boolean;
  onPick: (label: LabelNode, input: InputKind) => void;
  onLeave: () => void;
}

/** Type to find a label anywhere in the tree; Enter chooses from what was found, and digits that no name goes on with. */
export function LabelFilter({ labels, marked, several, onPick, onLeave }: Props) {
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const found = useMemo(() => numbered(findLabels(labels, typed)), [labels, typed]);
  useEffect(() => field.current?.focus(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    // Composing Chinese, Japanese or Korean text uses Enter and digits for itself.
    if (event.nativeEvent.isComposing || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      return onLeave();
    }
    const key = String(digitOf(event.nativeEvent));
    // A digit that goes on with a label's name ("level 10", "2nd opinion") is typed; any other one chooses.
    const written = (typed + event.key).toLowerCase();
    if (/^[0-9]$/.test(event.key) && labels.some((label) => label.path.toLowerCase().includes(written))) return;
    const wanted = event.key === 'Enter' ? found[0] : found.find((one) => one.key === key);
    if (event.key !== 'Enter' && wanted === undefined) return;
    event.preventDefault();
    if (wanted !== undefined) onPick(wanted.label, 'key');
  };

  return (
    <div className={classes.region} role="search" aria-label="Labels">
      <div className={classes.searchRow}>
        <input
          ref={field}
          className={classes.search}
          type="text"
          value={typed}
          aria-label="Find a label"
          placeholder="Type to find a label"
          autoComplete="off"
          spellCheck={false}
          data-testid="label-search"
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <button type="button" className={classes.tool} onClick={onLeave}>
          All labels <Kbd keys="Escape" />
        </button>
      </div>
      {found.length === 0 ? (
        <p className={classes.hint} role="status">
          No label matches.
        </p>
      ) : (
        <div className={classes.list}>
          {found.map((keyed) => (
            <LabelButton
              key={keyed.label.id}
              keyed={keyed}
              showPath
              marked={marked.has(keyed.label.id)}
              several={several}
              disabled={false}
              onPick={(one, input) => onPick(one.label, input)}
            />
          ))}
        </div>
      )}
      <p className={classes.hint}>
        <Kbd keys="Enter" /> {several ? 'turns the first on or off.' : 'takes the first.'}
      </p>
    </div>
  );
}
