import { describe, expect, it } from '@jest/globals';
import { picked } from '../../../src/tui/model/pick-list.js';
import { frameOf } from '../../../src/tui/view/frame-of.js';
import { plainRows } from '../../../src/tui/view/paint.js';
import { at, Coder, rule } from './shell.js';
import { begin, CODES, finding, SOURCE } from './study.js';

const words = 'Money was late.';
const segment = at(SOURCE, words);

/** A coding by hand of Trust where a rule's coding with Late payment was accepted. */
function both(): Coder {
  const verdict = { kind: 'verdict', ...segment, id: 'v1', code: 'late', verdict: 'accept' } as const;
  const coding = { kind: 'apply', ...segment, id: 'c9', code: 'trust' } as const;
  const source = { ...SOURCE, suggestions: [rule(SOURCE, 'late', words)], verdicts: [verdict], codings: [coding] };
  return Coder.begin({ source, codes: CODES, at: segment.start });
}

const LATE = 'it has this code already: Late payment';
const TRUST = 'it has this code already: Trust';

describe('a code that a segment has already', () => {
  it('is not laid over it again, by hand or accepted', () => {
    const at = both().with({ cursor: segment });
    expect(at.press('a t r u s t return').state.message).toBe(TRUST);
    expect(at.press('a l a t e return').state.message).toBe(LATE);
  });

  it('is not what a coding of it is moved to, by hand or accepted', () => {
    const hand = both().press('t return').type('late').press('return');
    expect(hand.effects).toEqual([]);
    expect(hand.state.message).toBe(LATE);
    const accepted = both().press('t j return').type('trust').press('return');
    expect(accepted.effects).toEqual([]);
    expect(accepted.state.message).toBe(TRUST);
  });

  it('is not offered to a suggestion that was accepted, which has it', () => {
    const verdict = both().state.source.verdicts[0]!;
    const coder = both()
      .with({ source: { ...both().state.source, codings: [] } })
      .press('t');
    expect(coder.state.mode).toMatchObject({ name: 'pick', purpose: { for: 'move', coding: verdict.id } });
    expect(picked(coder.state).map(({ entry }) => entry.id)).not.toContain('late');
  });

  it('is not laid by a search over what has it accepted', () => {
    const verdict = { kind: 'verdict', ...segment, id: 'v1', code: 'trust', verdict: 'accept' } as const;
    const found = finding()
      .with({ source: { ...SOURCE, verdicts: [verdict] } })
      .press('space c');
    expect(found.effects).toEqual([]);
    expect(found.state.queue!.places[0]).toMatchObject({ ticked: false, done: true });
  });

  it('is told from its twin, which a merge left, by what it was called, its memo and its star', () => {
    const coding = (id: string, more: object) => ({ kind: 'apply', ...segment, id, code: 'trust', ...more }) as const;
    const codings = [
      coding('c8', { memo: 'from the aunt', formerly: 'kin' }),
      coding('c9', { properties: { star: 'yes' } }),
    ];
    const { state } = begin()
      .with({ source: { ...SOURCE, codings }, cursor: segment })
      .press('x');
    const rows = plainRows(frameOf(state)).filter((row) => /^ [12] /u.test(row));
    expect(rows.map((row) => row.trim())).toEqual([
      '1 ● Trust ✎  was kin: from the aunt',
      '2 ● Trust ★  Money was late.',
    ]);
  });

  it('counts once where it lies there twice, until both are gone', () => {
    const coding = (id: string) => ({ kind: 'apply', ...segment, id, code: 'trust' }) as const;
    const source = { ...SOURCE, codings: [coding('c8'), coding('c9')] };
    const one = begin()
      .with({ source, cursor: segment, counts: { trust: 1 } })
      .press('x return');
    expect(one.state.counts['trust']).toBe(1);
    expect(one.press('x').state.counts['trust']).toBe(0);
    expect(one.press('x z').state.counts['trust']).toBe(1);
  });

  it('does not hinder a memo on one of two codings that a merge left', () => {
    const coding = (id: string) => ({ kind: 'apply', ...segment, id, code: 'trust' }) as const;
    const source = { ...SOURCE, codings: [coding('c8'), coding('c9')] };
    const { state } = begin().with({ source, cursor: segment }).press('m return').type('why').press('ctrl-s');
    expect(state.source.codings.map(({ memo }) => memo)).toContain('why');
  });
});
