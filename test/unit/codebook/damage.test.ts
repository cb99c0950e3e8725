import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseCodebook } from '../../../src/codebook/parse.js';
import { renderDiagnostic } from '../../../src/core/render.js';

const lines = `
title: Government procurement
fold: {han: true}
properties: {stance: [affirms, denies]}
codes:
  # What is set against what.
  - id: competitiveness
    name: Competitiveness 竞争
    definition: >-
      Agencies set their projects against those of others,
      and what that leads on to: more of the same.
    examples:
      - "五家机构争一个项目。"
      - Everybody had written the same proposal
    color: "#c0392b"
    keywords:
      - 竞争
      - {any: [争, 抢], near: [项目, 标], within: {chars: 6}}
      - {stem: compete}
      - rival*
      - '*bidding'
    except: [competen*, 争取]
    codes:
      - id: tendering
        name: Tendering
        keywords:
          - 招标
          - call for proposals
          - =RFP
        except: [tenderly]

  - id: 资金
    name: Funding
    color: "#2c3e50"
    keywords:
      - any:
          - grant
          - subsid*
        near: government
        within: 8
      - fund
      - "/\\\\bRMB\\\\s?/"
    except: [student grant, fundamental*]

  - id: logic
    name: The logic
    include: what no word shows
    codes:
      - id: dependent
        name: Dependent to survive
      - id: independent
        name: Independent to develop
`.split('\n');

/** Slips that people make in a line; each makes one mistake, whatever the line. */
const slips: Readonly<Record<string, (line: string) => string>> = {
  'a quotation mark too many': (line) => line.replace(/^(\s*- )([^"'[{:]*)$/u, '$1"$2'),
  'a bracket too many': (line) => line.replace(/^(\s*- )([^"'[{:]*)$/u, '$1[$2'),
  'no colon': (line) => line.replace(/^( +(?:- )?(?:id|name|definition|color|keywords|except|codes)):/u, '$1'),
  'no space after the colon': (line) => line.replace(/^(\s*(?:- )?(?:id|name|color)): /u, '$1:'),
  'no closing bracket': (line) => line.replace(/[\]}]$/u, ''),
  'no closing quotation mark': (line) => line.replace(/"$/u, ''),
  'a letter too few': (line) => line.replace(/^(\s*(?:- )?)([a-z])[a-z]([a-z]*:)/u, '$1$2$3'),
  'a star before a keyword': (line) => line.replace(/^(\s*- )([a-z][^:]*)$/u, '$1*$2'),
  'an unknown kind of segment': (line) => line.replace(/^( *)(name: .*)$/u, '$1segment: line'),
};

const applies = (slip: string, index: number): boolean => {
  const line = lines[index]!;
  return !/^\s*(#|$)/u.test(line) && slips[slip]!(line) !== line;
};

const everywhere = Object.keys(slips).flatMap((slip) =>
  lines.flatMap((_, index) => (applies(slip, index) ? [{ slip, index }] : [])),
);

const damaged = (...damages: readonly { slip: string; index: number }[]): string =>
  lines
    .map((line, index) =>
      damages.filter((damage) => damage.index === index).reduce((text, { slip }) => slips[slip]!(text), line),
    )
    .join('\n');

const findings = (yaml: string): string[] =>
  parseCodebook(yaml, 'x').diagnostics.map(({ severity, place }) => `${severity} on line ${place!.line}`);

/** The top-level code that a line belongs to: two slips in different ones have nothing to do with each other. */
const branch = (index: number): number => lines.slice(0, index + 1).filter((line) => line.startsWith('  - id:')).length;

describe('a codebook with a slip in one line', () => {
  it('was without one', () => {
    expect(findings(lines.join('\n'))).toEqual([]);
  });

  it('yields one error, on that line', () => {
    const wrong = everywhere.filter((damage) => {
      const found = findings(damaged(damage));
      return found.length !== 1 || found[0] !== `error on line ${damage.index + 1}`;
    });
    expect(wrong).toEqual([]);
    expect(everywhere.length).toBeGreaterThan(70);
  });

  it('yields an error for each of several slips, in text order', () => {
    const several = fc.uniqueArray(fc.constantFrom(...everywhere), {
      selector: ({ index }) => branch(index),
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(several, (damages) => {
        const indices = damages.map(({ index }) => index).sort((a, b) => a - b);
        expect(findings(damaged(...damages))).toEqual(indices.map((index) => `error on line ${index + 1}`));
      }),
      { seed: 7, numRuns: 150 },
    );
  });
});

describe('a text that is hardly a codebook', () => {
  const sign = fc.constantFrom(
    '-',
    ' ',
    '\n',
    ':',
    '*',
    '&',
    '!',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '#',
    '|',
    '>',
    '%',
    '@',
    '?',
    ',',
    '\t',
    '/',
    '资',
    '𠮷',
    'id',
    'codes',
    '- id: ',
    '\n  ',
    'keywords: ',
    '~',
    '\\',
    '---\n',
    '\r',
    '\u0000',
  );

  it('is reported with places that exist', () => {
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 40 }), (text) => {
        const { value, diagnostics } = parseCodebook(text, 'x');
        const rows = text
          .replace(/^\ufeff/u, '')
          .replace(/\r\n?/gu, '\n')
          .split('\n');
        expect(value !== undefined || diagnostics.length > 0).toBe(true);
        let last = [0, 0];
        for (const diagnostic of diagnostics) {
          const { line, column, excerpt } = diagnostic.place!;
          expect(excerpt).toBe(rows[line! - 1]);
          expect(column).toBeLessThanOrEqual(Array.from(excerpt!).length + 1);
          expect(line! > last[0]! || (line === last[0] && column! >= last[1]!)).toBe(true);
          last = [line!, column!];
          expect(renderDiagnostic(diagnostic)).toContain('remedy');
        }
      }),
      { seed: 11, numRuns: 5000 },
    );
  });

  it('cannot make reading slow or fail', () => {
    const long = (text: string): string => text.repeat(Math.ceil(20_000 / text.length));
    const keywords = 'codes:\n  - id: a\n    keywords:\n';
    const texts = [
      '- ',
      '? ',
      '{',
      '[{a: ',
      ': ',
      '&a ',
      '! ',
      '---\n',
      '\t- a\n',
      '- &a a\n',
      '%a\n',
      '|\n',
      'a:\n',
      'a\r',
      ',',
    ].map(long);
    const lists = ['- a\n', '- @a\n', '- "a\n', '- *a\n', '- a: b: c\n', '- [a\n'].map(
      (line) => keywords + long(`      ${line}`),
    );
    const others = [
      `codes:\n  - id: ${long('a b ')}\n`,
      `${keywords}      - a${long('*a')}\n`,
      `${keywords}      - /${long('(')}/\n`,
    ];
    const bomb = `a: &a [x, x]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [*${i ? `b${i - 1}` : 'a'}, *${i ? `b${i - 1}` : 'a'}]\n`).join('')}`;
    for (const text of [...texts, ...lists, ...others, bomb, `[${long('资*, ')}]`]) {
      const { value, diagnostics } = parseCodebook(text, 'x');
      expect(diagnostics.length).toBeLessThanOrEqual(1000);
      if (!text.startsWith(`${keywords}      - a`)) expect(value).toBeUndefined();
    }
  });
});
