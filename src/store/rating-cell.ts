/** Signs for a unit that was seen and got no code, folded. */
const NOTHING = new Set(['(none)', '(無)', '(无)', '-']);
/** What R, SPSS exports and people write for a value that is missing, folded. */
const MISSING = new Set(['na', 'n/a', 'nan', 'n.a.', 'n.a']);
/** Codes that read like the sign for none. */
const LIKE_NOTHING = new Set(['none', '無', '无', 'no code', 'null', 'nil']);

/** Without regard to case and width: full-width brackets and letters are the plain ones. */
export function folded(written: string): string {
  return written.normalize('NFKC').trim().toLowerCase();
}

/** The codes in a cell: `a; b`; `(none)` or `-` where the coder saw the unit and applied nothing; null where it is empty. */
export function codesIn(cell: string): string[] | null {
  if (cell === '') return null;
  if (NOTHING.has(folded(cell))) return [];
  const codes = cell.split(/[;；]/).map((code) => code.trim());
  return [...new Set(codes.filter((code) => code !== '' && !NOTHING.has(folded(code))))];
}

/** Whether a cell names a code and also says that there is none. */
export function isContradictory(cell: string): boolean {
  const parts = cell.split(/[;；]/).map((part) => part.trim());
  return parts.length > 1 && parts.some((part) => NOTHING.has(folded(part))) && codesIn(cell)!.length > 0;
}

/** Whether a cell says that a value is missing, as R writes it: no code is meant. */
export function isMissing(cell: string): boolean {
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
