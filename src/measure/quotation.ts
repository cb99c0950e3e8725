import type { LaidCoding } from '../coding/laid.js';
import { lastColumns } from '../core/columns.js';
import { firstEndingAfter } from '../text/furniture.js';
import { codePointIndex, lineIndex } from '../text/offset.js';
import type { Turn } from '../text/transcript.js';
import { type CodedSource, attributeOf } from './coded-source.js';
import { WITHHELD, onOneLine, spoken } from './excerpt.js';
import { type Piece, piecesOf } from './quotation-pieces.js';
import { type Around, type Reach, surroundings } from './surroundings.js';
import { turnFinder } from './turns.js';

export { WITHHELD } from './excerpt.js';

export interface Quotation {
  readonly source: string;
  readonly case: string;
  readonly speaker: string | null;
  readonly time?: string;
  /** 1-based line of the quotation's first character in the file on disk. */
  readonly line: number;
  /** 1-based turn of the source. */
  readonly turn: number;
  /** Code points of canonical text. */
  readonly start: number;
  readonly end: number;
  /** The code's id. */
  readonly code: string;
  /** Who laid or accepted it, in code-point order; empty where a rule alone did. */
  readonly coders: readonly string[];
  readonly memos: readonly string[];
  /** When a coder laid it (ISO 8601, UTC); absent where a rule alone did. */
  readonly coded?: string;
  /** Of the turn and its source, those that were asked for. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** The interviewer's question that it answers, on one line, its beginning cut where it is long. */
  readonly question?: { readonly speaker: string | null; readonly text: string };
  /** What is said around it, where that is asked for: then it has no question. */
  readonly around?: Around;
  /** A note stands for the words, which may not be quoted. */
  readonly isWithheld?: true;
  /** What is said, cut at the keywords' edges; speakers after the first are named. */
  readonly pieces: readonly Piece[];
  /** Where codes are compared: of the other code, the id where a coding of it overlaps this segment and is not the same. */
  readonly overlaps?: readonly string[];
  /** Where a code is compared with those below it: which of them the segment has, by id. */
  readonly applied?: readonly string[];
  /** Where codes are compared: a segment that has both, as quoted under each. The keywords of both are marked here. */
  readonly under?: readonly Quotation[];
}

/** What quotations are to carry besides themselves: plain data. */
export interface Quoting {
  readonly attributes?: readonly string[];
  /** How much of what is said around them, in the place of the question. */
  readonly around?: Reach;
}

/** How many columns of the question are shown: its end, where the question is asked. */
const QUESTION_WIDTH = 160;
/** A question further back than so many turns is not what the speaker answers. */
const QUESTION_TURNS = 3;

/** Makes quotations of one source; positions are converted by one index. */
export function quoter(
  source: CodedSource,
  { attributes, around }: Quoting = {},
): (coding: LaidCoding, turn: Turn, code: string) => Quotation {
  const { transcript } = source;
  const { text, linesBefore } = transcript;
  const points = codePointIndex(text);
  const lines = lineIndex(text);
  const surround = around && surroundings(source, around);
  return (coding, turn, code) => {
    const question = surround ? undefined : questionBefore(source, turn);
    return {
      source: transcript.source,
      case: attributeOf(source, turn, 'case'),
      speaker: turn.speaker,
      ...(turn.time !== undefined && { time: turn.time }),
      line: linesBefore + lines.lineOf(coding.start),
      turn: turn.index + 1,
      start: points.toCodePoints(coding.start),
      end: points.toCodePoints(coding.end),
      code,
      coders: coding.coders,
      memos: coding.memos ?? [],
      ...(coding.at !== undefined && { coded: coding.at }),
      ...(attributes && {
        attributes: Object.fromEntries(attributes.map((name) => [name, attributeOf(source, turn, name)])),
      }),
      ...(question && { question }),
      ...(surround && { around: surround(coding) }),
      pieces: piecesOf(source, coding),
    };
  };
}

/**
 * All quotations of a source, in text order. Where a speaker did not consent to be quoted, a note stands for the words.
 *
 * @param ids the codes' ids by position
 * @param codes positions of the codes wanted; all when absent
 */
export function quotationsOf(
  source: CodedSource,
  ids: readonly string[],
  codes?: ReadonlySet<number>,
  quoting?: Quoting,
): Quotation[] {
  const find = turnFinder(source);
  const quote = quoter(source, quoting);
  const found: Quotation[] = [];
  for (const coding of source.codings) {
    if (codes?.has(coding.code) === false) continue;
    const turn = find(coding);
    if (turn === null) continue;
    const quotation = quote(coding, turn, ids[coding.code]!);
    found.push(mayQuote(source, coding) ? quotation : withheld(quotation));
  }
  return found;
}

/** The same with a note in place of the words. */
export function withheld(quotation: Quotation): Quotation {
  return { ...quotation, isWithheld: true, pieces: [{ text: WITHHELD, marked: false }] };
}

/** Whether all words of a coding may be quoted: the speaker of every turn that it touches consents. */
export function mayQuote({ transcript: { turns }, quotable }: CodedSource, coding: LaidCoding): boolean {
  if (quotable === undefined) return true;
  for (let i = firstEndingAfter(turns, coding.start); i < turns.length && turns[i]!.start < coding.end; i++) {
    if (!quotable(turns[i]!)) return false;
  }
  return true;
}

function questionBefore({ transcript, quotable }: CodedSource, turn: Turn): Quotation['question'] {
  if (turn.role === 'interviewer') return undefined;
  const { turns } = transcript;
  for (let i = turn.index - 1; i >= 0 && i >= turn.index - QUESTION_TURNS; i--) {
    const asked = turns[i]!;
    if (asked.role !== 'interviewer') continue;
    if (quotable?.(asked) === false) return undefined;
    const whole = onOneLine(spoken(transcript, asked.speech, asked.end)).trim();
    if (whole === '') return undefined;
    const end = lastColumns(whole, QUESTION_WIDTH);
    return { speaker: asked.speaker, text: end === whole ? whole : `…${end}` };
  }
  return undefined;
}
