import type { Furniture, Transcript } from '../text/transcript.js';
import type { TermMatch } from './term.js';

const BLANK = 0x20;

/** Furniture that interrupts speech without ending it: to the matcher it is white space, so a phrase runs over it. */
const isPassing = ({ kind }: Furniture): boolean => kind === 'marker' || kind === 'time' || kind === 'cue';

/**
 * Makes the text as it is matched: markers, times and cue lines blanked out, every offset as it was. Where there are
 * none it is the canonical text itself, else a copy that is lent until the next call.
 */
export function blanker(): (transcript: Transcript) => Uint8Array {
  let copy = new Uint8Array(0);
  return ({ text, furniture }) => {
    if (!furniture.some(isPassing)) return text;
    if (copy.length < text.length) copy = new Uint8Array(text.length * 2);
    copy.set(text);
    for (const piece of furniture) if (isPassing(piece)) copy.fill(BLANK, piece.start, piece.end);
    return copy.subarray(0, text.length);
  };
}

/** Whether lines end at a margin and not where a paragraph does: in wrapped text and in subtitles. */
export function hasBrokenLines({ paragraphPerLine, furniture }: Transcript): boolean {
  return !paragraphPerLine || furniture.some(({ kind }) => kind === 'cue');
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
