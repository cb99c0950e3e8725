import { holstiOf } from '../agreement/holsti.js';
import type { Measured } from '../measured.js';
import { pairsOf } from './compared.js';
import { type Indexed, bySource } from './indexed.js';
import { meanOf, reasonsOf } from './pair-reasons.js';
import type { Part } from './part.js';

/** Of a pair: codes applied by both, by the one, by the other. Behind all pairs: codes applied by anybody. */
const SIZE = 3;

/** Holsti's coefficient over code applications, of more than two coders the mean over their pairs. */
export function holstiPart({ compared, sets, of }: Indexed): Part {
  const { length } = compared.coders;
  const pairs = pairsOf(length);
  const why = reasonsOf(compared);
  const shared = (a: number, b: number): number =>
    a === b ? sets[a]!.length : sets[a]!.filter((code) => sets[b]!.includes(code)).length;
  // Each application once, however many coders its coder is paired with.
  const appliedTo = (unit: Int32Array): number => {
    let seen = 0;
    let codes = 0;
    for (const set of unit) {
      if (set < 0) continue;
      seen++;
      codes += sets[set]!.length;
    }
    return seen < 2 ? 0 : codes;
  };
  const sums = bySource(compared, (from, to) => {
    const counts = new Float64Array(SIZE * pairs.length + 1);
    for (let unit = from; unit < to; unit++) {
      counts[SIZE * pairs.length]! += appliedTo(of.subarray(unit * length, (unit + 1) * length));
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
  const holstiIn = (all: Float64Array, pair: number): Measured => {
    const [both, first, second] = all.subarray(SIZE * pair, SIZE * (pair + 1));
    return holstiOf({ both: both!, first: first!, second: second! });
  };
  return {
    sums,
    figures: [
      {
        id: 'holsti',
        name: 'Holsti',
        formula: '2M / (N1 + N2) over codes applied to units',
        range: 'share',
        counted: 'applications',
        count: (all) => all[SIZE * pairs.length]!,
        ...(pairs.length > 1 && { pairs: pairs.length }),
        measure: (all) =>
          meanOf(
            pairs.map((_, pair) => holstiIn(all, pair)),
            why,
          ),
      },
    ],
  };
}
