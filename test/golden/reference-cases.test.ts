import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as library from '../../src/index.js';

interface Result {
  readonly lines: readonly string[];
  readonly counts: { readonly passed: number; readonly failed: number; readonly skipped: number };
}
const script = (name: string): Promise<Record<string, never>> => import(`../../scripts/golden/${name}`);
const { runFolder } = (await script('run.mjs')) as unknown as {
  runFolder: (folder: string, library: unknown) => Result;
};
const { families } = (await script('families.mjs')) as unknown as { families: Record<string, unknown> };

const shared = path.resolve('../shared/data/golden');
const withShared = existsSync(shared) ? it : it.skip;

describe('the reference cases', () => {
  withShared('in ../shared/data/golden (skipped where it is missing) are all within tolerance', () => {
    const { lines, counts } = runFolder(shared, library);
    expect(lines).toEqual([]);
    expect(counts.failed).toBe(0);
    expect(counts.passed).toBeGreaterThan(400);
  });
});

const folders: string[] = [];
const folderOf = (cases: Readonly<Record<string, unknown>>): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'qcode-golden-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(cases))
    writeFileSync(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return folder;
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const run = (cases: Readonly<Record<string, unknown>>): Result => runFolder(folderOf(cases), library);
/** Ten units, of which nine agree: κ and the rest by hand. */
const agreement = (expected: Readonly<Record<string, unknown>>) => ({
  family: 'agreement-nominal',
  input: { ratings: [...Array(5).fill(['y', 'y']), ...Array(4).fill(['n', 'n']), ['y', 'n']] },
  expected,
});

describe('what runs the reference cases', () => {
  it('passes what is within tolerance, whatever the file is called', () => {
    const right = agreement({
      percent_agreement: { value: 0.9, tolerance: 1e-9, se: 0.1 },
      cohen_kappa: { value: 0.8, tolerance: 1e-9 },
    });
    for (const name of ['agr.json', 'Übung 1', '.hidden', 'a.b.golden'])
      expect(run({ [name]: right })).toEqual({ lines: [], counts: { passed: 2, failed: 0, skipped: 0 } });
  });

  it('fails a value that is out of tolerance and says what it got', () => {
    const { lines, counts } = run({
      'x.json': agreement({
        percent_agreement: { value: 0.9, tolerance: 1e-9 },
        cohen_kappa: { value: 0.8000001, tolerance: 1e-9 },
      }),
    });
    expect(counts).toEqual({ passed: 1, failed: 1, skipped: 0 });
    expect(lines).toEqual([
      expect.stringMatching(/^x\.json: cohen_kappa: expected 0\.8000001, got 0\.8\d*, tolerance 1e-9$/),
    ]);
  });

  it('fails a value where none is expected, none where one is, and an error that is off', () => {
    const failed = (expected: Readonly<Record<string, unknown>>): number =>
      run({ a: agreement(expected) }).counts.failed;
    expect(failed({ cohen_kappa: { value: null } })).toBe(1);
    expect(failed({ krippendorff_alpha_interval: { value: 0.5 } })).toBe(1);
    expect(failed({ percent_agreement: { value: 0.9, tolerance: 1e-9, se: 0.11 } })).toBe(1);
    expect(failed({ cohen_kapa: { value: 0.8 } })).toBe(1);
  });

  it('names the places of a table that are off, and takes tails in proportion', () => {
    const counts = [
      [30, 0],
      [0, 30],
    ];
    const { lines, counts: outcome } = run({
      table: {
        family: 'crosstab',
        input: { counts },
        expected: {
          expected: {
            value: [
              [15, 15],
              [15, 14],
            ],
            tolerance: 1e-9,
          },
          p: { value: 0, tolerance: 1e-9 },
          fisher_p: { value: 1e-17, tolerance: 1e-9 },
        },
      },
    });
    expect(outcome).toEqual({ passed: 1, failed: 2, skipped: 0 });
    expect(lines.map((line) => line.split(',')[0])).toEqual([
      'table: expected[1][1]: expected 14',
      'table: fisher_p: expected 1e-17',
    ]);
  });

  it('skips what is optional and fails those it does not know', () => {
    const of = (family: string) => ({ family, input: {}, expected: { a: { value: 1 }, b: { value: 2 } } });
    const cases = ['gamma-optional', 'tarot'].map((family) => [`${family}.json`, of(family)]);
    expect(run(Object.fromEntries(cases))).toEqual({
      lines: ['tarot.json: the family tarot is not known'],
      counts: { passed: 0, failed: 2, skipped: 2 },
    });
  });

  it('fails what cannot be read or computed, and passes over what is no case', () => {
    expect(
      run({
        'broken.json': '{',
        'other.json': '{"a": 1}',
        'README.md': '# Cases',
        'hollow.json': { family: 'wilson', input: {}, expected: { ci95: { value: [] } } },
      }),
    ).toEqual({
      lines: [
        expect.stringMatching(/^broken\.json: cannot be read/),
        expect.stringMatching(/^hollow\.json: failed to compute/),
        expect.stringMatching(/^other\.json: is no golden case/),
      ],
      counts: { passed: 0, failed: 3, skipped: 0 },
    });
  });

  it('knows every family of the specification', () => {
    expect(Object.keys(families)).toHaveLength(17);
  });
});

describe('npm run golden', () => {
  let folder = '';
  beforeAll(() => {
    folder = folderOf({ a: agreement({ cohen_kappa: { value: 0.8 } }) });
    mkdirSync(path.join(folder, 'below'));
  });

  it('ends with the counts', () => {
    const output = execFileSync('node', ['scripts/golden.mjs', folder], { encoding: 'utf8' });
    expect(output).toBe('1 passed, 0 failed, 0 skipped\n');
  });

  it('exits with 1 where a value failed, with 2 without cases', () => {
    const wrong = folderOf({ a: agreement({ cohen_kappa: { value: 0.7 } }) });
    const failed = spawnSync('node', ['scripts/golden.mjs', wrong], { encoding: 'utf8' });
    expect(failed.status).toBe(1);
    expect(failed.stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 1 failed, 0 skipped');
    expect(spawnSync('node', ['scripts/golden.mjs', folderOf({})]).status).toBe(2);
    expect(spawnSync('node', ['scripts/golden.mjs', path.join(wrong, 'nowhere')]).status).toBe(2);
    expect(spawnSync('node', ['scripts/golden.mjs']).status).toBe(2);
  });
});
