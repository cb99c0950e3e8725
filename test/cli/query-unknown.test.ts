import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { folderWith, qcode, removeFolders } from './run.js';

afterAll(removeFolders);

const FILES = {
  'qcode.yaml': `title: Queries
exclude_roles: [interviewer]
unit: turn
speakers: {Ann: respondent, 梁生: respondent}
queries:
  old: trust and foundd < 2000
  both: "@old or funding"
`,
  'codebook.yaml': `codes:
  - id: funding
    keywords: [fund*, 资金]
  - id: trust
    keywords: [trust, 信任]
  - id: latent
`,
  'cases.csv': 'case,agency,type,founded,empty\nA1,Hope,provider,1998,\nB1,燈塔,government,,\n',
  'people.csv': 'source,speaker,gender\na,Ann,female\n',
  'transcripts/a.txt':
    '---\ncase: A1\nmood: calm\ndate: 2018-04-12\n---\nAnn: Trust came first. Funding came second.\n',
  'transcripts/b.txt': '---\ncase: B1\ndate: 2019-01-02\n---\n梁生：资金不够。我们信任街道。\n',
};

let study = '';
beforeAll(() => {
  study = folderWith(FILES);
});
const quotes = (query: string, ...more: string[]) =>
  qcode(study, ['quotes', '--query', query, '--format', 'csv', ...more]);
const found = (query: string): number => quotes(query).stdout.trimEnd().split('\n').length - 1;

describe('an attribute that nobody has', () => {
  it.each<[query: string, column: number, name: string, remedy: string]>([
    ['trust and foundedd < 2010', 11, 'foundedd', 'Did you mean founded?'],
    ['trust and not foundedd = 5', 15, 'foundedd', 'Did you mean founded?'],
    ['foundedd != 5', 1, 'foundedd', 'Did you mean founded?'],
    ['case has (trust and moood = calm)', 21, 'moood', 'Did you mean mood?'],
    [
      '信任 = x or gendr = male',
      1,
      '信任',
      'Known are case, source, speaker, role, coder, agency, type, founded, empty,',
    ],
    ['code = trust', 1, 'code', 'A code stands by itself, without a comparison: trust.'],
    ['trust != 3', 1, 'trust', 'A code stands by itself, without a comparison: trust.'],
  ])('%s is an error', (query, column, name, remedy) => {
    const { code, stdout, stderr } = quotes(query);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`query:1:${column}: error QC490: no source has the attribute "${name}"\n`);
    expect(stderr).toContain(`remedy: ${remedy}`);
  });

  it('is one in every command, before a row is written', () => {
    for (const command of ['code', 'kwic', 'frequency', 'cooccurrence', 'report'])
      expect(qcode(study, [command, '--query', 'not foundedd = 5'])).toMatchObject({ code: 2, stdout: '' });
    const qca = qcode(study, ['qca', '--condition', 'early=foundd < 2000', '--outcome', 'trust']);
    expect(qca).toMatchObject({ code: 2, stdout: '' });
    expect(qca.stderr).toContain('--condition:1:7: error QC490: no source has the attribute "foundd"');
  });

  it('is told where a saved query has it, by check too', () => {
    const told = 'qcode.yaml:6:18: error QC490: no source has the attribute "foundd"';
    expect(quotes('@both').stderr).toContain(told);
    const { code, stdout } = qcode(study, ['check']);
    expect(code).toBe(1);
    expect(stdout.split(told)).toHaveLength(2);
  });

  it('is told of a theory', () => {
    const folder = folderWith({
      ...FILES,
      'theory.yaml': 'rules:\n  - {name: a, if: trust and foundd < 2000, then: [x]}\n',
    });
    const told = 'theory.yaml:2:29: error QC490: no source has the attribute "foundd"';
    expect(qcode(folder, ['theory'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(told) as unknown,
    });
    expect(qcode(folder, ['check']).stdout).toContain(told);
  });

  it.each(['mood = calm', 'gender = female', 'founded < 2000', 'empty = ""', 'date = 2018', 'agency = *塔'])(
    '%s asks for what somebody has',
    (query) => {
      expect(quotes(query)).toMatchObject({ code: 0, stderr: '' });
      expect(found(query)).toBeGreaterThan(0);
    },
  );
});

describe('a value that nobody has', () => {
  it.each<[query: string, message: string, remedy: string]>([
    ['trust and type = providr', 'query:1:18: warning QC491: no source has type = "providr"', 'Did you mean provider?'],
    ['not case = A9', 'query:1:12: warning QC491: no source has case = "A9"', 'Did you mean A1?'],
    ['source = foo', 'query:1:10: warning QC491: no source has source = "foo"', 'There are transcripts/a.txt,'],
    ['speaker = An*x', 'query:1:11: warning QC491: no turn has speaker = "An*x"', 'There are Ann, 梁生.'],
  ])('%s is warned of', (query, message, remedy) => {
    const { code, stderr } = quotes(query);
    expect(code).toBe(0);
    expect(stderr).toContain(message);
    expect(stderr).toContain(`remedy: ${remedy}`);
  });

  it('is a caveat of tables, whatever the number of threads', () => {
    const table = qcode(study, ['frequency', '--query', 'trust and type = providr']);
    expect(table.stdout).toContain('No source has type = "providr".');
    expect(qcode(study, ['frequency', '--query', 'trust and type = providr', '--jobs', '2'])).toEqual(table);
  });

  it('is none where filters leave out who has it', () => {
    expect(quotes('trust and type = government', '--case', 'A1')).toMatchObject({ code: 0, stderr: '' });
  });

  it('is an error of roles and coders, which are known', () => {
    expect(quotes('role = interviewr')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Did you mean interviewer?') as unknown,
    });
    expect(quotes('trust and not coder = ann')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('query:1:23: error QC491: there are no codings of "ann"') as unknown,
    });
  });
});

describe('values written otherwise', () => {
  it.each<[query: string, count: number]>([
    ['speaker = " ANN"', 2],
    ['source = a', 2],
    ['source = b.txt', 2],
    ['agency = 灯塔', 2],
    ['date > 2018', 2],
    ['date <= 2018', 2],
    ['date = 2018-04', 2],
    ['founded = *', 2],
    ['founded = ""', 2],
    ['text ~ =Trust', 1],
  ])('%s finds %d', (query, count) => {
    expect(quotes(query).stderr).toBe('');
    expect(found(query)).toBe(count);
  });
});

describe('queries that are taken for paths', () => {
  it.each(['text ~ /Fund[a-z]+/', 'trust and text ~ /信任/', 'source = transcripts/a.txt', 'source = *.txt'])(
    '%s is a query',
    (query) => {
      expect(qcode(study, ['quotes', query, '--format', 'csv'])).toEqual(quotes(query));
      expect(found(query)).toBeGreaterThan(0);
    },
  );

  it.each([
    [['quotes', 'trust', 'near', 'funding']],
    [['quotes', 'trust near funding', 'transcripts/a.txt']],
    [['frequency', 'trust near funding']],
  ])('%p: where quotation marks are wanted', (words) => {
    const { code, stderr } = qcode(study, words);
    expect(code).toBe(2);
    expect(stderr).toContain('remedy: Write --query "trust near funding".');
  });

  it.each([
    ['A1', 'It is a case: --case A1, or case = A1 in a query.'],
    ['founded', 'It is an attribute: compare it, founded = ….'],
    ['x.txt', 'Correct the path'],
  ])('%s is no code', (word, remedy) => {
    expect(qcode(study, ['quotes', word]).stderr).toContain(`remedy: ${remedy}`);
  });
});

describe('keywords under a query of what was coded by hand', () => {
  let coded = '';
  beforeAll(() => {
    coded = folderWith({
      ...FILES,
      'qcode.yaml': 'unit: turn\nanalysis: all\nspeakers: {Ann: respondent, Ben: respondent}\n',
      'transcripts/a.txt': 'Ann: Trust came late.\nBen: And we trust nobody.\nAnn: Trust is a word.\n',
      'transcripts/b.txt': 'Ben: No.\n',
    });
    for (const line of ['2', '3']) {
      const words = ['codings', 'add', 'a', '--code', 'latent', '--line', line, '--coder', 'ann', '--memo', 'why'];
      expect(qcode(coded, words)).toMatchObject({ code: 0 });
    }
  });
  const rows = (folder: string, ...words: string[]) => {
    const { code, stdout, stderr } = qcode(folder, words);
    expect(code).toBe(0);
    return { rows: stdout.trimEnd().split('\n').length - 1, stderr };
  };

  it.each([
    ['trust near latent', 2],
    ['trust precedes latent', 2],
    ['trust and not latent', 1],
    ['trust and not (latent or coder = ann)', 1],
  ])('%s', (query, count) => {
    expect(rows(coded, 'kwic', '--query', query, '--format', 'csv')).toEqual({ rows: count, stderr: '' });
    expect(rows(coded, 'code', '--query', query)).toEqual({ rows: count, stderr: '' });
    // Among keyword hits alone nobody looked for it.
    const alone = rows(coded, 'kwic', '--rules', '--query', query, '--format', 'csv');
    expect(alone.rows).toBe(0);
    expect(alone.stderr).toContain('QC492: nobody looked in 1 of 2 sources for latent');
  });

  it('are not known where nobody looked, if there are any', () => {
    const folder = folderWith({ ...FILES, 'qcode.yaml': 'unit: turn\nanalysis: all\n' });
    expect(rows(folder, 'kwic', '--query', 'trust near latent', '--format', 'csv').stderr).toContain(
      'warning QC492: nobody looked in any source for latent: what the query selects there is not known',
    );
    const { stdout } = qcode(folder, ['frequency', '--query', 'trust and not latent']);
    expect(stdout).toContain('Nobody looked in any source for latent');
  });

  it('that can hold of no keyword hit are warned of', () => {
    for (const query of ['coder = ann', 'memo ~ why'])
      expect(rows(coded, 'code', '--rules', '--query', query).stderr).toContain('warning QC491: keyword hits have no');
  });
});
