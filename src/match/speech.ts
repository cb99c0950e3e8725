import type { Furniture, Transcript } from '../text/transcript.js';
import type { TermMatch } from './literal.js';

const BLANK = 0x20;

/** Furniture that interrupts speech without ending it: to the matcher it is white space, so a phrase runs over it. */
const isPassing = ({ kind }: Furniture): boolean => kind === 'marker' || kind === 'time' || kind === 'cue';

/**
 * The text as it is matched: markers, times and cue lines blanked out, every offset as it was. The canonical text
 * itself where there are none.
 */
export function matchedText({ text, furniture }: Transcript): Uint8Array {
  const passing = furniture.filter(isPassing);
  if (passing.length === 0) return text;
  const copy = text.slice();
  for (const { start, end } of passing) copy.fill(BLANK, start, end);
  return copy;
}

/**
 * The matches that lie wholly in the speech of one turn: labels and header lines are not matched, and nothing is
 * matched across them.
 *
 * @param matches by start
 */
export function inSpeech(matches: readonly TermMatch[], { turns, furniture }: Transcript): TermMatch[] {
  const barriers = furniture.filter((piece) => !isPassing(piece));
  const kept: TermMatch[] = [];
  let turn = 0;
  let piece = 0;
  for (const match of matches) {
    while (turn < turns.length && turns[turn]!.end <= match.start) turn += 1;
    while (piece < barriers.length && barriers[piece]!.end <= match.start) piece += 1;
    const holder = turns[turn];
    if (holder === undefined || match.start < holder.speech || match.end > holder.end) continue;
    const next = barriers[piece];
    if (next === undefined || match.end <= next.start) kept.push(match);
  }
  return kept;
}
