import type { Span } from '../core/span.js';
import { firstEndingAfter } from '../text/furniture.js';
import { units } from '../text/unit.js';
import type { UnitKind } from '../text/transcript.js';
import type { CodedSource } from './coded-source.js';
import { WITHHELD, onOneLine, spoken } from './excerpt.js';

/** How much is shown around a quotation: so many units before and after those that it stands in, whose rest is shown too. */
export interface Reach {
  readonly count: number;
  readonly unit: Exclude<UnitKind, 'source'>;
}

/** What somebody says in one turn, on one line. */
export interface Passage {
  readonly speaker: string | null;
  readonly text: string;
}

/** What is said around a quotation, turn by turn. */
export interface Around {
  readonly before: readonly Passage[];
  readonly after: readonly Passage[];
}

/**
 * Tells what is said around the segments of a source. Turns that filters leave out are shown, as the question before a
 * quotation is; where a speaker did not consent to be quoted, a note stands for the words.
 */
export function surroundings(source: CodedSource, { count, unit }: Reach): (segment: Span) => Around {
  const all = units(source.transcript, unit);
  return ({ start, end }) => {
    const first = firstEndingAfter(all, start);
    const last = firstEndingAfter(all, end - 1);
    const next = last < all.length && all[last]!.start < end ? last + 1 : last;
    const from = Math.min(start, all[Math.max(0, first - count)]?.start ?? start);
    const to = Math.max(end, all[Math.min(all.length, next + count) - 1]?.end ?? end);
    return { before: passages(source, from, start), after: passages(source, end, to) };
  };
}

function passages({ transcript, quotable }: CodedSource, from: number, to: number): Passage[] {
  const { turns } = transcript;
  const found: Passage[] = [];
  for (let i = firstEndingAfter(turns, from); i < turns.length && turns[i]!.start < to; i++) {
    const turn = turns[i]!;
    const text = onOneLine(spoken(transcript, Math.max(from, turn.speech), Math.min(to, turn.end))).trim();
    if (text === '') continue;
    found.push({ speaker: turn.speaker, text: quotable?.(turn) === false ? WITHHELD : text });
  }
  return found;
}
