import { codesIn, folded, isContradictory } from '../coding/codes-cell.js';

/** What R, SPSS exports and people write for a value that is missing, folded. */
const MISSING = new Set(['na', 'n/a', 'nan', 'n.a.', 'n.a']);
/** Codes that read like the sign for none. */
const LIKE_NOTHING = new Set(['none', '無', '无', 'no code', 'null', 'nil']);

/** What a cell of a coder says of a unit. */
export interface RatedCell {
  /** Null where the coder did not see the unit. */
  readonly codes: readonly string[] | null;
  /** Whether it says that a value is missing, as R writes it. */
  readonly isMissing: boolean;
  /** Whether it names a code and also says that there is none. */
  readonly isContradictory: boolean;
}

/**
 * Reads cells, each writing once.
 *
 * @param codes of the codebook: one of them is never taken for a sign of a missing value
 */
export function cellReader(codes: readonly string[]): (cell: string) => RatedCell {
  const known = new Map<string, RatedCell>();
  return (cell) => {
    const earlier = known.get(cell);
    if (earlier) return earlier;
    const gone = isMissing(cell) && !codes.includes(cell);
    const one = { codes: gone ? null : codesIn(cell), isMissing: gone, isContradictory: isContradictory(cell) };
    known.set(cell, one);
    return one;
  };
}

/** Whether a cell says that a value is missing, as R writes it: no code is meant. */
function isMissing(cell: string): boolean {
  return MISSING.has(folded(cell));
}

/**
 * What in a list of codes may be meant otherwise, as sentences: codes alike but for case or width, commas, words for none.
 *
 * @example
 * doubtsOf(['x', 'X']) // => ['the codes “x” and “X” differ in case or width only and count as two']
 */
export function doubtsOf(codes: readonly string[]): string[] {
  const alike = new Map<string, string[]>();
  for (const code of codes) alike.set(folded(code), [...(alike.get(folded(code)) ?? []), code]);
  const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(' and ');
  return [
    ...[...alike.values()]
      .filter((names) => names.length > 1)
      .map((names) => `the codes ${quoted(names)} differ in case or width only and count as ${inWords(names.length)}`),
    ...codes
      .filter((code) => /[,，、]/.test(code))
      .map((code) => `the code ${quoted([code])} has a comma and counts as one code: “;” stands between codes`),
    ...codes
      .filter((code) => LIKE_NOTHING.has(folded(code)))
      .map((code) => `${quoted([code])} counts as a code: write (none) where a unit has none`),
  ];
}

function inWords(n: number): string {
  return ['none', 'one', 'two', 'three', 'four'][n] ?? String(n);
}
