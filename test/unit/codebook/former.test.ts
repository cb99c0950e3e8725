import { describe, expect, it } from '@jest/globals';
import { identifierFor } from '../../../src/codebook/edit/identifier-for.js';
import { currentId } from '../../../src/codebook/former.js';
import { parseCodebook } from '../../../src/codebook/parse.js';

const { value } = parseCodebook('codes:\n  - id: b\n    was: [a, cafe\u0301]\n  - id: c\n    was: d\n', 'c.yaml');

describe('former ids', () => {
  it('are read as a list or as one text, in NFC', () => {
    expect(value!.codes.map(({ was }) => was)).toEqual([['a', 'caf\u00e9'], ['d']]);
  });

  it('stand for the code that bears them now', () => {
    const current = currentId(value!);
    expect(['a', 'caf\u00e9', 'b', 'c', 'd', 'e'].map(current)).toEqual(['b', 'b', 'b', 'c', 'c', undefined]);
  });
});

describe('the id of a new code', () => {
  it.each([
    ['Client trust', 'client-trust'],
    ['政府的钱', '政府的钱'],
    ['Who’s who? (a list)', 'who-s-who-a-list'],
    ['…', 'code'],
    ['Money', 'money-3'],
  ])('of %s is %s', (name, id) => {
    expect(identifierFor(name, new Set(['money', 'money-2']))).toBe(id);
  });
});
