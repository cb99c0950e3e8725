/** Signs for a unit that was seen and got no code, folded. */
const NOTHING = new Set(['(none)', '(無)', '(无)', '-']);

/** Before the name of a coder, in a column of the codes that the coder gave. */
export const OF_CODER = 'codes:';

/** What a coder gave a unit, in a cell: `a; b`, `(none)`; null where the coder did not see it. */
export function codesCell(codes: readonly string[] | null): string | null {
  if (codes === null) return null;
  return codes.length === 0 ? '(none)' : codes.join('; ');
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

/** Without regard to case and width: full-width brackets and letters are the plain ones. */
export function folded(written: string): string {
  return written.normalize('NFKC').trim().toLowerCase();
}
