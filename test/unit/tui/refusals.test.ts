import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reduce } from '../../../src/tui/modes/reduce.js';
import { Hands } from '../../../src/tui/shell/effects.js';
import { prepare } from '../../../src/tui/shell/prepare.js';
import { plainRows } from '../../../src/tui/view/paint.js';
import { frameOf } from '../../../src/tui/view/frame-of.js';
import { folderWith, removeFolders } from '../store/temporary.js';
import { A, deskIn, FILES, SENTENCE } from './desk.js';

afterAll(removeFolders);

/** The screen after a coding that the disk does not take. */
async function screenAfter(spoil: (folder: string) => void, columns: number): Promise<string> {
  const folder = folderWith(FILES);
  const desk = await deskIn(folder);
  const { begin, read } = (await prepare(desk, { source: A, at: null, queue: null })).value!;
  const hands = new Hands(desk, read, () => ({ failure: 'no editor' }));
  const state = begin({ columns, rows: 24 });
  spoil(folder);
  const changes = [{ kind: 'apply', segment: SENTENCE, code: 'trust' }] as const;
  const answer = await hands.perform({ kind: 'record', source: A, changes }, state);
  return plainRows(frameOf(reduce(state, answer).state))
    .map((row) => row.trim())
    .join(' ');
}

describe('what the disk refuses', () => {
  it.each([80, 60])('is said with the reason first and what to do last, on %i columns', async (columns) => {
    const leadsNowhere = await screenAfter((folder) => {
      mkdirSync(join(folder, 'codings/chan/transcripts'), { recursive: true });
      symlinkSync('/nowhere/at/all', join(folder, 'codings/chan', `${A}.jsonl`));
    }, columns);
    expect(leadsNowhere).toMatch(
      /NOT SAVED: it is a link that leads nowhere: codings\/.*; make room, .* and press the key again /u,
    );
    const inTheWay = await screenAfter((folder) => writeFileSync(join(folder, 'codings'), ''), columns);
    expect(inTheWay).toMatch(/NOT SAVED: a part of its path is a file, not a folder: .*, and press the key again /u);
    for (const screen of [leadsNowhere, inTheWay]) expect(screen).not.toContain('nothing was saved');
  });

  it('is said, too, of what somebody changed meanwhile', async () => {
    const changed = await screenAfter((folder) => writeFileSync(join(folder, A), 'A: Other words.\n'), 80);
    expect(changed).toContain(
      'not done: the transcript was changed meanwhile and is now read again: look, and press the key again',
    );
  });
});
