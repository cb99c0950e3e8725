import { afterAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { anchorOf } from '../../src/coding/anchor.js';
import { printEvent } from '../../src/coding/print-event.js';
import { encode } from '../../src/text/utf8.js';
import { folderWith, qcode, removeFolders } from './run.js';

afterAll(removeFolders);

const ENGLISH =
  'Interviewer: What of the money?\nRespondent: Funding came late. We trust the office. Nobody else would.\nInterviewer: And then?\nRespondent: The grant was a matter of trust.\n';
const CHINESE =
  '问：怎么样？\n梁生：资金靠信任。秘密在这里。别的没有。\n问：还有呢？\n陈科：信任不是资金，是日子。\n问：就这样？\n陈科：就这样。\n';

const byHand = (id: string, at: string, words: string): string => {
  const start = encode(ENGLISH.slice(0, ENGLISH.indexOf(words))).length;
  const anchor = anchorOf({ start, end: start + encode(words).length }, encode(ENGLISH), '0'.repeat(64));
  return `${printEvent({ event: 'apply', id, at, code: 'trust', anchor, memo: `on ${id}` })}\n`;
};

/** Two cases, of which the second speaks Chinese; 梁生 may be counted and not quoted. */
const study = folderWith({
  'qcode.yaml': 'title: Small study\nanalysis: all\nexclude_roles: [interviewer]\n',
  'codebook.yaml': `codes:
  - id: money
    name: Money
    definition: What an agency lives on.
    include: Sums and how they come.
    keywords: [fund*, 资金]
    codes:
      - {id: grant, keywords: [grant]}
  - {id: trust, definition: Reliance on others., keywords: [trust, 信任]}
`,
  'cases.csv': 'case,agency,background,founded\nA1,Zeal,trade,2010\nD1,民政局,office,\n',
  'people.csv':
    'source,speaker,consent\ntranscripts/d.txt,梁生,count\ntranscripts/d.txt,陈科,quote\ntranscripts/d.txt,问,quote\n',
  'transcripts/a.txt': `---\ncase: A1\n---\n${ENGLISH}`,
  'transcripts/d.txt': `---\ncase: D1\n---\n${CHINESE}`,
  'codings/ann/transcripts/a.txt.jsonl': [
    byHand('later', '2026-02-02T00:00:00.000Z', 'Nobody else would.'),
    byHand('first', '2026-02-01T00:00:00.000Z', 'The grant was a matter of trust.'),
  ].join(''),
});

const out = (...words: string[]): string => {
  const { stdout, stderr, code } = qcode(study, ['quotes', ...words], { COLUMNS: '80' });
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  return stdout;
};
const csv = (...words: string[]): Record<string, string>[] =>
  parse(out('--format', 'csv', ...words), { columns: true });
const column = (name: string, ...words: string[]): string[] => csv(...words).map((row) => row[name]!);
const headings = (markdown: string): string[] => markdown.split('\n').filter((line) => line.startsWith('#'));

interface Block {
  readonly kind: string;
  readonly rows?: readonly { readonly cells: readonly unknown[] }[];
  readonly groups?: readonly Group[];
}
interface Group {
  readonly by?: string;
  readonly key?: string;
  readonly groups?: readonly Group[];
  readonly quotations: readonly Record<string, unknown>[];
}
interface ListOrTable {
  readonly name: string;
  readonly items?: readonly string[];
  readonly rows?: readonly { readonly cells: readonly unknown[] }[];
}
interface Section {
  readonly blocks: readonly ListOrTable[];
}
const blocks = (...words: string[]): readonly Block[] =>
  (JSON.parse(out('--json', ...words)) as { sections: { blocks: Block[] }[] }).sections[0]!.blocks;

describe('the overview of quotes', () => {
  it('counts quotations by code, with their cases and sources, what was asked, and what is withheld', () => {
    const text = out('--code', 'money', '--below', '--case', 'A1', '--case', 'D1');
    expect(text.startsWith('4 quotations of 2 codes, from 2 cases and 2 sources (codings)\n')).toBe(true);
    expect(text).toContain(`
Money           3      2        2
grant           1      1        1
---------------------------------
total           4      2        2
`);
    expect(text).toContain('Withheld, since their speakers did not agree to be quoted: the words of 1.');
    expect(text.replace(/\s+/g, ' ')).toMatch(
      /Filters: only the case A1 or D1; .*; only the code money and those below\./,
    );
  });

  it('says the query, and of few quotations how many there are in all', () => {
    expect(out('trust near money within 1 sentence').replace(/\s+/g, ' ')).toContain(
      'only codings where trust near money within 1 sentence',
    );
    const [overview] = blocks('--limit', '1');
    expect(overview!.rows!.map(({ cells }) => cells)).toEqual([
      ['money', 1, 3, 1, 1],
      ['grant', 1, 1, 1, 1],
      ['trust', 1, 5, 1, 1],
      ['total', 3, 9, 2, 2],
    ]);
  });

  it('stands in no CSV, and is left out on request', () => {
    expect(blocks().map(({ kind }) => kind)).toEqual(['table', 'quotations']);
    expect(blocks('--no-overview').map(({ kind }) => kind)).toEqual(['quotations']);
    expect(out('--format', 'csv').split('\n')[0]).toBe(
      'code,case,source,line,start,end,speaker,time,question_speaker,question,quotation,keywords,coders,memos',
    );
    expect(out('--no-overview', '--format', 'csv')).toBe(out('--format', 'csv'));
  });
});

describe('--show', () => {
  it('chooses the columns of CSV, in their order', () => {
    const header = (...words: string[]): string => out('--format', 'csv', ...words).split('\n')[0]!;
    expect(header('--show', 'text,case')).toBe('case,quotation');
    expect(header('--show', 'position，code')).toBe('code,line,turn,start,end');
    expect(header('--show', 'context')).toBe('question_speaker,question');
    expect(header('--context', '1', '--show', 'text')).toBe('before,quotation,after');
    expect(header('--show', 'definition', '--group', 'case,founded')).toBe('founded,case,definition,include,exclude');
    expect(header('--show', 'all')).toBe(
      'code,case,source,line,turn,start,end,speaker,time,question_speaker,question,quotation,keywords,coders,memos,coded,definition,include,exclude',
    );
  });

  it('chooses the fields of JSON alike', () => {
    const keys = (...words: string[]): string[] => Object.keys(blocks(...words)[1]!.groups![0]!.quotations[0]!);
    expect(keys('--show', 'text,case')).toEqual(['case', 'text']);
    expect(keys('--show', 'position,coded,definition')).toEqual(
      ['line', 'turn', 'start', 'end', 'coded', 'definition', 'include', 'exclude'], //
    );
    expect(keys('--context', '0', '--show', 'text')).toEqual(['before', 'text', 'after']);
  });

  it('chooses the lines for people', () => {
    const text = out('--no-overview', '--code', 'grant', '--show', 'case,position,keywords,memos,definition');
    expect(text.slice(text.indexOf('grant\n1 in all'))).toBe(
      'grant\n1 in all\n\n  Zeal (line 7, turn 4, characters 138–170)\n    keywords: grant\n',
    );
    const words = out('--no-overview', '--code', 'money', '--case', 'A1', '--show', 'text,definition');
    expect(words.slice(words.indexOf('Money'))).toBe(
      'Money (money)\n1 in all\nDefinition: What an agency lives on.\nUse it: Sums and how they come.\n\n    Funding came late.\n',
    );
    const bare = out('--no-overview', '--code', 'grant', '--show', 'code', '--group', 'none', '--format', 'markdown');
    expect(bare.endsWith('\n\n> — grant\n')).toBe(true);
  });

  it('and the context is as much as one asks for', () => {
    const text = out('--no-overview', '--context', '1', '--show', 'text', '--code', 'money', '--case', 'A1');
    expect(text.slice(text.indexOf('1 in all'))).toBe(
      '1 in all\n\n    Interviewer: What of the money?\n    | Funding came late.\n    Respondent: We trust the office. Nobody else would.\n    Interviewer: And then?\n',
    );
    expect(csv('--context', '1 sentence', '--code', 'money', '--case', 'A1')[0]).toMatchObject({
      before: 'Interviewer: What of the money?',
      after: 'Respondent: We trust the office.',
    });
  });
});

describe('--group and --sort', () => {
  it('group within groups, with headings that nest', () => {
    expect(headings(out('--group', 'background,code', '--format', 'markdown'))).toEqual([
      '### background: office',
      '#### Money (money)',
      '#### trust',
      '### background: trade',
      '#### Money (money)',
      '#### grant',
      '#### trust',
    ]);
    const text = out('--group', 'case,code', '--no-overview', '--show', 'text', '--code', 'grant');
    expect(text.slice(text.indexOf('Zeal'))).toBe(
      'Zeal (A1)\n1 in all\n\n  grant\n  1 in all\n\n      The grant was a matter of trust.\n',
    );
    const [first] = blocks('--group', 'agency,code')[1]!.groups!;
    expect([first!.by, first!.key, first!.quotations, first!.groups!.map(({ key }) => key)]).toEqual(
      ['agency', 'Zeal', [], ['money', 'grant', 'trust']], //
    );
  });

  it('list the same quotations, each once', () => {
    const all = out('--format', 'csv').split('\n').sort();
    for (const words of [
      ['--group', 'none'],
      ['--group', 'code,speaker'],
      ['--sort', 'length,-coded'],
      ['--group', 'source'],
    ])
      expect(
        out('--format', 'csv', ...words)
          .split('\n')
          .sort(),
      ).toEqual(all);
  });

  it('put cases in the order of the frequency table, missing values last, and codes as the codebook has them', () => {
    expect(qcode(study, ['frequency', '--format', 'csv']).stdout.split('\n')[0]).toBe('code,Zeal,民政局,total');
    expect([...new Set(column('case', '--sort', 'case'))]).toEqual(['A1', 'D1']);
    expect([...new Set(column('case', '--sort=-case'))]).toEqual(['D1', 'A1']);
    expect([...new Set(column('founded', '--group', 'founded'))]).toEqual(['2010', '(none)']);
    expect([...new Set(column('code', '--group', 'none', '--sort', 'code'))]).toEqual(['money', 'grant', 'trust']);
  });

  it('sort by length, by place, and by when it was coded', () => {
    const lengths = csv('--group', 'none', '--sort=-length').map(({ start, end }) => Number(end) - Number(start));
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
    const places = csv('--group', 'none', '--sort', 'position').map(
      ({ source, start }) => `${source} ${start!.padStart(4)}`,
    );
    expect(places).toEqual([...places].sort());
    expect(column('memos', '--group', 'none', '--sort', 'coded').slice(0, 3)).toEqual(['on first', 'on later', '']);
    expect(column('coded', '--group', 'none', '--sort=-coded', '--show', 'coded').slice(0, 3)).toEqual([
      '2026-02-02T00:00:00.000Z',
      '2026-02-01T00:00:00.000Z',
      '',
    ]);
  });

  it('of a unit tell when the first of its codings was stored', () => {
    const rows = csv('trust', '--return', 'unit', '--case', 'A1', '--show', 'turn,coded');
    expect(rows).toEqual([
      { turn: '2', coded: '2026-02-02T00:00:00.000Z' },
      { turn: '4', coded: '2026-02-01T00:00:00.000Z' },
    ]);
  });

  it('keep the columns of CSV that name groups', () => {
    expect(Object.keys(csv('--group', 'speaker,background', '--show', 'text')[0]!)).toEqual(
      ['background', 'speaker', 'quotation'], //
    );
  });
});

describe('words of whoever did not agree to be quoted', () => {
  const layouts = [
    [],
    ['--show', 'all'],
    ['--context', '3'],
    ['--context', '9 sentences', '--show', 'text,keywords,definition'],
    ['--group', 'speaker,code', '--context', '2 lines'],
    ['--group', 'none', '--sort', 'length', '--show', 'keywords'],
    ['--limit', '5', '--context', '2 paragraphs'],
    ['--query', 'money near trust', '--return', 'unit', '--context', '1'],
  ];

  it.each(layouts.map((words) => [words]))('stand nowhere: %j', (words) => {
    for (const format of ['table', 'csv', 'markdown', 'json']) {
      const text = out(...words, '--format', format).replace(/\s+/g, '');
      expect(text).not.toMatch(/靠|秘密|这里|别的/);
    }
  });

  it('which takes nothing from what others say', () => {
    expect(out('--context', '3', '--group', 'case', '--format', 'csv')).toContain('陈科: 就这样。');
    expect(column('after', '--context', '1', '--case', 'D1', '--code', 'trust')[0]).toBe(
      '梁生: [withheld: no consent to quote]\n问: 还有呢？',
    );
  });
});

describe('what quotes cannot show', () => {
  it.each([
    [['--show', 'tex'], '--show knows no "tex"', 'Did you mean text?'],
    [['--show', 'text,,case'], '--show wants names with commas between them', ''],
    [['--group', 'agncy'], 'no source has the attribute "agncy"', 'Did you mean agency?'],
    [['--sort', 'fonded'], 'no source has the attribute "fonded"', 'Did you mean founded?'],
    [['--group', 'length'], 'quotations are not grouped by length', 'Write --sort length.'],
    [['--sort', 'code,-code'], '--sort names code twice', ''],
    [
      ['--context', '3 words'],
      '--context wants an amount such as 2 or "3 sentences", not "3 words"',
      'Units are turns',
    ],
  ])('%j', (words, message, remedy) => {
    const { stdout, stderr, code } = qcode(study, ['quotes', ...words]);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(stderr).toContain(message);
    expect(stderr).toContain(remedy);
  });

  it('but an attribute that no quotation has, though others have it, is none', () => {
    expect([...new Set(column('founded', '--group', 'founded', '--case', 'D1'))]).toEqual(['(none)']);
  });

  it('of which the fields of headers are some', () => {
    const waves = folderWith({
      'qcode.yaml': 'title: Waves\n',
      'codebook.yaml': 'codes:\n  - {id: hope, keywords: [hope, 希望]}\n  - {id: rent, keywords: [rent]}\n',
      'transcripts/a.txt': '---\nwave: two\n---\nA: Rent.\n',
      'transcripts/b.txt': 'A: 我们有希望。Rent.\n',
    });
    for (const words of [[], ['--limit', '1']]) {
      const asked = (name: string): string[] => [
        'quotes',
        '--code',
        'hope',
        '--group',
        name,
        ...words,
        '--format',
        'csv',
      ];
      const { stdout, stderr } = qcode(waves, asked('wave'));
      expect({ stderr, wave: parse(stdout, { columns: true }) }).toMatchObject({
        stderr: '',
        wave: [{ wave: '(none)' }],
      });
      expect(qcode(waves, asked('wav')).stderr).toContain('no source has the attribute "wav"');
    }
  });
});

describe('a report on some codes', () => {
  const folder = (...words: string[]): ((name: string) => string) => {
    const target = `tables-${words.join('')}`;
    expect(qcode(study, ['report', ...words, '--format', 'csv', '-o', target])).toMatchObject({ code: 0, stderr: '' });
    return (name) => readFileSync(join(study, target, name), 'utf8');
  };

  it('keeps to them in every section', () => {
    const file = folder('--code', 'money', '--below');
    const same = (name: string, ...words: string[]): void =>
      expect([name, file(name)]).toEqual([name, qcode(study, [...words, '--format', 'csv']).stdout]);
    same('frequency.csv', 'frequency', '--code', 'money', '--code', 'grant');
    same('quotations.csv', 'quotes', '--code', 'money', '--below', '--limit', '3');
    expect(file('cooccurrence.csv')).toBe('code,money,grant\nmoney,3,\ngrant,,1\n');
    expect(
      file('codebook.csv')
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')[0]),
    ).toEqual(['money', 'grant', '']);
    expect(file('frequency-rollup.csv')).toBe('code,Zeal,民政局,total\nmoney,2,2,4\ngrant,1,0,1\n');
    const codings = parse(file('cases.csv'), { columns: true }) as { codings: string }[];
    expect(codings.map((row) => row.codings)).toEqual(['2', '2']);
  });

  it('says so wherever there are notes, and in the manifest', () => {
    const { stdout } = qcode(study, ['report', '--code', 'grant', '--code', 'trust', '--json']);
    const made = JSON.parse(stdout) as {
      caveats: string[];
      sections: { heading: string; blocks: { kind: string; notes?: string[]; items?: string[] }[] }[];
      manifest: { options: { name: string; value: unknown }[] };
    };
    const tables = made.sections.flatMap((section) => section.blocks).filter(({ notes }) => notes !== undefined);
    expect(tables).toHaveLength(6);
    for (const { notes } of tables) expect(notes!.join(' ')).toContain('only the codes grant, trust');
    expect(made.caveats.join(' ')).toContain('only the codes grant, trust');
    expect(made.manifest.options.find(({ name }) => name === 'filters')!.value).toContain(
      'only the codes grant, trust',
    );
    expect(stdout).not.toContain('Money');
    expect(stdout).toContain('sources, without any of these codes:');
  });

  it('takes in codes below where they are rolled up', () => {
    expect(folder('--code', 'money', '--rollup')('frequency.csv')).toBe(
      qcode(study, ['frequency', '--rollup', '--code', 'money', '--format', 'csv']).stdout,
    );
    expect(folder('--code', 'money')('frequency.csv')).toBe('code,Zeal,民政局,total\nmoney,1,2,3\n');
  });

  it('counts what is below a code, asked for or not, wherever it says that it does', () => {
    const parents = folderWith({
      'qcode.yaml': 'title: Parents\n',
      'codebook.yaml':
        'codes:\n  - id: money\n    codes: [{id: grant, keywords: [grant]}, {id: 拨款, keywords: [拨款, fund]}]\n  - {id: need, codes: [{id: rent, keywords: [rent]}]}\n',
      'theory.yaml': 'rules:\n  - {name: Grants come with funds, if: grant, then: [funds], expect: 拨款}\n',
      'transcripts/a.txt': 'A: A grant. A fund. 拨款来了。\n',
      'transcripts/b.txt': 'A: The rent.\n',
    });
    const blocksOf = (...words: string[]): Map<string, ListOrTable> => {
      const made = JSON.parse(qcode(parents, ['report', ...words, '--json']).stdout) as { sections: Section[] };
      return new Map(made.sections.flatMap((section) => section.blocks).map((block) => [block.name, block]));
    };
    const asked = ['--code', 'money', '--code', 'grant'];
    const rolled = qcode(parents, ['frequency', '--rollup', ...asked, '--format', 'csv']).stdout;
    expect(rolled).toContain('\nmoney,3,0,3\n');
    const some = blocksOf(...asked);
    expect(some.get('frequency')!.rows![0]!.cells.slice(0, 4)).toEqual(['money/*', 3, 0, 3]);
    qcode(parents, ['report', ...asked, '--format', 'csv', '-o', 'tables']);
    expect(readFileSync(join(parents, 'tables', 'frequency-rollup.csv'), 'utf8')).toBe(rolled);
    // What a source is coded with is counted of the codes asked for alone.
    expect(readFileSync(join(parents, 'tables', 'cases.csv'), 'utf8')).toMatch(/^transcripts\/a\.txt,.*,1$/m);
    expect(
      blocksOf(...asked, '--rollup')
        .get('frequency')!
        .rows![0]!.cells.slice(0, 4),
    ).toEqual(['money', 3, 0, 3]);
    // A code whose codes below are applied is none of those never applied. A theory asks all codes: it is left out.
    const others = blocksOf('--code', 'need');
    expect(others.get('codes-never-applied')!.items).toEqual([]);
    expect(others.has('theory-cases')).toBe(false);
    expect(blocksOf().get('theory-cases')!.rows).toHaveLength(2);
  });

  it('refuses --below without a code', () => {
    expect(qcode(study, ['report', '--below'])).toMatchObject({ code: 2, stdout: '' });
  });
});
