import { meanOf } from './code-part.js';
import { pairsOf } from './compared.js';
import type { Indexed } from './indexed.js';
import type { Part } from './part.js';
import { bySource } from './set-part.js';

/** Codes applied by both, by the one, by the other. */
const SIZE = 3;

/** Holsti's coefficient over code applications, of more than two coders the mean over their pairs. */
export function holstiPart({ compared, sets, of }: Indexed): Part {
  const { length } = compared.coders;
  const pairs = pairsOf(length);
  const shared = (a: number, b: number): number =>
    a === b ? sets[a]!.length : sets[a]!.filter((code) => sets[b]!.includes(code)).length;
  const sums = bySource(compared, (from, to) => {
    const counts = new Float64Array(SIZE * pairs.length);
    for (let unit = from; unit < to; unit++) {
      pairs.forEach(({ first, second }, pair) => {
        const [a, b] = [of[unit * length + first]!, of[unit * length + second]!];
        if (a < 0 || b < 0) return;
        counts[SIZE * pair]! += shared(a, b);
        counts[SIZE * pair + 1]! += sets[a]!.length;
        counts[SIZE * pair + 2]! += sets[b]!.length;
      });
    }
    return counts;
  });
  const applied = (all: Float64Array, pair: number): number => all[SIZE * pair + 1]! + all[SIZE * pair + 2]!;
  return {
    sums,
    figures: [
      {
        id: 'holsti',
        name: 'Holsti',
        formula: '2M / (N1 + N2) over codes applied to units',
        counted: 'applications',
        count: (all) => pairs.reduce((sum, _, pair) => sum + applied(all, pair), 0),
        measure: (all) =>
          meanOf(
            pairs.map((_, pair) => {
              const n = applied(all, pair);
              return n === 0
                ? { value: null, reason: 'no code was applied where both coders looked' }
                : { value: (2 * all[SIZE * pair]!) / n };
            }),
          ),
      },
    ],
  };
}
