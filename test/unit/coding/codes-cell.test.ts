import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codesCell, codesIn, isContradictory } from '../../../src/coding/codes-cell.js';

describe('the cell of a unit’s codes', () => {
  const code = fc.stringMatching(/^[a-z钱怕][a-z0-9钱怕-]{0,8}$/u);

  it('says what was written into it: codes, none, or that the unit was not seen', () => {
    fc.assert(
      fc.property(fc.uniqueArray(code, { maxLength: 5 }), (codes) => {
        const cell = codesCell(codes)!;
        expect(codesIn(cell)).toEqual(codes);
        expect(isContradictory(cell)).toBe(false);
      }),
      { seed: 3 },
    );
    expect(codesCell(null)).toBeNull();
    expect(codesIn('')).toBeNull();
  });

  it.each(['(none)', '-', '（无）', ' (NONE) '])(
    'reads %j as no code, and beside a code as a contradiction',
    (none) => {
      expect(codesIn(none)).toEqual([]);
      expect(isContradictory(none)).toBe(false);
      expect(codesIn(`hope；${none}`)).toEqual(['hope']);
      expect(isContradictory(`hope；${none}`)).toBe(true);
    },
  );
});
