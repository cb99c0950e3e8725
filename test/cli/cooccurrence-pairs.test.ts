import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { loggedStudy } from './logged-study.js';
import { type Run, SMALL, folderWith, qcode, removeFolders } from './run.js';

/* What there is no pair of, what options do not go together, and what a table of one measure says of its gaps. */

const AT = '2026-01-02T03:04:05Z';
let study = '';
let uneven = '';

beforeAll(() => {
  study = folderWith(SMALL);
  uneven = loggedStudy(
    {
      'qcode.yaml': 'title: Uneven\nanalysis: all\n',
      'codebook.yaml': 'codes:\n  - id: money\n    keywords: [fund*, 资金]\n  - id: latent\n',
      'transcripts/a.txt': 'R: Funds and no funds.\n\nR: Nothing.\n',
      'transcripts/b.txt': '答：资金。\n\n答：没有了。\n\n答：资金呢？\n',
    },
    { ann: { 'transcripts/a.txt': [{ at: AT, words: 'no funds', code: 'latent' }] } },
  );
});
afterAll(removeFolders);

const pairs = (...words: string[]): Run => qcode(study, ['cooccurrence', '--pairs', ...words]);
const flowing = ({ stdout, stderr }: Run): string => `${stdout}${stderr}`.replace(/\s+/g, ' ');

describe('pairs that there are not', () => {
  it('of one code', () => {
    const run = pairs('--code', 'trust');
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(flowing(run)).toContain('There is no pair: it takes two codes, of which neither is above the other.');
    expect(pairs('--code', 'trust', '--format', 'csv').stdout.split('\n')).toHaveLength(2);
  });

  it('of a code with the one above it', () => {
    for (const more of [[], ['--rollup']])
      expect(flowing(pairs('--code', 'money', '--code', 'grant', ...more))).toContain('(1 such pair)');
  });

  it('of codes that never meet', () => {
    const [row] = parse(
      pairs('--code', 'grant', '--code', 'trust', '--case', 'D1', '--min-count', '0', '--format', 'csv').stdout,
      {
        columns: true,
      },
    ) as Record<string, string>[];
    expect([row!.both, row!.lift, row!.pmi, row!.npmi]).toEqual(['0', '', '', '']);
    expect([row!.fisher, row!.fisher_bh]).toEqual(['', '']);
    expect(row!.remark).toContain('one of the codes does not occur; one of the codes is in no unit or in all');
    expect(flowing(pairs('--code', 'grant', '--code', 'trust', '--case', 'D1'))).toContain(
      'Not listed: 1 pair that shares fewer than 1 paragraph',
    );
  });

  it('of codes for which nobody looked', () => {
    expect(flowing(pairs('--min-count', '0'))).toContain('No figures: 3 pairs for whose codes nobody looked');
  });

  it('in no units', () => {
    const empty = folderWith({ ...SMALL, 'transcripts/a.txt': '', 'transcripts/d.txt': '' });
    const run = qcode(empty, ['cooccurrence', '--pairs', '--rules', '--min-count', '0', '--format', 'csv']);
    const rows = parse(run.stdout, { columns: true }) as Record<string, string>[];
    expect(rows.find(({ code, with: other }) => code === 'grant' && other === 'trust')).toMatchObject({
      both: '0',
      units: '0',
      jaccard: '',
      jaccard_low: '',
      fisher: '',
      fisher_bh: '',
    });
    for (const words of [
      ['--unit', 'overlap'],
      ['--by', 'case'],
      ['--unit', 'case'],
    ])
      expect(qcode(empty, ['cooccurrence', '--pairs', '--min-count', '0', ...words]).stdout).not.toMatch(
        /NaN|Infinity/,
      );
  });
});

describe('options that do not go together', () => {
  const refused = (...words: string[]): string => {
    const run = qcode(study, ['cooccurrence', ...words]);
    expect([run.code, run.stdout]).toEqual([2, '']);
    return flowing(run);
  };

  it('are refused with what to do', () => {
    expect(refused('--by', 'agency')).toContain('--by is for pairs remedy: Add --pairs');
    expect(refused('--pairs', '--long')).toContain('--pairs and --long exclude each other');
    expect(refused('--min-count', '3')).toContain('--min-count guards measures');
    expect(refused('--pairs', '--min-count', '-1')).toContain('--min-count wants a whole number from 0');
    expect(refused('--measure', 'kappa')).toContain('npmi');
    expect(refused('--pairs', '--by', 'agenci')).toContain('Did you mean agency?');
  });
});

describe('a table of one measure', () => {
  const table = (...words: string[]): string => {
    const run = qcode(study, ['cooccurrence', '--unit', 'turn', ...words]);
    expect([run.code, run.stderr]).toEqual([0, '']);
    return flowing(run);
  };

  it('says why there is no figure, and guards it', () => {
    expect(table('--measure', 'pmi', '--min-count', '3')).toContain('fewer than 3 units with both codes (1 pair)');
    expect(table('--long', '--measure', 'lift', '--min-count', '3')).toContain('fewer than 3 units with both');
  });

  it('has no p where a code is in every unit, as pairs have none', () => {
    const always = folderWith({
      ...SMALL,
      'transcripts/a.txt': 'R: fund trust.\n\nR: fund.\n',
      'transcripts/d.txt': '',
    });
    const own = ['cooccurrence', '--rules', '--code', 'money', '--code', 'trust', '--unit', 'turn', '--format', 'csv'];
    const found = (...words: string[]): Record<string, string>[] =>
      parse(qcode(always, [...own, ...words]).stdout, { columns: true });
    expect(found('--pairs')).toMatchObject([{ first: '2', second: '1', units: '2', fisher: '', fisher_bh: '' }]);
    expect(found('--long', '--measure', 'fisher')).toMatchObject([{ fisher: '' }]);
    expect(found('--measure', 'fisher')).toMatchObject([
      { code: 'money', trust: '' },
      { code: 'trust', money: '' },
    ]);
  });

  it('of p is unshaded, descriptive, and never a bare 0', () => {
    const text = table('--measure', 'fisher');
    expect(text).toContain('coded segments are not independent');
    expect(text).not.toMatch(/[⣀⣤⣶⣿]/);
    expect(text).toMatch(/ 0\.\d{3} /);
  });

  it('warns where nobody looked for a code in some sources, which pairs leave out', () => {
    const text = flowing(qcode(uneven, ['cooccurrence', '--measure', 'phi']));
    expect(text).toContain(
      'of each pair only those units count in which somebody looked for both, as in --pairs, so that N differs',
    );
    const csv = qcode(uneven, ['cooccurrence', '--pairs', '--min-count', '0', '--format', 'csv']).stdout;
    expect(parse(csv, { columns: true })).toMatchObject([{ first: '1', second: '1', units: '2' }]);
    expect(table('--measure', 'phi')).not.toContain('N differs');
  });
});

it('p values are written for people and kept for files', () => {
  const words = Array.from({ length: 12 }, (_, i) => (i % 2 ? 'R: fund trust.' : 'R: nothing.')).join('\n\n');
  const twelve = folderWith({ ...SMALL, 'transcripts/a.txt': words, 'transcripts/d.txt': words });
  const own = ['cooccurrence', '--pairs', '--code', 'money', '--code', 'trust', '--measure', 'fisher'];
  expect(qcode(twelve, own).stdout).toMatch(/<0\.001 +<0\.001/);
  expect(qcode(twelve, [...own, '--format', 'markdown']).stdout).toContain('\\<0.001');
  // 12 of 24 units, always together: two of the 24 over 12 ways are as unlikely.
  const [row] = parse(qcode(twelve, [...own, '--format', 'csv']).stdout, { columns: true }) as Record<string, string>[];
  expect(Number(row!.fisher)).toBeCloseTo(2 / 2_704_156, 15);
});

describe('on a terminal', () => {
  const drawn = (columns: number, ...words: string[]): string[] =>
    qcode('samples/procurement-services', ['cooccurrence', '--pairs', '--min-count', '4', ...words], {
      COLUMNS: String(columns),
    }).stdout.split('\n');
  const heading = (lines: readonly string[]): string => lines[lines.findIndex((line) => /^-+$/.test(line)) - 1]!;

  it.each(['count', 'jaccard', 'dice', 'npmi', 'fisher', 'conditional'])(
    'of 80 columns a row is a row, also by %s and by case',
    (measure) => {
      const chance = ['npmi', 'fisher'].includes(measure);
      for (const more of [[], ['--by', 'agency'], ...(chance ? [] : [['--unit', 'overlap']])]) {
        const lines = drawn(80, '--measure', measure, ...more);
        expect(lines.filter((line) => [...line].length > 80)).toEqual([]);
        expect(heading(lines)).toMatch(/code +with +both/);
      }
    },
  );

  it('of 160 columns there is more, of a file everything', () => {
    expect(heading(drawn(160))).toMatch(/ n1 +n2 +N .* Phi +G² +naive p +naive p \(BH\)/);
    expect(heading(drawn(80))).not.toContain('Phi');
    expect(drawn(80, '--format', 'markdown').find((line) => line.startsWith('| code'))).toContain('| remark |');
  });
});
