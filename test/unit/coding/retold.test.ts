import { describe, expect, it } from '@jest/globals';
import type { ApplyEvent, Event, SeenEvent } from '../../../src/coding/event.js';
import { foldEvents } from '../../../src/coding/fold.js';
import { apply, remove, seen } from './build.js';

const FIRST = apply('c1', 'trust', 3, '我们信任');

/** What re-anchors a coding in a text that was corrected, at a time. */
function again(was: ApplyEvent, id: string, at: string, more: Partial<ApplyEvent> = {}): Event[] {
  const anchor = {
    ...was.anchor,
    start: was.anchor.start + 9,
    end: was.anchor.end + 9,
    digest: `${was.anchor.digest}'`,
  };
  return [
    { ...was, anchor, id, at, was: was.id, ...more },
    { ...remove(`r${id}`, was.id), at },
  ];
}

const taken = (target: string, at = '2026-03-03T03:03:03Z'): Event => ({ ...remove(`x${target}`, target), at });
const [OURS, THEIRS, LATER] = ['2026-02-01T01:01:01Z', '2026-02-02T02:02:02Z', '2026-02-04T04:04:04Z'];
const ours = again(FIRST, 'c2', OURS);
const theirs = again(FIRST, 'c3', THEIRS);

/** Ids of what holds, in whatever order the events stand, and however often. */
function held(...events: Event[]): string[] {
  const ids = (list: readonly Event[]): string[] => {
    const { codings, verdicts, seen } = foldEvents(list);
    return [...codings, ...verdicts, ...seen].map(({ id }) => id);
  };
  const found = ids(events);
  for (let i = 0; i < events.length; i++)
    expect(ids([...events.slice(i), ...events.slice(0, i)].reverse().concat(events[i]!))).toEqual(found);
  return found;
}

describe('a coding that two people re-anchored apart', () => {
  it('is one coding', () => {
    expect(held(FIRST, ...ours, ...theirs)).toEqual(['c2']);
  });

  it('is gone for both where one removes it, as theirs or as ours', () => {
    expect(held(FIRST, ...ours, ...theirs, taken('c2'))).toEqual([]);
    expect(held(FIRST, ...ours, ...theirs, taken('c3'))).toEqual([]);
  });

  it('is one also where both re-anchored it twice, or one did', () => {
    const [two, three] = [ours[0], theirs[0]] as ApplyEvent[];
    const further = [...again(two!, 'c4', LATER), ...again(three!, 'c5', LATER)];
    expect(held(FIRST, ...ours, ...theirs, ...further)).toEqual(['c4']);
    expect(held(FIRST, ...ours, ...theirs, ...further, taken('c5'))).toEqual([]);
    expect(held(FIRST, ...ours, ...theirs, ...again(three!, 'c5', LATER))).toEqual(['c5']);
    expect(held(FIRST, ...ours, ...theirs, ...again(two!, 'c4', LATER), taken('c3'))).toEqual([]);
  });

  it('is two where the places differ, or what is said of it', () => {
    const elsewhere = again(apply('c1', 'trust', 33, '我们信任'), 'c3', THEIRS);
    expect(held(FIRST, ...ours, ...elsewhere)).toEqual(['c2', 'c3']);
    const remarked = again(FIRST, 'c3', THEIRS, { memo: '再看' });
    expect(held(FIRST, ...ours.slice(0, 1), ...remarked)).toContain('c3');
    expect(held(FIRST, ...again(FIRST, 'c2', OURS, { memo: '看' }), ...remarked)).toEqual(['c2', 'c3']);
  });

  it('stays with who took the re-anchoring back, and knew of it', () => {
    const back = [
      { ...FIRST, id: 'c4', at: LATER, was: 'c1', undoes: 'c3' },
      { ...remove('r4', 'c3'), at: LATER, undoes: 'c3' },
    ];
    expect(held(FIRST, ...theirs, ...back)).toEqual(['c4']);
    expect(held(FIRST, ...ours, ...theirs, ...back)).toEqual(['c4']);
  });
});

describe('a coding that one re-anchored and another took back as it was', () => {
  it('is gone', () => {
    expect(held(FIRST, ...ours)).toEqual(['c2']);
    expect(held(FIRST, ...ours, taken('c1'))).toEqual([]);
  });

  it('holds where it was put back, or changed, or its words are others', () => {
    const back = { ...FIRST, id: 'c4', at: LATER, was: 'c1', undoes: 'xc1' };
    expect(held(FIRST, ...ours, taken('c1'), back)).toEqual(['c4']);
    const changed = again(FIRST, 'c2', OURS, { memo: '看' });
    expect(held(FIRST, ...changed, taken('c1'))).toEqual(['c2']);
    const wider = again(FIRST, 'c2', OURS, { anchor: { ...FIRST.anchor, exact: '我们都信任', digest: 'e' } });
    expect(held(FIRST, ...wider, taken('c1'))).toEqual(['c2']);
  });

  it('holds where it was only laid again, and the first removed afterwards', () => {
    // An interruption leaves both; one of them is removed then.
    expect(held(FIRST, ours[0]!, taken('c1'))).toEqual(['c2']);
  });
});

describe('a mark that was told anew twice', () => {
  const mark = seen('s1', 3, 9);
  const told = (id: string, at: string): Event[] => [
    { ...mark, id, at, was: 's1', unit: { ...mark.unit, text: '0123456789abcdef' } },
    { ...remove(`r${id}`, 's1'), at },
  ];

  it('is one mark', () => {
    expect(held(mark, ...told('s2', OURS), ...told('s3', THEIRS))).toEqual(['s2']);
    expect(held(mark, ...told('s2', OURS), ...told('s3', THEIRS), taken('s3'))).toEqual([]);
  });

  it('is not one with decisions, which leave the mark that they follow', () => {
    const decided = (id: string, at: string): SeenEvent => ({ ...mark, id, at, was: 's1' });
    expect(held(mark, decided('s2', OURS), decided('s3', THEIRS))).toEqual(['s1', 's2', 's3']);
  });
});
