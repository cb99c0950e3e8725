import type { Expression } from '../codebook/codebook.js';
import type { Span } from '../core/span.js';
import { composed } from '../text/normal.js';
import type { Transcript } from '../text/transcript.js';
import { decode, sizeOf } from '../text/utf8.js';

/**
 * Runs a regular expression over texts and returns all its matches, flat: the text's position in the list, then
 * start and end in UTF-16 units; in order. The shell provides it, since only the shell can stop an expression that
 * runs away: for such a one it returns no matches, remembers the expression, and has the pass repeated without it.
 */
export type RunExpression = (expression: Expression, texts: readonly string[]) => readonly number[];

/** The speech of each turn as a string, made once for all expressions of a codebook. */
export interface TurnTexts {
  readonly texts: readonly string[];
  /** Byte offset in canonical text of a UTF-16 position in one of the texts. Cheapest in ascending order. */
  readonly locate: (text: number, position: number, side: 'start' | 'end') => number;
}

/** An expression sees one turn at a time, without its label, composed (NFC). */
export function turnTexts({ text, turns }: Transcript): TurnTexts {
  const speeches = turns.map(({ speech, end }) => text.subarray(speech, end));
  const compositions = speeches.map(composed);
  const subjects = speeches.map((speech, i) => compositions[i]?.text ?? speech);
  let cursor = { text: -1, unit: 0, byte: 0 };
  return {
    texts: subjects.map((subject) => decode(subject)),
    locate: (index, position, side) => {
      if (cursor.text !== index || position < cursor.unit) cursor = { text: index, unit: 0, byte: 0 };
      const subject = subjects[index]!;
      while (cursor.unit < position) {
        const size = sizeOf(subject[cursor.byte]!);
        cursor.unit += size === 4 ? 2 : 1;
        cursor.byte += size;
      }
      const byte = compositions[index]?.original(cursor.byte, side) ?? cursor.byte;
      return turns[index]!.speech + byte;
    },
  };
}

/** All non-empty matches of an expression in a source, in bytes of canonical text. */
export function expressionSpans(expression: Expression, turns: TurnTexts, run: RunExpression): readonly Span[] {
  const flat = run(expression, turns.texts);
  const spans: Span[] = [];
  for (let i = 0; i < flat.length; i += 3) {
    const [text, from, to] = [flat[i]!, flat[i + 1]!, flat[i + 2]!];
    if (to > from) spans.push({ start: turns.locate(text, from, 'start'), end: turns.locate(text, to, 'end') });
  }
  return spans;
}
