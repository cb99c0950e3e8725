import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type LaidCoding, byPlace } from '../../src/coding/laid.js';
import type { CodedSource } from '../../src/measure/coded-source.js';
import { addToExamples, createExamples, mergeExamples, selectExamples } from '../../src/measure/examples.js';
import type { Quotation } from '../../src/measure/quotation.js';
import { codebookOf, sourceOf } from '../unit/measure/build.js';

const codebook = codebookOf([['trust'], ['fear'], ['hope']]);
const CASES = ['A', 'B', 'C', 'D', 'E'];
/** Columns are not in code-point order; E has none. */
const COLUMNS = ['D', 'A', 'C', 'B'];

/** A turn is one line of Latin letters or of Han, so that its width is plain: one column a letter, two a character. */
const turn = fc.record({
  speaker: fc.constantFrom('R', 'S'),
  text: fc.oneof(
    fc.integer({ min: 1, max: 340 }).map((n) => 'x'.repeat(n)),
    fc.integer({ min: 1, max: 170 }).map((n) => '信'.repeat(n)),
  ),
  codes: fc.subarray([0, 1, 2]),
  hand: fc.boolean(),
});

const study: fc.Arbitrary<CodedSource[]> = fc
  .array(
    fc.record({
      ofCase: fc.constantFrom(...CASES),
      silent: fc.boolean(),
      turns: fc.array(turn, { minLength: 1, maxLength: 5 }),
    }),
    { maxLength: 9 },
  )
  .map((sources) =>
    sources.map(({ ofCase, silent, turns }, index) => {
      const bare = sourceOf(`s${index}.txt`, { said: turns });
      const codings = bare.transcript.turns.flatMap(({ speech, end }, i): LaidCoding[] =>
        turns[i]!.codes.map((code) => ({
          start: speech,
          end: end - 2,
          code,
          hits: turns[i]!.hand ? [] : [{ start: speech, end: speech + 1, code, rule: 0 }],
          coders: turns[i]!.hand ? ['ann'] : [],
        })),
      );
      return {
        ...bare,
        case: ofCase,
        codings: codings.sort(byPlace),
        quotable: ({ speaker }) => !silent || speaker !== 'S',
      };
    }),
  );

/** What may be quoted of a code, written down in full. */
interface Candidate {
  readonly case: string;
  readonly key: readonly [rank: number, misfit: number, source: string, start: number];
}

function candidatesOf(sources: readonly CodedSource[], code: number): Candidate[] {
  return sources.flatMap((source) => {
    const { text, turns, source: name } = source.transcript;
    return source.codings
      .filter((one) => one.code === code)
      .flatMap(({ start, end, coders }) => {
        const holder = turns.find((one) => one.speech <= start && end <= one.end)!;
        if (!source.quotable!(holder)) return [];
        const words = new TextDecoder().decode(text.subarray(start, end));
        const width = words.startsWith('x') ? words.length : 2 * words.length;
        const misfit = width < 40 ? 40 - width : Math.max(0, width - 280);
        // Every name is as long as the next, and all are ASCII; bytes before the coding say how many characters.
        const characters = new TextDecoder().decode(text.subarray(0, start)).length;
        return [{ case: source.case, key: [coders.length > 0 ? 0 : 1, misfit, name, characters] as const }];
      });
  });
}

const before = (a: Candidate, b: Candidate): number => {
  for (let i = 0; i < a.key.length; i++) if (a.key[i] !== b.key[i]) return a.key[i]! < b.key[i]! ? -1 : 1;
  return 0;
};
const columnOf = (name: string): number => (COLUMNS.includes(name) ? COLUMNS.indexOf(name) : COLUMNS.length);

/** One quotation after another: the case with the fewest of this code, then of the codes before, then the first column. */
function naive(sources: readonly CodedSource[], limit: number): Candidate[][] {
  const quoted: Record<string, number> = {};
  return codebook.codes.map((_, code) => {
    const left = candidatesOf(sources, code).sort(before);
    const chosen: Candidate[] = [];
    while (chosen.length < limit && left.length > 0) {
      const taken = (name: string): number => chosen.filter((one) => one.case === name).length;
      const next = [...new Set(left.map((one) => one.case))].sort(
        (a, b) => taken(a) - taken(b) || (quoted[a] ?? 0) - (quoted[b] ?? 0) || columnOf(a) - columnOf(b),
      )[0]!;
      chosen.push(
        ...left.splice(
          left.findIndex((one) => one.case === next),
          1,
        ),
      );
    }
    for (const one of chosen) quoted[one.case] = (quoted[one.case] ?? 0) + 1;
    return chosen.sort((a, b) => columnOf(a.case) - columnOf(b.case) || before(a, b));
  });
}

function select(parts: readonly (readonly CodedSource[])[], limit: number): Quotation[][] {
  const [whole, ...rest] = parts.map((sources) => {
    const tally = createExamples(codebook, limit);
    for (const source of sources) addToExamples(tally, source);
    return tally;
  });
  for (const tally of rest) mergeExamples(whole!, structuredClone(tally));
  return selectExamples(whole!, COLUMNS);
}

const limits = fc.integer({ min: 1, max: 7 });
const place = ({ case: name, source, start }: Quotation): unknown[] => [name, source, start];

describe('the examples of a report', () => {
  it('are those of the rule as it is printed', () => {
    fc.assert(
      fc.property(study, limits, (sources, limit) => {
        const expected = naive(sources, limit).map((list) => list.map((one) => [one.case, one.key[2], one.key[3]]));
        expect(select([sources], limit).map((list) => list.map(place))).toEqual(expected);
      }),
      { seed: 11, numRuns: 600 },
    );
  });

  it('are the same in whatever order and in however many parts the sources come', () => {
    const parted = study.chain((sources) =>
      fc.record({
        sources: fc.constant(sources),
        mixed: fc.shuffledSubarray(sources, { minLength: sources.length }),
        cuts: fc.array(fc.nat(sources.length), { maxLength: 3 }),
      }),
    );
    fc.assert(
      fc.property(parted, limits, ({ sources, mixed, cuts }, limit) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), mixed.length];
        const parts = edges.slice(1).map((edge, i) => mixed.slice(edges[i], edge));
        expect(select(parts, limit)).toEqual(select([sources], limit));
      }),
      { seed: 12, numRuns: 300 },
    );
  });

  it('are spread: a case has two more than another only where the other has no more to give', () => {
    fc.assert(
      fc.property(study, limits, (sources, limit) => {
        select([sources], limit).forEach((list, code) => {
          const all = candidatesOf(sources, code);
          expect(list).toHaveLength(Math.min(limit, all.length));
          const count = (name: string): number => list.filter((one) => one.case === name).length;
          for (const one of CASES) {
            for (const other of CASES) {
              const exhausted = count(other) === all.filter((candidate) => candidate.case === other).length;
              if (!exhausted) expect(count(one) - count(other)).toBeLessThanOrEqual(1);
            }
          }
        });
      }),
      { seed: 13, numRuns: 300 },
    );
  });

  it('never quote who did not consent', () => {
    fc.assert(
      fc.property(study, limits, (sources, limit) => {
        const silent = new Set(
          sources.filter((one) => !one.quotable!({ speaker: 'S' } as never)).map(({ transcript }) => transcript.source),
        );
        for (const { source, speaker } of select([sources], limit).flat())
          expect(silent.has(source) && speaker === 'S').toBe(false);
      }),
      { seed: 14 },
    );
  });
});
