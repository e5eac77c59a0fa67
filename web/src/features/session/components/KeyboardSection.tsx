import { Button, Switch } from '@mantine/core';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { ACTIONS, chordOf, getPreferences, keysOf, onPreferences, setPreference, textOf, type Action, type ActionId } from '@/lib/shortcuts';
import { Kbd } from '@/ui/Kbd';
import { Table, TwoLines } from '@/ui/Table';
import classes from './Settings.module.css';

/** Every key can be changed or switched off, for people whose hands or software press letters by accident. */
export function KeyboardSection() {
  useSyncExternalStore(onPreferences, getPreferences);
  const [listening, setListening] = useState<ActionId | null>(null);
  return (
    <section className={classes.section} aria-labelledby="keyboard">
      <div className={classes.head}>
        <div>
          <h2 id="keyboard" className={classes.title}>
            Keyboard
          </h2>
          <p className={classes.note}>Kept in this browser. Press ? anywhere to see these keys.</p>
        </div>
      </div>
      <Table
        label="Keyboard shortcuts"
        head={
          <>
            <th scope="col">Action</th>
            <th scope="col">Keys</th>
            <th scope="col">On</th>
            <th scope="col">
              <span className="ld-visually-hidden">Change</span>
            </th>
          </>
        }
      >
        {ACTIONS.map((action) => (
          <KeyRow key={action.id} action={action} listening={listening === action.id} onListen={setListening} />
        ))}
      </Table>
    </section>
  );
}

function KeyRow({ action, listening, onListen }: { action: Action; listening: boolean; onListen: (id: ActionId | null) => void }) {
  const id = action.id as ActionId;
  const preference = getPreferences()[id];
  const twin = ACTIONS.find(
    (other) => other.id !== id && (other.scope === action.scope || other.scope === 'everywhere') && keysOf(other.id).some((keys) => keysOf(id).includes(keys)),
  );
  useRecorder(listening, (chord) => {
    if (chord) setPreference(id, { keys: [chord] });
    onListen(null);
  });
  return (
    <tr>
      <td>
        <TwoLines main={action.label} sub={twin ? `Same key as “${twin.label}”` : action.section} />
      </td>
      <td>{listening ? <span className={classes.listening} role="status">Press the new key, Esc to stop</span> : <Keys action={action} />}</td>
      <td>
        <Switch size="xs" aria-label={`Key for ${action.label}`} checked={!preference?.off} onChange={(event) => setPreference(id, event.currentTarget.checked ? null : { off: true })} />
      </td>
      <td data-actions>
        {preference?.keys && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setPreference(id, null)}>
            Reset
          </Button>
        )}
        {action.keys.length < 5 && (
          <Button size="compact-sm" variant="default" aria-label={`Change the key for ${action.label}`} onClick={() => onListen(id)}>
            Change
          </Button>
        )}
      </td>
    </tr>
  );
}

function Keys({ action }: { action: Action }) {
  const keys = keysOf(action.id as ActionId);
  if (keys.length === 0) return <span className={classes.note}>Off</span>;
  if (keys.length > 4) return <span>{`${textOf(keys[0] as string)} to ${textOf(keys[action.id === 'label.choose' ? 9 : keys.length - 1] as string)}`}</span>;
  return (
    <span className={classes.keys}>
      {keys.map((key) => (
        <Kbd key={key} keys={key} />
      ))}
    </span>
  );
}

/** Catches the next key press before anything else on the page can act on it. */
function useRecorder(active: boolean, onChord: (chord: string | null) => void) {
  useEffect(() => {
    if (!active) return undefined;
    const record = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === 'Escape') return onChord(null);
      const chord = chordOf(event);
      if (chord) onChord(chord);
    };
    window.addEventListener('keydown', record, { capture: true });
    return () => window.removeEventListener('keydown', record, { capture: true });
  });
}
