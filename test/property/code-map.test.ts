import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Relation } from '../../src/codebook/codebook.js';
import { chosenMap } from '../../src/codebook/map/chosen.js';
import { type Direction, linkDistances } from '../../src/codebook/map/distance.js';
import { circleOfKinds } from '../../src/codebook/map/kinds.js';
import { partsOf, unlinked } from '../../src/codebook/map/linked.js';
import { parseCodebook } from '../../src/codebook/parse.js';
import { drawFrom, plainly, randomCodes, randomMap, seeds } from './random-codebook.js';

const RUNS = { seed: 20260314, numRuns: 300 };

const IDS = Array.from({ length: 9 }, (_, i) => `c${i}`);

const relations: fc.Arbitrary<readonly Relation[]> = fc.array(
  fc.record({
    from: fc.constantFrom(...IDS),
    type: fc.constantFrom('is-a', 'causes'),
    to: fc.constantFrom(...IDS),
  }),
  { maxLength: 14 },
);

/** The lengths of all shortest paths: Floyd 1962, Warshall 1962. */
function allDistances(links: readonly Relation[], direction: Direction): number[][] {
  const table = IDS.map((_, i) => IDS.map((__, j) => (i === j ? 0 : Infinity)));
  for (const { from, to } of links) {
    const [i, j] = [IDS.indexOf(from), IDS.indexOf(to)];
    if (i === j) continue;
    table[i]![j] = 1;
    if (direction === 'either') table[j]![i] = 1;
  }
  IDS.forEach((_, k) =>
    IDS.forEach((__, i) =>
      IDS.forEach((___, j) => {
        table[i]![j] = Math.min(table[i]![j]!, table[i]![k]! + table[k]![j]!);
      }),
    ),
  );
  return table;
}

describe('link distance', () => {
  it.each(['either', 'along'] as const)('is the shortest of all paths, %s way', (direction) => {
    fc.assert(
      fc.property(relations, fc.subarray(IDS, { minLength: 1 }), (links, starts) => {
        const table = allDistances(links, direction);
        const found = linkDistances(links, starts, direction);
        IDS.forEach((id, j) => {
          const nearest = Math.min(...starts.map((start) => table[IDS.indexOf(start)]![j]!));
          expect(found.get(id) ?? Infinity).toBe(nearest);
        });
      }),
      RUNS,
    );
  });
});

describe('a circle of kinds', () => {
  it('is found where a code reaches itself', () => {
    fc.assert(
      fc.property(relations, (links) => {
        const kinds = links.filter(({ from, type, to }) => type === 'is-a' && from !== to);
        const table = allDistances(kinds, 'along');
        const isCircle = kinds.some(({ from, to }) => table[IDS.indexOf(to)]![IDS.indexOf(from)]! < Infinity);
        expect(circleOfKinds(kinds) !== undefined).toBe(isCircle);
      }),
      RUNS,
    );
  });
});

describe('a chosen part of a code map', () => {
  it('has the codes that are near enough, and all relations between them', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 4 }), fc.boolean(), (seed, steps, isDirected) => {
        const draw = drawFrom(seed);
        const codes = randomCodes(draw);
        const codebook = parseCodebook(plainly(codes, randomMap(codes, draw)), 'codebook.yaml').value!;
        const code = codebook.codes[draw(codebook.codes.length)]!.id;
        const direction = isDirected ? 'along' : 'either';
        const chosen = chosenMap(codebook, { types: [], around: { code, steps, direction } });
        // Grown by one step after another.
        let near = new Set([code]);
        for (let step = 0; step < steps; step++) {
          const grown = codebook.relations.flatMap(({ from, to }) => [
            ...(near.has(from) ? [to] : []),
            ...(near.has(to) && !isDirected ? [from] : []),
          ]);
          near = new Set([...near, ...grown]);
        }
        expect(chosen.codes.map(({ id }) => id)).toEqual(
          codebook.codes.map(({ id }) => id).filter((id) => near.has(id)),
        );
        expect(chosen.relations).toEqual(codebook.relations.filter(({ from, to }) => near.has(from) && near.has(to)));
      }),
      RUNS,
    );
  });

  it('falls into parts that share no code, and that no relation links', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const draw = drawFrom(seed);
        const codes = randomCodes(draw);
        const codebook = parseCodebook(plainly(codes, randomMap(codes, draw)), 'codebook.yaml').value!;
        const parts = partsOf(codebook, codebook.relations);
        const ends = new Set(codebook.relations.flatMap(({ from, to }) => [from, to]));
        expect(parts.flat().sort()).toEqual([...ends].sort());
        const partOf = new Map(parts.flatMap((part, i) => part.map((id) => [id, i] as const)));
        for (const { from, to } of codebook.relations) expect(partOf.get(from)).toBe(partOf.get(to));
        for (const [first, ...rest] of parts)
          for (const id of rest) expect(linkDistances(codebook.relations, [first!], 'either').has(id)).toBe(true);
        for (const { id } of unlinked(codebook, ends)) expect(ends.has(id)).toBe(false);
      }),
      RUNS,
    );
  });
});
