import { beforeAll, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { Converter } from 'opencc-js/t2cn';
import { qcode } from '../cli/run.js';
import { describeCorpus, filesOf, textOf } from './corpus.js';

/* Ten meetings in Traditional characters, coded by a codebook in Simplified ones, through the whole command. */

const CODEBOOK = 'test/corpora/welfare.yaml';
const simplified = Converter({ from: 'tw', to: 'cn' });
/** One character at a time, as keywords are compared; letters without case and width. */
const folded = (text: string): string =>
  [...text.normalize('NFKC')]
    .map((character) => simplified(character))
    .join('')
    .toLowerCase()
    .replace(/\s+/g, ' ');

interface Row {
  readonly source: string;
  readonly speaker: string;
  readonly code: string;
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly match: string;
  readonly segment_start: number;
  readonly segment_end: number;
  readonly segment: string;
}

describeCorpus('zh-tw-social-welfare', (folder) => {
  const run = (command: string, ...more: string[]) => {
    const { stdout, stderr, code } = qcode('.', [command, '--codebook', CODEBOOK, folder, ...more]);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    return stdout;
  };
  const table = (command: string, ...more: string[]): Record<string, string>[] =>
    parse(run(command, '--format', 'csv', ...more), { columns: true });
  const points = new Map(filesOf(folder, '.md').map((file) => [file, [...textOf(folder, file)]]));
  let hits: Row[];

  beforeAll(() => {
    hits = run('code', '--json')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Row);
  });

  it('every code is found, and every meeting has codes', () => {
    const frequency = table('frequency', '--count', 'hits');
    expect(frequency).toHaveLength(19);
    for (const row of frequency) expect(Number(row.total)).toBeGreaterThan(0);
    expect(new Set(hits.map(({ source }) => source)).size).toBe(10);
  });

  it('frequency counts the rows of code: hits, and distinct segments', () => {
    const byCode = (what: (row: Row) => string): Map<string, Set<string>> => {
      const sets = new Map<string, Set<string>>();
      for (const row of hits) sets.set(row.code, (sets.get(row.code) ?? new Set()).add(`${row.source} ${what(row)}`));
      return sets;
    };
    const spans = byCode(({ start, end }) => `${start} ${end}`);
    const segments = byCode(({ segment_start, segment_end }) => `${segment_start} ${segment_end}`);
    for (const { code, total } of table('frequency', '--count', 'hits'))
      expect([code, Number(total)]).toEqual([code, spans.get(code!)!.size]);
    for (const { code, total } of table('frequency'))
      expect([code, Number(total)]).toEqual([code, segments.get(code!)!.size]);
  });

  it('positions in code points cut the same words out of the files', () => {
    for (const { source, start, end, match, segment_start, segment_end, segment, line } of hits) {
      const text = points.get(source)!;
      expect(text.slice(start, end).join('')).toBe(match);
      expect(text.slice(segment_start, segment_end).join('')).toBe(segment);
      expect(segment_start <= start && end <= segment_end).toBe(true);
      expect(text.slice(0, start).filter((character) => character === '\n').length + 1).toBe(line);
    }
  });

  it('every match folds to a keyword of its rule, most of them written otherwise in the text', () => {
    let otherwise = 0;
    for (const { rule, match, source, start } of hits) {
      if (rule.startsWith('/')) expect(match).toMatch(/^第.+條/);
      else {
        const found = rule.split(' | ').some((keyword) => {
          const [bare, open] = [folded(keyword.replace(/^=|\*$/g, '')), keyword.endsWith('*')];
          return open ? folded(match).startsWith(bare) : folded(match) === bare;
        });
        expect([source, start, match, rule, found]).toEqual([source, start, match, rule, true]);
        if (!rule.split(' | ').includes(match)) otherwise++;
      }
    }
    expect(otherwise / hits.length).toBeGreaterThan(0.7);
  });

  it('a word written in full width is the same word, unless the keyword is taken as written', () => {
    const width = hits.filter(({ match }) => match === 'ＮＧＯ');
    expect(width.map(({ code, rule }) => [code, rule])).toEqual([
      ['团体', 'NGO*'],
      ['团体', 'NGO*'],
    ]);
  });

  it('Latin and Han in one keyword, and a phrase in either case', () => {
    const matches = new Set(hits.filter(({ code }) => code === '流通').map(({ match }) => match));
    expect(matches).toContain('key資料');
    expect(matches).toContain('Open資料');
    expect(matches).toContain('Open Data');
  });

  it('a speaker condition is about the speaker of the turn', () => {
    const said = hits.filter(({ code }) => code === '政委-系统');
    expect(new Set(said.map(({ speaker }) => speaker))).toEqual(new Set(['唐鳳']));
    expect(table('frequency', '--code', '政委-系统', '--by', 'speaker', '--count', 'hits')[0]).toMatchObject({
      唐鳳: '124',
      馮燕: '0',
      total: '124',
    });
  });

  it('an exception hides what the eye found to be false: 一個資料夾 is no 個資, 無障礙者 no 障礙者', () => {
    const cut = hits.map(
      ({ source, start, end, code }) =>
        [
          code,
          points
            .get(source)!
            .slice(Math.max(0, start - 1), end + 1)
            .join(''),
        ] as const,
    );
    expect(cut.filter(([code, words]) => code === '隐私' && /個資[料訊源格]/.test(words))).toEqual([]);
    expect(cut.filter(([code, words]) => code === '障碍' && words.startsWith('無障礙'))).toEqual([]);
  });

  it('kwic has the hits of code, each with its words', () => {
    const lines = table('kwic', '--context', '20');
    expect(lines.map(({ source, code, start, end, match }) => [source, code, start, end, match])).toEqual(
      hits.map(({ source, code, start, end, match }) => [
        source,
        code,
        String(start),
        String(end),
        match.replace(/\s+/g, ' '),
      ]),
    );
  });

  it.each(['paragraph', 'turn', 'source'])(
    'cooccurrence by %s is symmetric, blank for a code and the one above, and bounded by its diagonal',
    (unit) => {
      const rows = table('cooccurrence', '--unit', unit);
      const cell = (a: string, b: string): string => rows.find(({ code }) => code === a)![b]!;
      for (const { code: a } of rows) {
        for (const { code: b } of rows) {
          expect(cell(a!, b!)).toBe(cell(b!, a!));
          expect(Number(cell(a!, b!))).toBeLessThanOrEqual(Math.min(Number(cell(a!, a!)), Number(cell(b!, b!))));
        }
      }
      expect([cell('资料', '隐私'), cell('福利', '无障碍'), cell('障碍', '无障碍')]).toEqual(['', '', '']);
      expect(cell('资料', '法律')).not.toBe('');
    },
  );

  it('cooccurrence by source is what code found in which source', () => {
    const sources = (code: string): string[] => [
      ...new Set(hits.filter((row) => row.code === code).map(({ source }) => source)),
    ];
    for (const row of table('cooccurrence', '--unit', 'source')) {
      for (const [code, both] of Object.entries(row)) {
        if (code === 'code' || both === '') continue;
        expect([row.code, code, Number(both)]).toEqual([
          row.code,
          code,
          sources(row.code!).filter((one) => sources(code).includes(one)).length,
        ]);
      }
    }
  });
});
