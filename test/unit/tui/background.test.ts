import { afterAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { Action } from '../../../src/tui/model/action.js';
import { backgroundOf } from '../../../src/tui/shell/background.js';
import { Hands } from '../../../src/tui/shell/effects.js';
import { prepare } from '../../../src/tui/shell/prepare.js';
import { folderWith, removeFolders } from '../store/temporary.js';
import { A, deskIn, FILES } from './desk.js';

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
    for (let i = 0; i < 100 && actions.length === 0; i++) await pause(20);
    background.stop();
    expect(actions).toMatchObject([{ kind: 'counted', sources: [{ id: A, units: 2 }, { units: 1 }] }]);
  });
});
