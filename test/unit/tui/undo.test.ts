import { describe, expect, it } from '@jest/globals';
import type { QueuedPlace } from '../../../src/tui/model/state.js';
import { at, Coder, rule } from './shell.js';
import { begin, CODES, finding, reviewing, SECOND, SOURCE } from './study.js';

const words = 'Money was late.';

/** A review of `late` whose only place is a rule's coding that the coder accepted. */
function accepted(): Coder {
  const id = 'v1';
  const verdict = { kind: 'verdict', ...at(SOURCE, words), id, code: 'late', verdict: 'accept' } as const;
  const place = { ...at(SOURCE, words), source: SOURCE.id, excerpt: words, coding: id, done: false };
  const queue = { kind: 'review', title: 'Late payment', code: 'late', places: [place], index: 0 } as const;
  const source = { ...SOURCE, suggestions: [rule(SOURCE, 'late', words)], verdicts: [verdict] };
  return Coder.begin({ source, codes: CODES, queue, at: place.start });
}

/** A review of two codings of one segment with one code, as merged codes leave them. */
function twins(): Coder {
  const segment = at(SOURCE, words);
  const coding = (id: string, memo: string) => ({ kind: 'apply', ...segment, id, code: 'late', memo }) as const;
  const source = { ...SOURCE, codings: [coding('old1', 'one'), coding('old2', 'two')] };
  const place = { ...segment, source: SOURCE.id, excerpt: words, done: false };
  const places = [
    { ...place, coding: 'old1' },
    { ...place, coding: 'old2' },
  ];
  const queue = { kind: 'review', title: 'Late payment', code: 'late', places, index: 0 } as const;
  return Coder.begin({ source, codes: CODES, queue, at: segment.start });
}

const place = ({ state }: Coder, index = 0): QueuedPlace => state.queue!.places[index]!;

describe('undo in a review', () => {
  it.each([
    ['removed', 'x'],
    ['moved', 't t r u s t return'],
  ])('brings a suggestion back to the list that was accepted, then %s', (_, keys) => {
    const gone = accepted().press(keys);
    expect(place(gone).done).toBe(true);
    const back = gone.press('z');
    expect(place(back)).toMatchObject({ done: false, coding: back.state.source.verdicts[0]!.id });
    const again = back.press(keys);
    expect(again.state.source.verdicts.filter(({ verdict }) => verdict === 'accept')).toEqual([]);
    expect(place(again).done).toBe(true);
    expect(place(again.press('z z Z')).done).toBe(true);
  });

  it('tells twins apart, the codings of one segment with one code', () => {
    const gone = twins().press('x');
    expect([place(gone).done, place(gone, 1).done]).toEqual([true, false]);
    const back = gone.press('z');
    expect(back.state.queue!.places).toMatchObject([
      { done: false, coding: back.state.source.codings.find(({ memo }) => memo === 'one')!.id },
      { done: false, coding: 'old2' },
    ]);
    const both = twins().press('x').press('. x');
    expect(both.state.source.codings).toEqual([]);
    const { state } = both.press('z z');
    const memos = state.queue!.places.map(
      (each) => state.source.codings.find(({ id }) => 'coding' in each && id === each.coding)!.memo,
    );
    expect(memos).toEqual(['one', 'two']);
  });
});

describe('undo of a mark that was taken away', () => {
  it('brings it back as it was made: with the codebook of then, and blind if it was', () => {
    const unit = begin().press('j').state.cursor;
    const seen = { kind: 'seen', ...unit, id: 's0', unit: 'turn', codebook: 'of old', blind: true } as const;
    const marked = begin().with({ source: { ...SOURCE, seen: [seen] } });
    const { state } = marked.press('j j backspace z');
    expect(state.source.seen).toMatchObject([{ ...unit, codebook: 'of old', blind: true }]);
    expect(state.source.seen[0]!.id).not.toBe('s0');
  });
});

describe('undo that reaches further than the last key', () => {
  const earlier = (): Coder => {
    const coded = begin().press('j a t r u s t return a m o n e y return');
    // The terminal was left and started again.
    const { source, done } = coded.state;
    return Coder.begin({ source, codes: CODES, done, counts: { trust: 1, money: 1 } });
  };

  it('asks before it takes back what an earlier session did, or another command', () => {
    const asked = earlier().press('z');
    expect(asked.effects).toEqual([]);
    expect(asked.state.mode).toMatchObject({ name: 'confirm', question: { for: 'undo' } });
    expect(asked.state.mode).toHaveProperty('preview.0', 'coded Money');
    expect(asked.press('n').state).toMatchObject({ mode: { name: 'read' }, source: { codings: [{}, {}] } });
    const undone = asked.press('y');
    expect(undone.state).toMatchObject({ mode: { name: 'read' }, message: 'undone: coded Money' });
    expect(undone.state.source.codings).toMatchObject([{ code: 'trust' }]);
    // What was undone now can be done again without a question.
    expect(undone.press('Z').state.source.codings).toHaveLength(2);
  });

  it('asks where the last thing was done in another source, and names it', () => {
    const found = finding().press('escape a m o n e y return l A c');
    expect(found.state.message).toBe('coded Trust in 2 places; B2.txt: coded Trust in 2 places');
    const asked = found.press('escape z');
    expect(asked.effects).toEqual([]);
    expect(asked.state.mode).toHaveProperty('preview', [
      'coded Trust in 2 places',
      `what you did last is in ${SECOND.id} and stays: open it to undo it there`,
    ]);
    expect(asked.press('y').state.source.codings).toMatchObject([{ code: 'money' }]);
    // Once it was answered, the last thing done is here.
    expect(asked.press('y z').state.source.codings).toEqual([]);
  });

  it('does not ask for what was done just now, nor in a review of one source', () => {
    expect(begin().press('j a t r u s t return z').state.source.codings).toEqual([]);
    expect(reviewing().press('x z').state.source.codings).toHaveLength(1);
  });
});
