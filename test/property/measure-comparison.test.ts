import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { descendantsOf } from '../../src/codebook/tree.js';
import { byColumn, ofTwoCodes } from '../../src/measure/comparison.js';
import { addToFrequency, createFrequency } from '../../src/measure/frequency.js';
import { finishFrequency } from '../../src/measure/frequency-finish.js';
import {
  type Incident,
  type IncidentTally,
  addToIncidents,
  createIncidents,
  mergeIncidents,
} from '../../src/measure/incident.js';
import type { Quotation } from '../../src/measure/quotation.js';
import type { CodedSource } from '../../src/measure/coded-source.js';
import { codebookOf } from '../unit/measure/build.js';
import { CODES, TREE, anyStudy } from '../unit/measure/generate.js';

const codebook = codebookOf(TREE);
const anyBy = fc.constantFrom('case', 'source', 'speaker', 'role', 'field', 'type');
const anyGroups = fc.constantFrom(null, 'type');
const SEEDED = { seed: 7, numRuns: 300 };

/** Incidents of codes, added in two tallies. */
function incidentsOf(
  sources: readonly CodedSource[],
  codes: number[],
  by = 'case',
  groupBy: string | null = null,
  rollup = false,
) {
  const tallies = [sources.slice(0, 2), sources.slice(2)].map((part): IncidentTally => {
    const tally = createIncidents(codebook, { codes, by, groupBy, rollup });
    for (const source of part) addToIncidents(tally, source);
    return tally;
  });
  mergeIncidents(tallies[0]!, tallies[1]!);
  return tallies[0]!;
}

describe('the incidents of a code', () => {
  it('say which of the codes below it they have, where these count as its own', () => {
    fc.assert(
      fc.property(anyStudy, fc.nat(CODES - 1), (sources, code) => {
        const family = [code, ...descendantsOf(codebook, code)];
        const { incidents } = incidentsOf(sources, [code], 'case', null, true);
        const laid = incidentsOf(sources, family).incidents.map(({ quotation }) => quotation);
        for (const { quotation } of incidents) {
          const here = laid.filter((one) =>
            (['source', 'start', 'end'] as const).every((key) => one[key] === quotation[key]),
          );
          const ids = family.map((each) => codebook.codes[each]!.id);
          expect(quotation.code).toBe(ids[0]);
          expect(quotation.applied).toEqual(ids.filter((id) => here.some((one) => one.code === id)));
          expect(here.length).toBeGreaterThan(0);
        }
        const places = new Set(laid.map(({ source, start, end }) => `${source} ${start} ${end}`));
        expect(incidents).toHaveLength(places.size);
      }),
      SEEDED,
    );
  });

  it('are in each column and group as many as the frequency table counts', () => {
    fc.assert(
      fc.property(anyStudy, anyBy, anyGroups, fc.nat(CODES - 1), fc.boolean(), (sources, by, groupBy, code, rollup) => {
        const tally = createFrequency(codebook, { by, groupBy, rollup, needs: {} });
        for (const source of sources) addToFrequency(tally, source);
        const { incidents } = incidentsOf(sources, [code], by, groupBy, rollup);
        const groups = byColumn(incidents, tally.labels, finishFrequency(tally, codebook, ['provider']), code);
        let shown = 0;
        for (const { columns, total } of groups) {
          for (const { segments, cases, incidents: own } of columns) {
            expect(own).toHaveLength(segments ?? 0);
            expect(new Set(own.map(({ quotation }) => quotation.case)).size).toBe(cases ?? 0);
          }
          const here = columns.reduce((sum, { incidents: own }) => sum + own.length, 0);
          expect(here).toBe(total.segments ?? 0);
          shown += here;
        }
        expect(shown).toBe(incidents.length);
      }),
      SEEDED,
    );
  });
});

describe('the incidents of two codes', () => {
  const place = ({ quotation: { source, start, end } }: Incident): string => `${source} ${start} ${end}`;

  /** White space may be closed up where a keyword begins. */
  const wordsOf = ({ pieces }: Quotation): string =>
    pieces
      .map(({ text }) => text)
      .join('')
      .replace(/\s/g, '');

  it('are each shown once: with both where the segments are the same, else alone, and say what they overlap', () => {
    fc.assert(
      fc.property(anyStudy, fc.nat(CODES - 1), fc.nat(CODES - 1), (sources, one, other) => {
        fc.pre(one !== other);
        const { incidents } = incidentsOf(sources, [one, other]);
        const [first, second] = [TREE[one]![0], TREE[other]![0]];
        const of = (code: string) => incidents.filter(({ quotation }) => quotation.code === code);
        const places = [first, second].map((code) => new Set(of(code).map(place)));
        const found = ofTwoCodes(incidents, first, second);
        expect(found.both.map(place)).toEqual(
          of(first)
            .map(place)
            .filter((each) => places[1]!.has(each)),
        );
        const sides = [
          [found.first, of(first), places[1]!, of(second)],
          [found.second, of(second), places[0]!, of(first)],
        ] as const;
        for (const [alone, own, elsewhere, others] of sides) {
          expect(alone.map(place)).toEqual(own.map(place).filter((each) => !elsewhere.has(each)));
          for (const { quotation } of alone) {
            const meets = others.some(
              ({ quotation: { source, start, end } }) =>
                source === quotation.source && Math.max(start, quotation.start) < Math.min(end, quotation.end),
            );
            expect(quotation.overlaps).toEqual(meets ? [others[0]!.quotation.code] : []);
          }
        }
        for (const { quotation } of found.both) {
          expect(quotation.under?.map(({ code }) => code)).toEqual([first, second]);
          for (const each of quotation.under!) expect(wordsOf(each)).toBe(wordsOf(quotation));
          const marked = ({ pieces }: Quotation): boolean => pieces.some((piece) => piece.marked);
          expect(marked(quotation)).toBe(quotation.under!.some(marked));
        }
      }),
      SEEDED,
    );
  });
});
