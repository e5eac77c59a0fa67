/**
 * The labels being written in the wizard: a tree of nodes with keys of their own, so that a row keeps its focus
 * and its colour while it moves. Pure.
 */
import type { LabelIn } from '@/client/types';

export interface LabelNode {
  key: string;
  name: string;
  color: string;
  description: string;
  children: LabelNode[];
}

/** The server's own order of hues; neighbours stay apart. */
export const COLORS = [
  '#3b5bdb', '#e8590c', '#2b8a3e', '#c2255c', '#0b7285', '#9c36b5',
  '#5c940d', '#d6336c', '#1864ab', '#a61e4d', '#087f5b', '#862e9c',
];

let counter = 0;
const nextKey = () => `label-${(counter += 1)}`;

/** Equal for people: Unicode form, case and outer spaces do not tell two names apart. */
export function fold(name: string): string {
  return name.normalize('NFC').trim().toLocaleLowerCase();
}

export function makeLabel(name: string, index: number): LabelNode {
  return { key: nextKey(), name, color: COLORS[index % COLORS.length] as string, description: '', children: [] };
}

export interface Flat {
  node: LabelNode;
  depth: number;
  /** Index among its siblings, and their number. */
  at: number;
  of: number;
  /** The server's field for this node, e.g. `labels.2.children.0`. */
  field: string;
  parentKey: string | null;
}

/** The tree in the order of the screen. */
export function flatten(nodes: LabelNode[], depth = 0, place = 'labels', parentKey: string | null = null): Flat[] {
  return nodes.flatMap((node, at) => {
    const field = `${place}.${at}`;
    return [{ node, depth, at, of: nodes.length, field, parentKey }, ...flatten(node.children, depth + 1, `${field}.children`, node.key)];
  });
}

export function countLabels(nodes: LabelNode[]): number {
  return nodes.reduce((sum, node) => sum + 1 + countLabels(node.children), 0);
}

/**
 * Names from pasted text: one a line, list marks and empty lines dropped, exact repeats left out and counted.
 * Commas stay, because names may hold them.
 */
export function parsePaste(text: string): { names: string[]; repeated: number } {
  const names: string[] = [];
  const seen = new Set<string>();
  let repeated = 0;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const name = line.replace(/\t/g, ' ').trim().replace(/^(?:[-*•–]|\d{1,4}[.)])\s+/, '').trim();
    if (!name) continue;
    if (seen.has(fold(name))) repeated += 1;
    else {
      seen.add(fold(name));
      names.push(name);
    }
  }
  return { names, repeated };
}

/** Adds names at the end of the top level; those already there are left out and counted. */
export function addNames(nodes: LabelNode[], names: string[]): { nodes: LabelNode[]; repeated: string[] } {
  const seen = new Set(nodes.map((node) => fold(node.name)));
  const repeated: string[] = [];
  const added: LabelNode[] = [];
  let index = countLabels(nodes);
  for (const name of names) {
    if (seen.has(fold(name))) {
      repeated.push(name);
      continue;
    }
    seen.add(fold(name));
    added.push(makeLabel(name.trim(), index));
    index += 1;
  }
  return { nodes: [...nodes, ...added], repeated };
}

export function changeLabel(nodes: LabelNode[], key: string, change: Partial<Pick<LabelNode, 'name' | 'color' | 'description'>>): LabelNode[] {
  return nodes.map((node) =>
    node.key === key ? { ...node, ...change } : { ...node, children: changeLabel(node.children, key, change) },
  );
}

export function removeLabel(nodes: LabelNode[], key: string): LabelNode[] {
  return nodes.filter((node) => node.key !== key).map((node) => ({ ...node, children: removeLabel(node.children, key) }));
}

/** Moves a label among its siblings by one (Alt+arrows). */
export function nudgeLabel(nodes: LabelNode[], key: string, by: -1 | 1): LabelNode[] {
  const at = nodes.findIndex((node) => node.key === key);
  if (at < 0) return nodes.map((node) => ({ ...node, children: nudgeLabel(node.children, key, by) }));
  return moveAt(nodes, at, at + by);
}

/** Drops a label before or after another one of the same level; other targets change nothing. */
export function dropLabel(nodes: LabelNode[], key: string, targetKey: string, after: boolean): LabelNode[] {
  const from = nodes.findIndex((node) => node.key === key);
  const target = nodes.findIndex((node) => node.key === targetKey);
  if (from < 0) return nodes.map((node) => ({ ...node, children: dropLabel(node.children, key, targetKey, after) }));
  if (target < 0 || from === target) return nodes;
  const rest = nodes.filter((node) => node.key !== key);
  const to = rest.findIndex((node) => node.key === targetKey) + (after ? 1 : 0);
  return [...rest.slice(0, to), nodes[from] as LabelNode, ...rest.slice(to)];
}

function moveAt(nodes: LabelNode[], from: number, to: number): LabelNode[] {
  if (to < 0 || to >= nodes.length) return nodes;
  const moved = [...nodes];
  const [node] = moved.splice(from, 1);
  moved.splice(to, 0, node as LabelNode);
  return moved;
}

/** What is wrong while typing, by key; the server checks the same and more. */
export function labelProblems(nodes: LabelNode[]): Map<string, string> {
  const problems = new Map<string, string>();
  const seen = new Map<string, number>();
  nodes.forEach((node, at) => {
    const folded = fold(node.name);
    const earlier = seen.get(folded);
    if (!folded) problems.set(node.key, 'Give the label a name.');
    else if (node.name.includes('/')) problems.set(node.key, 'A name cannot hold “/”: it separates levels.');
    else if (earlier !== undefined) problems.set(node.key, `The same as label ${earlier + 1}.`);
    else seen.set(folded, at);
    labelProblems(node.children).forEach((message, key) => problems.set(key, message));
  });
  return problems;
}

export function toLabelIn(nodes: LabelNode[]): LabelIn[] {
  return nodes.map((node) => ({
    name: node.name.trim(),
    color: node.color,
    ...(node.description.trim() ? { description: node.description.trim() } : {}),
    ...(node.children.length ? { children: toLabelIn(node.children) } : {}),
  }));
}

/** Labels of a draft, which may also have been written through the API as plain names. */
export function fromLabelIn(labels: unknown, start = { index: 0 }): LabelNode[] {
  if (!Array.isArray(labels)) return [];
  return labels.flatMap((given: unknown) => {
    const fields = typeof given === 'string' ? { name: given } : ((given ?? {}) as Record<string, unknown>);
    if (typeof fields.name !== 'string') return [];
    const node = makeLabel(fields.name, start.index);
    start.index += 1;
    if (typeof (fields as { color?: unknown }).color === 'string') node.color = (fields as { color: string }).color;
    if (typeof (fields as { description?: unknown }).description === 'string') node.description = (fields as { description: string }).description;
    node.children = fromLabelIn((fields as { children?: unknown }).children, start);
    return [node];
  });
}
