import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bindings } from '../../../src/tui/keys/table.js';
import { progressOf } from '../../../src/tui/model/progress.js';
import type { Laid, TagState } from '../../../src/tui/model/state.js';
import { unitAt } from '../../../src/tui/model/walk.js';
import { bySpan } from '../../../src/core/span.js';
import { at, Coder, open, rule, said } from './shell.js';
import { begin, finding, long, reviewing, SECOND, SOURCE } from './study.js';

const keys = [...new Set(bindings.flatMap((binding) => binding.keys)), 'T', '資', '🇭🇰'];
/** Keys that code, oftener than others. */
const coding = ['a', 'return', '1', '2', 'space', 'x', 'y', 'r', '*', 'z', 'Z', 'j', 'k', 'l', 'v'];
const someKey = fc.oneof(fc.constantFrom(...keys), fc.constantFrom(...coding));
const script = fc.array(someKey, { minLength: 1, maxLength: 80 });

/** What the coder did to the source, whatever the ids. */
function work({ source }: TagState): unknown {
  const bare = (list: readonly Laid[]): string[] =>
    list.map(({ id: _, was: __, ...rest }) => JSON.stringify(rest)).sort();
  return { codings: bare(source.codings), verdicts: bare(source.verdicts), seen: bare(source.seen) };
}

function holds({ state }: Coder): void {
  const { source, cursor, walk, progress, top } = state;
  expect(cursor).toEqual(unitAt(source.transcript, walk, cursor.start));
  expect(progress).toEqual(progressOf(source, walk));
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThanOrEqual(source.transcript.text.length);
  for (const list of [source.codings, source.verdicts, source.seen]) {
    expect([...list].sort(bySpan)).toEqual(list);
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
  }
  const segments = source.codings.map(({ start, end, code }) => `${start} ${end} ${code}`);
  expect(new Set(segments).size).toBe(segments.length);
}

describe('any keys in any order', () => {
  it.each([
    ['in the transcript', begin],
    ['in a search', finding],
    ['in a review', reviewing],
  ])('leave a state that is whole: %s', (_, given) => {
    fc.assert(
      fc.property(script, (names) => {
        let coder = given();
        for (const name of names) {
          coder = coder.press(name);
          holds(coder);
        }
      }),
      { seed: 7, numRuns: 80 },
    );
  });

  it('are undone one by one to nothing, and done again to the same', () => {
    fc.assert(
      fc.property(script, (names) => {
        let coder = names.reduce((before, name) => before.press(name), begin());
        // Other sources and renamed codes have a history of their own.
        fc.pre(coder.state.source.id === SOURCE.id && coder.state.done.length > 0);
        coder = coder.with({ mode: { name: 'read' } });
        const after = work(coder.state);
        const many = coder.state.done.length;
        let undone = coder;
        for (let i = 0; i < many; i++) undone = undone.press('z');
        expect(work(undone.state)).toEqual(work(begin().state));
        expect(undone.state.undone.length).toBeGreaterThanOrEqual(many);
        let redone = undone;
        for (let i = 0; i < many; i++) redone = redone.press('Z');
        expect(work(redone.state)).toEqual(after);
      }),
      { seed: 7, numRuns: 80 },
    );
  });

  it('show nothing as saved that is not: with a full disk all lists stay as they are', () => {
    fc.assert(
      fc.property(script, (names) => {
        const coder = begin().press('j a t r u s t return').full();
        const after = names.reduce((before, name) => before.press(name), coder);
        expect(after.state.source).toEqual(coder.state.source);
        expect(after.state.counts).toEqual(coder.state.counts);
        expect(after.state.done).toEqual(coder.state.done);
        expect(after.state.progress.seen).toBe(0);
      }),
      { seed: 7, numRuns: 80 },
    );
  });
});

describe('coding', () => {
  it('says that a unit has a code already, and does nothing', () => {
    const twice = begin().press('j a t r u s t return a t r u s t return');
    expect(twice.effects).toHaveLength(1);
    expect(twice.state.message).toBe('it has this code already: Trust');
    const accepted = begin()
      .press('j y')
      .with({ cursor: at(SOURCE, 'Money was late.'), mode: { name: 'read' } });
    expect(accepted.press('a l a t e return').state.message).toBe('it has this code already: Late payment');
  });

  it('says at once that nothing was saved, and says saved again after the next that was', () => {
    const failed = begin().press('j').full().press('a t r u s t return');
    expect(failed.state.source.codings).toEqual([]);
    expect(failed.state.saved).toEqual({ state: 'failed', message: 'no space left on device' });
    expect(failed.state.message).toBe('no space left on device');
    const { state } = failed.act({
      kind: 'recorded',
      batch: { id: 'c9', at: '2026-01-02T00:00:00.000Z', source: SOURCE.id, events: [] },
    });
    expect(state.saved).toEqual({ state: 'saved' });
  });

  it('does not call a source unsaved that could not be opened', () => {
    const failed = begin().full().press('s down return');
    expect(failed.state).toMatchObject({ saved: { state: 'saved' }, message: 'no space left on device' });
  });

  it('hides a suggestion that was coded by hand, and shows it again when that is undone', () => {
    const words = begin().press('j v ] ) return l a t e return');
    expect(words.state.source.codings).toMatchObject([{ ...at(SOURCE, 'Money was late.'), code: 'late' }]);
    expect(words.press('y').effects).toEqual([]);
    expect(words.press('z y').state.source.verdicts).toHaveLength(1);
  });

  it.each(['a', '1', 'c', 'v', 'space', 'tab return'])('does nothing where there is nothing to code: %s', (keys) => {
    const empty = Coder.begin({ source: open('empty.txt', 'Interviewer:\nMs Lee:\n'), codes: begin().state.codes });
    const { state, effects } = empty.with({ recent: ['trust'] }).press(keys);
    expect(effects).toEqual([]);
    expect(state.mode.name).toBe('read');
    expect(state.message).toBe(keys === 'space' ? 'that was the last unit' : 'nothing here to code');
  });

  it('lays nothing on a screen that is too small to show it, but can be left and suspended', () => {
    const small = begin()
      .press('j')
      .with({ recent: ['trust'], size: { columns: 40, rows: 10 } });
    expect(small.press('1 space x j').state).toMatchObject(small.state);
    expect(small.press('1 space x j').effects).toEqual([]);
    expect(small.press('q').effects).toEqual([{ kind: 'quit' }]);
    expect(small.press('ctrl-z ctrl-c').effects).toEqual([{ kind: 'suspend' }, { kind: 'quit' }]);
  });

  it('keeps digits where they are once learnt', () => {
    const { state } = begin().press('a t r u s t return j a m o n e y return j a t r u s t return');
    expect(state.recent).toEqual(['trust', 'money']);
  });

  it('takes the cursor to what is undone', () => {
    const { state } = begin().press('j a t r u s t return G z');
    expect(said(state, state.cursor)).toContain('The street office');
  });

  it('moves an accepted suggestion to another code: rejected there, coded here', () => {
    const { state } = begin().press('j y t t r u s t return');
    expect(state.source.verdicts).toMatchObject([{ code: 'late', verdict: 'reject' }]);
    expect(state.source.codings).toMatchObject([{ code: 'trust', ...at(SOURCE, 'Money was late.') }]);
    expect(state.message).toBe('moved to Trust');
  });

  it('takes a place of a search as done that has the code already', () => {
    const { state, effects } = finding().press('space c k space c');
    expect(effects).toHaveLength(1);
    expect(state.queue!.places[0]).toMatchObject({ ticked: false, done: true });
    const found = finding();
    const coding = { kind: 'apply', ...at(SOURCE, 'Money was late.'), id: 'c9', code: 'trust' } as const;
    const again = found.with({ source: { ...SOURCE, codings: [coding] } }).press('space c');
    expect(again.effects).toEqual([]);
    expect(again.state.queue!.places[0]).toMatchObject({ ticked: false, done: true });
  });

  it('takes a place for undone when what was done there is undone', () => {
    const done = (coder: Coder): boolean => coder.state.queue!.places[coder.state.queue!.index]!.done;
    const found = finding().press('space c escape');
    expect([done(found), done(found.press('z')), done(found.press('z Z'))]).toEqual([true, false, true]);
    const removed = reviewing().press('x');
    expect([done(removed), done(removed.press('z')), done(removed.press('z x'))]).toEqual([true, false, true]);
    const judged = reviewing().press('. x');
    expect([done(judged), done(judged.press('z'))]).toEqual([true, false]);
  });

  it('gives a coding in a review back to its list when its memo is changed', () => {
    const { state } = reviewing().press('m').type('why?').press('ctrl-s');
    expect(state.queue!.places[0]).toMatchObject({ done: false, coding: state.source.codings[0]!.id });
    const removed = reviewing().press('x');
    expect(removed.state.queue!.places[0]!.done).toBe(true);
    expect(reviewing().press('. x').state.source.verdicts).toEqual([]);
  });
});

describe('a unit that is longer than the screen', () => {
  const words = Array.from({ length: 600 }, (_, i) => `word${i}`).join(' ');
  const tall = (): Coder =>
    Coder.begin({
      source: open('tall.txt', `Interviewer: Why?\nMr Chan: ${words}.\nInterviewer: I see.\n`),
      codes: [],
    });
  const cursor = ({ state }: Coder): string => said(state, state.cursor).slice(0, 5);

  it('is shown page by page before the next, and before the one before', () => {
    let coder = tall().press('j');
    const tops = [coder.state.top];
    for (let presses = 0; cursor(coder) === 'word0' && presses < 20; presses++) {
      coder = coder.press('j');
      tops.push(coder.state.top);
    }
    expect(cursor(coder)).toBe('I see');
    expect(tops.length).toBeGreaterThan(3);
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    for (let presses = 0; cursor(coder) !== 'Why?' && presses < 20; presses++) coder = coder.press('k');
    expect(cursor(coder)).toBe('Why?');
    expect(coder.state.top).toBe(0);
  });

  it('is done at once by space, wherever it is read', () => {
    const { state } = tall().press('j j space');
    expect(state.source.seen).toHaveLength(1);
    expect(said(state, state.cursor)).toBe('I see.');
  });
});

describe('coding blind', () => {
  const blind = (): Coder => begin().with({ blind: true }).press('j');

  it.each(['y', 'r', 'Y', '}', '{', 'o'])('shows nothing that others or rules coded: %s', (key) => {
    const { state, effects } = blind().press(key);
    expect(effects).toEqual([]);
    expect(state.message).not.toBe('');
    expect(state.cursor).toEqual(blind().state.cursor);
  });
});

describe('what the shell says', () => {
  it('opens a source where the coder stopped, with its history', () => {
    const done = [{ id: 'c1', at: '2026-01-02T00:00:00.000Z', source: SECOND.id, events: [] }];
    const { state } = begin().act({
      kind: 'opened',
      source: SECOND,
      at: at(SECOND, 'The money came.').start,
      done,
      undone: [],
      blind: true,
    });
    expect(said(state, state.cursor)).toContain('The money came.');
    expect(state).toMatchObject({ done, blind: true, mode: { name: 'read' } });
  });

  it('brings suggestions later, and those of another source not at all', () => {
    const suggestions = [rule(SOURCE, 'trust', 'We decided alone.')];
    const act = (source: string): TagState => begin().act({ kind: 'suggested', source, suggestions }).state;
    expect(act(SOURCE.id).source.suggestions).toEqual(suggestions);
    expect(act(SECOND.id).source.suggestions).toEqual(SOURCE.suggestions);
  });

  it('keeps the cursor on the screen when it is resized', () => {
    const before = long().press('G');
    const { state } = before.act({ kind: 'resize', size: { columns: 40, rows: 12 } });
    expect(state.top).toBeGreaterThan(before.state.top);
    expect(state.size).toEqual({ columns: 40, rows: 12 });
  });

  it('counts sources in its own time', () => {
    const counts = begin().state.sources.map(({ id, case: named }) => ({ id, case: named, units: 9, seen: 2 }));
    const after = counts.reduce((coder, source) => coder.act({ kind: 'counted', source }), begin().press('space'));
    const { state } = after;
    // Of the open source it knows better.
    expect(state.sources.map(({ units, seen }) => [units, seen])).toEqual([
      [6, 1],
      [9, 2],
    ]);
  });
});

describe('pasting', () => {
  it('is text where text is written, one line where there is one, and nothing elsewhere', () => {
    expect(begin().press('M').type('one\r\ntwo\u001b[0m').state.mode).toMatchObject({ field: { text: 'one\ntwo[0m' } });
    expect(begin().press('/').type('one\ntwo').state.mode).toMatchObject({ field: { text: 'one two' } });
    const message = 'a text that is pasted does nothing here: ? shows the keys';
    expect(begin().type('xyz').state).toEqual({ ...begin().state, message });
  });
});
