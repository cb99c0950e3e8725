import type { Span } from '../../../src/core/span.js';
import { type SentenceOptions, nextSentence } from '../../../src/text/sentence.js';

/** All sentences of one paragraph, in text order. */
export function sentences(text: Uint8Array, paragraph: Span, options: SentenceOptions): Span[] {
  const found: Span[] = [];
  let sentence = nextSentence(text, paragraph.start, paragraph.end, options);
  while (sentence !== null) {
    found.push(sentence);
    sentence = nextSentence(text, sentence.end, paragraph.end, options);
  }
  return found;
}
