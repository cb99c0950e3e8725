import { type Literal, SPACE, STAR } from '../codebook/codebook.js';
import { HAN, IGNORABLE, MARK, WORD, classOf } from '../text/character.js';
import { type FoldOptions, fold } from '../text/fold.js';

/** Whether a code point is a word character of a spaced script, which a keyword's edge must not touch. */
export function isWordCharacter(codePoint: number): boolean {
  const kind = classOf(codePoint);
  return kind === WORD || kind === MARK;
}

/** Whether a code point is passed over wherever it stands: a soft hyphen, a zero-width joiner … */
export function isIgnorable(codePoint: number): boolean {
  return classOf(codePoint) === IGNORABLE;
}

/** Stands in `Pattern.atoms` where a line is broken inside a word: white space that holds exactly one line break. */
export const LINE = -3;

/** A literal keyword made ready for matching. */
export interface Pattern {
  /** Folded code points with STAR, SPACE and LINE, less ignorable ones and less the stars at either end. */
  readonly atoms: readonly number[];
  /** The same places as `atoms`, unfolded: what an exact keyword is compared with. */
  readonly written: readonly number[];
  readonly exact: boolean;
  /** Whether a line is broken inside it: it holds only where lines are broken at a margin, as in subtitles. */
  readonly broken: boolean;
  /** A star at the beginning: the match reaches back to the beginning of the word. */
  readonly openStart: boolean;
  /** A star at the end: the match reaches on to the end of the word. */
  readonly openEnd: boolean;
  /** The first atom is a word character that must not touch another before it. */
  readonly edgeStart: boolean;
  readonly edgeEnd: boolean;
  /** What the automaton looks for: the atoms after the last inner star; the verifier reads the rest backwards. */
  readonly anchor: readonly number[];
  /** Whether the anchor is the whole pattern and holds neither white space nor case: a match needs no second look. */
  readonly plain: boolean;
}

/**
 * Makes a literal keyword ready for matching under the codebook's folding: as it is written, and with a line broken at
 * each place where Han may be broken, which is between any two characters.
 */
export function patternsOf(literal: Literal, folding: FoldOptions): Pattern[] {
  const visible = literal.atoms.filter((atom) => atom < 0 || !isIgnorable(atom));
  const openStart = visible[0] === STAR;
  const openEnd = visible.length > 1 && visible.at(-1) === STAR;
  const written = visible.slice(openStart ? 1 : 0, openEnd ? -1 : visible.length);
  const whole = patternOf(written, { exact: literal.exact, openStart, openEnd }, folding);
  const breaks = written.flatMap((_, at) => (mayBreak(written[at - 1], written[at]) ? [at] : []));
  return [whole, ...breaks.map((at) => brokenAt(whole, at))];
}

function patternOf(
  written: readonly number[],
  how: Pick<Pattern, 'exact' | 'openStart' | 'openEnd'>,
  folding: FoldOptions,
): Pattern {
  const atoms = written.map((atom) => (atom < 0 ? atom : fold(atom, folding)));
  const anchor = anchorOf(atoms);
  return {
    ...how,
    atoms,
    written,
    broken: false,
    edgeStart: !how.openStart && isEdge(written[0]),
    edgeEnd: !how.openEnd && isEdge(written.at(-1)),
    anchor,
    plain: anchor.length === atoms.length && !how.exact && !atoms.includes(SPACE),
  };
}

function brokenAt(whole: Pattern, at: number): Pattern {
  const broken = (atoms: readonly number[]): number[] => [...atoms.slice(0, at), LINE, ...atoms.slice(at)];
  const atoms = broken(whole.atoms);
  return { ...whole, atoms, written: broken(whole.written), broken: true, anchor: anchorOf(atoms), plain: false };
}

function anchorOf(atoms: readonly number[]): readonly number[] {
  return atoms.slice(atoms.lastIndexOf(STAR) + 1);
}

/** Whether a line may be broken between two atoms of a word: where one of them is of a script without spaces. */
function mayBreak(before: number | undefined, after: number | undefined): boolean {
  if (before === undefined || after === undefined || before < 0 || after < 0) return false;
  return classOf(before) === HAN || classOf(after) === HAN;
}

function isEdge(atom: number | undefined): boolean {
  return atom !== undefined && atom >= 0 && isWordCharacter(atom);
}
