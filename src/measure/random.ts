import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A whole number from 0 to below n, each as likely. */
export type Draw = (n: number) => number;

/**
 * Random numbers that are the same wherever and whenever the seed is (xoroshiro128+, Blackman & Vigna 2018).
 *
 * @param seed a whole number; print it beside what comes of it
 * @example
 * [seeded(1)(100), seeded(1)(100) === seeded(1)(100)] // => [46, true]
 */
export function seeded(seed: number): Draw {
  const generator = xoroshiro128plus(seed);
  return (n) => uniformInt(generator, 0, n - 1);
}

/**
 * Puts items into random order, in place (Fisher & Yates 1938; Durstenfeld 1964).
 *
 * @example
 * shuffle([1, 2, 3, 4, 5], seeded(1)).sort() // => [1, 2, 3, 4, 5]
 */
export function shuffle<T>(items: T[], draw: Draw): T[] {
  for (let last = items.length - 1; last > 0; last--) {
    const place = draw(last + 1);
    [items[last], items[place]] = [items[place]!, items[last]!];
  }
  return items;
}
