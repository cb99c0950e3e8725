import { afterAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Action } from '../../../src/tui/model/action.js';
import { backgroundOf } from '../../../src/tui/shell/background.js';
import { Hands } from '../../../src/tui/shell/effects.js';
import { prepare } from '../../../src/tui/shell/prepare.js';
import { counted } from '../../../src/tui/shell/entries.js';
import { folderWith, removeFolders } from '../store/temporary.js';
import { A, B, deskIn, FILES, SENTENCE } from './desk.js';

afterAll(removeFolders);

describe('what is done while nobody types', () => {
  it('is counting the units of all sources, the open one too, in one kind of unit', async () => {
    const desk = await deskIn(folderWith(FILES), { walk: 'sentence' });
    const { begin, read } = (await prepare(desk, { source: A, at: null, queue: null })).value!;
    const hands = new Hands(desk, read, () => ({ text: null }));
    const state = begin({ columns: 80, rows: 24 });
    const actions: Action[] = [];
    const background = backgroundOf(hands, (action) => actions.push(action));
    // The coder walks by turns, and how many there are is not counted yet.
    background.look({ ...state, walk: 'turn', progress: { ...state.progress, units: 0 } });
    for (let i = 0; i < 100 && actions.length < 2; i++) await pause(20);
    background.stop();
    expect(actions).toEqual([
      { kind: 'counted', source: { id: A, case: A, units: 2, seen: 0 } },
      { kind: 'counted', source: { id: B, case: B, units: 1, seen: 0 } },
    ]);
  });

  it('counts as seen what its marks leave no word of, in the text as it is now', async () => {
    const folder = folderWith(FILES);
    const desk = await deskIn(folder);
    const { begin, read } = (await prepare(desk, { source: A, at: null, queue: null })).value!;
    const state = begin({ columns: 80, rows: 24 });
    const hands = new Hands(desk, read, () => ({ text: null }));
    const source = desk.study.sources[0]!;
    const mark = (start: number, end: number) =>
      hands.perform(
        { kind: 'record', source: A, changes: [{ kind: 'seen', unit: { start, end }, unitKind: 'sentence' }] },
        state,
      );
    await mark(0, 6);
    expect(await counted(desk, source)).toMatchObject({ units: 2, seen: 0 });
    await mark(6, SENTENCE.end);
    expect(await counted(desk, source)).toMatchObject({ units: 2, seen: 1 });
    writeFileSync(join(folder, A), FILES[A].replace('we trust', 'they trust'));
    expect(await counted(desk, source)).toMatchObject({ units: 2, seen: 0 });
  });
});
