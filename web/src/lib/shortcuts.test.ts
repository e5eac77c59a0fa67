import { afterEach, describe, expect, it, vi } from 'vitest';
import { ACTIONS, bind, chordOf, handleKey, helpSections, matchesChord, setPreference, textOf, type ActionId } from './shortcuts';

function press(key: string, code: string, extra: KeyboardEventInit = {}, target: EventTarget = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, ...extra });
  Object.defineProperty(event, 'target', { value: target });
  handleKey(event);
  return event;
}

const unbind: (() => void)[] = [];
function bound(id: ActionId, options: { inDialog?: boolean; inFields?: boolean } = {}) {
  const run = vi.fn();
  unbind.push(bind({ id, run, ...options }));
  return run;
}
afterEach(() => {
  unbind.splice(0).forEach((undo) => undo());
  document.body.replaceChildren();
});

describe('the registry', () => {
  it('gives every action a key and a place in the help', () => {
    const helped = helpSections().flatMap((section) => section.actions.map((action) => action.id));
    for (const action of ACTIONS) {
      expect(action.keys.length, action.id).toBeGreaterThan(0);
      expect(helped).toContain(action.id);
    }
    expect(new Set(ACTIONS.map((action) => action.id)).size).toBe(ACTIONS.length);
  });

  it('gives no two actions of one scope the same key', () => {
    for (const scope of new Set(ACTIONS.map((action) => action.scope))) {
      const keys = ACTIONS.filter((action) => action.scope === scope || action.scope === 'everywhere').flatMap((action) => [...action.keys]);
      expect(keys.filter((key, at) => keys.indexOf(key) !== at), scope).toEqual([]);
    }
  });
});

describe('matching', () => {
  it('takes digits by place, as on AZERTY and the number pad', () => {
    const choose = bound('label.choose');
    press('&', 'Digit1');
    press('1', 'Numpad1');
    expect(choose).toHaveBeenCalledTimes(2);
  });

  it('takes letters by what is printed on the key, and by place on other scripts', () => {
    expect(matchesChord(new KeyboardEvent('keydown', { key: 's', code: 'Semicolon' }), 'KeyS')).toBe(true);
    expect(matchesChord(new KeyboardEvent('keydown', { key: 'ы', code: 'KeyS' }), 'KeyS')).toBe(true);
  });

  it('names chords so that they can be read back', () => {
    const chord = chordOf(new KeyboardEvent('keydown', { key: 's', code: 'KeyS', altKey: true }));
    expect(chord).toBe('Alt+KeyS');
    expect(textOf('KeyG KeyP')).toBe('G then P');
  });
});

describe('pressing keys', () => {
  it('never submits from a held key or while an IME composes', () => {
    const submit = bound('label.submit');
    press('Enter', 'Enter', { repeat: true });
    press('Enter', 'Enter', { isComposing: true });
    expect(submit).not.toHaveBeenCalled();
  });

  it('leaves letters and digits to fields, but not bound Ctrl chords', () => {
    const input = document.body.appendChild(document.createElement('input'));
    const skip = bound('label.skip');
    const next = bound('wizard.next', { inFields: true });
    press('s', 'KeyS', {}, input);
    press('Enter', 'Enter', { ctrlKey: true }, input);
    expect(skip).not.toHaveBeenCalled();
    expect(next).toHaveBeenCalledOnce();
  });

  it('is deaf beneath an open dialog', () => {
    const skip = bound('label.skip');
    const dialog = document.body.appendChild(document.createElement('div'));
    dialog.setAttribute('role', 'dialog');
    dialog.setAttribute('aria-modal', 'true');
    press('s', 'KeyS');
    expect(skip).not.toHaveBeenCalled();
  });

  it('runs only the latest of two panels that bound the same action', () => {
    const first = bound('label.skip');
    const second = bound('label.skip');
    press('s', 'KeyS');
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledOnce();
  });

  it('reads G then L as one, without firing L alone', () => {
    const label = bound('go.label');
    const rowLabel = bound('list.label');
    press('g', 'KeyG');
    press('l', 'KeyL');
    expect(label).toHaveBeenCalledOnce();
    expect(rowLabel).not.toHaveBeenCalled();
  });

  it('obeys keys that a person switched off or changed', () => {
    const skip = bound('label.skip');
    setPreference('label.skip', { keys: ['Alt+KeyS'] });
    press('s', 'KeyS');
    press('s', 'KeyS', { altKey: true });
    setPreference('label.skip', { off: true });
    press('s', 'KeyS', { altKey: true });
    setPreference('label.skip', null);
    expect(skip).toHaveBeenCalledOnce();
  });
});
