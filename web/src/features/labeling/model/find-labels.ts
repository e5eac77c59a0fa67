import type { LabelNode } from './label-tree';

/**
 * Labels whose path matches what was typed, best first. The characters must occur in order; matches
 * at the start of a word, in one run, and in the label's own name count more.
 */
export function findLabels(labels: readonly LabelNode[], typed: string, limit = 10): readonly LabelNode[] {
  const query = fold(typed).replace(/\s+/g, '');
  if (query === '') return labels.slice(0, limit);
  const found: { label: LabelNode; score: number }[] = [];
  for (const label of labels) {
    const score = scoreOf(fold(label.path), fold(label.name), query);
    if (score > 0) found.push({ label, score });
  }
  // Array sort is stable, so equal scores keep the order of the label set.
  return found
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map((one) => one.label);
}

function scoreOf(path: string, name: string, query: string): number {
  if (name === query) return 1000;
  if (name.startsWith(query)) return 800 - name.length / 100;
  const nameAt = name.indexOf(query);
  if (nameAt >= 0) return (startsWord(name, nameAt) ? 700 : 600) - name.length / 100;
  const pathAt = path.indexOf(query);
  if (pathAt >= 0) return (startsWord(path, pathAt) ? 500 : 400) - path.length / 100;
  return subsequenceScore(path, query);
}

/** Below 300, above 0 when every character occurs in order. */
function subsequenceScore(path: string, query: string): number {
  // Word starts first, since "cb" means "Customer/Billing"; else any place in order.
  const score = walk(path, query, true) ?? walk(path, query, false);
  return score === null ? 0 : Math.max(1, Math.min(299, 100 + score - path.length / 100));
}

function walk(path: string, query: string, preferWordStarts: boolean): number | null {
  let score = 0;
  let last = -2;
  for (const char of query) {
    let at = path.indexOf(char, last < 0 ? 0 : last + 1);
    if (preferWordStarts && at !== last + 1) at = wordStart(path, char, at);
    if (at < 0) return null;
    score += at === last + 1 ? 12 : startsWord(path, at) ? 10 : -2;
    last = at;
  }
  return score;
}

/** The first occurrence from `at` on that begins a word, else `at` itself. */
function wordStart(path: string, char: string, at: number): number {
  for (let found = at; found >= 0; found = path.indexOf(char, found + 1)) {
    if (startsWord(path, found)) return found;
  }
  return at;
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || /[\s/_-]/.test(text.charAt(at - 1));
}

/** Without case and accents, so that "resume" finds "Résumé". */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
