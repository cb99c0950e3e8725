import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SPACE, STAR, type Keyword } from '../../../src/codebook/codebook.js';
import { parseKeywordText } from '../../../src/codebook/keyword.js';
import type { Problem } from '../../../src/codebook/problem.js';

/** The atoms as text: `*` and `␠` for what is no character. */
function atoms(text: string): string {
  const keyword = parseKeywordText(text);
  if (!('kind' in keyword) || keyword.kind !== 'literal')
    throw new Error(`${text} is no literal: ${JSON.stringify(keyword)}`);
  return keyword.atoms
    .map((atom) => (atom === STAR ? '*' : atom === SPACE ? '␠' : String.fromCodePoint(atom)))
    .join('');
}

const expression = (text: string): unknown => {
  const { pattern, flags } = parseKeywordText(text) as { pattern: string; flags: string };
  return { pattern, flags };
};

const problem = (text: string): string | undefined =>
  'code' in parseKeywordText(text) ? (parseKeywordText(text) as Problem).code : undefined;

describe('a keyword of words', () => {
  it('is its characters', () => {
    expect(atoms('grant')).toBe('grant');
    expect(atoms('资金')).toBe('资金');
    expect(atoms('跟NGO合作')).toBe('跟NGO合作');
    expect(atoms('𠮷野家')).toBe('𠮷野家');
    expect(atoms('C++')).toBe('C++');
    expect(atoms('2008')).toBe('2008');
  });

  it('has stars before, after and inside words, also in phrases', () => {
    expect(atoms('fund*')).toBe('fund*');
    expect(atoms('*ing')).toBe('*ing');
    expect(atoms('*fund*')).toBe('*fund*');
    expect(atoms('organi*ation')).toBe('organi*ation');
    expect(atoms('call* for *posals')).toBe('call*␠for␠*posals');
    expect(atoms('self-*')).toBe('self-*');
    expect(atoms('fund**')).toBe('fund*');
    expect(atoms('fund＊')).toBe('fund*');
  });

  it('has one kind of white space', () => {
    expect(atoms('service \t\n contract')).toBe('service␠contract');
    expect(atoms('service\u00a0\u3000contract ')).toBe('service␠contract');
    expect(atoms('社会 工作')).toBe('社会␠工作');
  });

  it('is in NFC, and unfolded', () => {
    expect(atoms('Cafe\u0301')).toBe('Caf\u00e9');
    expect(atoms('ＮＧＯ’s')).toBe('ＮＧＯ’s');
  });

  it('loses what does not show', () => {
    expect(atoms('co\u00adoperate\u200b')).toBe('cooperate');
    expect(atoms('\ufeff资\u200d金')).toBe('资金');
  });

  it('is exact after =, full-width too', () => {
    for (const written of ['=ICT', '＝ICT', '= ICT']) {
      expect(parseKeywordText(written)).toMatchObject({ kind: 'literal', written, exact: true, atoms: [73, 67, 84] });
    }
    expect(parseKeywordText('ICT')).toMatchObject({ exact: false });
    expect(atoms('a=b')).toBe('a=b');
  });

  it('needs a letter or digit, and stars in words only', () => {
    expect(['', ' ', '=', '\u200b'].map(problem)).toEqual(['QC130', 'QC130', 'QC130', 'QC130']);
    expect(['*', '**', '* *', '…', '!?', '😀', '=*'].map(problem)).toEqual(Array(7).fill('QC131'));
    expect(['资金*', '*资', 'NGO*合作', 'カ*', '资\u200b*', 'ไทย*'].map(problem)).toEqual(Array(6).fill('QC132'));
    expect(['a * b', '* a', 'a *'].map(problem)).toEqual(Array(3).fill('QC133'));
    expect(['"', '\u0000a', 'a\u0008', '\ud800a'].map(problem)).toEqual(['QC131', 'QC138', 'QC138', 'QC138']);
  });

  it('never holds two blanks or stars in a row, nor a blank at an end, whatever is written', () => {
    const unit = fc.constantFrom('a', 'é', 'e\u0301', '*', ' ', '\u3000', '资', '-', '\u200b', '=', '\u00ad', '1', '/');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        const keyword: Keyword | Problem = parseKeywordText(text);
        if (!('kind' in keyword) || keyword.kind !== 'literal') return;
        const shown = keyword.atoms.map((atom) => (atom === STAR ? '*' : atom === SPACE ? ' ' : 'a')).join('');
        expect(shown).toMatch(/^[a*]+( [a*]+)*$/u);
        expect(shown).not.toMatch(/\*\*|(^| )\*( |$)/u);
      }),
      { seed: 5, numRuns: 2000 },
    );
  });
});

describe('an expression', () => {
  it('ignores case unless flags are given, and is Unicode always', () => {
    expect(expression('/\\bRMB\\s?\\d+/')).toEqual({ pattern: '\\bRMB\\s?\\d+', flags: 'iu' });
    expect(expression('/a/u')).toEqual({ pattern: 'a', flags: 'u' });
    expect(expression('/a/s')).toEqual({ pattern: 'a', flags: 'su' });
    expect(expression('/a/mi')).toEqual({ pattern: 'a', flags: 'imu' });
  });

  it('may hold slashes', () => {
    expect(expression('/km/h/')).toEqual({ pattern: 'km/h', flags: 'iu' });
    expect(expression('/km\\/h/')).toEqual({ pattern: 'km\\/h', flags: 'iu' });
    expect(expression('/a\\\\/')).toEqual({ pattern: 'a\\\\', flags: 'iu' });
  });

  it('is in NFC', () => {
    expect(expression('/[e\u0301]/')).toEqual({ pattern: '[\u00e9]', flags: 'iu' });
  });

  it('is refused when it cannot be compiled', () => {
    expect(['/', '/a', '/a\\/', '/a/ b', '/a/1'].map(problem)).toEqual(Array(5).fill('QC134'));
    expect(['/(/', '/\\p{Foo}/', '//', '/a{2,1}/', '/\\-/'].map(problem)).toEqual(Array(5).fill('QC135'));
    expect(['/a/g', '/a/y', '/a/v', '/a/ii', '/a/I'].map(problem)).toEqual(Array(5).fill('QC136'));
  });
});
