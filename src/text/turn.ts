import { bySpan } from '../core/span.js';
import { trimStart } from './blank.js';
import { timeWords } from './time.js';
import type { Furniture, Role, Turn } from './transcript.js';

/** Where a turn begins: its label has been taken, or it is timed. Bytes of the text. */
export interface TurnStart {
  readonly start: number;
  /** After the label and what stands beside it, on the same line. */
  readonly end: number;
  readonly speaker: string | null;
  readonly role: Role;
  readonly timeStart: number;
  readonly timeEnd: number;
}

/** Whether anything but white space and furniture stands between the bytes. `furniture` is sorted. */
function hasSpeech(text: Uint8Array, start: number, end: number, furniture: readonly Furniture[]): boolean {
  let at = start;
  for (const piece of furniture) {
    if (piece.end <= at) continue;
    if (piece.start >= end) break;
    if (trimStart(text, at, Math.min(end, piece.start)) < Math.min(end, piece.start)) return true;
    at = Math.max(at, piece.end);
  }
  return at < end && trimStart(text, at, end) < end;
}

/**
 * Turns from where they begin: each ends where the next begins, and text before the first is a turn without a speaker,
 * if there is speech in it.
 *
 * @param from where the header lines end
 * @param furniture header and export lines, sorted; needed for telling whether text before the first label is speech
 */
export function turnsFrom(
  text: Uint8Array,
  starts: readonly TurnStart[],
  from: number,
  furniture: readonly Furniture[],
): Turn[] {
  const turns: Turn[] = [];
  const first = starts.length > 0 ? starts[0]!.start : text.length;
  if (first > from && hasSpeech(text, from, first, furniture)) {
    turns.push({
      index: 0,
      start: from,
      end: first,
      speech: trimStart(text, from, first),
      speaker: null,
      role: 'other',
    });
  }
  for (let i = 0; i < starts.length; i++) {
    const { start, end: after, speaker, role, timeStart, timeEnd } = starts[i]!;
    const end = i + 1 < starts.length ? starts[i + 1]!.start : text.length;
    const index = turns.length;
    const speech = trimStart(text, after, end);
    turns.push(
      timeStart < 0
        ? { index, start, end, speech, speaker, role }
        : { index, start, end, speech, speaker, role, time: timeWords(text, timeStart, timeEnd) },
    );
  }
  return turns;
}

/** Two sorted lists of furniture in one; where pieces overlap, those of `first` stay. */
export function mergeFurniture(first: readonly Furniture[], second: readonly Furniture[]): Furniture[] {
  const merged: Furniture[] = [];
  let i = 0;
  for (const piece of second) {
    while (i < first.length && first[i]!.end <= piece.start) merged.push(first[i++]!);
    if (i === first.length || first[i]!.start >= piece.end) merged.push(piece);
  }
  while (i < first.length) merged.push(first[i++]!);
  return merged;
}

/** Furniture in text order; of overlapping pieces the first stays. */
export function sortedFurniture(pieces: Furniture[]): Furniture[] {
  pieces.sort(bySpan);
  let end = 0;
  return pieces.filter((piece) => {
    if (piece.start < end || piece.end === piece.start) return false;
    end = piece.end;
    return true;
  });
}
