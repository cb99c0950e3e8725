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
