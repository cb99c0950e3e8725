import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { loggedStudy } from './logged-study.js';
import { SMALL, qcode, removeFolders } from './run.js';

const AT = '2026-03-01T00:00:00Z';
const SENTENCES = ['Funding is a grant of trust.', 'No funds, no trust.'];
/** Both coders mark both answers as seen; ann lays the parent money, its child grant, and trust; bo trust alone. */
const seen = SENTENCES.map((seen) => ({ at: AT, seen }));
const LOGS = {
  ann: {
    'transcripts/a.txt': [
      ...seen,
      ...['money', 'grant', 'trust'].map((code) => ({ at: AT, words: SENTENCES[0]!, code })),
    ],
  },
  bo: { 'transcripts/a.txt': [...seen, { at: AT, words: SENTENCES[0]!, code: 'trust' }] },
};

let study = '';
beforeAll(() => {
  study = loggedStudy({ ...SMALL, 'qcode.yaml': `${SMALL['qcode.yaml']}unit: sentence\nanalysis: all\n` }, LOGS);
});
afterAll(removeFolders);

function rows(...words: string[]): Record<string, string>[] {
  const { stdout, code } = qcode(study, [...words, '--format', 'csv']);
  expect(code).toBe(0);
  return parse(stdout, { columns: true });
}
const codes = (...words: string[]): (string | undefined)[] => [
  ...new Set(rows(...words).map(({ code, first }) => code ?? first)),
];

describe('--code with --below', () => {
  it.each([
    ['frequency'],
    ['frequency --long'],
    ['frequency --summary'],
    ['cooccurrence'],
    ['rule-check'],
    ['agree --by code --not-blind'],
    ['codings list'],
    ['kwic'],
  ])('%s shows the code and those below it, each by itself', (line) => {
    const words = line.split(' ');
    expect(codes(...words, '--code', 'money')).toEqual(['money']);
    expect(codes(...words, '--code', 'money', '--below').sort()).toEqual(['grant', 'money']);
    expect(codes(...words)).toContain('trust');
  });

  it('does not count the ones in the other, as --rollup does', () => {
    const counts = (...words: string[]) =>
      rows('frequency', '--manual', '--code', 'money', ...words).map(({ code, Hope }) => [code, Hope]);
    expect(counts('--below')).toEqual([
      ['money', '1'],
      ['grant', '1'],
    ]);
    expect(rows('cooccurrence', '--pairs', '--manual', '--code', 'money', '--below')).toEqual([]);
  });

  it('says which of some codes are unused, and of how many saturation speaks', () => {
    const unused = (...words: string[]) => qcode(study, ['codebook', 'unused', ...words]).stdout;
    expect(unused()).toContain('Codes never applied: 1 of 4');
    expect(unused('--code', 'money', '--below')).toContain('Codes never applied: 0 of 2');
    expect(qcode(study, ['saturation', '--code', 'money', '--below']).stdout).toMatch(/codes asked about +2\n/);
  });

  it.each([
    ['frequency --below', '--below wants a code'],
    ['agree --not-blind --below', '--below wants a code'],
    ['agree --ratings r.csv --code a --below', '--below does not go with --ratings'],
    ['agree --brat r --code a --below', '--below does not go with --brat'],
    ['agree --adjudicate r.csv --below', '--below does not go with --adjudicate'],
  ])('%s is refused', (line, message) => {
    const { stdout, stderr, code } = qcode(study, line.split(' '));
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(stderr).toContain(message);
  });
});

describe('commands that no query thins out', () => {
  it.each([
    ['agree', 'seem to be disagreement'],
    ['rule-check', 'would seem missed'],
    ['saturation', 'would seem saturated'],
    ['codebook unused', 'would seem unused'],
    ['find trust', 'qcode quotes "CODE and text ~ WORD"'],
    ['sources', 'qcode frequency --by source --query'],
    ['qca', '--condition NAME=QUERY'],
  ])('%s says why, and what to do', (line, remedy) => {
    const words = line.split(' ');
    const { stdout, stderr, code } = qcode(study, [...words, '--query', 'trust']);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(stderr).toContain('takes no --query');
    expect(stderr).toContain(remedy);
    expect(qcode(study, [...words.slice(0, words[1] === 'trust' ? 1 : 2), '--help']).stdout).not.toContain('--query <');
  });

  it('are sent to commands that do it', () => {
    expect(rows('frequency', '--by', 'source', '--query', 'trust near grant').length).toBeGreaterThan(0);
    expect(rows('quotes', '--manual', '--query', 'trust near grant')).toHaveLength(1);
    expect(rows('quotes', 'trust and text ~ grant')).toHaveLength(1);
  });
});
