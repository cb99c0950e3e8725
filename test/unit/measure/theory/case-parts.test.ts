import { describe, expect, it } from '@jest/globals';
import { parseQuery } from '../../../../src/measure/query/parse.js';
import type { Query } from '../../../../src/measure/query/syntax.js';
import { isOfCase, isTheme } from '../../../../src/measure/theory/case-parts.js';

const THEMES = new Set(['known', '淡化']);

function partOf<Kind extends Query['kind']>(text: string, ...kinds: Kind[]): Query & { readonly kind: Kind } {
  const whole = parseQuery(`case has (${text})`).value!;
  const part = whole.kind === 'case' ? whole.of : whole;
  if (!kinds.some((kind) => kind === part.kind)) throw new Error(`${text} is ${part.kind}`);
  return part as Query & { readonly kind: Kind };
}

describe('a part of an expression', () => {
  it.each<[string, boolean]>([
    ['trust and debt', true],
    ['trust or debt', true],
    ['known and type = 机构', true],
    ['type = 机构 and not 淡化', true],
    ['(trust and known) and type = 机构', true],
    ['trust or type = 机构', true],
    // Of the codings of one code, of which the condition chooses; and of turns.
    ['trust and coder = ann', false],
    ['type = 机构 and trust', false],
    ['type = 机构 and founded < 2000', false],
    ['type = 机构 or founded < 2000', false],
  ])('%s is said of the case: %j', (text, isSaid) => {
    expect(isOfCase(partOf(text, 'and', 'or'), THEMES)).toBe(isSaid);
  });

  it('names a theme where rules add one of its name', () => {
    expect(['known', '淡化', 'trust'].map((name) => isTheme(partOf(name, 'codes'), THEMES))).toEqual([
      true,
      true,
      false,
    ]);
  });
});
