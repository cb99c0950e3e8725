import type { Span } from '../core/span.js';
import type { Turn } from '../text/transcript.js';
import { type CodedSource, attributeOf } from './coded-source.js';

/** Blank lines before the first label are no speech, and nobody's turn. */
export function isNobodys({ speaker }: Turn, characters: number): boolean {
  return speaker === null && characters === 0;
}

/** The cases whose turns pass the filters; the source's own where it has no turns. */
export function casesSpeaking(source: CodedSource): ReadonlySet<string> {
  const { turns } = source.transcript;
  if (turns.length === 0) return new Set([source.case]);
  return new Set(turns.filter(source.included).map((turn) => attributeOf(source, turn, 'case')));
}

/**
 * Finds the turn that a coding belongs to: the first included turn that it overlaps. null when there is none: then the
 * coding does not pass the filters. To be asked in ascending order of starts.
 */
export function turnFinder({ transcript: { turns }, included }: CodedSource): (span: Span) => Turn | null {
  let first = 0;
  // Most spans lie within the turn of the one before.
  let from = 0;
  let to = -1;
  let here: Turn | null = null;
  return ({ start, end }) => {
    if (start >= from && end <= to) return here;
    while (first < turns.length && turns[first]!.end <= start) first++;
    if (first < turns.length && turns[first]!.start <= start && end <= turns[first]!.end) {
      ({ start: from, end: to } = turns[first]!);
      return (here = included(turns[first]!) ? turns[first]! : null);
    }
    for (let i = first; i < turns.length && turns[i]!.start < end; i++) if (included(turns[i]!)) return turns[i]!;
    return null;
  };
}

/**
 * The parts of a span that are speech of included turns, one a turn. To be asked in ascending order of starts.
 */
export function speechFinder({
  transcript: { turns },
  included,
}: CodedSource): (span: Span, visit: (turn: Turn, start: number, end: number) => void) => void {
  let first = 0;
  return ({ start, end }, visit) => {
    while (first < turns.length && turns[first]!.end <= start) first++;
    for (let i = first; i < turns.length && turns[i]!.start < end; i++) {
      const turn = turns[i]!;
      const from = Math.max(start, turn.speech);
      const to = Math.min(end, turn.end);
      if (from < to && included(turn)) visit(turn, from, to);
    }
  };
}
