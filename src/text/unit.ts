import type { Span } from '../core/span.js';
import { hasWord, speechIn, stretchesOf, trimmed } from './furniture.js';
import { lines, paragraphs } from './paragraph.js';
import { nextSentence } from './sentence.js';
import type { Transcript, Turn, UnitKind } from './transcript.js';

/**
 * A stretch of speech that is counted as one. It has no white space, label, time or cue line at either end, and lies
 * within one turn, unless it is the source.
 */
export interface Unit extends Span {
  readonly kind: UnitKind;
  /**
   * 0-based position within the next larger unit: a sentence's in its paragraph, a paragraph's or a line's in its turn,
   * a turn's in its source (its `index`, so that empty turns leave gaps); 0 for the source.
   */
  readonly index: number;
  /** The `index` of its turn; 0 for the source. */
  readonly turn: number;
}

/** The paragraphs or lines of a turn. */
export function partsOf(transcript: Transcript, turn: Turn, kind: 'paragraph' | 'line'): Span[] {
  const split = kind === 'line' || transcript.paragraphPerLine ? lines : paragraphs;
  return stretchesOf(transcript, turn).flatMap((stretch) => {
    const speech = speechIn(transcript, stretch);
    const { shift } = speech;
    const parts = split(speech.text, speech);
    return shift === 0 ? parts : parts.map(({ start, end }) => ({ start: start + shift, end: end + shift }));
  });
}

/**
 * Reads the sentences of a paragraph one after another, then null. What has no word, such as `(laughs).` or a quotation
 * mark, joins the one before it.
 */
export function sentenceReader(transcript: Transcript, paragraph: Span): () => Span | null {
  const speech = speechIn(transcript, paragraph);
  const { shift } = speech;
  let at = speech.start;
  const read = (): Span | null => {
    const found = nextSentence(speech.text, at, speech.end, transcript);
    if (found === null) return null;
    at = found.end;
    return shift === 0 ? found : { start: found.start + shift, end: found.end + shift };
  };
  let ahead = read();
  return () => {
    const sentence = ahead;
    if (sentence === null) return null;
    let { end } = sentence;
    for (ahead = read(); ahead !== null && !hasWord(transcript, ahead); ahead = read()) end = ahead.end;
    return end === sentence.end ? sentence : { start: sentence.start, end };
  };
}

function sentencesOf(transcript: Transcript, paragraph: Span): Span[] {
  const read = sentenceReader(transcript, paragraph);
  const found: Span[] = [];
  for (let sentence = read(); sentence !== null; sentence = read()) found.push(sentence);
  return found;
}

function numbered(spans: readonly Span[], kind: UnitKind, turn: Turn): Unit[] {
  return spans.map(({ start, end }, index) => ({ kind, index, turn: turn.index, start, end }));
}

/** A turn's speech from its first to its last word; cue lines between them are within it. Null where there is none. */
export function speechOf(transcript: Transcript, { speech, end }: Turn): Span | null {
  return speech < end ? trimmed(transcript, { start: speech, end }) : null;
}

/** All units of one kind, in text order. A source is always one unit, even when it is empty. */
export function units(transcript: Transcript, kind: UnitKind): Unit[] {
  const { turns, text } = transcript;
  switch (kind) {
    case 'source':
      return [{ kind, index: 0, turn: 0, start: 0, end: text.length }];
    case 'turn':
      return turns.flatMap((turn) => {
        const span = speechOf(transcript, turn);
        return span === null ? [] : [{ kind, index: turn.index, turn: turn.index, ...span }];
      });
    case 'sentence':
      return turns.flatMap((turn) =>
        partsOf(transcript, turn, 'paragraph').flatMap((paragraph) =>
          numbered(sentencesOf(transcript, paragraph), kind, turn),
        ),
      );
    default:
      return turns.flatMap((turn) => numbered(partsOf(transcript, turn, kind), kind, turn));
  }
}
