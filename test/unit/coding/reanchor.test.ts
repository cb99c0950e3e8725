import { describe, expect, it } from '@jest/globals';
import { foldEvents } from '../../../src/coding/fold.js';
import { type Choice, eventsOf } from '../../../src/coding/reanchor.js';
import { digestOf } from '../../../src/text/digest.js';
import { codePointIndex } from '../../../src/text/offset.js';
import { encode } from '../../../src/text/utf8.js';
import { type Event, apply, verdict } from './build.js';

const text = encode('他说：我们信任街道');
const anchoring = { text, digest: digestOf(text), index: codePointIndex(text) };
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
    const anchor = { start: 3, end: 7, exact: '我们信任', prefix: '他说：', suffix: '街道', digest: anchoring.digest };
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

  it('remove what is to be removed, and make no event of nothing', () => {
    const old = apply('old', 'trust', 0, '我们');
    expect(recorded([{ event: old, kind: 'remove' }], [old])).toEqual([
      { event: 'remove', id: 'r1', at: AT, targets: ['old'] },
    ]);
    expect(recorded([], [old])).toEqual([]);
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
});
