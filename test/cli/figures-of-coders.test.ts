import { afterAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { BOTH, comparedStudy } from './compared-study.js';
import { qcode, removeFolders } from './run.js';

afterAll(removeFolders);

const AFTER = '2026-04-01T09:00:00Z';
const rows = (folder: string, ...words: string[]): Record<string, string>[] =>
  parse(qcode(folder, [...words, '--format', 'csv']).stdout, { columns: true });
const prose = (folder: string, ...words: string[]): string => qcode(folder, words).stdout.replace(/\s+/g, ' ');

describe('figures of all coders', () => {
  // The decision is laid over less than what ann and bo laid.
  const decided = {
    a: { seen: [1, 3, 5], codes: [['任有', 'trust']] as const, at: AFTER },
    b: { seen: [1], codes: [['Money is', 'money']] as const, at: AFTER },
  };
  const folder = comparedStudy({ ...BOTH, adjudicated: decided });

  it('do not count adjudicated as one more coder', () => {
    const without = comparedStudy(BOTH);
    for (const set of ['--manual', '--all']) {
      for (const command of ['frequency', 'quotes', 'saturation', 'cooccurrence', 'rule-check'])
        if (command !== 'rule-check' || set === '--manual')
          expect([command, rows(folder, command, set)]).toEqual([command, rows(without, command, set)]);
      expect(prose(folder, 'frequency', set)).not.toContain('adjudicated has marked');
    }
  });

  it('say where there are adjudicated codings only; the adjudicated set is readable', () => {
    const only = comparedStudy({ adjudicated: decided });
    expect(prose(only, 'frequency', '--manual')).toContain('All codings by hand are adjudicated ones');
    expect(prose(only, 'frequency')).not.toContain('All codings by hand are adjudicated ones');
    expect(rows(only, 'frequency').map(({ code, total }) => [code, total])).toEqual([
      ['money', '1'],
      ['trust', '1'],
      ['fear', '0'],
    ]);
    expect(rows(only, 'saturation')[0]!['began']).toBe(AFTER);
  });
});
