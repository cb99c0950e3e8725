import type { LaidCoding } from '../coding/laid.js';
import type { Span } from '../core/span.js';
import { firstEndingAfter } from '../text/furniture.js';
import type { Turn } from '../text/transcript.js';
import type { CodedSource } from './coded-source.js';
import { spoken } from './excerpt.js';
import { distinctSpans } from './rollup.js';

/** A stretch of quoted text; `marked` where a rule's keyword matched. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Stands for turns that the filters leave out. */
const LEFT_OUT = '[…]';

/**
 * What is said in a coding, cut where matched words begin and end; overlapping matches are one mark. Labels, times and
 * cue lines are left out. Where it runs over turns, each speaker after the first is named at the head of a paragraph,
 * so that nobody is quoted with another's words, and turns that the filters leave out are `[…]`.
 */
export function piecesOf(source: CodedSource, coding: LaidCoding): Piece[] {
  const pieces: Piece[] = [];
  const add = (text: string, marked: boolean): void => {
    if (text !== '') pieces.push({ text, marked });
  };
  let speaker: Turn['speaker'] | undefined;
  let before: 'nothing' | 'speech' | 'gap' = 'nothing';
  for (const { turn, start, end } of partsOf(source, coding)) {
    if (turn !== null && !source.included(turn)) {
      if (before !== 'gap') add(`${before === 'nothing' ? '' : '\n\n'}${LEFT_OUT}`, false);
      before = 'gap';
      continue;
    }
    const said = wordsOf(source, coding, start, end);
    if (said.length === 0) continue;
    const same = speaker === undefined || turn?.speaker === speaker;
    if (before !== 'nothing') add(before === 'speech' && same ? ' ' : '\n\n', false);
    if (!same) add(`${turn?.speaker ?? '–'}: `, false);
    for (const { text, marked } of said) add(text, marked);
    speaker = turn?.speaker ?? null;
    before = 'speech';
  }
  return joined(pieces);
}

/** The stretches of a span turn by turn; one without a turn where it lies in none. */
function partsOf({ transcript: { turns } }: CodedSource, span: Span): (Span & { readonly turn: Turn | null })[] {
  const parts: (Span & { readonly turn: Turn | null })[] = [];
  for (let i = firstEndingAfter(turns, span.start); i < turns.length && turns[i]!.start < span.end; i++) {
    const turn = turns[i]!;
    parts.push({ turn, start: Math.max(span.start, turn.start), end: Math.min(span.end, turn.end) });
  }
  return parts.length > 1 ? parts : [{ turn: parts[0]?.turn ?? null, start: span.start, end: span.end }];
}

/** The words of one turn's part, matched ones apart; no white space at its end where the coding goes on. */
function wordsOf({ transcript }: CodedSource, coding: LaidCoding, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  const push = (from: number, to: number, marked: boolean): void => {
    if (from < to) pieces.push({ text: spoken(transcript, from, to), marked });
  };
  let at = start;
  for (const mark of marksOf(coding, start, end)) {
    push(at, mark.start, false);
    push(mark.start, mark.end, true);
    at = mark.end;
  }
  push(at, end, false);
  return end < coding.end || start > coding.start ? trimmed(pieces) : pieces;
}

/** The hits within a part, those that overlap as one. */
function marksOf({ hits }: LaidCoding, start: number, end: number): Span[] {
  const marks: { start: number; end: number }[] = [];
  for (const hit of distinctSpans(hits)) {
    const from = Math.max(hit.start, start);
    const to = Math.min(hit.end, end);
    if (from >= to) continue;
    const last = marks.at(-1);
    if (last !== undefined && from < last.end) last.end = Math.max(last.end, to);
    else marks.push({ start: from, end: to });
  }
  return marks;
}

function trimmed(pieces: readonly Piece[]): Piece[] {
  const last = pieces.length - 1;
  return pieces
    .map(({ text, marked }, i) => {
      const headless = i === 0 ? text.trimStart() : text;
      return { text: i === last ? headless.trimEnd() : headless, marked };
    })
    .filter(({ text }) => text !== '');
}

/** Neighbours that are marked alike as one piece. */
function joined(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (last !== undefined && !last.marked && !piece.marked)
      whole[whole.length - 1] = { text: last.text + piece.text, marked: false };
    else whole.push(piece);
  }
  return whole;
}
