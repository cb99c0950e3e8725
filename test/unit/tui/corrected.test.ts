import { afterAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { anchoringOf } from '../../../src/coding/anchoring.js';
import type { ApplyEvent, Event, SeenEvent } from '../../../src/coding/event.js';
import { foldEvents } from '../../../src/coding/fold.js';
import { eventsOf, placeChoice } from '../../../src/coding/reanchor.js';
import { lookupIn } from '../../../src/coding/asked-place.js';
import { seenAgain } from '../../../src/coding/seen-again.js';
import type { Span } from '../../../src/core/span.js';
import { appendEvents } from '../../../src/store/append.js';
import { readLogOf } from '../../../src/store/read-log.js';
import { digestOf } from '../../../src/text/digest.js';
import { parseTranscript } from '../../../src/text/parse.js';
import { encode } from '../../../src/text/utf8.js';
import type { TagState } from '../../../src/tui/model/state.js';
import { takingBack } from '../../../src/tui/model/history.js';
import { reduce } from '../../../src/tui/modes/reduce.js';
import { Hands } from '../../../src/tui/shell/effects.js';
import { prepare } from '../../../src/tui/shell/prepare.js';
import { folderWith, removeFolders } from '../store/temporary.js';
import { A, B, deskIn, FILES, SENTENCE } from './desk.js';
import { key } from './shell.js';

afterAll(removeFolders);

const CORRECTED = 'A: In 資金 we do not trust.\n\nB: Do we?\n';

/** `qcode tag` in a study on the disk: presses keys, and gives the state after them. */
async function tag(folder: string, ...keys: string[]): Promise<TagState> {
  const desk = await deskIn(folder);
  const begin = await prepare(desk, { source: A, at: null, queue: null });
  let state = begin.value!.begin({ columns: 80, rows: 24 });
  const hands = new Hands(desk, begin.value!.read, (text) => ({ text }));
  for (const name of keys) {
    let next = reduce(state, { kind: 'key', key: key(name) });
    ({ state } = next);
    while (next.effects.length > 0) {
      const [effect] = next.effects;
      if (effect!.kind === 'quit' || effect!.kind === 'suspend') break;
      next = reduce(state, await hands.perform(effect!, state));
      ({ state } = next);
    }
  }
  return state;
}

const logOf = (folder: string) => readLogOf(folder, 'chan', A, (id) => id).value!.events;
const codings = (folder: string) => foldEvents(logOf(folder)).codings;

/** A study in which the first sentence was coded and then corrected. */
async function corrected(): Promise<{ folder: string; coding: ApplyEvent }> {
  const folder = folderWith(FILES);
  const desk = await deskIn(folder);
  const begin = await prepare(desk, { source: A, at: null, queue: null });
  const hands = new Hands(desk, begin.value!.read, (text) => ({ text }));
  const changes = [{ kind: 'apply' as const, segment: SENTENCE, code: 'trust', memo: 'why' }];
  await hands.perform({ kind: 'record', source: A, changes }, begin.value!.begin({ columns: 80, rows: 24 }));
  writeFileSync(join(folder, A), CORRECTED);
  return { folder, coding: codings(folder)[0]! };
}

/** As `qcode reanchor` records a place that a person accepted. */
function accept(folder: string, event: ApplyEvent, span: Span = { start: 3, end: 29 }, text = CORRECTED): void {
  const anchoring = anchoringOf(encode(text));
  let count = 0;
  const choice = placeChoice(event, span);
  const events = eventsOf(
    [choice],
    logOf(folder),
    anchoring,
    '2026-11-01T00:00:00Z',
    (prefix) => `${prefix}re${count++}`,
  );
  expect(appendEvents(folder, 'chan', A, events)).toBeNull();
}

describe('undo in a transcript that was corrected', () => {
  it('takes back a coding whose place is not sure any more, and lays it again as it was', async () => {
    const { folder, coding } = await corrected();
    expect((await tag(folder)).source.unplaced).toBe(1);
    const undone = await tag(folder, 'z', 'y');
    expect(undone.message).toBe('undone: coded trust');
    expect(undone.source.unplaced).toBe(0);
    expect(codings(folder)).toEqual([]);
    const again = await tag(folder, 'Z', 'y');
    expect(again.message).toBe(
      'done again: coded trust; a coding has no sure place in the corrected text: qcode reanchor',
    );
    expect(again.source.unplaced).toBe(1);
    expect(codings(folder)).toMatchObject([{ code: 'trust', memo: 'why', anchor: coding.anchor, was: coding.id }]);
  });

  it('takes back a place that was accepted for it, and what was done before', async () => {
    const { folder, coding } = await corrected();
    accept(folder, coding);
    expect((await tag(folder)).source.codings).toMatchObject([{ start: 3, end: 29 }]);
    const asked = await tag(folder, 'z');
    expect(asked.mode).toMatchObject({ preview: expect.arrayContaining(['new place for trust']) });
    const undone = await tag(folder, 'z', 'y');
    expect(undone.message).toBe(
      'undone: new place for trust; a coding has no sure place in the corrected text: qcode reanchor',
    );
    expect(undone.source).toMatchObject({ codings: [], unplaced: 1 });
    expect(codings(folder).map(({ anchor }) => anchor)).toEqual([coding.anchor]);
    // Once more takes the coding itself back; then all of it is done again.
    const none = await tag(folder, 'z', 'y');
    expect(none.source).toMatchObject({ codings: [], unplaced: 0 });
    expect(none.done).toEqual([]);
    const all = await tag(folder, 'Z', 'y', 'Z', 'y');
    expect(all.source).toMatchObject({ codings: [{ start: 3, end: 29, memo: 'why' }], unplaced: 0 });
  });

  it('calls the new place of words that only moved what it is', async () => {
    const folder = folderWith(FILES);
    await tag(folder, 'a', 't', 'r', 'u', 's', 'return');
    const longer = `Z: Before.\n\n${FILES[A]}`;
    writeFileSync(join(folder, A), longer);
    const [coding] = (await tag(folder)).source.codings;
    accept(folder, codings(folder)[0]!, coding!, longer);
    const undone = await tag(folder, 'z', 'y');
    expect(undone.message).toBe('undone: new place for trust');
    expect(undone.source.codings).toMatchObject([{ start: coding!.start, end: coding!.end, code: 'trust' }]);
  });

  it('takes no mark that `qcode replace` told anew for an action, and takes back the old one by the new', async () => {
    const folder = folderWith(FILES);
    await tag(folder, 'space');
    const [seen] = logOf(folder) as [SeenEvent];
    const { text: _, ...unit } = seen.unit;
    const silent = { ...seen, id: 's1', at: '2026-10-01T00:00:00Z', unit };
    const log = (one: Event) => appendEvents(folder, 'chan', B, [one]);
    expect(log({ ...silent, unit: { ...unit, digest: digestOf(encode(FILES[B])), start: 3, end: 16 } })).toBeNull();
    const lookup = (text: string) => lookupIn(parseTranscript(B, encode(text), { file: B }).value!);
    const longer = `${FILES[B]}\nA: And more.\n`;
    const { folded } = readLogOf(folder, 'chan', B, (id) => id).value!;
    const again = seenAgain(
      folded.seen,
      lookup(FILES[B]),
      lookup(longer),
      '2026-11-01T00:00:00Z',
      (prefix) => `${prefix}-anew`,
    );
    expect(again).toMatchObject({ before: 1, after: 1, fresh: [{ id: 's-anew', was: 's1' }, { targets: ['s1'] }] });
    writeFileSync(join(folder, B), longer);
    expect(appendEvents(folder, 'chan', B, again.fresh)).toBeNull();
    const { value } = await prepare(await deskIn(folder), { source: B, at: null, queue: null });
    const { done, source } = value!.begin({ columns: 80, rows: 24 });
    expect(source.seen).toMatchObject([{ id: 's-anew', start: 3, end: 16 }]);
    expect(done).toMatchObject([{ id: 's1', events: [{ kind: 'seen', id: 's-anew' }] }]);
    expect(takingBack(done[0]!)).toMatchObject([{ kind: 'remove', targets: ['s-anew'] }]);
  });

  it('shows a coding that is laid again by its old anchor where it finds a place', async () => {
    const { folder, coding } = await corrected();
    accept(folder, coding);
    const open = await tag(folder);
    expect(open.done).toHaveLength(2);
    writeFileSync(join(folder, A), FILES[A]);
    const undone = await tag(folder, 'z', 'y');
    expect(undone.source).toMatchObject({ codings: [SENTENCE], unplaced: 0 });
  });
});
