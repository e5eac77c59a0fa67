import { memo } from 'react';
import type { LabelTree } from '../model/label-tree';
import type { Decision } from '../model/session';
import { labelsOf } from '../model/task';
import type { Entry } from '../outbox/entry';
import type { SessionDriver } from '../session-driver';
import classes from './rail.module.css';

interface Props {
  history: readonly Decision[];
  refused: readonly Entry[];
  open: number | null;
  tree: LabelTree;
  driver: SessionDriver;
}

const SHOWN = 10;
const SWATCHES = 3;

/** The last decisions, newest first; a click opens one again. */
export const DecisionsRail = memo(function DecisionsRail({ history, refused, open, tree, driver }: Props) {
  const last = history.slice(-SHOWN).reverse();
  return (
    <aside className={classes.rail} aria-labelledby="rail-title" data-testid="decisions-rail">
      <h2 id="rail-title" className={classes.title}>
        Last decisions
      </h2>
      {last.length === 0 && <p className={classes.none}>What you decide is listed here. Click it to change it.</p>}
      <ol className={classes.list}>
        {last.map((decision) => (
          <DecisionRow
            key={decision.itemId}
            decision={decision}
            tree={tree}
            open={decision.itemId === open}
            refused={refused.some((entry) => entry.submissionId === decision.submissionId)}
            driver={driver}
          />
        ))}
      </ol>
    </aside>
  );
});

interface RowProps {
  decision: Decision;
  tree: LabelTree;
  open: boolean;
  refused: boolean;
  driver: SessionDriver;
}

const DecisionRow = memo(function DecisionRow({ decision, tree, open, refused, driver }: RowProps) {
  const colors = inOrder(labelsOf(decision.choice), tree).slice(0, SWATCHES).flatMap((id) => tree.byId.get(id)?.color ?? []);
  return (
    <li>
      <button
        type="button"
        className={classes.row}
        aria-current={open || undefined}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => driver.visit(decision.itemId)}
        data-testid="decision"
        data-item-id={decision.itemId}
      >
        <span className={classes.label}>
          {colors.map((color, at) => (
            <span key={at} className={classes.swatch} style={{ '--label': color }} aria-hidden />
          ))}
          <bdi>{nameOf(decision, tree)}</bdi>
          {refused && <span className={classes.refused}>not accepted</span>}
        </span>
        <span className={classes.text} dir="auto">
          {decision.text}
        </span>
      </button>
    </li>
  );
});

export function nameOf(decision: Decision, tree: LabelTree): string {
  if (decision.skipped) return 'Skipped';
  const names =
    decision.choice === null
      ? decision.paths
      : inOrder(labelsOf(decision.choice), tree).map((id) => tree.byId.get(id)?.path ?? 'a label that is gone');
  return names.length === 0 ? 'none of these' : names.join(', ');
}

/** In the order of the label set, as the server lists them, however they were chosen. */
function inOrder(ids: readonly number[], tree: LabelTree): readonly number[] {
  if (ids.length < 2) return ids;
  const known = tree.all.filter((label) => ids.includes(label.id)).map((label) => label.id);
  return [...known, ...ids.filter((id) => !tree.byId.has(id))];
}
