import type { Span } from '../core/span.js';
import { firstEndingAfter, hasWord, splitSpeech, stretchesOf, trimmed } from './furniture.js';
import { lines, paragraphs } from './paragraph.js';
import { sentences } from './sentence.js';
import type { Transcript, Turn, UnitKind } from './transcript.js';

/**
 * A stretch of speech that is counted as one. It has no white space, label, time or cue line at either end, and lies
 * within one turn, unless it is the source.
 */
export interface Unit extends Span {
  readonly kind: UnitKind;
  /**
   * 0-based position within the next larger unit: a sentence's in its paragraph, a paragraph's or a line's in its turn,
   * a turn's in its source (its `index`, so that empty turns leave gaps); 0 for the source.
   */
  readonly index: number;
  /** The `index` of its turn; 0 for the source. */
  readonly turn: number;
}

/**
 * The unit that holds a byte; else the first after it; after the last, the last. A source without any speech answers
 * with an empty unit at its end.
 */
export type UnitFinder = (byte: number) => Unit;

/** The paragraphs or lines of a turn. */
function partsOf(transcript: Transcript, turn: Turn, kind: 'paragraph' | 'line'): Unit[] {
  const split = kind === 'line' || transcript.paragraphPerLine ? lines : paragraphs;
  const parts = stretchesOf(transcript, turn).flatMap((stretch) => splitSpeech(transcript, stretch, split));
  return numbered(parts, kind, turn.index);
}

/** The sentences of a paragraph. What has no word, such as `(laughs).` or a quotation mark, joins the one before it. */
function sentencesOf(transcript: Transcript, paragraph: Unit): Unit[] {
  const found: Span[] = [];
  const split = (text: Uint8Array, span: Span) => sentences(text, span, transcript);
  for (const span of splitSpeech(transcript, paragraph, split)) {
    const last = found[found.length - 1];
    if (last === undefined || hasWord(transcript, span)) found.push(span);
    else found[found.length - 1] = { start: last.start, end: span.end };
  }
  return numbered(found, 'sentence', paragraph.turn);
}

function numbered(spans: readonly Span[], kind: UnitKind, turn: number): Unit[] {
  return spans.map(({ start, end }, index) => ({ kind, index, turn, start, end }));
}

/** A turn's speech from its first to its last word; cue lines between them are within it. */
function turnUnit(transcript: Transcript, { index, speech, end }: Turn): Unit[] {
  const span = speech < end ? trimmed(transcript, { start: speech, end }) : null;
  return span === null ? [] : [{ kind: 'turn', index, turn: index, start: span.start, end: span.end }];
}

function sourceUnit({ text }: Transcript): Unit {
  return { kind: 'source', index: 0, turn: 0, start: 0, end: text.length };
}

/** All units of one kind, in text order. A source is always one unit, even when it is empty. */
export function units(transcript: Transcript, kind: UnitKind): Unit[] {
  const { turns } = transcript;
  switch (kind) {
    case 'source':
      return [sourceUnit(transcript)];
    case 'turn':
      return turns.flatMap((turn) => turnUnit(transcript, turn));
    case 'sentence':
      return turns.flatMap((turn) =>
        partsOf(transcript, turn, 'paragraph').flatMap((paragraph) => sentencesOf(transcript, paragraph)),
      );
    default:
      return turns.flatMap((turn) => partsOf(transcript, turn, kind));
  }
}

/**
 * Finds units by byte without finding them all: of a turn the paragraphs or lines when it is first asked about, of a
 * paragraph the sentences. Cheapest in ascending order; what was found last is kept.
 */
export function unitFinder(transcript: Transcript, kind: UnitKind): UnitFinder {
  if (kind === 'source') {
    const source = sourceUnit(transcript);
    return () => source;
  }
  if (kind === 'sentence') return sentenceFinder(transcript);
  return turnByTurn(transcript, kind, (turn) =>
    kind === 'turn' ? turnUnit(transcript, turn) : partsOf(transcript, turn, kind),
  );
}

function turnByTurn(transcript: Transcript, kind: UnitKind, unitsOf: (turn: Turn) => readonly Unit[]): UnitFinder {
  const { turns, text } = transcript;
  let turn = -1;
  let found: readonly Unit[] = [];
  const at = (index: number): readonly Unit[] => {
    if (index !== turn) {
      found = unitsOf(turns[index]!);
      turn = index;
    }
    return found;
  };
  return (byte) => {
    const first = firstEndingAfter(turns, byte);
    for (let t = first; t < turns.length; t++) {
      const list = at(t);
      const unit = list[firstEndingAfter(list, byte)];
      if (unit !== undefined) return unit;
    }
    for (let t = turns.length - 1; t >= 0; t--) {
      const last = at(t)[at(t).length - 1];
      if (last !== undefined) return last;
    }
    return { kind, index: 0, turn: 0, start: text.length, end: text.length };
  };
}

function sentenceFinder(transcript: Transcript): UnitFinder {
  const findParagraph = unitFinder(transcript, 'paragraph');
  let paragraph: Unit | null = null;
  let found: readonly Unit[] = [];
  return (byte) => {
    if (paragraph === null || byte < paragraph.start || byte >= paragraph.end) {
      const next = findParagraph(byte);
      if (next !== paragraph) found = sentencesOf(transcript, next);
      paragraph = next;
    }
    return found[firstEndingAfter(found, byte)] ?? found[found.length - 1] ?? { ...paragraph, kind: 'sentence' };
  };
}
