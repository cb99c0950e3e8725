import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { qcode, removeFolders } from '../cli/run.js';
import { describeCorpus } from './corpus.js';
import { POETS, codesOfTurn, poetsStudy, turnsOf } from './poets-study.js';

afterAll(removeFolders);

describeCorpus('en-ohd-poets', (corpus) => {
  let folder = '';
  let codes: readonly string[] = [];

  beforeAll(() => {
    ({ folder, codes } = poetsStudy(corpus));
  });

  it('tags accumulate as a count of the table says', () => {
    const { stdout, stderr, code } = qcode(folder, ['saturation', '--format', 'csv']);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    const found = parse(stdout, { columns: true }) as unknown as Record<string, string>[];
    const seen = new Set<string>();
    const expected = POETS.map((poet) => {
      const own = new Set(turnsOf(corpus, poet).flatMap(codesOfTurn));
      const before = seen.size;
      for (const tag of own) seen.add(tag);
      return [`transcripts/${poet}.txt`, own.size, seen.size - before, seen.size];
    });
    expect(
      found.map(({ source, codes: own, new: fresh, total }) => [source, Number(own), Number(fresh), Number(total)]),
    ).toEqual(expected);
    expect(seen.size).toBe(codes.length);
    expect(codes.length).toBeGreaterThan(10);
  });
});
