import { type Span, bySpan } from '../../core/span.js';
import { firstEndingAfter, hasWord } from '../../text/furniture.js';
import type { Transcript, UnitKind } from '../../text/transcript.js';
import { type Unit, units } from '../../text/unit.js';
import type { CodedSource } from '../coded-source.js';

/** Units of speech that a rule and a coder can be compared on. */
export type JudgedKind = Exclude<UnitKind, 'source'>;

/** A unit of an included turn, and whether the coders read it. */
export interface Judged {
  readonly unit: Unit;
  readonly read: boolean;
}

/** The units of a source that pass the filters. */
export function judgedUnits({ transcript, included, seen = null }: CodedSource, kind: JudgedKind): Judged[] {
  const { turns } = transcript;
  const wasSeen = seen === null ? () => true : within(joined(seen), transcript);
  return units(transcript, kind)
    .filter(({ turn }) => included(turns[turn]!))
    .map((unit) => ({ unit, read: wasSeen(unit) }));
}

function joined(spans: readonly Span[]): Span[] {
  const found: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort(bySpan)) {
    const last = found.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  return found;
}

/** Whether all words of a unit were seen: between two sentences that were, white space may be left. */
function within(seen: readonly Span[], transcript: Transcript): (unit: Span) => boolean {
  return ({ start, end }) => {
    let at = start;
    for (let i = firstEndingAfter(seen, start); i < seen.length && seen[i]!.start < end; i++) {
      if (seen[i]!.start > at && hasWord(transcript, { start: at, end: seen[i]!.start })) return false;
      at = seen[i]!.end;
    }
    return at > start ? at >= end || !hasWord(transcript, { start: at, end }) : false;
  };
}
