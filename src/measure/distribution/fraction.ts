const TINY = 1e-300;
const LIMIT = 100_000;

/**
 * The continued fraction b₀ + a₁ / (b₁ + a₂ / (b₂ + …)) by the modified method of Lentz (Thompson & Barnett 1986).
 *
 * @param a the numerators, from 1 on
 * @param b the denominators, from 0 on
 * @example
 * continuedFraction(() => 1, () => 1) // => 1.618033989
 */
export function continuedFraction(a: (i: number) => number, b: (i: number) => number): number {
  let value = b(0) || TINY;
  let c = value;
  let d = 0;
  for (let i = 1; i < LIMIT; i++) {
    d = 1 / (b(i) + a(i) * d || TINY);
    c = b(i) + a(i) / c || TINY;
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return value;
}
