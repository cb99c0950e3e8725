/** For each of n codes the number that, added to a code no smaller, gives the pair's place in a flat triangle. */
export function rowOffsets(n: number): Int32Array {
  const offsets = new Int32Array(n);
  for (let a = 0; a < n; a++) offsets[a] = a * n - (a * (a + 1)) / 2;
  return offsets;
}

/** Where the figure of a pair stands in a flat triangle; the order of the two makes no difference. */
export function pairIndex(offsets: Int32Array, a: number, b: number): number {
  return a < b ? offsets[a]! + b : offsets[b]! + a;
}

/** How many pairs, each code with itself included, n codes make. */
export function pairsOf(n: number): number {
  return (n * (n + 1)) / 2;
}
