import { IconX } from '@tabler/icons-react';
import { memo } from 'react';
import type { LabelNode, LabelTree } from '../model/label-tree';
import { keepFocus } from './Action';
import classes from './labels.module.css';

interface Props {
  chosen: readonly number[];
  tree: LabelTree;
  disabled: boolean;
  onRemove: (label: LabelNode) => void;
}

/** What is chosen so far, wherever in the tree it stands; a click takes one away. */
export const ChosenLabels = memo(function ChosenLabels({ chosen, tree, disabled, onRemove }: Props) {
  return (
    <div className={classes.chosen} role="group" aria-label="Chosen labels">
      {chosen.length === 0 && <span className={classes.hint}>Nothing chosen yet</span>}
      {chosen.map((id) => {
        const label = tree.byId.get(id);
        if (label === undefined) return null;
        return (
          <button
            key={id}
            type="button"
            className={classes.chip}
            style={{ '--label': label.color }}
            aria-label={`Remove ${label.path}`}
            disabled={disabled}
            data-testid="chosen-label"
            onMouseDown={keepFocus}
            onClick={() => onRemove(label)}
          >
            <span className={classes.swatch} aria-hidden />
            <bdi className={classes.text}>{label.path}</bdi>
            <IconX size={14} aria-hidden />
          </button>
        );
      })}
    </div>
  );
});
