import { bySpan } from '../core/span.js';
import { codePointIndex, lineIndex } from '../text/offset.js';
import type { Role } from '../text/transcript.js';
import { type CodedSource, attributeOf } from './coded-source.js';
import { columnsAfter, columnsBefore, onOneLine, spoken } from './excerpt.js';
import { WITHHELD } from './quotation.js';
import { turnFinder } from './turns.js';

/** A keyword in its context. `before + match + after` reads as the text does; white space is one space, none at either end. */
export interface KwicLine {
  readonly source: string;
  readonly case: string;
  readonly speaker: string | null;
  readonly role: Role;
  /** 1-based, in the file on disk. */
  readonly line: number;
  /** 1-based among the source's turns. */
  readonly turn: number;
  /** Code points of canonical text. */
  readonly start: number;
  readonly end: number;
  /** Position of the code. */
  readonly code: number;
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

/**
 * The matched words of a source's codings in their context, in text order. Codings by hand match no words. Context does
 * not leave the turn. Where the speaker did not consent to be quoted, a note stands for the words.
 *
 * @param width columns of context on either side (a Han character takes two)
 * @param codes positions of the codes wanted; all when absent
 */
export function kwicLines(source: CodedSource, width: number, codes?: ReadonlySet<number>): KwicLine[] {
  const { source: name, text, linesBefore } = source.transcript;
  const wanted = source.codings.filter(({ code }) => codes?.has(code) ?? true);
  const hits = wanted.flatMap(({ code, hits: matched }) => matched.map(({ start, end }) => ({ start, end, code })));
  if (hits.length === 0) return [];
  hits.sort((a, b) => bySpan(a, b) || a.code - b.code);
  const points = codePointIndex(text);
  const lines = lineIndex(text);
  const find = turnFinder(source);
  const found: KwicLine[] = [];
  for (const { start, end, code } of hits) {
    const turn = find({ start, end });
    if (turn === null) continue;
    const quotable = source.quotable?.(turn) !== false;
    found.push({
      source: name,
      case: attributeOf(source, turn, 'case'),
      speaker: turn.speaker,
      role: turn.role,
      line: linesBefore + lines.lineOf(start),
      turn: turn.index + 1,
      start: points.toCodePoints(start),
      end: points.toCodePoints(end),
      code,
      before: quotable ? columnsBefore(source.transcript, turn.speech, start, width).trimStart() : '',
      match: quotable ? onOneLine(spoken(source.transcript, start, end)) : WITHHELD,
      after: quotable ? columnsAfter(source.transcript, end, turn.end, width).trimEnd() : '',
    });
  }
  return found;
}
