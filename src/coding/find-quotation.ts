import { once } from '../core/once.js';
import type { Span } from '../core/span.js';
import { speechIn } from '../text/furniture.js';
import { searchable } from '../text/search.js';
import type { Transcript } from '../text/transcript.js';
import { decode, encodePoints } from '../text/utf8.js';
import { type Skeleton, skeletonOf, skeletonPoints } from './skeleton.js';

/**
 * Finds all places where words stand in a transcript, in text order, overlapping ones among them. White space may differ
 * and be absent, labels and cue lines may stand between; words that hold a label are looked for as the text stands. Where
 * some places have the white space as given, the others are none.
 *
 * The text is prepared once, when first asked.
 */
export function quotationFinder(transcript: Transcript): (words: string) => Span[] {
  const { text } = transcript;
  const whole = { start: 0, end: text.length };
  const spoken = once(() => skeletonOf(speechIn(transcript, whole).text));
  const written = once(() => skeletonOf(text));
  return (words) => {
    const wanted = encodePoints(skeletonPoints(words));
    if (wanted.length === 0) return [];
    const among = placesIn(spoken(), wanted);
    const found = among.length > 0 ? among : placesIn(written(), wanted);
    const asGiven = found.filter(({ start, end }) => spaced(decode(text, start, end)) === spaced(words));
    return asGiven.length > 0 ? asGiven : found;
  };
}

function placesIn({ bytes, original }: Skeleton, wanted: Uint8Array): Span[] {
  const searched = searchable(bytes);
  const places: Span[] = [];
  for (let at = searched.indexOf(wanted); at >= 0; at = searched.indexOf(wanted, at + 1)) {
    places.push({ start: original(at, 'start'), end: original(at + wanted.length, 'end') });
  }
  return places;
}

function spaced(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ');
}
