import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { INTERVIEW, coding, studyOf } from './coded-study.js';
import { SMALL, folderWith, qcode, removeFolders } from './run.js';

afterAll(removeFolders);

/*
 * Three interviews, few enough to count by hand; a coding is a sentence.
 *
 *   Hope    1 trust | 2 funding || 3 alliance, trust, funding | 4 merger || 5 trust
 *   和里    6 funding | 7 trust || 8 alliance, funding
 *   Bureau  9 trust, funding | 10 merger
 *
 * || stands for another turn: before 3 and 8 an interviewer's is in between, so that they are two turns further.
 */
const FILES = {
  'qcode.yaml': `title: Queries
exclude_roles: [interviewer]
unit: turn
speakers: {Ann: respondent, Ben: respondent, 梁生: respondent}
queries:
  trusted: trust and not funding
  互信: "信任 or trust"
`,
  'codebook.yaml': `title: Queries
codes:
  - id: strategy
    codes:
      - id: alliance
        keywords: [ally, 结盟]
      - id: merger
        keywords: [merge*, 合并]
  - id: funding
    keywords: [fund*, 资金]
  - id: trust
    keywords: [trust, 信任]
  - id: 信任
    keywords: [信任]
  - id: latent
`,
  'cases.csv': 'case,agency,type,founded\nA1,Hope,provider,1998\nB1,和里,provider,2009\nC1,Bureau,government,\n',
  'transcripts/a.txt': `---
case: A1
---
Interviewer: How did it begin, with funding?
Ann: Trust came first. Funding came second.
Interviewer: And then?
Ann: We ally with trust and funds. A merger would end it.
Ben: No trust now.
`,
  'transcripts/b.txt': `---
case: B1
---
访谈者：资金呢？
梁生：资金不够。我们信任街道。
访谈者：后来呢？
梁生：结盟了，资金够了。
`,
  'transcripts/c.txt': '---\ncase: C1\n---\n问：信任呢？\n答：信任靠资金。合并没有。\n',
};

let study = '';
beforeAll(() => {
  study = folderWith(FILES);
});

const frequency = (query: string, ...more: string[]) =>
  qcode(study, ['frequency', '--format', 'csv', '--query', query, ...more]);
/** The rows of codes that are counted: Hope, 和里, their total, Bureau. */
const rows = (query: string, ...more: string[]): string[] =>
  frequency(query, ...more)
    .stdout.trimEnd()
    .split('\n')
    .slice(1)
    .filter((row) => !/^[^,]+,+$/.test(row));

describe('figures under a query, counted by hand', () => {
  it.each<[query: string, rows: string[]]>([
    ['trust', ['trust,3,1,4,1']],
    ['strategy/*', ['alliance,1,1,2,0', 'merger,1,0,1,1']],
    ['信*', ['信任,0,1,1,1']],
    ['"trust" or 信任', ['trust,3,1,4,1', '信任,0,1,1,1']],
    ['trust equals funding', ['trust,1,0,1,1']],
    ['trust and funding', ['trust,1,0,1,1']],
    ['trust and not funding', ['trust,2,1,3,0']],
    ['trust precedes funding within 1 turn', ['trust,1,0,1,0']],
    ['trust precedes funding within 2 turns', ['trust,1,1,2,0']],
    ['strategy/* follows trust', ['alliance,1,1,2,0', 'merger,1,0,1,1']],
    ['merger near trust', ['merger,1,0,1,1']],
    ['merger near trust within 0 sentences', ['merger,0,0,0,0']],
    ['merger near trust within 1 sentence', ['merger,1,0,1,1']],
    // Between 4 and the trust before it stand no words, between 2 and 3 “And then?” does.
    ['funding precedes alliance within 1 word', ['funding,0,0,0,0']],
    ['funding precedes alliance within 2 words', ['funding,1,0,1,0']],
    // “我们信任街道。后来呢？”: 9 Han characters stand between 6 and 8 of 和里.
    ['funding precedes alliance within 8 words', ['funding,1,0,1,0']],
    ['funding precedes alliance within 9 words', ['funding,1,1,2,0']],
    ['trust and case has merger', ['trust,3,0,3,1']],
    ['trust and case has merger and not alliance', ['trust,0,0,0,1']],
    ['trust and not case has merger', ['trust,0,1,1,0']],
    ['trust and case has (funding precedes alliance)', ['trust,3,1,4,0']],
    ['trust and case has (trust and speaker = Ben)', ['trust,3,0,3,0']],
    ['funding and speaker = 梁生', ['funding,0,2,2,0']],
    ['funding and agency = "和里"', ['funding,0,2,2,0']],
    ['funding and source = transcripts/*', ['funding,2,2,4,1']],
    ['trust and founded < 2000', ['trust,3,0,3,0']],
    ['trust and founded != 1998', ['trust,0,1,1,1']],
    ['trust and text ~ first', ['trust,1,0,1,0']],
    ['funding and text ~ /不够|靠/', ['funding,0,1,1,1']],
    ['trust and text ~ "/^NO\\b/i"', ['trust,1,0,1,0']],
    ['trust and text ~ “街道”', ['trust,0,1,1,0']],
    ['（trust and not speaker ＝ Ben）', ['trust,2,1,3,1']],
    ['@trusted', ['trust,2,1,3,0']],
    ['@互信', ['trust,3,1,4,1', '信任,0,1,1,1']],
  ])('%s', (query, expected) => {
    const { code, stderr } = frequency(query);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(rows(query)).toEqual(expected);
  });

  it('hold after the other filters: a case has what they leave in', () => {
    expect(rows('trust and case has (trust precedes funding)')).toEqual(['trust,3,1,4,0']);
    expect(rows('trust and case has (trust precedes funding)', '--speaker', 'Ann', '--speaker', '梁生')).toEqual([
      'trust,2,1,3',
    ]);
    // The interviewer of the Bureau asks for trust before anybody answers.
    expect(rows('trust and case has (trust precedes funding)', '--include-interviewer')).toEqual(['trust,3,1,4,2']);
  });

  it('are no 0 where the query cannot select a code, or nobody looked for what it asks about', () => {
    expect(frequency('trust and not funding').stdout).toContain('\nfunding,,,,\n');
    expect(rows('trust precedes latent')).toEqual([]);
    expect(rows('trust and not latent')).toEqual([]);
    expect(rows('trust and (funding or not latent)')).toEqual(['trust,1,,1,1']);
    expect(rows('(trust equals funding) and not (merger precedes latent)')).toEqual([]);
    // What is known to be so is counted, whatever else is unknown.
    expect(rows('trust or trust and not latent')).toEqual(['trust,3,1,4,1']);
    const { stdout } = qcode(study, ['frequency', '--query', 'trust and not funding', '--code', 'funding']);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'only codings where trust and not funding; codes that the query cannot select are not counted (–).',
    );
    expect(stdout).toContain('–: the query cannot select the code.');
  });

  it('leave out for people the rows of codes that the query cannot select, and say how many', () => {
    const told = (...words: string[]): string => qcode(study, ['frequency', ...words], { COLUMNS: '200' }).stdout;
    const rowsIn = (text: string): string[] =>
      [...text.matchAll(/^ *(strategy|alliance|merger|funding|trust|信任|latent) /gm)].map(([, id]) => id!);
    expect(rowsIn(told('--query', 'trust and not funding'))).toEqual(['trust']);
    expect(told('--query', 'trust and not funding')).toContain('Left out: 6 codes that the query cannot select.');
    expect(rowsIn(told('--query', 'trust', '--format', 'markdown').replace(/^\| /gm, ''))).toEqual(['trust']);
    // A table for each group of cases.
    expect(rowsIn(told('--query', 'trust', '--summary'))).toEqual(['trust', 'trust']);
    expect(rowsIn(told('--query', 'merger', '--rollup'))).toEqual(['strategy', 'merger']);
    expect(told('--query', 'trust', '--code', 'funding')).not.toContain('Left out');
    expect(told('--query', 'case has trust')).not.toContain('Left out');
    expect(told('--query', 'trust near latent')).toContain(
      '–: nobody looked there for the code, or for one that the query holds it against.',
    );
  });

  it('of a code with codes below it are its own, which is said where there are none', () => {
    const told = (...words: string[]): string => qcode(study, ['quotes', ...words], { COLUMNS: '200' }).stdout;
    const own = 'strategy means its own codings alone; strategy/* is the codes below it.';
    expect(told('strategy')).toContain(own);
    expect(told('trust near strategy')).toContain(
      'strategy means its own codings alone; strategy/* is the codes below it.',
    );
    expect(told('--code', 'strategy')).toContain(
      'strategy has no codings of its own; --below lists those of the codes below it.',
    );
    expect(qcode(study, ['quotes', 'strategy', '--format', 'csv']).stderr).toBe(`note: ${own}\n`);
    for (const words of [['strategy/*'], ['trust'], ['--code', 'strategy', '--below'], ['trust or strategy']])
      expect(told(...words)).not.toContain('of its own');
    // Codings that may not be quoted are codings.
    const people = 'source,speaker,consent\ntranscripts/a.txt,Respondent,count\ntranscripts/d.txt,答,count\n';
    const silent = qcode(folderWith({ ...SMALL, 'people.csv': people }), ['quotes', '--code', 'money', '--limit', '1']);
    expect(silent.stdout).toContain('Quotations');
    expect(silent.stdout).not.toContain('of its own');
  });
});

describe('lists under a query', () => {
  const csv = (...words: string[]): string[] =>
    qcode(study, [...words, '--format', 'csv'])
      .stdout.trimEnd()
      .split('\n');

  it('code prints the hits of the codings that it selects', () => {
    const hits = csv('code', '--query', 'funding equals trust').slice(1);
    expect(hits.map((row) => row.split(',').slice(0, 4).join())).toEqual([
      'transcripts/a.txt,A1,Ann,funding',
      'transcripts/c.txt,C1,答,funding',
    ]);
  });

  it('kwic shows them, and co-occurrence counts them', () => {
    expect(csv('kwic', '--query', 'merger and case has alliance')).toHaveLength(2);
    // Without 1, 5 and 7, where trust stands alone.
    expect(
      csv('cooccurrence', '--query', 'trust equals funding or funding equals trust', '--unit', 'sentence'),
    ).toContain('trust,,,,2,2,,');
  });

  it('quotes takes a query in the place of paths', () => {
    const asOption = qcode(study, ['quotes', '--query', 'trust equals funding']);
    expect(qcode(study, ['quotes', 'trust equals funding'])).toEqual(asOption);
    expect(asOption.stdout).toContain('We ally with *trust* and funds.');
    expect(asOption.stdout).not.toContain('No *trust* now');
    expect(qcode(study, ['quotes', 'transcripts/b.txt']).stdout).toContain('结盟');
    const both = qcode(study, ['quotes', 'trust', '--query', 'trust']);
    expect(both).toMatchObject({ code: 2, stdout: '' });
    expect(qcode(study, ['quotes', 'transcripts/x.txt'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('transcripts/x.txt is no transcript') as unknown,
    });
  });

  it('quotes returns segments, or the units around them', () => {
    const said = (...more: string[]) => csv('quotes', 'merger precedes trust', ...more).slice(1);
    expect(said()).toHaveLength(1);
    expect(said()[0]).toContain(',A merger would end it.,');
    expect(said('--return', 'unit')[0]).toContain('We ally with trust and funds. A merger would end it.');
  });

  it('quotes refuses the overlap of what does not overlap', () => {
    const { code, stderr } = qcode(study, ['quotes', 'trust precedes funding', '--return', 'overlap']);
    expect(code).toBe(2);
    expect(stderr).toContain('--return overlap wants a part that two segments share');
    expect(qcode(study, ['quotes', '--return', 'unit'])).toMatchObject({ code: 2 });
  });

  it('the report says by which query it was made, and names no gaps', () => {
    const { stdout } = qcode(study, ['report', '--query', 'trust equals funding', '--format', 'markdown']);
    expect(stdout).toContain('only codings where trust equals funding');
    expect(stdout).not.toContain('Codes never applied');
    expect(stdout).not.toContain('nobody looked for it');
  });
});

describe('codings by hand under a query', () => {
  let coded = '';
  beforeAll(() => {
    coded = studyOf(INTERVIEW, {
      ann: [
        coding(
          'a1',
          'trust',
          'Respondent: It came late. We never trusted the office with the dates it gave us.'.slice(12),
        ),
        coding('a2', 'money', 'It came late. We never', { memo: 'Is 延误 what they resent?' }),
        coding('a3', 'latent', 'Then the'),
      ],
      ben: [coding('b1', 'trust', 'committee helped us')],
    });
  });
  const quotes = (query: string, ...more: string[]): string[] =>
    qcode(coded, ['quotes', query, '--manual', '--format', 'csv', ...more])
      .stdout.trimEnd()
      .split('\n')
      .slice(1)
      .map((row) => row.split(',').slice(0, 1).join());

  it.each([
    ['coder = ann', ['money', 'trust', 'latent']],
    ['coder != ann', ['trust']],
    ['trust and coder = b*', ['trust']],
    ['memo ~ 延误', ['money']],
    ['memo ~ /RESENT/i', ['money']],
    ['trust co-occurs money', ['trust']],
    ['latent precedes trust within 6 characters', ['latent']],
    ['latent precedes trust within 5 characters', []],
  ])('%s', (query, codes) => {
    expect(quotes(query)).toEqual(codes);
  });

  it('returns what two segments share', () => {
    const { stdout } = qcode(coded, [
      'quotes',
      'trust overlapped-by money or trust',
      '--return',
      'overlap',
      '--manual',
    ]);
    expect(stdout).toBe('');
    const shared = (query: string): string =>
      qcode(coded, ['quotes', query, '--return', 'overlap', '--manual', '--format', 'csv']).stdout;
    expect(shared('trust co-occurs money')).toMatch(/,It came late\. We never,/);
    expect(shared('trust encloses money and coder = ann')).toMatch(/,It came late\. We never,/);
  });
});

describe('a query with a mistake', () => {
  it.each<[query: string, stderr: string]>([
    [
      'trust and',
      'query:1:10: error QC470: the query ends where a code should stand\n 1 | trust and\n   |          ^\n  remedy: Name a code.\n',
    ],
    [
      '信任 near fundng',
      'query:1:9: error QC471: the codebook has no code "fundng"\n 1 | 信任 near fundng\n   |           ^^^^^^\n  remedy: Did you mean funding?\n',
    ],
    [
      '@trustd',
      'query:1:1: error QC478: qcode.yaml has no query "trustd"\n 1 | @trustd\n   | ^^^^^^^\n  remedy: Did you mean @trusted?\n',
    ],
    [
      'trust and text ~ /(/',
      'query:1:18: error QC470: the expression cannot be compiled: Unterminated group\n 1 | trust and text ~ /(/\n   |                  ^^^\n  remedy: Write it as a codebook has keywords.\n',
    ],
  ])('%s', (query, stderr) => {
    expect(frequency(query)).toEqual({ code: 2, stdout: '', stderr });
  });

  it('is shown in qcode.yaml where it is saved there', () => {
    const broken = folderWith({ ...FILES, 'qcode.yaml': 'queries:\n  a: trust\n  b: "trust near"\n' });
    // It is nobody's business where it is not used.
    expect(qcode(broken, ['frequency', '--query', '@a'])).toMatchObject({ code: 0, stderr: '' });
    expect(qcode(broken, ['sources'])).toMatchObject({ code: 0, stderr: '' });
    expect(qcode(broken, ['frequency', '--query', '@b'])).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'qcode.yaml:3:17: error QC472: the query ends where a code should stand\n 3 |   b: "trust near"\n   |                 ^\n  remedy: Name a code.\n',
    });
    const unknown = folderWith({ ...FILES, 'qcode.yaml': 'queries:\n  trust: trust near fundng\n' });
    expect(qcode(unknown, ['frequency', '--query', '@trust']).stderr).toBe(
      'qcode.yaml:2:21: error QC471: the codebook has no code "fundng"\n 2 |   trust: trust near fundng\n   |                     ^^^^^^\n  remedy: Did you mean funding?\n',
    );
  });

  it.each(['1', '3'])(
    'an expression that runs away is named and found nowhere: no 0 is made of it (%s threads)',
    (jobs) => {
      const slow = folderWith({ ...FILES, 'transcripts/d.txt': `Ann: trust ${'a'.repeat(60)}!\n` });
      const run = (query: string, format: string) =>
        qcode(slow, ['frequency', '--query', query, '--format', format, '--code', 'trust', '--jobs', jobs]);
      const { code, stderr, stdout } = run('trust and text ~ /(a+)+$/', 'table');
      expect(code).toBe(1);
      expect(stderr).toContain('error QC424: the expression /(a+)+$/ of the query ran out of time');
      expect(stdout.replace(/\s+/g, ' ')).toContain(
        'The expression /(a+)+$/ of the query ran out of time: it counts as found nowhere.',
      );
      for (const query of ['trust and text ~ /(a+)+$/', 'trust and case has (trust and text ~ /(a+)+$/)'])
        expect(run(query, 'csv').stdout).toMatch(/\ntrust,+\n$/);
    },
  );
});

describe('threads', () => {
  it.each([
    ['frequency', '--query', 'trust and case has merger and not alliance', '--format', 'csv'],
    ['frequency', '--query', 'trust and text ~ first', '--format', 'json'],
    ['quotes', '--query', '@trusted'],
    ['quotes', 'trust near funding within 3 words', '--return', 'unit', '--format', 'json'],
    ['code', '--query', 'funding and (case has alliance) and text ~ 资金'],
    ['cooccurrence', '--query', '(trust or funding) and case has (funding precedes alliance)', '--format', 'csv'],
    ['report', '--query', 'trust and case has merger', '--format', 'json'],
  ])('give the same bytes, whatever their number: %s', (...words) => {
    const one = qcode(study, words);
    expect(one).toMatchObject({ code: 0, stderr: '' });
    expect(qcode(study, [...words, '--jobs', '3'])).toEqual(one);
  });
});
