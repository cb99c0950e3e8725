import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countWithBelow, fold, foldAll, revealed, shownCodes, shownFor } from '../../../src/tui/model/folding.js';
import type { CodeEntry, TagState } from '../../../src/tui/model/state.js';
import { plainRows } from '../../../src/tui/view/paint.js';
import { frameOf } from '../../../src/tui/view/frame-of.js';
import { code } from './shell.js';
import { begin } from './study.js';

/** A tree in the order of a codebook, from how far each code goes below the one before or back from it. */
const tree = fc.array(fc.nat(4), { minLength: 1, maxLength: 12 }).map((depths) => {
  const codes: CodeEntry[] = [];
  for (const wanted of depths) {
    const depth = Math.min(wanted, (codes.at(-1)?.depth ?? -1) + 1);
    const parent = codes.findLast((each) => each.depth === depth - 1)?.id ?? null;
    codes.push({ ...code(`c${codes.length}`, `Code ${codes.length}`, parent), depth });
  }
  return codes;
});

/** The codes that a code lies below. */
function above(codes: readonly CodeEntry[], { parent }: CodeEntry): CodeEntry[] {
  const next = codes.find(({ id }) => id === parent);
  return next === undefined ? [] : [next, ...above(codes, next)];
}

describe('a folded tree', () => {
  it('shows what lies below no folded code, counts with a folded code what does, and unfolds to what is looked for', () => {
    fc.assert(
      fc.property(tree, fc.array(fc.nat(11), { maxLength: 4 }), (codes, which) => {
        const counts = Object.fromEntries(codes.map(({ id }, i) => [id, i + 1]));
        const bare: TagState = { ...begin().state, codes, counts };
        const state = which.reduce((before, at) => fold(before, codes[at % codes.length]!.id), bare);
        const isHidden = (each: CodeEntry): boolean => above(codes, each).some(({ id }) => state.folded.includes(id));
        expect(shownCodes(state)).toEqual([...codes.keys()].filter((i) => !isHidden(codes[i]!)));
        codes.forEach((each, i) => {
          const below = codes.filter((other) => above(codes, other).includes(each));
          expect(countWithBelow(state, i)).toBe([each, ...below].reduce((sum, { id }) => sum + counts[id]!, 0));
          const shown = codes[shownFor(state, i)]!;
          expect([each, ...above(codes, each)]).toContain(shown);
          expect(isHidden(shown)).toBe(false);
          expect(shownCodes(revealed(state, each.id))).toContain(i);
        });
        expect(shownCodes(foldAll(bare)).map((i) => codes[i]!.depth)).toEqual(
          codes.filter(({ depth }) => depth === 0).map(() => 0),
        );
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('says on the screen what is folded and that its count is of the codes below too', () => {
    const coder = begin().press('j a l a t e return a m o n return tab k h');
    const rows = plainRows(frameOf(coder.state)).join('\n');
    expect(rows).toMatch(/Money +▸2/u);
    expect(rows).toContain('▸2: with 1 code below');
    expect(rows).not.toMatch(/■ Late payment|● Late payment +1/u);
  });
});
