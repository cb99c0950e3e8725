import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Event } from '../../../src/coding/event.js';
import { foldEvents } from '../../../src/coding/fold.js';
import { apply, remove, seen, verdict } from './build.js';

describe('folding a log', () => {
  it('keeps codings, verdicts and units seen apart, in text order', () => {
    const folded = foldEvents([
      seen('s', 0, 9),
      verdict('v', 'b', 4, 'w', 'accept'),
      apply('2', 'a', 5, 'y'),
      apply('1', 'a', 1, 'x'),
    ]);
    expect(folded.codings.map(({ id }) => id)).toEqual(['1', '2']);
    expect(folded.verdicts.map(({ id }) => id)).toEqual(['v']);
    expect(folded.seen.map(({ id }) => id)).toEqual(['s']);
  });

  it('lets a removal win over what it names, also when it stands before it', () => {
    const gone = [
      remove('r', 'a', 's', 'v'),
      apply('a', 'c', 0, 'x'),
      seen('s', 0, 1),
      verdict('v', 'c', 0, 'x', 'accept'),
    ];
    expect(foldEvents(gone)).toEqual({ codings: [], verdicts: [], seen: [], shared: [] });
  });

  it('lets the latest verdict on a segment and code hold', () => {
    const early = verdict('1', 'c', 0, 'x', 'accept', '2026-01-01T00:00:00Z');
    const late = verdict('2', 'c', 0, 'x', 'reject', '2026-01-01T00:00:00.5Z');
    for (const order of [
      [early, late],
      [late, early],
    ]) {
      expect(foldEvents(order).verdicts.map(({ id }) => id)).toEqual(['2']);
    }
    expect(foldEvents([early, late, remove('r', '2')]).verdicts.map(({ id }) => id)).toEqual(['1']);
  });

  it('keeps two different events of one id, and says so', () => {
    const folded = foldEvents([apply('a', 'c', 0, 'x'), apply('a', 'c', 3, 'y'), apply('a', 'c', 0, 'x')]);
    expect(folded.codings).toHaveLength(2);
    expect(folded.shared).toEqual(['a']);
    expect(foldEvents([...folded.codings, remove('r', 'a')]).codings).toEqual([]);
  });

  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const time = fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-01T00:00:01Z', '2026-01-01T00:00:00.5Z');
  const event: fc.Arbitrary<Event> = fc.oneof(
    fc
      .record({ id, at: time, code: id, start: fc.nat(3) })
      .map(({ id: own, at, code, start }) => apply(own, code, start, 'x', { at })),
    fc
      .record({ id, at: time, start: fc.nat(2), no: fc.boolean() })
      .map(({ id: own, at, start, no }) => verdict(own, 'a', start, 'x', no ? 'reject' : 'accept', at)),
    fc.record({ id, target: id }).map(({ id: own, target }) => remove(`r${own}`, target)),
    fc.record({ id, start: fc.nat(3) }).map(({ id: own, start }) => seen(own, start, start + 1)),
  );

  it('comes to the same whatever the order and however often lines repeat', () => {
    const scrambled = fc
      .array(event, { maxLength: 12 })
      .chain((events) =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }), fc.subarray(events)),
      );
    fc.assert(
      fc.property(scrambled, ([events, shuffled, repeated]) => {
        expect(foldEvents([...repeated, ...shuffled])).toEqual(foldEvents(events));
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  it('comes to the same when two branches that share a past are merged', () => {
    fc.assert(
      fc.property(fc.array(event), fc.array(event), fc.array(event), (past, ours, theirs) => {
        const merged = foldEvents([...past, ...ours, ...past, ...theirs]);
        expect(merged).toEqual(foldEvents([...past, ...theirs, ...ours]));
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
