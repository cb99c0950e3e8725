import { BREAK, HAN, IGNORABLE, SPACE as WHITE_SPACE, WORD, classOf } from '../text/character.js';
import { SPACE, STAR, type Literal } from './codebook.js';
import type { Problem } from './problem.js';

/** A character of a keyword: what it is to the matcher, and where it stands. */
interface Piece {
  /** A code point, STAR or SPACE. */
  readonly atom: number;
  /** UTF-16 offset in the text as written. */
  readonly at: number;
}

const isStar = (character: string): boolean => character === '*' || character === '＊';

function atomOf(character: string): number | null {
  if (isStar(character)) return STAR;
  const codePoint = character.codePointAt(0)!;
  const kind = classOf(codePoint);
  if (kind === WHITE_SPACE || kind === BREAK) return SPACE;
  return kind === IGNORABLE ? null : codePoint;
}

/** The characters that count, runs of white space and of stars being one each; none of them at the ends is a SPACE. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const character of text) {
    const atom = atomOf(character);
    const last = pieces.at(-1)?.atom ?? SPACE;
    if (atom !== null && !((atom === STAR || atom === SPACE) && atom === last)) pieces.push({ atom, at });
    at += character.length;
  }
  if (pieces.at(-1)?.atom === SPACE) pieces.pop();
  return pieces;
}

const isHan = (piece: Piece | undefined): boolean =>
  piece !== undefined && piece.atom >= 0 && classOf(piece.atom) === HAN;

const isLetter = ({ atom }: Piece): boolean => atom >= 0 && (classOf(atom) === WORD || classOf(atom) === HAN);

function starProblem(pieces: readonly Piece[]): Problem | null {
  const edge = (piece: Piece | undefined): boolean => piece === undefined || piece.atom === SPACE;
  for (const [i, { atom, at }] of pieces.entries()) {
    if (atom !== STAR) continue;
    const where = { start: at, end: at + 1 };
    if (isHan(pieces[i - 1]) || isHan(pieces[i + 1])) {
      return { code: 'QC132', message: 'a star cannot stand beside a character of a script without spaces', ...where };
    }
    if (edge(pieces[i - 1]) && edge(pieces[i + 1])) {
      return { code: 'QC133', message: 'this star stands alone; it is no placeholder for a word', ...where };
    }
  }
  return null;
}

/** A word, phrase or run of Han, with stars; `=` before it makes it exact. `written` has no white space at its ends. */
export function parseLiteral(written: string): Literal | Problem {
  const exact = written.startsWith('=') || written.startsWith('＝');
  // A blank in place of the sign keeps the offsets.
  const text = exact ? ` ${written.slice(1)}` : written;
  const pieces = piecesOf(text);
  if (pieces.length === 0) return { code: 'QC130', message: 'the keyword is empty' };
  if (!pieces.some(isLetter)) return { code: 'QC131', message: `the keyword "${written}" has no letter or digit` };
  const problem = starProblem(pieces);
  if (problem) return problem;
  const atoms = piecesOf(text.normalize('NFC')).map(({ atom }) => atom);
  return { kind: 'literal', written, atoms, exact };
}
