/** How many allocations are drawn where there are too many to go through. */
export const SAMPLES = 9_999;

/**
 * In how many ways k of n can be chosen; as a number, so rounded beyond 2⁵³.
 *
 * @example
 * choose(8, 4) // => 70
 */
export function choose(n: number, k: number): number {
  if (k < 0 || k > n) return 0;
  let ways = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) ways = (ways * (n - Math.min(k, n - k) + i)) / i;
  return Math.round(ways);
}

/**
 * The smallest p that a comparison of two groups by all allocations can give, whatever the figures: of one side 1 over the
 * allocations, of both sides twice that where the groups are of one size, since each allocation has its mirror image.
 *
 * @example
 * smallestP(4, 4) // => { oneSided: 0.01428571, twoSided: 0.02857143 }
 * smallestP(2, 3) // => { oneSided: 0.1, twoSided: 0.1 }
 */
export function smallestP(first: number, second: number): { readonly oneSided: number; readonly twoSided: number } {
  const oneSided = 1 / choose(first + second, first);
  return { oneSided, twoSided: Math.min(1, first === second ? 2 * oneSided : oneSided) };
}

/**
 * In how many ways values can be shared out to groups of these sizes; as a number, so rounded beyond 2⁵³.
 *
 * @example
 * allocationsOf([3, 3, 2]) // => 560
 */
export function allocationsOf(sizes: readonly number[]): number {
  let left = sizes.reduce((sum, size) => sum + size, 0);
  let ways = 1;
  for (const size of sizes) {
    ways *= choose(left, size);
    left -= size;
  }
  return ways;
}

/**
 * The smallest p that a comparison of several groups by all allocations can give, whatever the figures: groups of one size
 * may change places without any change of what lies between the groups, so that no allocation is extreme alone.
 *
 * @example
 * smallestPOf([3, 3, 2]) // => 0.003571429
 * smallestPOf([4, 4]) // => 0.02857143
 * smallestPOf([1, 1, 1]) // => 1
 */
export function smallestPOf(sizes: readonly number[]): number {
  let alike = 1;
  const met = new Map<number, number>();
  for (const size of sizes) {
    const count = (met.get(size) ?? 0) + 1;
    met.set(size, count);
    alike *= count;
  }
  return alike / allocationsOf(sizes);
}

/**
 * Every way to share out values to groups of these sizes, as the group of each value; one array is reused.
 *
 * @example
 * [...arrangements([1, 2])].length // => 3
 */
export function* arrangements(sizes: readonly number[]): Generator<readonly number[]> {
  const group = sizes.flatMap((size, g) => new Array<number>(size).fill(g));
  // The next in order, from the sorted one on: the last place that may rise takes the next larger of what follows it.
  for (;;) {
    yield group;
    let i = group.length - 2;
    while (i >= 0 && group[i]! >= group[i + 1]!) i--;
    if (i < 0) return;
    let j = group.length - 1;
    while (group[j]! <= group[i]!) j--;
    [group[i], group[j]] = [group[j]!, group[i]!];
    for (let a = i + 1, b = group.length - 1; a < b; a++, b--) [group[a], group[b]] = [group[b]!, group[a]!];
  }
}

/**
 * Every way to choose k of n places, as sorted places; one array is reused.
 *
 * @example
 * [...combinations(3, 2)].length // => 3
 */
export function* combinations(n: number, k: number): Generator<readonly number[]> {
  const places = Array.from({ length: k }, (_, i) => i);
  for (;;) {
    yield places;
    let i = k - 1;
    while (i >= 0 && places[i] === n - k + i) i--;
    if (i < 0) return;
    places[i]!++;
    for (let j = i + 1; j < k; j++) places[j] = places[j - 1]! + 1;
  }
}
