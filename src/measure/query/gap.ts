import type { Transcript } from '../../text/transcript.js';
import { turnAt } from '../../text/transcript.js';
import { boundaryBefore } from '../../text/utf8.js';
import { type Unit, units } from '../../text/unit.js';
import { countWords } from '../../text/word.js';
import { firstFrom } from './segments.js';
import type { Distance } from './syntax.js';

/** Whether the gap from one segment's end to another's start is small enough. Bytes, `from` ≤ `to`. */
export type GapTest = (from: number, to: number) => boolean;

/** Bytes looked at first: most gaps of words are decided here. */
const FIRST_LOOK = 256;

/**
 * The gap between two segments: in turns, paragraphs and sentences how many of them the one begins after the other
 * ended (0: in the same one); in words and characters how many stand between, a Han character being a word.
 */
export function gapTest(transcript: Transcript, { most, unit }: Distance): GapTest {
  if (unit === 'word' || unit === 'character')
    return ofText(transcript, most, unit === 'word' ? 'words' : 'characters');
  const ordinal = unit === 'turn' ? turnOrdinal(transcript) : unitOrdinal(units(transcript, unit));
  return (from, to) => ordinal(to) - ordinal(from - 1) <= most;
}

function turnOrdinal({ turns }: Transcript): (byte: number) => number {
  return (byte) => turnAt(turns, byte)?.index ?? (byte < (turns[0]?.start ?? 0) ? 0 : turns.length - 1);
}

/** How many units begin at or before a byte. */
function unitOrdinal(all: readonly Unit[]): (byte: number) => number {
  const starts = Int32Array.from(all, ({ start }) => start);
  return (byte) => firstFrom(starts, byte + 1);
}

/** Looks at twice as much each time, so that a far-off neighbour costs no more than the distance allowed. */
function ofText({ text, furniture }: Transcript, most: number, what: 'words' | 'characters'): GapTest {
  return (from, to) => {
    for (let look = FIRST_LOOK; ; look *= 2) {
      const end = Math.min(to, boundaryBefore(text, from + look));
      if (countWords(text, { start: from, end }, furniture)[what] > most) return false;
      if (end === to) return true;
    }
  };
}
