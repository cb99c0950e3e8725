import type { Span } from '../core/span.js';
import { firstEndingAfter } from './furniture.js';
import type { Transcript, Turn, UnitKind } from './transcript.js';
import { partsOf, sentenceReader, speechOf } from './unit.js';

/**
 * The unit that holds a byte; else the first after it; after the last, the last. A source without any speech answers
 * with an empty unit at its end.
 */
export type UnitFinder = (byte: number) => Span;

/**
 * Finds units by byte without finding them all: of a turn the paragraphs or lines when it is first asked about, of a
 * paragraph the sentences as far as they are asked about. Cheapest in ascending order; what was found last is kept.
 */
export function unitFinder(transcript: Transcript, kind: UnitKind): UnitFinder {
  switch (kind) {
    case 'source':
      return () => ({ start: 0, end: transcript.text.length });
    case 'sentence':
      return sentenceFinder(transcript);
    case 'turn':
      return turnByTurn(transcript, (turn) => {
        const speech = speechOf(transcript, turn);
        return speech === null ? [] : [speech];
      });
    default:
      return turnByTurn(transcript, (turn) => partsOf(transcript, turn, kind));
  }
}

function turnByTurn({ turns, text }: Transcript, unitsOf: (turn: Turn) => readonly Span[]): UnitFinder {
  let turn = -1;
  let found: readonly Span[] = [];
  const at = (index: number): readonly Span[] => {
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
    return { start: text.length, end: text.length };
  };
}

function sentenceFinder(transcript: Transcript): UnitFinder {
  const findParagraph = unitFinder(transcript, 'paragraph');
  let paragraph: Span | null = null;
  let found: Span[] = [];
  let read: () => Span | null = () => null;
  /** Reads on until a sentence ends after the byte. */
  const readTo = (byte: number): void => {
    while (found.length === 0 || found[found.length - 1]!.end <= byte) {
      const sentence = read();
      if (sentence === null) return;
      found.push(sentence);
    }
  };
  let last: Span = { start: 0, end: 0 };
  return (byte) => {
    if (byte >= last.start && byte < last.end) return last;
    if (paragraph === null || byte < paragraph.start || byte >= paragraph.end) {
      const next = findParagraph(byte);
      if (next !== paragraph) {
        paragraph = next;
        found = [];
        read = sentenceReader(transcript, next);
      }
    }
    readTo(byte);
    last = found[firstEndingAfter(found, byte)] ?? found[found.length - 1] ?? paragraph;
    return last;
  };
}
