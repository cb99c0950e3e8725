import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parseCodebook } from '../../../src/codebook/parse.js';
import { type HitRowOptions, hitHeader, hitRows, labelsOf } from '../../../src/report/hit-rows.js';
import { autocode } from '../../../src/match/autocode.js';
import { compileMatcher } from '../../../src/match/matcher.js';
import type { CodedSource } from '../../../src/measure/coded-source.js';
import { parseTranscript } from '../../../src/text/parse.js';
import { encode } from '../../../src/text/utf8.js';

const codebook = parseCodebook(
  'codes:\n  - id: a\n    keywords: [{any: apple, segment: turn}]\n  - id: p\n    keywords: [pear]\n',
  'c',
).value!;
const match = compileMatcher(codebook, { stem: (word) => word, run: () => [] });
const CSV: HitRowOptions = { format: 'csv', raw: false, codes: null };

function coded(text: string, changes: Partial<CodedSource> = {}): CodedSource {
  const transcript = parseTranscript('s.txt', encode(text), {
    file: 's.txt',
    speakers: { R: {}, Q: { role: 'interviewer' } },
  }).value!;
  return {
    transcript,
    case: 'C',
    attributes: {},
    codings: autocode(match(transcript), transcript, codebook),
    lookedAt: () => true,
    included: () => true,
    turnAttribute: () => undefined,
    personal: new Set(),
    ...changes,
  };
}

const rows = (source: CodedSource, options: HitRowOptions = CSV) =>
  [...hitRows(source, labelsOf(codebook), options)].join('');
const cells = (csv: string): string[][] => parse(csv);

describe('rows of hits', () => {
  it('stand in text order, those of the codes wanted only', () => {
    const source = coded('R: pear, apple, pear.\n');
    expect(cells(rows(source)).map((row) => row[3])).toEqual(['p', 'a', 'p']);
    expect(cells(rows(source, { ...CSV, codes: [0] })).map((row) => row[3])).toEqual(['a']);
  });

  it('leave out turns that are not included', () => {
    const source = coded('Q: apple?\nR: apple.\n', { included: ({ role }) => role !== 'interviewer' });
    expect(cells(rows(source)).map((row) => row[2])).toEqual(['R']);
  });

  it('withhold the words of whoever did not consent, also where they name the rule', () => {
    const csv = rows(coded('R: apple.\n', { quotable: () => false }));
    const [row] = cells(csv);
    for (const column of [4, 8, 11]) expect(row![column]).toBe('[withheld: no consent to quote]');
    expect(csv).not.toContain('apple');
  });

  it('guard what a spreadsheet would run, unless raw; JSON is never altered', () => {
    const source = coded('R:\n=apple(1)\n');
    expect(cells(rows(source))[0]![11]).toBe("'=apple(1)");
    expect(cells(rows(source, { ...CSV, raw: true }))[0]![11]).toBe('=apple(1)');
    expect(JSON.parse(rows(source, { ...CSV, format: 'jsonl' })).segment).toBe('=apple(1)');
  });

  it('say where words stand, so that slices of the text give them again', () => {
    const word = fc.constantFrom('apple', 'pear', ' ', '"', ',', '\n', '𠮷', '中', '’', '=', '\n\n');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = `R: ${words.join('')}`;
        const points = [...text];
        const lines = text.split('\n');
        const header = hitHeader(CSV).trim().split(',');
        for (const row of cells(rows(coded(text), { ...CSV, raw: true }))) {
          const cell = (name: string): string => row[header.indexOf(name)]!;
          expect(points.slice(+cell('start'), +cell('end')).join('')).toBe(cell('match'));
          expect(points.slice(+cell('segment_start'), +cell('segment_end')).join('')).toBe(cell('segment'));
          expect(lines[+cell('line') - 1]).toContain(cell('match'));
        }
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
