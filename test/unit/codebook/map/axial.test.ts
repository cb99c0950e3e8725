import { describe, expect, it } from '@jest/globals';
import { axialOf } from '../../../../src/codebook/map/axial.js';
import { categoryOf, unlinked } from '../../../../src/codebook/map/linked.js';
import { parseCodebook } from '../../../../src/codebook/parse.js';
import type { Codebook } from '../../../../src/codebook/codebook.js';

/** A codebook with relations given as lines of three words. */
function codebookOf(relations: string, ids = 'p q a b c s t e o x'): Codebook {
  const codes = ids
    .split(' ')
    .filter((id) => id !== 'q')
    .map((id) => (id === 'p' ? '{id: p, codes: [{id: q}]}' : `{id: ${id}}`));
  const items = relations
    .trim()
    .split(/\n/u)
    .map((line) => line.trim().split(' '))
    .map(([from, type, to]) => `{from: ${from}, type: ${type}, to: ${to}}`);
  const { value, diagnostics } = parseCodebook(
    `relation_types: [erodes]\ncodes: [${codes.join(', ')}]\nrelations: [${items.join(', ')}]\n`,
    'codebook.yaml',
  );
  expect(diagnostics).toEqual([]);
  return value!;
}

/** What stands in which place, as `place: code`. */
const places = (relations: string): string[] =>
  axialOf(codebookOf(relations), 'p').placed.map(({ place, code }) => `${place}: ${code}`);

describe('axial coding', () => {
  it.each([
    ['a causes p', ['causal: a']],
    ['a condition-of p', ['context: a']],
    ['s strategy-for p', ['strategy: s']],
    ['p causes c', ['consequence: c']],
    ['p condition-of c', ['consequence: c']],
    ['s strategy-for p\n a condition-of s', ['intervening: a', 'strategy: s']],
    ['s strategy-for p\n a causes s', ['intervening: a', 'strategy: s']],
    ['s strategy-for p\n s causes c', ['strategy: s', 'consequence: c']],
    ['s strategy-for p\n p causes s', ['strategy: s', 'strategy: s']],
    ['s strategy-for p\n s strategy-for o', ['strategy: s', 'other: o']],
    ['s strategy-for p\n o contradicts s', ['strategy: s', 'other: o']],
    ['o erodes p', ['other: o']],
    ['p is-a o', ['other: o']],
    ['p strategy-for o', ['other: o']],
    // Codes below the phenomenon and kinds of it are the phenomenon.
    ['a causes q', ['causal: a']],
    ['x is-a q\n a causes x', ['causal: a']],
    ['q causes p', []],
    ['a causes b', []],
    // In the order of the places, then of the codebook.
    ['p causes a\n b causes p\n a causes p', ['causal: a', 'causal: b', 'consequence: a']],
  ])('puts %j into %j', (relations, expected) => {
    expect(places(relations)).toEqual(expected);
  });

  it('tells what is linked over other codes alone, and what is not', () => {
    const { further, unlinked: apart } = axialOf(codebookOf('a causes p\n b causes a\n e causes b\n o causes x'), 'p');
    expect({ further, apart }).toEqual({ further: ['b', 'e'], apart: ['c', 's', 't', 'o', 'x'] });
  });
});

describe('a category', () => {
  it('is a code with those below it, kinds of these, and what is below those', () => {
    const codebook = codebookOf('a is-a q\n b is-a a\n c causes p');
    expect([...categoryOf(codebook, 'p')].sort()).toEqual(['a', 'b', 'p', 'q']);
    const upside = parseCodebook(
      'codes: [{id: a}, {id: b, codes: [{id: c}]}]\nrelations: [{from: b, type: is-a, to: a}]\n',
      'codebook.yaml',
    ).value!;
    expect([...categoryOf(upside, 'a')].sort()).toEqual(['a', 'b', 'c']);
  });
});

describe('codes that are not linked', () => {
  it('are none above or below one that is', () => {
    const codebook = parseCodebook(
      `codes:
  - {id: core}
  - {id: above, codes: [{id: linked, codes: [{id: below}]}, {id: beside}]}
  - {id: alone}
relations: [{from: linked, type: causes, to: core}]
`,
      'codebook.yaml',
    ).value!;
    expect(unlinked(codebook, ['core']).map(({ id }) => id)).toEqual(['beside', 'alone']);
  });
});
