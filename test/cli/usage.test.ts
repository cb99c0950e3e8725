import { afterAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, openSync, readFileSync } from 'node:fs';
import { SMALL, folderWith, qcode, removeFolders } from './run.js';

afterAll(removeFolders);
const study = folderWith(SMALL);
const run = (...words: string[]) => qcode(study, words);

describe('the program itself', () => {
  it('prints its version and its help', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(run('--version')).toEqual({ stdout: `${version}\n`, stderr: '', code: 0 });
    expect(run('--help').stdout).toContain('Usage: qcode COMMAND');
    expect(run().stdout).toBe(run('--help').stdout);
    expect(run('help', 'frequency').stdout).toBe(run('frequency', '--help').stdout);
  });

  const onFullDisk = existsSync('/dev/full') ? it : it.skip;
  onFullDisk.each([['--version'], ['--help'], ['frequency'], ['frequency', '--help']])(
    'says that the disk is full when %s %s finds no room',
    (...words) => {
      const full = openSync('/dev/full', 'w');
      const { stderr, status } = spawnSync(
        process.execPath,
        ['bin/qcode.js', ...words, ...(words[0] === 'frequency' ? ['--study', study] : [])],
        {
          stdio: ['ignore', full, 'pipe'],
          encoding: 'utf8',
        },
      );
      expect(stderr).toMatch(/^error QC426: standard output cannot be written: its disk is full\n/);
      expect(status).toBe(2);
    },
  );
});

describe('a wrong command line', () => {
  it.each([
    [['frequenzy'], 'knows no command "frequenzy"', 'Did you mean frequency?'],
    [['frequency', '--frmat', 'csv'], "unknown option '--frmat'", 'Did you mean --format?'],
    [['frequency', '--format', 'xls'], "'xls' is invalid", ''],
    [['frequency', '--code', 'mony'], 'has no code "mony"', 'Did you mean money?'],
    [['frequency', '--source', 'b.txt'], 'no source is called "b.txt"', ''],
    [['frequency', '--role', 'respondant'], '"respondant" is no role', 'Did you mean respondent?'],
    [['frequency', '--where', 'agency'], '--where wants attribute=value', ''],
    [['frequency', '--case', 'A9'], 'no source passes the filters', ''],
    [['frequency', '--case', 'A1', '--case', 'Hop'], 'no source of a case "Hop"', 'Did you mean Hope?'],
    [['frequency', '--by', 'agncy'], 'no source has the attribute "agncy"', 'Did you mean agency?'],
    [['report', '--by', 'colour'], 'no source has the attribute "colour"', 'Known are case, source'],
    [['frequency', '--per', '1000miles'], '--per wants an amount', ''],
    [['frequency', '--per', '1000words', '--percent', 'row'], 'exclude each other', ''],
    [['frequency', '--rules', '--manual'], 'exclude one another', ''],
    [['frequency', '--json', '--format', 'csv'], 'exclude each other', ''],
    [['frequency', '--jobs', 'many'], '--jobs wants a number', ''],
    [['codebook', 'lst'], 'knows no "lst"', 'list, show, unused'],
    [['codebook', 'show', 'trst'], 'has no code "trst"', 'Did you mean trust?'],
    [['completion', 'tcsh'], 'none of bash, zsh, fish', ''],
    [['report', '--format', 'csv'], 'is a folder', '-o FOLDER'],
    [['quotes', '--limit', '0'], '--limit wants a whole number from 1', ''],
    [['kwic', '--context', 'wide'], '--context wants a whole number from 1', ''],
    [['init', '.'], 'is a study already', 'qcode import'],
  ])('%j is explained on stderr, exit 2', (words, message, remedy) => {
    const { stdout, stderr, code } = run(...words);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(stderr).toContain(message);
    expect(stderr).toContain(remedy);
  });
});

describe('where things go', () => {
  it('a file appears with -o, in the format of its extension', () => {
    const folder = folderWith(SMALL);
    expect(qcode(folder, ['frequency', '-o', 'f.csv'])).toEqual({ stdout: '', stderr: '', code: 0 });
    expect(readFileSync(`${folder}/f.csv`, 'utf8')).toBe(qcode(folder, ['frequency', '--format', 'csv']).stdout);
    qcode(folder, ['frequency', '-o', 'f.json']);
    expect(JSON.parse(readFileSync(`${folder}/f.json`, 'utf8'))).toHaveProperty('schema');
  });

  it('a folder that cannot be written to is no bug', () => {
    const { code, stderr } = run('frequency', '-o', 'missing/f.csv');
    expect(code).toBe(2);
    expect(stderr).toContain('error QC426: the folder missing does not exist');
  });

  it('Excel gets its byte order mark', () => {
    expect(run('frequency', '--format', 'csv', '--bom').stdout.charCodeAt(0)).toBe(0xfeff);
    expect(run('code', '--bom').stdout.charCodeAt(0)).toBe(0xfeff);
  });

  it('colours only where they are wanted', () => {
    const coloured = qcode(study, ['frequency'], { FORCE_COLOR: '1' }).stdout;
    expect(coloured).toContain('\u001b[');
    expect(qcode(study, ['frequency'], { FORCE_COLOR: '1', NO_COLOR: '1' }).stdout).not.toContain('\u001b[');
    expect(run('frequency').stdout).not.toContain('\u001b[');
  });
});
