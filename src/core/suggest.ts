/** More edits than this never make a suggestion, however long the name. */
const MOST_EDITS = 3;

/** Case does not count: `Title` is `title`. */
const letters = (name: string): string[] => Array.from(name.toLowerCase());

/**
 * How many insertions, deletions, replacements and swaps of neighbours turn one name into the other ("optimal string
 * alignment", the restricted form of Damerau 1964).
 */
function edits(a: readonly string[], b: readonly string[]): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let fewest = Math.min(replaced, last[j]! + 1, row[j - 1]! + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) fewest = Math.min(fewest, beforeLast[j - 2]! + 1);
      row.push(fewest);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}

/**
 * The candidate that a mistyped name most likely means: at most one edit for every three code points of the name (at
 * least one, at most three). Among equally near ones the first listed.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = letters(name);
  let allowed = Math.max(1, Math.min(MOST_EDITS, Math.floor(wanted.length / 3)));
  let found: string | undefined;
  for (const candidate of candidates) {
    const there = letters(candidate);
    if (Math.abs(there.length - wanted.length) > allowed) continue;
    const distance = edits(wanted, there);
    if (distance > allowed || distance >= Math.max(wanted.length, there.length)) continue;
    found = candidate;
    if (distance === 0) return found;
    allowed = distance - 1;
  }
  return found;
}
