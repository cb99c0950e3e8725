import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileMatcher } from '../../src/match/matcher.js';
import type { RunExpression } from '../../src/match/expression.js';
import { codebook, transcript } from './random-study.js';
import { referenceHits } from './reference-matcher.js';

const run: RunExpression = ({ pattern, flags }, texts) =>
  texts.flatMap((text, index) =>
    [...text.matchAll(new RegExp(pattern, `${flags}g`))].flatMap((match) => [
      index,
      match.index,
      match.index + match[0].length,
    ]),
  );

/** How many random pairs are tried; the environment may ask for more. */
const RUNS = Number(process.env['QCODE_PROPERTY_RUNS'] ?? 3000);

describe('the compiled matcher', () => {
  it('finds what the reference matcher finds, offsets included, on any codebook and text', () => {
    fc.assert(
      fc.property(codebook, transcript, (book, source) => {
        const matcher = compileMatcher(book, { stem: (word) => word, run });
        expect(matcher(source)).toEqual(referenceHits(book, source));
      }),
      { seed: 20261122, numRuns: RUNS },
    );
  });
});
