import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Code, Codebook, Rule } from '../../../src/codebook/codebook.js';
import { parseCodebook } from '../../../src/codebook/parse.js';

function read(yaml: string): Codebook {
  const { value, diagnostics } = parseCodebook(yaml, 'study/codebook.yaml');
  expect(diagnostics).toEqual([]);
  return value!;
}

const only = (lines: string): Code => read(`codes:\n  - id: a\n${lines.replace(/^/gmu, '    ')}\n`).codes[0]!;

const rule = (keyword: string): Rule => only(`keywords:\n  - ${keyword}`).rules[0]!;

const names = (keywords: readonly { written: string }[]): string[] => keywords.map(({ written }) => written);

describe('a codebook', () => {
  it('has defaults', () => {
    expect(read('codes:\n  - id: trust\n')).toEqual({
      file: 'study/codebook.yaml',
      title: 'codebook',
      fold: { han: true },
      properties: {},
      codes: [
        {
          id: 'trust',
          was: [],
          name: 'trust',
          examples: [],
          parent: null,
          depth: 0,
          rules: [],
          except: [],
          line: 2,
          column: 9,
        },
      ],
      relationTypes: [],
      relations: [],
    });
  });

  it('has its code map', () => {
    const { relationTypes, relations, core } = read(`
relation_types: [erodes, 削弱]
core: trust
relations:
  - {from: 信任, type: is-a, to: trust}
  - from: money
    type: 削弱
    to: "trust"
codes:
  - id: trust
    codes: [{id: 信任}]
  - id: money
`);
    expect({ relationTypes, relations, core }).toEqual({
      relationTypes: ['erodes', '削弱'],
      relations: [
        { from: '信任', type: 'is-a', to: 'trust' },
        { from: 'money', type: '削弱', to: 'trust' },
      ],
      core: 'trust',
    });
  });

  it('has what is written', () => {
    const { title, fold, properties, codes } = read(`
title: Procurement 采购
fold: {han: false}
properties:
  stance: [affirms, denies]
  weight:
codes:
  - id: amount-funded
    name: Amount funded
    definition: >-
      Sums of money,
      large or small.
    include: when a sum is named
    exclude: "salaries: no"
    examples:
      - 一百二十万
      - 'the larger grant'
    color: "#C0392B"
`);
    expect({ title, fold, properties }).toEqual({
      title: 'Procurement 采购',
      fold: { han: false },
      properties: { stance: ['affirms', 'denies'], weight: [] },
    });
    expect(codes[0]).toMatchObject({
      name: 'Amount funded',
      definition: 'Sums of money, large or small.',
      include: 'when a sum is named',
      exclude: 'salaries: no',
      examples: ['一百二十万', 'the larger grant'],
      color: '#c0392b',
    });
  });

  it('takes scalars by their source text', () => {
    const code = only('name: 007\nkeywords: [2008, 007, null, yes, 1e3, 0x10, ~a, true, 1_000, 2020-01-01, .5]');
    expect(code.name).toBe('007');
    expect(code.rules.map(({ name }) => name)).toEqual([
      '2008',
      '007',
      'null',
      'yes',
      '1e3',
      '0x10',
      '~a',
      'true',
      '1_000',
      '2020-01-01',
      '.5',
    ]);
    expect(read('codes:\n  - id: 2008\n  - id: null\n  - id: 007\n').codes.map(({ id }) => id)).toEqual([
      '2008',
      'null',
      '007',
    ]);
  });

  it('nests codes to any depth, parents first', () => {
    const deep = Array.from({ length: 200 }, (_, depth) => {
      const indent = ' '.repeat(4 * depth);
      return `${indent}codes:\n${indent}  - id: c${depth}\n`;
    }).join('');
    const { codes } = read(deep);
    expect(codes).toHaveLength(200);
    expect(codes[199]).toMatchObject({ id: 'c199', parent: 'c198', depth: 199 });
  });

  it('has ids of any script, in NFC', () => {
    const ids = [
      '资金',
      'доверие',
      'cafe\u0301',
      'naïve_1',
      '信頼-2',
      'ثقة',
      'ความไว้วางใจ',
      '_x',
      '8',
      'हिन्दी',
      '신뢰',
    ];
    const { codes } = read(`codes:\n${ids.map((id) => `  - id: ${id}\n`).join('')}`);
    expect(codes.map(({ id }) => id)).toEqual(ids.map((id) => id.normalize('NFC')));
  });

  it('lets a colour be short', () => {
    expect(only('color: "#fA0"').color).toBe('#ffaa00');
  });

  it('leaves out keys without a value', () => {
    expect(only('name:\ndefinition: ""\nkeywords:\nexcept:\nexamples:\ncodes:')).toMatchObject({
      name: 'a',
      rules: [],
      except: [],
      examples: [],
    });
  });

  it('reads CRLF, CR and a byte order mark', () => {
    const yaml = 'title: x\ncodes:\n  - id: a\n    keywords:\n      - b\n';
    const codebook = read(yaml);
    expect(read(yaml.replaceAll('\n', '\r\n'))).toEqual(codebook);
    expect(read(yaml.replaceAll('\n', '\r'))).toEqual(codebook);
    expect(read(`\ufeff---\n${yaml}...\n`)).toMatchObject({ title: 'x' });
  });

  it('holds what hostile keys name', () => {
    const { properties } = read(
      'properties: {__proto__: [a], constructor: [b]}\ncodes:\n  - id: __proto__\n  - id: constructor\n',
    );
    expect(Object.entries(properties)).toEqual([
      ['__proto__', ['a']],
      ['constructor', ['b']],
    ]);
    expect(
      parseCodebook('constructor: 1\ntoString: 2\ncodes:\n  - id: a\n', 'x').diagnostics.map(({ code }) => code),
    ).toEqual(['QC107', 'QC107']);
  });

  it('is absent when a rule of it could not be read', () => {
    expect(parseCodebook('codes:\n  - id: a\n    keywords: [b, /(/]\n', 'x').value).toBeUndefined();
  });

  it('is there when there are only warnings', () => {
    const { value, diagnostics } = parseCodebook('codes:\n  - id: a\n    keywords: [b, B]\n', 'x');
    expect(value!.codes[0]!.rules).toHaveLength(2);
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('is read without a finding from each codebook that ships', () => {
    for (const file of readdirSync('codebooks')) read(readFileSync(`codebooks/${file}`, 'utf8'));
  });
});

describe('a rule', () => {
  it('is a keyword', () => {
    expect(rule('fund*')).toMatchObject({
      code: 'a',
      index: 0,
      name: 'fund*',
      near: [],
      unless: [],
      segment: 'sentence',
      line: 4,
      column: 9,
    });
    expect(rule("'/a: b/'").any).toEqual([{ kind: 'expression', written: '/a: b/', pattern: 'a: b', flags: 'iu' }]);
    expect(rule('{stem: compete}').any).toEqual([{ kind: 'stem', written: '{stem: compete}', word: 'compete' }]);
  });

  it('has conditions', () => {
    const { name, any, near, unless, within, speaker } = rule(
      '{any: [grant, subsid*], near: [government, /offic\\w+/], within: {words: 8, chars: 16}, unless: [student grant, {stem: study}], speaker: respondent}',
    );
    expect(name).toBe('grant | subsid*');
    expect(names(any)).toEqual(['grant', 'subsid*']);
    expect(names(near)).toEqual(['government', '/offic\\w+/']);
    expect(names(unless)).toEqual(['student grant', '{stem: study}']);
    expect({ within, speaker }).toEqual({ within: { words: 8, chars: 16 }, speaker: 'respondent' });
  });

  it('takes one keyword where a list may stand', () => {
    const { any, near, unless } = rule('{any: grant, near: {stem: compete}, unless: 学生}');
    expect([names(any), names(near), names(unless)]).toEqual([['grant'], ['{stem: compete}'], ['学生']]);
  });

  it('may have a stem in place of any', () => {
    expect(rule('{stem: compete, near: tender, within: 5}')).toMatchObject({
      name: '{stem: compete}',
      within: { words: 5, chars: 5 },
    });
  });

  it('takes a missing measure of the distance from the other', () => {
    expect(rule('{any: a, near: b, within: 3}').within).toEqual({ words: 3, chars: 3 });
    expect(rule('{any: a, near: b, within: {words: 4}}').within).toEqual({ words: 4, chars: 4 });
    expect(rule('{any: a, near: b, within: {chars: 5}}').within).toEqual({ words: 5, chars: 5 });
    expect(rule('{any: a, unless: b}').within).toBeUndefined();
  });

  it('codes the segment that is named nearest to it', () => {
    const { codes } = read(`
segment: paragraph
codes:
  - id: a
    segment: turn
    keywords: [b, {any: c, segment: match}]
    codes:
      - id: d
        keywords: [e]
  - id: f
    keywords: [g]
`);
    expect(codes.map(({ rules }) => rules.map(({ segment }) => segment))).toEqual([
      ['turn', 'match'],
      ['turn'],
      ['paragraph'],
    ]);
  });

  it('is numbered within its code', () => {
    expect(only('keywords: [b, {any: c}, d]').rules.map(({ index }) => index)).toEqual([0, 1, 2]);
  });
});

describe('duplicates', () => {
  const warned = (lines: string): string[] =>
    parseCodebook(`codes:\n  - id: a\n${lines.replace(/^/gmu, '    ')}\n`, 'x').diagnostics.map(
      ({ code, place }) => `${code} ${place!.line}:${place!.column}`,
    );

  it('are told from keywords that only look alike', () => {
    expect(warned('keywords: [ICT, =ICT, ICT*, /ICT/, /ICT/u, {stem: ict}]')).toEqual([]);
    expect(warned('keywords: [a, {any: a, near: b}, {any: a, near: c}, {any: a, near: b, within: 3}]')).toEqual([]);
  });

  it('are found through other writing', () => {
    expect(warned("keywords: [don't, don’t]")).toEqual(['QC150 3:23']);
    expect(warned('keywords: [{any: [a, b], near: [c, d]}, {any: [B], near: [D, C]}]')).toEqual(['QC150 3:52']);
  });

  it('are not found between Traditional and Simplified when these are not folded', () => {
    const yaml = 'fold: {han: false}\ncodes:\n  - id: a\n    keywords: [资金, 資金]\n';
    expect(parseCodebook(yaml, 'x').diagnostics).toEqual([]);
  });
});

describe('a doubt about a keyword', () => {
  it('is none where the keyword is quoted: then it is meant so', () => {
    only("keywords: ['资金，经费', \"人、财、物\", '“钱”', 'first, second', 'a #1']");
  });

  it('is none where a sign belongs to the word', () => {
    only(
      'keywords:\n  - 1,000\n  - “三社”联动\n  - 资金 # comment\n  - a#1\n  - “a”和“b”\n  - /a，b/\n  - ’tis\n  - dogs’\n  - 《政府采购法》',
    );
  });

  it('is none of a line in a text that is indented as Chinese is', () => {
    only('definition: |\n  一：\n  　　- 资金\n  　　note: 钱');
  });

  it('is none of an expression that has no empty match', () => {
    only("keywords: ['/a*b/', '/^a|b$/', '/(?=a)./']");
  });
});
