import type { Span } from '../core/span.js';
import { decode } from '../text/utf8.js';
import { labelsMayDiffer } from './labels-changed.js';
import { occurrences } from './occurrences.js';
import type { Quotation, Words } from './quotation.js';
import { type Place, type Reading, bareAt, originalOf, placeAt } from './reading.js';

/** The places where the words of quotations stand, in text order. Quotations of the same words share theirs. */
export function verbatimPlaces(reading: Reading, quotations: readonly Quotation[]): [Quotation, readonly Place[]][] {
  const words = quotations.map(({ plain }) => plain);
  const found = spansOf(reading.skeleton.bytes, words);
  const places = new Map([...new Set(found)].map((spans) => [spans, spans.map((span) => placeAt(reading, span))]));
  return quotations.map((quotation, i) => [quotation, places.get(found[i]!)!]);
}

/** For the quotations that hold labels of speakers: the places where their words stand with other labels. */
export function relabelledPlaces(reading: Reading, quotations: readonly Quotation[]): [Quotation, readonly Place[]][] {
  const labelled = quotations.filter(
    ({ plain, bare }) => 0 < bare.points.length && bare.points.length < plain.points.length,
  );
  if (labelled.length === 0) return [];
  const bare = reading.bare();
  const found = spansOf(
    bare.bytes,
    labelled.map((quotation) => quotation.bare),
  );
  return labelled.map((quotation, i) => {
    const places = found[i]!.flatMap((span) => {
      const { anchor } = quotation;
      const whole = labelsMayDiffer(anchor, reading.text, originalOf(bare, span), reading.isLabel);
      return whole ? [bareAt(bare, span, whole)] : [];
    });
    return [quotation, places];
  });
}

/** The stretches of a skeleton where words stand, in bytes: one list for each, the same one for the same words. */
function spansOf(skeleton: Uint8Array, words: readonly Words[]): (readonly Span[])[] {
  const keys = words.map(({ bytes }) => decode(bytes));
  const pieces = new Map(words.flatMap(({ bytes }, i) => (bytes.length > 0 ? [[keys[i]!, bytes] as const] : [])));
  const starts = occurrences(skeleton, [...pieces.values()]);
  const spans = new Map(
    [...pieces].map(([key, { length }], i) => [key, starts[i]!.map((start) => ({ start, end: start + length }))]),
  );
  return keys.map((key) => spans.get(key) ?? []);
}
