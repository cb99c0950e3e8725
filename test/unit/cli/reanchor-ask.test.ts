import { describe, expect, it } from '@jest/globals';
import { askAbout, type Person } from '../../../src/cli/reanchor-ask.js';
import { reanchoredOf } from '../../../src/store/reanchored.js';
import type { StoredSource } from '../../../src/store/stored-codings.js';
import type { Placement } from '../../../src/coding/place.js';
import { lookupIn } from '../../../src/coding/asked-place.js';
import { parsed } from '../text/parsed.js';
import { apply } from '../coding/build.js';

const { transcript } = parsed('甲：我们信任街道。\n乙：我们信任街道。\n', 'a.txt');
const source = { id: 'a.txt', path: '/a.txt', shown: 'a.txt' } as StoredSource['source'];

function coding(placement: Placement) {
  return { coder: 'ann', event: apply('c1', 'trust', 2, '我们信任街道'), placement, span: null };
}

/** Someone who answers with these lines, one after another, and then is gone. */
function person(...answers: string[]): Person & { readonly shown: string[] } {
  const shown: string[] = [];
  return {
    shown,
    show: (lines) => void shown.push(...lines),
    ask: async (question) => {
      shown.push(question);
      return answers.shift() ?? null;
    },
  };
}

function asked(placement: Placement, who: Person) {
  const one = coding(placement);
  return askAbout(one, reanchoredOf({ source, lookup: lookupIn(transcript), codings: [one] }), who);
}

const FUZZY: Placement = { kind: 'fuzzy', start: 6, end: 18, moved: 0, similarity: 0.7 };
const AMBIGUOUS: Placement = {
  kind: 'ambiguous',
  candidates: [
    { start: 34, end: 52 },
    { start: 6, end: 24 },
  ],
};

describe('a question about a coding', () => {
  it('takes the place that is offered', async () => {
    const who = person('a');
    expect(await asked(FUZZY, who)).toMatchObject({ kind: 'place', span: { start: 6, end: 18 } });
    expect(who.shown[0]).toContain('fuzzy 70%  trust  ann  c1  was at characters 2–8; may be at line 1');
    expect(who.shown.at(-1)).toBe('    a accept, Enter leave, remove, q stop: ');
  });

  it('takes one of several places by its number, in text order', async () => {
    const who = person('2');
    expect(await asked(AMBIGUOUS, who)).toMatchObject({ kind: 'place', span: { start: 34, end: 52 } });
    expect(who.shown).toContain('    1  line 1, characters 2–8: 甲：[我们信任街道]。⏎乙：我们信任街道。⏎');
    expect(who.shown.at(-1)).toBe('    1–2 choose, Enter leave, remove, q stop: ');
  });

  it('leaves it, or asks no more', async () => {
    expect(await asked(FUZZY, person(''))).toBe('leave');
    expect(await asked(FUZZY, person('q'))).toBe('stop');
    expect(await asked(FUZZY, person())).toBe('stop');
  });

  it('removes only by the whole word, and asks again after what is no answer', async () => {
    expect(await asked({ kind: 'lost' }, person('r', 'a', '1', 'remove'))).toMatchObject({ kind: 'remove' });
    const who = person('r', '');
    expect(await asked(AMBIGUOUS, who)).toBe('leave');
    expect(who.shown).toContain('    "r" is no answer here; to remove the coding, write the whole word remove');
  });
});
