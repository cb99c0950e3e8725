import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bindQuery } from '../../../../src/measure/query/bind.js';
import { evaluator } from '../../../../src/measure/query/evaluate.js';
import { isKnown, selectableCodes } from '../../../../src/measure/query/known.js';
import { parseQuery } from '../../../../src/measure/query/parse.js';
import { codebookOf } from '../build.js';
import { CODES, TREE, anyStudy } from '../generate.js';

const codebook = codebookOf(TREE);

function root(text: string) {
  return bindQuery(parseQuery(text).value!, text, codebook).value!.root;
}

/** The ids of some codes. */
function ids(test: (code: number) => boolean): string {
  return codebook.codes
    .filter((_, code) => test(code))
    .map(({ id }) => id)
    .join('');
}

const QUERIES: readonly (readonly [query: string, selectable: string, known: string])[] = [
  ['a', 'a', 'a'],
  ['a or b', 'ab', 'ab'],
  ['a precedes b', 'a', 'a'],
  // Nobody looked for e.
  ['a precedes e', 'a', ''],
  ['a and not e', 'a', ''],
  ['e precedes a', 'e', ''],
  ['a near (b or e)', 'a', ''],
  ['a near *', 'a', 'a'],
  ['b or a precedes e', 'ab', ''],
  ['speaker = R', 'abcde', 'abcd'],
  ['a and speaker = R', 'a', 'a'],
  ['(speaker = R) and a', 'a', 'a'],
  ['speaker = R or a', 'abcde', 'abcd'],
  ['not a', 'abcde', 'abcd'],
  ['not e', 'abcde', ''],
  ['not speaker = R', 'abcde', 'abcd'],
  ['(a or b) co-occurs c', 'ab', 'ab'],
];

describe('what a 0 means under a query', () => {
  it.each(QUERIES)('%s can select %s; a 0 is known of %p', (query, selectable, known) => {
    const bound = root(query);
    const codes = selectableCodes(bound);
    expect(ids((code) => codes?.has(code) ?? true)).toBe(selectable);
    expect(ids((code) => isKnown(bound, code, (one) => codebook.codes[one]!.id !== 'e'))).toBe(known);
  });

  it('no coding of a code that cannot be selected ever is', () => {
    const tools = { unit: 'turn', found: () => [], inMemo: () => false, holds: () => true } as const;
    let selected = 0;
    fc.assert(
      fc.property(anyStudy, fc.constantFrom(...QUERIES), (study, [query]) => {
        const bound = root(query);
        const codes = selectableCodes(bound) ?? new Set(Array.from({ length: CODES }, (_, code) => code));
        for (const source of study) {
          const chosen = evaluator(source, tools)(bound);
          source.codings.forEach(({ code }, i) => {
            if (chosen[i] !== 1) return;
            selected++;
            expect(codes.has(code)).toBe(true);
          });
        }
      }),
      { numRuns: 300, seed: 8 },
    );
    expect(selected).toBeGreaterThan(200);
  });
});
