import type { FrequencyTally, Spread } from './frequency.js';
import type { FrequencyColumn } from './frequency-types.js';
import { hasBit, setBit } from './looked.js';
import { once } from '../core/once.js';
import type { Stratum } from './stratum.js';

/** For which codes somebody looked in any of these, one bit a code; rolled up, also for the ancestors of those. */
export function lookedAtIn(
  parts: readonly { readonly looked: Uint32Array }[],
  { codes, ancestors, options }: FrequencyTally,
): Uint32Array {
  const looked = parts[0]!.looked.slice();
  for (const part of parts) for (let i = 0; i < looked.length; i++) looked[i]! |= part.looked[i]!;
  if (!options.rollup) return looked;
  for (let code = 0; code < codes; code++) {
    if (hasBit(looked, code)) for (const above of ancestors[code]!) setBit(looked, above);
  }
  return looked;
}

/** What the rates of each code divide by: nothing counts in which nobody looked for the code. */
export function denominatorsOf(
  tally: FrequencyTally,
  strata: readonly Stratum[],
  spreads: readonly Spread[],
  cases: readonly (readonly Stratum[])[],
): FrequencyColumn['lookedAt'] {
  const {
    codes,
    options: { needs },
  } = tally;
  const summedWhereLooked = <T extends { readonly looked: Uint32Array }>(
    parts: readonly T[],
    of: (part: T) => number,
  ): (number | null)[] => {
    const sums = new Array<number>(codes).fill(0);
    for (const part of parts) {
      const looked = lookedAtIn([part], tally);
      for (let code = 0; code < codes; code++) if (hasBit(looked, code)) sums[code]! += of(part);
    }
    return sums;
  };
  const text = (asked: boolean | undefined, name: 'words' | 'characters' | 'paragraphs'): (() => (number | null)[]) =>
    once(() =>
      asked ? summedWhereLooked(strata, ({ base }) => base[name]) : new Array<number | null>(codes).fill(null),
    );
  const [words, characters, paragraphs] = [
    text(needs.words, 'words'),
    text(needs.words, 'characters'),
    text(needs.paragraphs, 'paragraphs'),
  ];
  const sources = once(() => summedWhereLooked(spreads, ({ all }) => all));
  const ofCases = once(() => casesLooked(cases, tally));
  return {
    get words() {
      return words();
    },
    get characters() {
      return characters();
    },
    get paragraphs() {
      return paragraphs();
    },
    get sources() {
      return sources();
    },
    get cases() {
      return ofCases();
    },
  };
}

/** In how many cases somebody looked for each code. */
export function casesLooked(cases: readonly (readonly Stratum[])[], tally: FrequencyTally): number[] {
  const counts = new Array<number>(tally.codes).fill(0);
  for (const strata of cases) {
    const looked = lookedAtIn(strata, tally);
    for (let code = 0; code < tally.codes; code++) if (hasBit(looked, code)) counts[code]!++;
  }
  return counts;
}
