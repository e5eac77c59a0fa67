import { IconCheck, IconChevronRight } from '@tabler/icons-react';
import { memo, type MouseEvent } from 'react';
import type { KeyedLabel } from '../model/label-tree';
import type { InputKind } from '../outbox/entry';
import classes from './labels.module.css';

interface Props {
  keyed: KeyedLabel;
  /** Several labels of one list can share a name; then the path tells them apart. */
  showPath?: boolean;
  /** The opened label among its own children. */
  itself?: boolean;
  marked: boolean;
  /** One of a set: the mark takes the place of the colour, so that no label moves when one is chosen. */
  several?: boolean;
  disabled: boolean;
  onPick: (keyed: KeyedLabel, input: InputKind) => void;
}

export const LabelButton = memo(function LabelButton(props: Props) {
  const { keyed, showPath, itself, marked, several, disabled, onPick } = props;
  const { label, key, opens } = keyed;
  const folder = showPath ? label.path.slice(0, label.path.length - label.name.length) : '';
  return (
    <button
      type="button"
      className={classes.label}
      style={{ '--label': label.color }}
      data-testid={`label-${key ?? label.id}`}
      data-label-id={label.id}
      data-key={key ?? undefined}
      aria-keyshortcuts={key ?? undefined}
      aria-pressed={opens ? undefined : marked}
      aria-haspopup={opens ? 'true' : undefined}
      title={label.description ?? undefined}
      disabled={disabled}
      // A click must not take the focus away from the page, or Enter would press this button again.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => onPick(keyed, inputOf(event))}
    >
      {key !== null && <kbd className={classes.key}>{key}</kbd>}
      {several ? (
        <span className={classes.slot} aria-hidden>
          {marked ? <IconCheck size={16} className={classes.mark} /> : <span className={classes.swatch} />}
        </span>
      ) : (
        <span className={classes.swatch} aria-hidden />
      )}
      <bdi className={classes.text}>
        {folder !== '' && <span className={classes.folder}>{folder}</span>}
        {label.name}
        {itself && <span className={classes.itself}> itself</span>}
      </bdi>
      {marked && !several && <IconCheck size={16} aria-hidden className={classes.mark} />}
      {opens && <IconChevronRight size={16} aria-label="has more" className={classes.more} />}
    </button>
  );
});

/** `detail` is 0 when a key activated the button. */
function inputOf(event: MouseEvent): InputKind {
  if (event.detail === 0) return 'key';
  return (event.nativeEvent as PointerEvent).pointerType === 'touch' ? 'touch' : 'pointer';
}
