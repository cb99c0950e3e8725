import type { FrequencyTally, Spread } from './frequency.js';
import type { FrequencyColumn } from './frequency-types.js';
import { hasBit, setBit } from './looked.js';
import { once } from '../core/once.js';
import type { Stratum } from './stratum.js';

/** The codes that hold of any of these, one bit a code; rolled up, also the ancestors of those. */
export function bitsIn(
  parts: readonly Uint32Array[],
  { codes, ancestors, options }: Pick<FrequencyTally, 'codes' | 'ancestors' | 'options'>,
): Uint32Array {
  const looked = parts[0]!.slice();
  for (const part of parts) for (let i = 0; i < looked.length; i++) looked[i]! |= part[i]!;
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
    options: { needs, everywhere },
  } = tally;
  const summedWhereRead = <T extends { readonly read: Uint32Array }>(
    parts: readonly T[],
    of: (part: T, code: number) => number,
  ): (number | null)[] => {
    const sums = new Array<number>(codes).fill(0);
    for (const part of parts) {
      const read = bitsIn([part.read], tally);
      for (let code = 0; code < codes; code++) if (hasBit(read, code)) sums[code]! += of(part, code);
    }
    return sums;
  };
  type Text = 'words' | 'characters' | 'paragraphs';
  const text = (asked: boolean | undefined, all: Text, read: keyof Stratum['base']): (() => (number | null)[]) =>
    once(() =>
      asked
        ? summedWhereRead(strata, ({ base }, code) => base[everywhere?.[code] ? all : read])
        : new Array<number | null>(codes).fill(null),
    );
  const [words, characters, paragraphs] = [
    text(needs.words, 'words', 'readWords'),
    text(needs.words, 'characters', 'readCharacters'),
    text(needs.paragraphs, 'paragraphs', 'readParagraphs'),
  ];
  const sources = once(() => summedWhereRead(spreads, ({ all }) => all));
  const ofCases = once(() => casesRead(cases, tally));
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
function casesRead(cases: readonly (readonly Stratum[])[], tally: FrequencyTally): number[] {
  return casesWhere(cases, tally.codes, (strata) => {
    const bits = bitsIn(
      strata.map(({ read }) => read),
      tally,
    );
    return (code) => hasBit(bits, code);
  });
}

/** In how many cases somebody looked for each code, or laid it. */
export function casesLooked(cases: readonly (readonly Stratum[])[], tally: FrequencyTally): number[] {
  return casesWhere(cases, tally.codes, (strata) => {
    const bits = bitsIn(
      strata.flatMap(({ looked, read }) => [looked, read]),
      tally,
    );
    return (code) => hasBit(bits, code) || strata.some(({ segments }) => segments[code]! > 0);
  });
}

/** In how many cases something holds of each code. */
export function casesWhere(
  cases: readonly (readonly Stratum[])[],
  codes: number,
  of: (strata: readonly Stratum[]) => (code: number) => boolean,
): number[] {
  const counts = new Array<number>(codes).fill(0);
  for (const strata of cases) {
    const holds = of(strata);
    for (let code = 0; code < codes; code++) if (holds(code)) counts[code]!++;
  }
  return counts;
}
