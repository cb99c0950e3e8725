import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { displayWidth } from '../../src/core/width.js';
import { loggedStudy } from './logged-study.js';
import { qcode, removeFolders, sampleStudy } from './run.js';

afterAll(removeFolders);

/*
 * Three agencies and the bureau, in Chinese. Where there are more projects (增长) a name is expected (品牌):
 *   A1 has both                            supports
 *   A2 has the name's opposite too (淡化)    contradicts, with words for the claim all the same
 *   A3 has no name; judged, in her words    contradicts
 *   D1 growth is coded, 品牌 judged unknown   silent; whose words these are may not be quoted
 */
const FILES = {
  'qcode.yaml': 'title: 项目与品牌\nlanguage: zh\nanalysis: manual\n',
  'codebook.yaml':
    'title: 编码本\ncodes:\n  - {id: 增长, name: 项目增长}\n  - {id: 品牌}\n  - {id: 淡化, name: 品牌淡化}\n',
  'cases.csv': 'case,agency,type\nA1,晴川,provider\nA2,同舟,provider\nA3,启能,provider\nD1,民政局,government\n',
  'people.csv': 'source,speaker,person,role,case,consent\ntranscripts/4.txt,林科,Lin,respondent,D1,paraphrase\n',
  'transcripts/1.txt': '---\ncase: A1\n---\n问：项目多了，名声呢？\n答：项目多了，街坊都认得我们的蓝马甲。\n',
  'transcripts/2.txt': '---\ncase: A2\n---\n答：有十四个项目，三个员工说三个答案，招牌还是有人认的。\n',
  'transcripts/3.txt': '---\ncase: A3\n---\n答：项目是多了。名字？没有人问过我们叫什么。\n',
  'transcripts/4.txt': '---\ncase: D1\n---\n林科：项目多的机构，我也答不出它最拿手什么。\n',
};
const THEORY = `title: 项目多了，就有品牌
rules:
  - {name: 多做项目，打响品牌, if: 增长, then: [名声], expect: 品牌 and not 淡化}
  - {name: 淡化之后，品牌还在, if: 淡化, then: [留名], expect: 品牌}
goal: 品牌
judgements:
  - {case: A3, code: 品牌, value: false, why: 没有人知道名字。, quotations: [没有人问过我们叫什么, 大家都知道]}
  - {case: D1, code: 品牌, value: unknown, why: The deputy cannot say., quotations: [我也答不出它最拿手什么]}
`;
const at = '2026-01-01T00:00:00Z';
const folder = loggedStudy(
  { ...FILES, 'theory.yaml': THEORY },
  {
    ann: {
      'transcripts/1.txt': [
        { at, words: '项目多了，街坊', code: '增长' },
        { at, words: '街坊都认得我们的蓝马甲', code: '品牌' },
      ],
      'transcripts/2.txt': [
        { at, words: '十四个项目', code: '增长' },
        { at, words: '三个员工说三个答案', code: '淡化' },
        { at, words: '招牌还是有人认的', code: '品牌' },
      ],
      'transcripts/3.txt': [{ at, words: '项目是多了', code: '增长' }],
      'transcripts/4.txt': [{ at, words: '项目多的机构', code: '增长' }],
    },
  },
);

function printed(words: readonly string[] = [], where = folder): string {
  const { stdout, stderr, code } = qcode(where, ['theory', ...words], { COLUMNS: '80' });
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  return stdout;
}

/** What stands under a heading of the terminal, as lines without their indents. */
function under(text: string, heading: string): string[] {
  const lines = text.split('\n');
  const from = lines.indexOf(heading);
  expect(lines[from + 1]).toMatch(/^=+$/);
  const rest = lines.slice(from + 2);
  const to = rest.findIndex((line, i) => /^=+$/.test(rest[i + 1] ?? '') && line !== '');
  return (to < 0 ? rest : rest.slice(0, to)).map((line) => line.trim()).filter((line) => line !== '');
}

describe('the report of a theory', () => {
  const text = printed();
  const claim = under(text, '1. 多做项目，打响品牌');

  it('begins with an overview of claims and cases, in numbers', () => {
    const overview = under(text, 'Overview');
    expect(overview.find((line) => line.startsWith('1. '))).toMatch(/^1\. 多做项目，打响品牌 +1 +2 +1 +0$/);
    expect(overview.find((line) => line.startsWith('2. '))).toMatch(/^2\. 淡化之后，品牌还在 +1 +0 +0 +3$/);
    expect(overview.filter((line) => /\([AD]\d\)/.test(line)).slice(0, 4)).toEqual([
      expect.stringMatching(/^同舟 \(A2\) +provider +× +\+ +reached$/),
      expect.stringMatching(/^启能 \(A3\) +provider +× +· +not reached$/),
      expect.stringMatching(/^晴川 \(A1\) +provider +\+ +· +reached$/),
      expect.stringMatching(/^民政局 \(D1\) +government +\? +· +unknown$/),
    ]);
  });

  it('says of each claim what it asks, in codes and their names, and what was found, by groups of cases', () => {
    expect(claim.slice(0, 7)).toEqual([
      'IF        增长',
      'THEN      名声',
      'Expected  品牌 and not 淡化',
      'Codes     增长: 项目增长; 淡化: 品牌淡化',
      'Found     The IF holds in 4 of 4 cases: 1 supports the claim, 2 contradict it, 1',
      'is silent.',
      'By type   supports in provider 1 of 3 (2 contradict); government 0 of 1 (1',
    ]);
  });

  it('has the evidence under the case that supports it', () => {
    const from = claim.indexOf('Evidence: 1 case supports it');
    expect(claim.slice(from + 1, from + 5)).toEqual([
      '晴川 (A1)',
      '品牌: 1 coding; 淡化: looked for in 1 source, none found.',
      '答, 晴川 (transcripts/1.txt, line 5)',
      '问: 项目多了，名声呢？',
    ]);
    expect(claim[from + 5]).toBe('街坊都认得我们的蓝马甲');
  });

  it('has the counter-evidence under each case, with what speaks for the claim all the same', () => {
    const from = claim.indexOf('Counter-evidence: 2 cases contradict it');
    expect(claim.slice(from + 1, from + 14)).toEqual([
      '同舟 (A2)',
      '淡化: 1 coding.',
      '答, 同舟 (transcripts/2.txt, line 4)',
      '三个员工说三个答案',
      'coded by ann',
      'All the same, for the claim: 品牌: 1 coding.',
      '答, 同舟 (transcripts/2.txt, line 4)',
      '招牌还是有人认的',
      'coded by ann',
      '启能 (A3)',
      'Judged: 品牌 is false. 没有人知道名字。 (1 quotation not found in what was read)',
      '答, 启能 (transcripts/3.txt, line 4)',
      '没有人问过我们叫什么',
    ]);
  });

  it('has who is silent, with what is unknown, and quotes nobody without consent', () => {
    const from = claim.indexOf('Silent: 1 case');
    expect(claim.slice(from + 1, from + 5)).toEqual([
      '民政局 (D1)',
      'Judged: 品牌 is unknown. The deputy cannot say.',
      '林科, 民政局 (transcripts/4.txt, line 4)',
      '[withheld: no consent to quote]',
    ]);
    for (const words of [[], ['--format', 'csv'], ['--json'], ['--format', 'markdown']])
      expect(printed(words)).not.toContain('答不出');
  });

  it('says how far somebody looked where nothing speaks against a claim', () => {
    const other = under(text, '2. 淡化之后，品牌还在');
    expect(other).toContain('Counter-evidence: looked for in 1 source of 1 case, none found.');
    expect(other.at(-1)).toBe('IF not met: 启能 (A3), 晴川 (A1), 民政局 (D1).');
  });

  it('names the claims that want a memo, with the command that opens one', () => {
    expect(under(text, 'Claims that cases speak against').slice(0, 2)).toEqual([
      '- 1. 多做项目，打响品牌: 同舟 (A2), 启能 (A3). qcode compare 品牌 淡化 --memo',
      expect.stringMatching(/^Of each case: what in it makes it so/),
    ]);
    const { code } = qcode(folder, ['compare', '品牌', '淡化']);
    expect(code).toBe(0);
  });

  it('traces each case with the places where it can be read', () => {
    expect(under(text, 'Trace: 同舟 (A2)').join(' ')).toBe(
      '- 1. 多做项目，打响品牌: contradicts. IF true: 增长: 1 coding (transcripts/2.txt:4). Expected false: 淡化: 1 ' +
        'coding (transcripts/2.txt:4). Adds 名声. - 2. 淡化之后，品牌还在: supports. IF true: 淡化: 1 coding ' +
        '(transcripts/2.txt:4). Expected true: 品牌: 1 coding (transcripts/2.txt:4). Adds 留名. - Goal reached: 品牌: 1 ' +
        'coding (transcripts/2.txt:4).',
    );
  });

  it('ends with how it was made', () => {
    const headings = text.split('\n').filter((_, i, lines) => /^=+$/.test(lines[i + 1] ?? ''));
    expect(headings.at(-1)).toBe('Method');
    expect(text.split('\n').every((line) => displayWidth(line) <= 80)).toBe(true);
  });

  it('quotes no more than --quotes, and cites all the same', () => {
    const bare = printed(['--quotes', '0']);
    expect(bare).not.toContain('三个员工说三个答案');
    expect(bare.replace(/\s+/g, ' ')).toContain('淡化: 1 coding (transcripts/2.txt:4).');
    expect(qcode(folder, ['theory', '--quotes', 'few']).stderr).toContain(
      '--quotes wants a whole number from 0, not "few"',
    );
  });

  it('is the same in Markdown and JSON', () => {
    const markdown = printed(['--format', 'markdown']);
    expect(markdown).toContain('## 1. 多做项目，打响品牌');
    expect(markdown).toContain('**Counter-evidence: 2 cases contradict it**\n\n### 同舟 (A2)\n');
    expect(markdown).toContain('> 三个员工说三个答案\n>\n> — 答, 同舟 (transcripts/2.txt, line 4)\n');
    const { sections } = JSON.parse(printed(['--json'])) as {
      sections: { heading: string; blocks: { name?: string; groups?: { quotations: { text: string }[] }[] }[] }[];
    };
    const own = sections.find(({ heading }) => heading === '1. 多做项目，打响品牌')!;
    const quoted = own.blocks.map(({ name, groups = [] }) => [
      name,
      groups.flatMap(({ quotations }) => quotations.map((one) => one.text)),
    ]);
    expect(quoted).toEqual([
      ['claim', []],
      ['evidence', ['街坊都认得我们的蓝马甲']],
      ['counter-evidence', ['三个员工说三个答案', '招牌还是有人认的', '没有人问过我们叫什么']],
      ['silent', ['[withheld: no consent to quote]']],
    ]);
  });
});

describe('a theory in the report of a study', () => {
  it('is a section of its own, and a table of the folder', () => {
    const { stdout, code } = qcode(folder, ['report'], { COLUMNS: '80' });
    expect(code).toBe(0);
    const section = under(stdout, 'Theory: 项目多了，就有品牌');
    expect(section.find((line) => line.startsWith('1. '))).toMatch(/ 1 +2 +1 +0$/);
    expect(section.join(' ')).toContain('- 1. 多做项目，打响品牌: 同舟 (A2), 启能 (A3).');
    expect(stdout).toMatch(/[0-9a-f]{12} {2}theory\.yaml/);
    expect(stdout).not.toContain('答不出');
    const { code: written } = qcode(folder, ['report', '--format', 'csv', '-o', 'tables']);
    expect(written).toBe(0);
    const whole = qcode(folder, ['theory', '--format', 'csv']).stdout;
    expect(readFileSync(join(folder, 'tables/theory.csv'), 'utf8')).toBe(whole);
  });

  it('is not asked of the codings that a query chooses', () => {
    expect(qcode(folder, ['report', '--query', '品牌']).stdout).not.toContain('Theory:');
  });

  it('does not keep a report from being made where theory.yaml has errors', () => {
    const other = loggedStudy({ ...FILES, 'theory.yaml': 'rules:\n  - {name: a, if: 没有, then: [b]}\n' }, {});
    const { stdout, code } = qcode(other, ['report']);
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toContain('theory.yaml has errors, and its claims are not in this report');
  });
});

describe('the theory of the sample', () => {
  const study = sampleStudy();
  const { sections } = JSON.parse(printed(['--json'], study)) as {
    sections: { heading: string; blocks: { name: string; rows?: { cells: (string | number)[] }[] }[] }[];
  };
  const claims = sections[0]!.blocks.find(({ name }) => name === 'theory-claims')!.rows!.map(({ cells }) => cells);

  it('has evidence and counter-evidence of its claims: supports, contradicts, silent, IF not met', () => {
    expect(claims).toEqual([
      ['Who competes is commissioned later', 4, 3, 1, 0],
      ['Who competes prepares services from local interests', 5, 3, 0, 0],
      ['Larger sums give room for design', 1, 3, 0, 4],
      ['More projects build a brand', 1, 4, 0, 3],
      ['The nature of a project decides autonomy', 3, 1, 1, 3],
      ['Many types of services make delivery flexible', 3, 2, 0, 3],
      ['Who depends to survive develops by its own means', 5, 1, 2, 0],
      ['Officials are reached by acquaintance', 5, 3, 0, 0],
      ['Who links by acquaintance links by reasons too', 8, 0, 0, 0],
    ]);
  });

  it('rests its judgements on words that stand in the interviews', () => {
    const text = printed([], study);
    expect(text).not.toContain('not found in what was');
    const claim = under(text, '7. Who depends to survive develops by its own means');
    expect(claim).toContain('那一年零两个月我们是不依赖的，可是也没有发展啊，就是没死。');
  });

  it('is tried over one case, without a word on the judgements of others', () => {
    expect(printed(['--case', 'A2'], study)).toContain('What 1 case says of each claim');
  });

  it('takes another file', () => {
    writeFileSync(join(study, 'other.yaml'), 'rules:\n  - {name: a, if: fairness, then: [b]}\n');
    expect(printed(['other.yaml', '--format', 'csv'], study)).toMatch(/^A7,a,/m);
  });
});
