/**
 * Where an increasing function crosses 0, between two bounds, to the last bit that halving can tell.
 *
 * @param low a bound below the root, or the root
 * @param high a bound above the root, or the root
 * @example
 * rootOf((x) => x * x - 2, 0, 2) // => 1.414213562
 */
export function rootOf(increasing: (x: number) => number, low: number, high: number): number {
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return middle;
    if (increasing(middle) < 0) low = middle;
    else high = middle;
  }
}
