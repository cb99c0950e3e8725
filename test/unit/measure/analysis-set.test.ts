import { describe, expect, it } from '@jest/globals';
import { type LaidCoding, NOBODY } from '../../../src/coding/laid.js';
import type { PlacedLog } from '../../../src/coding/placed.js';
import {
  type AnalysisSet,
  defaultSet,
  definitionOf,
  layCodings,
  lookedAt,
  nameOf,
} from '../../../src/measure/analysis-set.js';

const codeOf = new Map([
  ['trust', 0],
  ['fear', 1],
  ['logic', 2],
]);
const rule = (start: number, code: number): LaidCoding => ({
  start,
  end: start + 10,
  code,
  hits: [{ start: start + 1, end: start + 3, code, rule: 0 }],
  coders: NOBODY,
});
const log = (
  coder: string,
  codings: [number, string][],
  verdicts: [number, string, 'accept' | 'reject'][] = [],
): PlacedLog => ({
  coder,
  codings: codings.map(([start, code], i) => ({
    id: `${coder}${i}`,
    source: 's',
    segment: { start, end: start + 10 },
    code,
    by: { coder, at: '' },
    memo: `${coder} on ${code}`,
  })),
  verdicts: verdicts.map(([start, code, verdict]) => ({ segment: { start, end: start + 10 }, code, verdict, at: '' })),
  seen: [],
  doubtful: [],
  diagnostics: [],
});

const rules = [rule(0, 0), rule(0, 1), rule(20, 0), rule(40, 1)];
const ann = log(
  'ann',
  [
    [0, 'trust'],
    [60, 'logic'],
  ],
  [
    [20, 'trust', 'accept'],
    [40, 'fear', 'reject'],
  ],
);
const ben = log(
  'ben',
  [
    [60, 'logic'],
    [40, 'fear'],
  ],
  [
    [0, 'fear', 'accept'],
    [20, 'trust', 'reject'],
  ],
);
const adjudicated = log('adjudicated', [[60, 'logic']], [[0, 'trust', 'accept']]);

/** start, code, how many hits, who */
const lay = (set: AnalysisSet, logs = [ann, ben, adjudicated]): string[] =>
  layCodings(rules, logs, set, codeOf).map(
    ({ start, code, hits, coders }) => `${start} ${code} ${hits.length} ${coders.join('+')}`,
  );

describe('an analysis set', () => {
  it('rules: every keyword coding, whatever coders said', () => {
    expect(lay({ kind: 'rules' })).toEqual(['0 0 1 ', '0 1 1 ', '20 0 1 ', '40 1 1 ']);
    expect(layCodings(rules, [], { kind: 'all' }, codeOf)).toBe(rules);
  });

  it('coder: her codings and the hits that she accepted; other hits do not count, also under her coding', () => {
    expect(lay({ kind: 'coder', coder: 'ann' })).toEqual(['0 0 0 ann', '20 0 1 ann', '60 2 0 ann']);
  });

  it('manual: all coders’ codings and the hits that anybody accepted', () => {
    expect(lay({ kind: 'manual' }, [ann, ben])).toEqual([
      '0 0 0 ann',
      '0 1 1 ben',
      '20 0 1 ann',
      '40 1 0 ben',
      '60 2 0 ann+ben',
    ]);
  });

  it('all: every hit that nobody rejected, and all coders’ codings; segment and code count once', () => {
    expect(lay({ kind: 'all' }, [ann, ben])).toEqual(['0 0 1 ann', '0 1 1 ben', '40 1 0 ben', '60 2 0 ann+ben']);
  });

  it('adjudicated: what was agreed on', () => {
    expect(lay({ kind: 'adjudicated' })).toEqual(['0 0 1 adjudicated', '60 2 0 adjudicated']);
  });

  it('manual and all: the coders’, of whom the one of adjudicated codings is none', () => {
    const elsewhere = log('adjudicated', [[80, 'logic']], [[40, 'fear', 'reject']]);
    for (const kind of ['manual', 'all'] as const)
      expect(lay({ kind }, [ann, ben, elsewhere])).toEqual(lay({ kind }, [ann, ben]));
    expect(lookedAt([{ log: elsewhere, looked: null }], { kind: 'manual' }, () => false)(2)).toBe(false);
  });

  it('keeps an accepted coding when its rule has gone', () => {
    const gone = layCodings([], [ann], { kind: 'coder', coder: 'ann' }, codeOf);
    expect(gone.map(({ start, hits }) => [start, hits.length])).toEqual([
      [0, 0],
      [20, 0],
      [60, 0],
    ]);
  });

  it('carries memos', () => {
    const both = layCodings(rules, [ann, ben], { kind: 'manual' }, codeOf).at(-1)!;
    expect(both.memos).toEqual(['ann on logic', 'ben on logic']);
  });

  it('has a name and a definition of its own', () => {
    const sets: AnalysisSet[] = [
      { kind: 'rules' },
      { kind: 'manual' },
      { kind: 'all' },
      { kind: 'adjudicated' },
      { kind: 'coder', coder: 'ann' },
    ];
    expect(new Set(sets.map(nameOf)).size).toBe(5);
    expect(new Set(sets.map(definitionOf)).size).toBe(5);
    expect(nameOf({ kind: 'rules' })).toBe('keyword hits');
  });

  it('is chosen for a study without asking only where there is no choice', () => {
    expect(defaultSet([])).toEqual({ kind: 'rules' });
    expect(defaultSet(['ann'])).toEqual({ kind: 'coder', coder: 'ann' });
    expect(defaultSet(['ann', 'adjudicated', 'ben'])).toEqual({ kind: 'adjudicated' });
    expect(defaultSet(['ann', 'ben'])).toBeNull();
  });
});

describe('whether somebody looked', () => {
  const ran = (code: number): boolean => code < 2;
  const looked = (logs: PlacedLog[], set: AnalysisSet): boolean[] =>
    [0, 1, 2].map(
      lookedAt(
        logs.map((one) => ({ log: one, looked: null })),
        set,
        ran,
      ),
    );

  it('is true of codes with rules where rules are in the set, and of all codes where a coder of the set worked', () => {
    expect(looked([], { kind: 'rules' })).toEqual([true, true, false]);
    expect(looked([ann], { kind: 'rules' })).toEqual([true, true, false]);
    expect(looked([ann], { kind: 'all' })).toEqual([true, true, true]);
    expect(looked([], { kind: 'manual' })).toEqual([false, false, false]);
    expect(looked([ann], { kind: 'coder', coder: 'ben' })).toEqual([false, false, false]);
    expect(looked([ann], { kind: 'coder', coder: 'ann' })).toEqual([true, true, true]);
  });

  it('is true of a coder who saw units and found nothing, and false of an empty log', () => {
    const event = {
      event: 'seen',
      id: 's',
      at: '',
      unit: { kind: 'turn', start: 0, end: 1, digest: '' },
      codebook: '',
    } as const;
    expect(looked([{ ...log('ann', []), seen: [event] }], { kind: 'manual' })).toEqual([true, true, true]);
    expect(looked([log('ann', [])], { kind: 'manual' })).toEqual([false, false, false]);
  });

  it('is true, where units were marked as seen, of the codes that were looked for, and those whose rules ran', () => {
    const event = { event: 'seen' } as PlacedLog['seen'][number];
    const marked = { ...log('ann', []), seen: [event] };
    const found = (logs: PlacedLog[], set: AnalysisSet): boolean[] =>
      [0, 1, 2].map(
        lookedAt(
          logs.map((one) => ({ log: one, looked: one === marked ? new Set([1]) : null })),
          set,
          ran,
        ),
      );
    expect(found([marked], { kind: 'manual' })).toEqual([false, true, false]);
    expect(found([marked], { kind: 'all' })).toEqual([true, true, false]);
    expect(found([marked, ben], { kind: 'manual' })).toEqual([true, true, true]);
    expect(found([marked, ben], { kind: 'coder', coder: 'ann' })).toEqual([false, true, false]);
  });
});
