import type { Codebook } from '../codebook/codebook.js';
import { byPlace, type LaidCoding, NOBODY } from '../coding/laid.js';
import type { Transcript } from '../text/transcript.js';
import type { Hit } from './hit.js';
import { segmenterOf } from './segment.js';

/**
 * Lays each code over the segments that hold its hits: one coding for each segment and code, in text order (start,
 * end, code).
 *
 * @param hits what the matcher found, in text order
 */
export function autocode(hits: readonly Hit[], transcript: Transcript, codebook: Codebook): LaidCoding[] {
  const segment = segmenterOf(transcript);
  const codings = hits.map((hit): Draft => {
    const { start, end } = segment(hit, codebook.codes[hit.code]!.rules[hit.rule]!.segment);
    return { start, end, code: hit.code, hits: [hit], coders: NOBODY };
  });
  return joinEqual(codings.sort(byPlace));
}

/** A coding that may still take in more hits. */
type Draft = LaidCoding & { readonly hits: Hit[] };

/** Joins neighbours of one segment and code. */
function joinEqual(codings: readonly Draft[]): LaidCoding[] {
  const joined: Draft[] = [];
  for (const coding of codings) {
    const last = joined.at(-1);
    if (last !== undefined && last.start === coding.start && last.end === coding.end && last.code === coding.code) {
      last.hits.push(...coding.hits);
    } else {
      joined.push(coding);
    }
  }
  return joined;
}
