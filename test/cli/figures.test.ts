import { afterAll, describe, expect, it } from '@jest/globals';
import { SMALL, folderWith, qcode, removeFolders } from './run.js';

afterAll(removeFolders);

/** The agencies' names sort other than the ids of their cases. */
const study = folderWith({ ...SMALL, 'cases.csv': 'case,agency,type\nA1,Zeal,provider\nD1,Bureau,provider\n' });
const out = (...words: string[]): string => {
  const { stdout, stderr, code } = qcode(study, words);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  return stdout;
};
const citations = (text: string): string[] =>
  [...text.matchAll(/^ {2}\S+, (.+) \(transcripts/gm)].map(([, name]) => name!);

describe('quotations', () => {
  it('are cited by agency and chosen in the order of the columns, by quotes as in the report', () => {
    expect(out('frequency', '--format', 'csv').split('\n')[0]).toBe('code,Bureau,Zeal,total');
    const chosen = citations(out('quotes', '--limit', '1'));
    expect(chosen).toEqual(['Bureau', 'Zeal', 'Bureau']);
    expect(citations(out('report', '--quotes', '1'))).toEqual(chosen);
    expect(citations(out('quotes', '--code', 'trust'))).toEqual(['Zeal', 'Zeal', 'Bureau']);
    expect(out('quotes', '--code', 'trust', '--format', 'csv')).toContain('\ntrust,A1,');
  });

  it('say how many there are', () => {
    expect(out('quotes', '--limit', '1')).toContain('trust\n1 of 3\n');
    expect(out('quotes', '--code', 'trust')).toContain('trust\n3 in all\n');
    expect(out('report', '--quotes', '1', '--rollup')).toContain('trust\n1 shown\n');
  });
});

describe('sources without a codebook', () => {
  it('tell nothing of codings', () => {
    const folder = folderWith({ 'a.txt': 'R: We trust.\n' });
    const { stdout, code } = qcode(folder, ['sources', 'a.txt']);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/codings|Analysis set/);
    expect(qcode(folder, ['sources', 'a.txt', '--format', 'csv']).stdout.split('\n')[0]).toBe(
      'source,case,agency,speakers,turns,words,characters,encoding',
    );
  });
});
