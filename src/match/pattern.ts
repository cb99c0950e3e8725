import { type Literal, SPACE, STAR } from '../codebook/codebook.js';
import { IGNORABLE, MARK, WORD, classOf } from '../text/character.js';
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

/** A literal keyword made ready for matching. */
export interface Pattern {
  /** Folded code points with STAR and SPACE, less ignorable ones and less the stars at either end. */
  readonly atoms: readonly number[];
  /** The same places as `atoms`, unfolded: what an exact keyword is compared with. */
  readonly written: readonly number[];
  readonly exact: boolean;
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

/** Makes a literal keyword ready for matching under the codebook's folding. */
export function patternOf(literal: Literal, folding: FoldOptions): Pattern {
  const visible = literal.atoms.filter((atom) => atom < 0 || !isIgnorable(atom));
  const openStart = visible[0] === STAR;
  const openEnd = visible.length > 1 && visible.at(-1) === STAR;
  const written = visible.slice(openStart ? 1 : 0, openEnd ? -1 : visible.length);
  const atoms = written.map((atom) => (atom < 0 ? atom : fold(atom, folding)));
  const anchor = atoms.slice(atoms.lastIndexOf(STAR) + 1);
  return {
    atoms,
    written,
    exact: literal.exact,
    openStart,
    openEnd,
    edgeStart: !openStart && isEdge(written[0]),
    edgeEnd: !openEnd && isEdge(written.at(-1)),
    anchor,
    plain: anchor.length === atoms.length && !literal.exact && !atoms.includes(SPACE),
  };
}

function isEdge(atom: number | undefined): boolean {
  return atom !== undefined && atom >= 0 && isWordCharacter(atom);
}
