import { describe, expect, it } from '@jest/globals';
import { parseCodebook } from '../../../src/codebook/parse.js';
import { ancestorsOf, childrenOf, codeAt, descendantsOf, rootsOf } from '../../../src/codebook/tree.js';

const yaml = `
codes:
  - id: a
    codes:
      - id: b
        codes: [{id: c}, {id: d}]
      - id: e
  - id: caf\u00e9
`;
const codebook = parseCodebook(yaml, 'x').value!;
const [a, b, c, d, e, f] = [0, 1, 2, 3, 4, 5] as const;

describe('the tree of codes', () => {
  it('knows roots, children, descendants and ancestors', () => {
    expect(rootsOf(codebook)).toEqual([a, f]);
    expect(childrenOf(codebook, a)).toEqual([b, e]);
    expect(descendantsOf(codebook, a)).toEqual([b, c, d, e]);
    expect(descendantsOf(codebook, b)).toEqual([c, d]);
    expect(descendantsOf(codebook, f)).toEqual([]);
    expect(ancestorsOf(codebook, d)).toEqual([b, a]);
    expect(ancestorsOf(codebook, e)).toEqual([a]);
    expect(ancestorsOf(codebook, a)).toEqual([]);
  });

  it('finds a code by its id', () => {
    expect(codeAt(codebook, 'e')).toBe(e);
    expect(codeAt(codebook, 'cafe\u0301')).toBe(f);
    expect(codeAt(codebook, 'x')).toBe(-1);
  });
});
