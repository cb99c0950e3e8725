import { describe, expect, it } from '@jest/globals';
import { anchorOf } from '../../../src/coding/anchor.js';
import { anchoringOf } from '../../../src/coding/anchoring.js';
import { foldEvents } from '../../../src/coding/fold.js';
import { type Choice, eventsOf, heldIn, placeChoice, withOverruled } from '../../../src/coding/reanchor.js';
import { digestOf } from '../../../src/text/digest.js';
import { encode } from '../../../src/text/utf8.js';
import { type Event, apply, remove, verdict } from './build.js';

const text = encode('他说：我们信任街道');
const anchoring = anchoringOf(text);
const AT = '2026-02-03T04:05:06.789Z';

/** The events that record choices, with ids c1, r2 … */
function recorded(choices: readonly Choice[], log: readonly Event[]): Event[] {
  let count = 0;
  return eventsOf(choices, log, anchoring, AT, (prefix) => `${prefix}${++count}`);
}

describe('choices about codings', () => {
  it('apply a coding again with a fresh anchor, with all that it had, and then remove the old one', () => {
    const old = apply('old', 'trust', 0, '我们信任', { memo: 'why', properties: { star: 'yes' }, undoes: 'x' });
    const events = recorded([{ event: old, kind: 'place', span: { start: 9, end: 21 } }], [old]);
    const anchor = {
      start: 3,
      end: 7,
      exact: '我们信任',
      prefix: '他说：',
      suffix: '街道',
      digest: anchoring.digest(),
    };
    expect(events).toEqual([
      {
        event: 'apply',
        id: 'c1',
        at: AT,
        code: 'trust',
        anchor,
        memo: 'why',
        properties: { star: 'yes' },
        was: 'old',
      },
      { event: 'remove', id: 'r2', at: AT, targets: ['old'] },
    ]);
  });

  it('leave a coding with the id of its code that it was stored under', () => {
    const old = apply('old', 'trust', 0, '我们', { formerly: 'faith' });
    expect(recorded([placeChoice(old, { start: 9, end: 15 })], [old])[0]).toMatchObject({ code: 'faith', was: 'old' });
  });

  it('remove what is to be removed, and make no event of nothing', () => {
    const old = apply('old', 'trust', 0, '我们');
    expect(recorded([{ event: old, kind: 'remove' }], [old])).toEqual([
      { event: 'remove', id: 'r1', at: AT, targets: ['old'] },
    ]);
    expect(recorded([], [old])).toEqual([]);
  });

  it('bring nothing back that was removed, overruled or placed anew since it was read', () => {
    const old = apply('old', 'trust', 0, '我们');
    const kept = apply('kept', 'money', 0, '我们');
    const first = verdict('v1', 'trust', 0, '我们', 'accept', '2026-01-01T00:00:00Z');
    const second = verdict('v2', 'trust', 0, '我们', 'reject');
    const place = (event: typeof old): Choice => placeChoice(event, { start: 9, end: 15 });
    const log = [old, kept, first, second, remove('r', 'old')];
    expect(recorded([place(old), place(first)], log)).toEqual([]);
    const events = recorded([place(old), place(kept), { event: old, kind: 'remove' }], log);
    expect(events).toMatchObject([
      { event: 'apply', was: 'kept' },
      { event: 'remove', targets: ['kept'] },
    ]);
    expect(foldEvents([...log, ...events]).codings.map(({ was }) => was)).toEqual(['kept']);
  });

  it('take with a verdict those that it had overruled, so that none of them holds again', () => {
    const first = verdict('v1', 'trust', 0, '我们', 'accept', '2026-01-01T00:00:00Z');
    const second = verdict('v2', 'trust', 0, '我们', 'reject');
    const other = verdict('v3', 'money', 0, '我们', 'accept');
    const log = [first, second, other];
    const all = [...log, ...recorded([{ event: second, kind: 'place', span: { start: 9, end: 15 } }], log)];
    expect(foldEvents(all).verdicts.map(({ id, verdict: given }) => [id, given])).toEqual([
      ['v3', 'accept'],
      ['c1', 'reject'],
    ]);
  });

  it('take with a verdict those that it overruled in another state of the text', () => {
    const earlier = encode('他说：我们信任街道办事处的人，他们来得很早。');
    const later = encode('现在他说：我们信任街道办事处的人，他们来得很早。');
    const anchoring = anchoringOf(later);
    const then = anchorOf({ start: 9, end: 42 }, earlier, digestOf(earlier));
    const now = anchorOf({ start: 15, end: 48 }, later, anchoring.digest());
    const first = { ...verdict('v1', 'trust', 0, '', 'accept', '2026-01-01T00:00:00Z'), anchor: then };
    const second = { ...verdict('v2', 'trust', 0, '', 'reject'), anchor: now };
    const log = [first, second];
    expect(heldIn(log, anchoring).map(({ id }) => id)).toEqual(['v2']);
    expect(withOverruled([second], log, anchoring)).toEqual(['v2', 'v1']);
    expect(withOverruled([second], log, null)).toEqual(['v2']);
    const made = (choice: Choice): Event[] => eventsOf([choice], log, anchoring, AT, (prefix) => prefix);
    expect(made(placeChoice(first, { start: 15, end: 48 }))).toEqual([]);
    expect(made({ event: second, kind: 'remove' })).toMatchObject([{ targets: ['v2', 'v1'] }]);
  });
});
