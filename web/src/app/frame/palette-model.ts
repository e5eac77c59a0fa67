export interface Entry {
  key: string;
  word: string;
  note: string;
  go: () => void;
}

/** Letters in order, not necessarily side by side; tighter and earlier matches come first. */
export function score(word: string, query: string): number | null {
  const text = word.toLocaleLowerCase();
  const wanted = query.trim().toLocaleLowerCase();
  if (!wanted) return 0;
  const direct = text.indexOf(wanted);
  if (direct >= 0) return direct;
  let at = -1;
  let gaps = 0;
  for (const letter of wanted) {
    const next = text.indexOf(letter, at + 1);
    if (next < 0) return null;
    gaps += next - at - 1;
    at = next;
  }
  return 100 + gaps;
}

export function filterEntries(entries: Entry[], query: string): Entry[] {
  return entries
    .map((entry) => ({ entry, rank: score(entry.word, query) }))
    .filter((found): found is { entry: Entry; rank: number } => found.rank !== null)
    .sort((a, b) => a.rank - b.rank)
    .map((found) => found.entry)
    .slice(0, 12);
}
