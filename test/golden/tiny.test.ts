import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Codebook } from '../../src/codebook/codebook.js';
import { parseCodebook } from '../../src/codebook/parse.js';
import { anchoringOf } from '../../src/coding/anchoring.js';
import { foldEvents } from '../../src/coding/fold.js';
import { parseLog } from '../../src/coding/log.js';
import { type PlacedLog, placeLog } from '../../src/coding/placed.js';
import { autocode } from '../../src/match/autocode.js';
import { compileMatcher } from '../../src/match/matcher.js';
import { layCodings, lookedAt } from '../../src/measure/analysis-set.js';
import { jaccard } from '../../src/measure/association/jaccard.js';
import type { CodedSource } from '../../src/measure/coded-source.js';
import { addToCooccurrence, createCooccurrence } from '../../src/measure/cooccurrence.js';
import { finishCooccurrence } from '../../src/measure/cooccurrence-finish.js';
import { cooccurrenceMatrix } from '../../src/measure/cooccurrence-matrix.js';
import type { Cooccurrence, MeetingPlace } from '../../src/measure/cooccurrence-types.js';
import { addToFrequency, createFrequency } from '../../src/measure/frequency.js';
import { finishFrequency } from '../../src/measure/frequency-finish.js';
import { type Scale, frequencyMatrix } from '../../src/measure/frequency-matrix.js';
import type { Counting } from '../../src/measure/frequency-types.js';
import { parseTranscript } from '../../src/text/parse.js';

/* Every number here is derived in tiny/README.md. */

const folder = join('test', 'golden', 'tiny');
const read = (path: string): Buffer => readFileSync(join(folder, path));
const TYPE: Readonly<Record<string, string>> = { A1: 'provider', A2: 'provider', D1: 'government' };

let codebook: Codebook;
let sources: CodedSource[];

beforeAll(() => {
  codebook = parseCodebook(read('codebook.yaml').toString(), 'codebook.yaml').value!;
  const codeOf = new Map(codebook.codes.map(({ id }, index) => [id, index]));
  const match = compileMatcher(codebook, { stem: (word: string) => word, run: () => [] } as never);
  const ran = (code: number): boolean => codebook.codes[code]!.rules.length > 0;
  sources = readdirSync(join(folder, 'transcripts'))
    .sort()
    .map((name) => {
      const transcript = parseTranscript(name, read(`transcripts/${name}`), { file: name }).value!;
      const logs = name === 'A2-1.txt' ? [logOf(transcript.text, new Set(codeOf.keys()))] : [];
      const rules = autocode(match(transcript), transcript, codebook);
      return {
        transcript,
        case: transcript.header.case!,
        attributes: { type: TYPE[transcript.header.case!]! },
        codings: layCodings(rules, logs, { kind: 'all' }, codeOf),
        lookedAt: lookedAt(
          logs.map((log) => ({ log, looked: null })),
          { kind: 'all' },
          ran,
        ),
        included: (turn) => turn.role !== 'interviewer',
        turnAttribute: () => undefined,
        personal: new Set<string>(),
      };
    });
});

function logOf(text: Uint8Array, codes: ReadonlySet<string>): PlacedLog {
  const file = 'codings/mchan/transcripts/A2-1.txt.jsonl';
  const events = parseLog(read(file).toString(), file);
  const placed = placeLog(
    foldEvents(events.value!),
    { coder: 'mchan', source: 'A2-1.txt', file },
    anchoringOf(text),
    codes,
  );
  expect([...events.diagnostics, ...placed.diagnostics]).toEqual([]);
  return placed;
}

function frequencyOf(rollup = false) {
  const needs = { hits: true, sources: true, words: true, paragraphs: true };
  const tally = createFrequency(codebook, { by: 'case', groupBy: 'type', rollup, needs });
  for (const source of sources) addToFrequency(tally, source);
  return finishFrequency(tally, codebook, ['provider', 'government']);
}

/** Rows F, L, R, A, K; columns A1, A2, total, D1. */
function cells(counting: Counting, { scale = { kind: 'count' } as Scale, rollup = false } = {}) {
  return frequencyMatrix(frequencyOf(rollup), { counting, scale }).cells.map((row) => row.slice(0, 4));
}

function cooccurrenceOf(unit: MeetingPlace, rollup = false): Cooccurrence {
  const tally = createCooccurrence(codebook, { unit, rollup, units: true });
  for (const source of sources) addToCooccurrence(tally, source);
  return finishCooccurrence(tally, codebook);
}

describe('frequency in the tiny study', () => {
  it('segments', () => {
    expect(cells('segments')).toEqual([
      [4, 1, 5, 1],
      [1, 1, 2, 1],
      [0, 1, 1, 1],
      [3, 1, 4, 0],
      [null, 1, 1, null],
    ]);
  });

  it('hits', () => {
    expect(cells('hits')).toEqual([
      [4, 2, 6, 1],
      [2, 1, 3, 2],
      [0, 2, 2, 1],
      [3, 1, 4, 0],
      [null, null, null, null],
    ]);
  });

  it('sources', () => {
    expect(cells('sources')).toEqual([
      [2, 1, 3, 1],
      [1, 1, 2, 1],
      [0, 1, 1, 1],
      [2, 1, 3, 0],
      [null, 1, 1, null],
    ]);
  });

  it('cases, of how many looked at', () => {
    expect(cells('cases').map((row) => row[2])).toEqual([2, 2, 1, 2, 1]);
    expect(frequencyOf().groups[0]!.total.casesLookedAt).toEqual([2, 2, 2, 2, 1]);
  });

  it('words', () => {
    expect(cells('words')).toEqual([
      [27, 10, 37, 5],
      [12, 10, 22, 6],
      [0, 10, 10, 5],
      [15, 6, 21, 0],
      [null, 5, 5, null],
    ]);
  });

  it('words, paragraphs, sources and cases of the columns', () => {
    const { columns, groups } = frequencyOf();
    expect(columns.map(({ base }) => [base.words, base.paragraphs, base.sources, base.cases])).toEqual([
      [35, 4, 2, 1],
      [26, 2, 1, 1],
      [11, 2, 1, 1],
    ]);
    expect(groups[0]!.total.base).toMatchObject({ words: 61, paragraphs: 6, sources: 3, cases: 2 });
  });

  it('segments per 1,000 words, pooled and as the mean of the cases', () => {
    const { cells: rates } = frequencyMatrix(frequencyOf(), {
      counting: 'segments',
      scale: { kind: 'per', size: 1000, of: 'words' },
      means: true,
    });
    expect(rates[0]!.slice(0, 3)).toEqual([4000 / 35, 1000 / 26, 5000 / 61]);
    expect(rates[0]![3]).toBeCloseTo((4000 / 35 + 1000 / 26) / 2, 10);
  });

  it('rolled up, distinct by span', () => {
    expect(cells('segments', { rollup: true })[0]).toEqual([4, 1, 5, 2]);
    expect(cells('hits', { rollup: true })[0]).toEqual([6, 3, 9, 3]);
    expect(cells('segments', { rollup: true }).slice(1)).toEqual(cells('segments').slice(1));
  });
});

describe('co-occurrence in the tiny study', () => {
  it('by sentence', () => {
    const table = cooccurrenceOf('sentence');
    expect(table.units).toBe(14);
    expect(cooccurrenceMatrix(table, 'both').cells).toEqual([
      [6, null, 2, 1, 0],
      [null, 3, 1, 0, 0],
      [2, 1, 2, 0, 0],
      [1, 0, 0, 4, 0],
      [0, 0, 0, 0, 1],
    ]);
    expect(cooccurrenceMatrix(table, 'sameWords').cells[0]).toEqual([null, null, 2, 0, 0]);
    expect(
      cooccurrenceMatrix(table, 'sameWords')
        .cells.flat()
        .filter((count) => count! > 0),
    ).toEqual([2, 2]);
    expect(cooccurrenceMatrix(table, 'cases').cells[0]).toEqual([3, null, 2, 1, 0]);
    expect(cooccurrenceMatrix(table, jaccard).cells[0]).toEqual([1, null, 1 / 3, 1 / 9, 0]);
    expect(table.pair(1, 2)).toEqual({ both: 1, sameWords: 0, cases: 1, first: 3, second: 2 });
  });

  it('by sentence, rolled up', () => {
    const table = cooccurrenceOf('sentence', true);
    expect(cooccurrenceMatrix(table, 'both').cells[0]).toEqual([7, null, 2, 1, 0]);
    expect(table.pair(0, 1).blank).toBe('related');
  });

  it('by paragraph', () => {
    const table = cooccurrenceOf('paragraph');
    expect(table.units).toBe(8);
    expect(cooccurrenceMatrix(table, 'both').cells).toEqual([
      [5, null, 2, 2, 0],
      [null, 3, 1, 1, 0],
      [2, 1, 2, 1, 0],
      [2, 1, 1, 3, 0],
      [0, 0, 0, 0, 1],
    ]);
    expect(table.pair(0, 2).sameWords).toBe(2);
  });

  it('by case', () => {
    const table = cooccurrenceOf('case');
    expect(table.units).toBe(3);
    expect(cooccurrenceMatrix(table, 'both').cells).toEqual([
      [3, null, 2, 2, 1],
      [null, 3, 2, 2, 1],
      [2, 2, 2, 1, 1],
      [2, 2, 1, 2, 1],
      [1, 1, 1, 1, 1],
    ]);
    expect(table.pair(0, 2).sameWords).toBe(2);
  });
});
