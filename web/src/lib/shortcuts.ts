/**
 * The one keyboard registry. Every action of the product stands in ACTIONS with its keys, scope and words;
 * screens bind a handler to an id. The help dialog, tooltips and aria-keyshortcuts are generated from here.
 *
 * Chords are written `Ctrl+Shift+KeyZ`, `Digit1`, `Enter`; a sequence is two chords with a space: `KeyG KeyP`.
 * Digits are matched by place (`event.code`), so AZERTY and the number pad work. Letters are matched by the
 * letter printed on the key where the layout has Latin letters, and by place where it has not.
 */
export type Scope = 'everywhere' | 'list' | 'project' | 'labeling' | 'review' | 'wizard' | 'editor';

export interface Action {
  id: string;
  keys: string[];
  scope: Scope;
  section: string;
  label: string;
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

export const ACTIONS = [
  { id: 'palette', keys: ['Ctrl+KeyK'], scope: 'everywhere', section: 'Everywhere', label: 'Go to a project or page' },
  { id: 'help', keys: ['?'], scope: 'everywhere', section: 'Everywhere', label: 'Show keyboard shortcuts' },
  { id: 'go.projects', keys: ['KeyG KeyP'], scope: 'everywhere', section: 'Everywhere', label: 'Go to projects' },
  { id: 'go.dashboard', keys: ['KeyG KeyD'], scope: 'project', section: 'In a project', label: 'Go to the dashboard' },
  { id: 'go.data', keys: ['KeyG KeyA'], scope: 'project', section: 'In a project', label: 'Go to the data' },
  { id: 'go.label', keys: ['KeyG KeyL'], scope: 'project', section: 'In a project', label: 'Go to labeling' },

  { id: 'label.choose', keys: [...DIGITS.map((d) => `Digit${d}`), ...DIGITS.map((d) => `Numpad${d}`)], scope: 'labeling', section: 'Labeling', label: 'Choose label 1 to 9; 0 is the tenth' },
  { id: 'label.submit', keys: ['Enter'], scope: 'labeling', section: 'Labeling', label: 'Submit and go on' },
  { id: 'label.skip', keys: ['KeyS'], scope: 'labeling', section: 'Labeling', label: 'Skip' },
  { id: 'label.none', keys: ['KeyN'], scope: 'labeling', section: 'Labeling', label: 'None of these, where a text can have several labels' },
  { id: 'label.undo', keys: ['Backspace', 'Ctrl+KeyZ'], scope: 'labeling', section: 'Labeling', label: 'Undo the last choice or decision' },
  { id: 'label.redo', keys: ['Ctrl+Shift+KeyZ', 'Ctrl+KeyY'], scope: 'labeling', section: 'Labeling', label: 'Redo' },
  { id: 'label.previous', keys: ['['], scope: 'labeling', section: 'Labeling', label: 'Previous item of this session' },
  { id: 'label.next', keys: [']'], scope: 'labeling', section: 'Labeling', label: 'Next item of this session' },
  { id: 'label.filter', keys: ['/'], scope: 'labeling', section: 'Labeling', label: 'Find a label by typing' },
  { id: 'label.levelUp', keys: ['Escape'], scope: 'labeling', section: 'Labeling', label: 'Back to the labels above' },
  { id: 'label.instructions', keys: ['KeyI'], scope: 'labeling', section: 'Labeling', label: 'Show or hide the instructions' },
  { id: 'label.textLarger', keys: ['+'], scope: 'labeling', section: 'Labeling', label: 'Larger text' },
  { id: 'label.textSmaller', keys: ['-'], scope: 'labeling', section: 'Labeling', label: 'Smaller text' },

  { id: 'list.down', keys: ['ArrowDown', 'KeyJ'], scope: 'list', section: 'Lists', label: 'Next row' },
  { id: 'list.up', keys: ['ArrowUp', 'KeyK'], scope: 'list', section: 'Lists', label: 'Previous row' },
  { id: 'list.open', keys: ['Enter'], scope: 'list', section: 'Lists', label: 'Open the row' },
  { id: 'list.label', keys: ['KeyL'], scope: 'list', section: 'Lists', label: 'Label data of the row' },
  { id: 'list.new', keys: ['KeyN'], scope: 'list', section: 'Lists', label: 'Add a project' },
  { id: 'list.filter', keys: ['/'], scope: 'list', section: 'Lists', label: 'Focus the filter' },

  { id: 'review.accept', keys: ['KeyA'], scope: 'review', section: 'Review', label: 'Accept' },
  { id: 'review.reject', keys: ['KeyR'], scope: 'review', section: 'Review', label: 'Reject' },
  { id: 'review.previous', keys: ['['], scope: 'review', section: 'Review', label: 'Previous item' },
  { id: 'review.next', keys: [']'], scope: 'review', section: 'Review', label: 'Next item' },

  { id: 'wizard.next', keys: ['Ctrl+Enter'], scope: 'wizard', section: 'New project', label: 'Next step' },
  { id: 'wizard.step', keys: DIGITS.slice(0, 7).map((d) => `Alt+Digit${d}`), scope: 'wizard', section: 'New project', label: 'Go to step 1 to 7' },

  { id: 'editor.moveUp', keys: ['Alt+ArrowUp'], scope: 'editor', section: 'Label editor', label: 'Move the label up' },
  { id: 'editor.moveDown', keys: ['Alt+ArrowDown'], scope: 'editor', section: 'Label editor', label: 'Move the label down' },
  { id: 'editor.save', keys: ['Ctrl+KeyS'], scope: 'editor', section: 'Editors', label: 'Save' },
] as const satisfies readonly Action[];

export type ActionId = (typeof ACTIONS)[number]['id'];

const byId = new Map<string, Action>(ACTIONS.map((action) => [action.id, action]));

export function actionOf(id: ActionId): Action {
  return byId.get(id) as Action;
}

// ---------------------------------------------------------------- a person's own settings (WCAG 2.1.4)

export interface Preference {
  off?: boolean;
  keys?: string[];
}

const STORE = 'labeldesk-shortcuts';
let preferences: Partial<Record<ActionId, Preference>> = readPreferences();
const preferenceListeners = new Set<() => void>();

function readPreferences(): Partial<Record<ActionId, Preference>> {
  try {
    return JSON.parse(localStorage.getItem(STORE) ?? '{}') as Partial<Record<ActionId, Preference>>;
  } catch {
    return {};
  }
}

export function getPreferences(): Partial<Record<ActionId, Preference>> {
  return preferences;
}

export function setPreference(id: ActionId, preference: Preference | null): void {
  const { [id]: _old, ...rest } = preferences;
  preferences = preference ? { ...rest, [id]: preference } : rest;
  try {
    localStorage.setItem(STORE, JSON.stringify(preferences));
  } catch {
    // Storage can be blocked; the choice then lasts as long as the tab.
  }
  preferenceListeners.forEach((listener) => listener());
}

export function onPreferences(listener: () => void): () => void {
  preferenceListeners.add(listener);
  return () => preferenceListeners.delete(listener);
}

/** The keys in force: the person's own, or none when switched off, or the defaults. */
export function keysOf(id: ActionId): string[] {
  const preference = preferences[id];
  if (preference?.off) return [];
  return preference?.keys ?? actionOf(id).keys;
}

// ---------------------------------------------------------------- matching

export interface KeyLike {
  code: string;
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  getModifierState?: (name: string) => boolean;
}

/** Whether one key press is the written chord. */
export function matchesChord(event: KeyLike, chord: string): boolean {
  const parts = splitChord(chord);
  const name = parts.pop() ?? '';
  // AltGr types characters such as [ on many layouts and reports Ctrl+Alt; it is no modifier of ours.
  const altGraph = event.getModifierState?.('AltGraph') ?? false;
  const command = !altGraph && (event.ctrlKey || event.metaKey);
  const alt = !altGraph && event.altKey;
  if (parts.includes('Ctrl') !== command || parts.includes('Alt') !== alt) return false;
  // Printed characters (?, [, +) may need Shift on some layouts, so only named keys compare it.
  if (name.length === 1) return event.key === name;
  if (parts.includes('Shift') !== event.shiftKey) return false;
  if (name.startsWith('Key') && /^[a-z]$/i.test(event.key)) return event.key.toUpperCase() === name.slice(3);
  if (name === 'Enter') return event.code === 'Enter' || event.code === 'NumpadEnter' || event.key === 'Enter';
  return event.code === name;
}

/** "Ctrl++" is Ctrl and the plus sign, so a plain split on "+" will not do. */
function splitChord(chord: string): string[] {
  const parts: string[] = [];
  let rest = chord;
  for (;;) {
    const modifier = /^(Ctrl|Alt|Shift)\+(?=.)/.exec(rest)?.[1];
    if (!modifier) return [...parts, rest];
    parts.push(modifier);
    rest = rest.slice(modifier.length + 1);
  }
}

/** The chord of a key press, for the settings page's "press the new key". Null while only modifiers are down. */
export function chordOf(event: KeyLike): string | null {
  if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'Dead', 'Process'].includes(event.key)) return null;
  const name = /^[^\sA-Za-z0-9]$/.test(event.key) ? event.key : event.code;
  const parts = [];
  if (event.ctrlKey || event.metaKey) parts.push('Ctrl');
  if (event.altKey) parts.push('Alt');
  if (event.shiftKey && name.length > 1) parts.push('Shift');
  return [...parts, name].join('+');
}

// ---------------------------------------------------------------- words for people

const NAMES: Record<string, string> = {
  ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Backspace: 'Backspace', Enter: 'Enter', Escape: 'Esc', Space: 'Space', Delete: 'Del',
};
const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

function nameOf(part: string): string {
  if (part === 'Ctrl') return isMac ? '⌘' : 'Ctrl';
  if (part === 'Alt') return isMac ? '⌥' : 'Alt';
  return NAMES[part] ?? part.replace(/^(Key|Digit|Numpad)/, '');
}

/** One chord or sequence as key caps: `[['G'], ['P']]` for "G then P". */
export function capsOf(keys: string): string[][] {
  return keys.split(' ').map((chord) => splitChord(chord).map(nameOf));
}

/** "Ctrl+K", "G then P". */
export function textOf(keys: string): string {
  return capsOf(keys).map((caps) => caps.join('+')).join(' then ');
}

/** The first key in force, in words; null when the action is switched off. */
export function keyText(id: ActionId): string | null {
  const first = keysOf(id)[0];
  return first ? textOf(first) : null;
}

/** The value of aria-keyshortcuts. Sequences have no notation there and are left out. */
export function ariaKeys(id: ActionId): string | undefined {
  const chords = keysOf(id)
    .filter((keys) => !keys.includes(' ') && !keys.startsWith('Numpad'))
    .map((keys) => splitChord(keys).map((part) => (part === 'Ctrl' ? 'Control' : part.replace(/^(Key|Digit)/, ''))).join('+'));
  return chords.length ? chords.join(' ') : undefined;
}

/** Spread on the button that does the same, so that a key press can flash it and screen readers hear the key. */
export function shortcutProps(id: ActionId): { 'data-shortcut': ActionId; 'aria-keyshortcuts': string | undefined } {
  return { 'data-shortcut': id, 'aria-keyshortcuts': ariaKeys(id) };
}

/** All actions by section, in the order of the help dialog. */
export function helpSections(): { section: string; actions: Action[] }[] {
  const sections = new Map<string, Action[]>();
  for (const action of ACTIONS) sections.set(action.section, [...(sections.get(action.section) ?? []), action]);
  return [...sections].map(([section, actions]) => ({ section, actions }));
}

// ---------------------------------------------------------------- the listener

export interface Binding {
  id: ActionId;
  run: (event: KeyboardEvent) => void;
  /** Also while a dialog is open (the handler lives inside it). */
  inDialog?: boolean;
  /** Also while typing in a field, e.g. Ctrl+Enter. Plain letters and digits never work there. */
  inFields?: boolean;
}

const bindings: Binding[] = [];
let pendingSequence: { chord: string; until: number } | null = null;
const SEQUENCE_MS = 1200;

/** The latest binding of an id wins, so two panels that mount the same action cannot both fire. */
export function bind(binding: Binding): () => void {
  bindings.push(binding);
  return () => {
    const at = bindings.indexOf(binding);
    if (at >= 0) bindings.splice(at, 1);
  };
}

export function boundIds(): ActionId[] {
  return [...new Set(bindings.map((binding) => binding.id))];
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range', 'color', 'file'].includes(target.type);
}

/** Enter and Space belong to a focused control; taking them would do something else than the eye expects. */
function activatesControl(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || (event.key !== 'Enter' && event.key !== ' ')) return false;
  return (
    event.target instanceof Element &&
    event.target.closest('button, a[href], summary, [role="button"], [role="tab"], [role="menuitem"], [role="option"], [role="switch"]') !== null
  );
}

function inOpenDialog(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"], [role="menu"]') !== null;
}

function flash(id: ActionId): void {
  document.querySelectorAll(`[data-shortcut="${id}"]`).forEach((element) => {
    element.setAttribute('data-flash', '');
    setTimeout(() => element.removeAttribute('data-flash'), 80);
  });
}

/** Finds and runs the binding of a key press. Exported for tests; the app installs it once on the window. */
export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.repeat || event.isComposing || event.keyCode === 229) return;
  if (activatesControl(event)) return;
  const field = isField(event.target);
  const dialog = inOpenDialog();
  const started = pendingSequence && pendingSequence.until > event.timeStamp ? pendingSequence.chord : null;
  let opensSequence: string | null = null;

  for (let at = bindings.length - 1; at >= 0; at -= 1) {
    const binding = bindings[at] as Binding;
    if (dialog && !binding.inDialog) continue;
    if (field && !binding.inFields) continue;
    for (const keys of keysOf(binding.id)) {
      const [first, second] = keys.split(' ') as [string, string | undefined];
      if (field && !/^(Ctrl|Alt)\+/.test(first) && first.length === 1) continue;
      if (second) {
        if (started === first && matchesChord(event, second)) return fire(binding, event);
        if (matchesChord(event, first)) opensSequence = first;
      } else if (!started && matchesChord(event, keys)) {
        return fire(binding, event);
      }
    }
  }
  // Typing G and then a key that completes nothing must not fire that key's own action half a second later.
  pendingSequence = opensSequence ? { chord: opensSequence, until: event.timeStamp + SEQUENCE_MS } : null;
}

function fire(binding: Binding, event: KeyboardEvent): void {
  pendingSequence = null;
  event.preventDefault();
  flash(binding.id);
  binding.run(event);
}

/** The digit of a `label.choose` or `wizard.step` key press. */
export function digitOf(event: KeyLike): number | null {
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1];
  return digit === undefined ? null : Number(digit);
}
