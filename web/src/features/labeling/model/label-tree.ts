/** The label set as the labeling page needs it: by id, by level, with the key of each label. */

export interface LabelNode {
  id: number;
  name: string;
  path: string;
  color: string;
  description: string | null;
  hotkey: string | null;
  parentId: number | null;
  children: readonly LabelNode[];
}

export interface LabelTree {
  version: number;
  roots: readonly LabelNode[];
  byId: ReadonlyMap<number, LabelNode>;
  /** Depth first, as the list shows them. */
  all: readonly LabelNode[];
}

export interface KeyedLabel {
  label: LabelNode;
  /** What to press; null for labels beyond the tenth, which are found by typing. */
  key: string | null;
  /** Taking this one opens its children first. */
  opens: boolean;
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

export function plantTree(version: number, roots: readonly LabelNode[]): LabelTree {
  const all: LabelNode[] = [];
  const walk = (labels: readonly LabelNode[]): void => {
    for (const label of labels) {
      all.push(label);
      walk(label.children);
    }
  };
  walk(roots);
  return { version, roots, all, byId: new Map(all.map((label) => [label.id, label])) };
}

/** A level with its keys: the top level, or the children of an opened label. */
export function levelOf(tree: LabelTree, opened: readonly OpenedLabel[]): readonly KeyedLabel[] {
  const last = opened.at(-1);
  if (last === undefined) return withDigits(tree.roots, [...DIGITS]);
  const parent = tree.byId.get(last.id);
  if (parent === undefined) return withDigits(tree.roots, [...DIGITS]);
  // The key that opened the label takes the label itself, so its children go without that key.
  const free = DIGITS.filter((digit) => digit !== last.key);
  return [{ label: parent, key: last.key, opens: false }, ...withDigits(parent.children, free)];
}

export interface OpenedLabel {
  id: number;
  key: string | null;
}

function withDigits(labels: readonly LabelNode[], digits: readonly string[]): KeyedLabel[] {
  const chosen = new Set(labels.map((label) => label.hotkey).filter((key) => key !== null));
  const free = digits.filter((digit) => !chosen.has(digit));
  return labels.map((label) => ({
    label,
    key: label.hotkey !== null && digits.includes(label.hotkey) ? label.hotkey : (free.shift() ?? null),
    opens: label.children.length > 0,
  }));
}

/** The first ten of a filtered list get the digits. */
export function numbered(labels: readonly LabelNode[]): readonly KeyedLabel[] {
  return labels.map((label, i) => ({ label, key: DIGITS[i] ?? null, opens: false }));
}
