import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { folderWith, qcode, removeFolders, sampleStudy } from './run.js';

afterAll(removeFolders);

const TRANSCRIPT = 'Interviewer: Well?\nRespondent: Yes.\nInterviewer: And?\n';

/** Six sources of A, three of B, one of C. */
const study = (order: readonly string[] = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'B1', 'B2', 'B3', 'C1']): string =>
  folderWith({
    'qcode.yaml': 'title: Shares\n',
    ...Object.fromEntries(
      order.map((name) => [`transcripts/${name[0]}/${name}.txt`, `${TRANSCRIPT}Respondent: ${name}\n`]),
    ),
  });
const table = (folder: string): string => readFileSync(join(folder, 'assignments.csv'), 'utf8');
const drawn = (folder: string): string[] =>
  table(folder)
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[1]!);

describe('qcode assign', () => {
  it('draws whole sources by a seed, and the same ones again', () => {
    const [one, other] = [study(), study(['C1', 'B3', 'A6', 'A5', 'B2', 'B1', 'A4', 'A1', 'A2', 'A3'])];
    const run = qcode(one, ['assign', 'ann', '--share', '30%', '--seed', '7']);
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
    expect(run.stdout).toContain('ann: 3 of 10 sources (30%), seed 7, round 1, blind\n');
    qcode(other, ['assign', 'ann', '--share', '30%', '--seed', '7']);
    expect(table(other)).toBe(table(one));
    expect(table(one)).toMatch(/^coder,source,round,blind,seed\n(ann,transcripts\/\w\/\w\d\.txt,1,yes,7\n){3}$/);
    for (const source of drawn(one)) expect(run.stdout).toContain(`${source}\t${source.split('/')[1]!}\n`);
  });

  it('says where other rounds have left less than the share', () => {
    const folder = study();
    expect(qcode(folder, ['assign', 'ann', '--share', '80%']).stdout).not.toContain('whole share');
    const { stdout } = qcode(folder, ['assign', 'ann', '--share', '100%', '--round', '2']);
    expect(stdout).toContain('ann: 2 of 10 sources (100%), seed 1, round 2, blind\n');
    expect(stdout).toContain('That is not the whole share of 10: the other sources are in other rounds of ann.\n');
  });

  it('draws from each case at least one source', () => {
    const folder = study();
    const { stdout } = qcode(folder, ['assign', 'ann', '--share', '30%', '--per', 'case', '--not-blind']);
    // 30 % of 6, 3 and 1: 1.8, 0.9 and 0.3, rounded, at least one.
    expect(drawn(folder).map((source) => source.split('/')[1])).toEqual(['A', 'A', 'B', 'C']);
    expect(stdout).toContain('ann: 4 of 10 sources (30%, of each of 3 cases), seed 1, round 1, not blind\n');
  });

  it('does not draw a round again without a yes', () => {
    const folder = study();
    qcode(folder, ['assign', 'ann', '--share', '20%']);
    const before = table(folder);
    const { code, stderr } = qcode(folder, ['assign', 'ann', '--share', '40%']);
    expect(code).toBe(1);
    expect(stderr).toContain('ann has a share of round 1 already: transcripts/');
    expect(table(folder)).toBe(before);
    expect(qcode(folder, ['assign', 'ann', '--share', '40%', '--yes']).code).toBe(0);
    expect(drawn(folder)).toHaveLength(4);
  });

  it('draws a further round from what is left, and other coders’ shares stand', () => {
    const folder = study();
    qcode(folder, ['assign', 'ben', '--share', '20%']);
    qcode(folder, ['assign', 'ann', '--share', '60%']);
    qcode(folder, ['assign', 'ann', '--share', '60%', '--round', '2', '--seed', '3']);
    const rows = table(folder).trimEnd().split('\n');
    expect(rows.filter((row) => row.startsWith('ben,'))).toHaveLength(2);
    const ann = rows.filter((row) => row.startsWith('ann,')).map((row) => row.split(',')[1]);
    expect(new Set(ann).size).toBe(10);
    const { code, stderr } = qcode(folder, ['assign', 'ann', '--share', '10%', '--round', '3']);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'All sources are in other rounds of ann: nothing is left to draw. Nothing was written.\n',
    });
  });

  it.each([
    [['assign', 'ann'], '--share is missing'],
    [['assign', 'ann', '--share', '0%'], '--share wants a percentage above 0 and up to 100, not "0%"'],
    [['assign', 'ann', '--share', 'half'], 'not "half"'],
    [['assign', 'ann', '--share', '20%', '--seed', '-1'], '--seed wants a whole number from 0'],
    [['assign', '../ann', '--share', '20%'], 'QC441'],
    [['assign', 'adjudicated', '--share', '20%'], 'QC441'],
  ])('%j is refused', (words, says) => {
    const folder = study();
    const { code, stderr } = qcode(folder, words);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
    expect(existsSync(join(folder, 'assignments.csv'))).toBe(false);
  });

  it('reads the cases of the sample', () => {
    const folder = sampleStudy();
    qcode(folder, ['assign', 'ann', '--share', '20%', '--per', 'case', '--seed', '7']);
    expect(drawn(folder)).toHaveLength(8);
  });
});
