import { firstWhere } from '../core/bisection.js';
import type { Span } from '../core/span.js';
import { firstEndingAfter } from './furniture.js';
import type { Transcript, Turn } from './transcript.js';
import { partsOf, sentenceReader, speechOf } from './unit.js';

/** The kinds of unit that can be walked through. */
export type WalkedKind = 'turn' | 'paragraph' | 'line' | 'sentence';

/**
 * Goes through the units of a transcript in either direction without finding them all: of a turn its parts, of a
 * paragraph its sentences when they are first asked about. Bytes of canonical text throughout.
 */
export interface UnitWalk {
  /** The first unit that ends after a byte, so the unit that holds it, if one does; null after the last. */
  from(byte: number): Span | null;
  /** The last unit that begins before a byte; null when none does. */
  before(byte: number): Span | null;
  /** How many units there are. Reads the whole text the first time. */
  count(): number;
}

/** How many turns or paragraphs are remembered: enough to go to and fro over a border. */
const REMEMBERED = 4;

/** Remembers what a function found for the arguments asked about last. */
function remembering<T>(find: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>();
  return (key) => {
    let found = known.get(key);
    if (found === undefined) {
      found = find(key);
      if (known.size === REMEMBERED) known.delete(known.keys().next().value!);
      known.set(key, found);
    }
    return found;
  };
}

/** The position of the last span that begins before byte `at`, in a list in text order; -1 if none. */
function lastBeginningBefore(spans: readonly Span[], at: number): number {
  return firstWhere(spans.length, (i) => spans[i]!.start >= at) - 1;
}

function walkTurns({ turns }: Transcript, find: (turn: Turn) => readonly Span[]): UnitWalk {
  const unitsOf = remembering((turn) => find(turns[turn]!));
  let counted: number | undefined;
  return {
    from(byte) {
      for (let t = firstEndingAfter(turns, byte); t < turns.length; t++) {
        const list = unitsOf(t);
        const unit = list[firstEndingAfter(list, byte)];
        if (unit !== undefined) return unit;
      }
      return null;
    },
    before(byte) {
      for (let t = lastBeginningBefore(turns, byte); t >= 0; t--) {
        const list = unitsOf(t);
        const unit = list[lastBeginningBefore(list, byte)];
        if (unit !== undefined) return unit;
      }
      return null;
    },
    count() {
      counted ??= turns.reduce((sum, turn) => sum + find(turn).length, 0);
      return counted;
    },
  };
}

function sentencesOf(transcript: Transcript, paragraph: Span): Span[] {
  const read = sentenceReader(transcript, paragraph);
  const found: Span[] = [];
  for (let sentence = read(); sentence !== null; sentence = read()) found.push(sentence);
  return found;
}

function walkSentences(transcript: Transcript): UnitWalk {
  const paragraphs = unitWalk(transcript, 'paragraph');
  const listOf = remembering((start) => sentencesOf(transcript, paragraphs.from(start)!));
  let counted: number | undefined;
  return {
    from(byte) {
      for (let paragraph = paragraphs.from(byte); paragraph !== null; paragraph = paragraphs.from(paragraph.end)) {
        const list = listOf(paragraph.start);
        const unit = list[firstEndingAfter(list, byte)];
        if (unit !== undefined) return unit;
      }
      return null;
    },
    before(byte) {
      for (
        let paragraph = paragraphs.before(byte);
        paragraph !== null;
        paragraph = paragraphs.before(paragraph.start)
      ) {
        const list = listOf(paragraph.start);
        const unit = list[lastBeginningBefore(list, byte)];
        if (unit !== undefined) return unit;
      }
      return null;
    },
    count() {
      if (counted === undefined) {
        counted = 0;
        for (let paragraph = paragraphs.from(0); paragraph !== null; paragraph = paragraphs.from(paragraph.end)) {
          const read = sentenceReader(transcript, paragraph);
          while (read() !== null) counted++;
        }
      }
      return counted;
    },
  };
}

/** The walk through the units of one kind. It remembers what it found, so one walk should serve a transcript. */
export function unitWalk(transcript: Transcript, kind: WalkedKind): UnitWalk {
  switch (kind) {
    case 'sentence':
      return walkSentences(transcript);
    case 'turn':
      return walkTurns(transcript, (turn) => {
        const speech = speechOf(transcript, turn);
        return speech === null ? [] : [speech];
      });
    default:
      return walkTurns(transcript, (turn) => partsOf(transcript, turn, kind));
  }
}
