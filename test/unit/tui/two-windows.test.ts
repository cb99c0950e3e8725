import { afterAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventsIn } from '../../tui/study.js';
import { folderWith, removeFolders } from '../store/temporary.js';
import { A, B, FILES, SENTENCE } from './desk.js';
import { begun } from './window.js';

afterAll(removeFolders);

const LOG = `codings/chan/${A}.jsonl`;
const AGAIN = 'was changed meanwhile and is now read again: look, and press the key again';
const SAVED = { state: 'saved' };

/** The codes of the codings of the open source, as the log has them. */
const codings = (window: Awaited<ReturnType<typeof begun>>) =>
  window
    .state()
    .source.codings.map(({ code }) => code)
    .sort();

const newCode = async ({ press, type }: Awaited<ReturnType<typeof begun>>, name: string): Promise<void> => {
  await press('c');
  await type(name);
  await press('return');
};

describe('two windows of one coder', () => {
  it('each take back their own coding first; the code stays where the codebook was changed since', async () => {
    const folder = folderWith(FILES);
    const [one, other] = [await begun(folder), await begun(folder)];
    await newCode(one, 'Bus');
    await other.press('G');
    await newCode(other, 'Tram');
    await one.press('z');
    expect(one.state()).toMatchObject({ message: `not undone: the codebook ${AGAIN}`, saved: SAVED });
    expect(codings(one)).toEqual(['bus', 'tram']);
    await one.press('z');
    expect(one.state().message).toBe('undone: coded Bus; this cannot be taken back: codebook.yaml was changed since');
    expect(codings(one)).toEqual(['tram']);
    expect(one.state().counts).toMatchObject({ bus: 0, tram: 1 });
    await one.press('z');
    expect(one.state().mode).toMatchObject({ name: 'confirm', preview: ['coded Tram', expect.any(String)] });
    // The other reads that its log was written, and takes back coding and code.
    await other.press('z');
    expect(other.state()).toMatchObject({ message: `not undone: your log of this source ${AGAIN}`, saved: SAVED });
    await other.press('z');
    expect(other.state().message).toBe('undone: coded Tram; undone: new code: Tram');
    expect(other.book()).toContain('- id: bus');
    expect(other.book()).not.toContain('tram');
    await other.press('Z');
    expect(codings(other)).toEqual(['tram']);
  });

  it('count from the logs who has a code that one of them made', async () => {
    const folder = folderWith(FILES);
    const one = await begun(folder);
    await newCode(one, 'Bus');
    const other = await begun(folder);
    await other.press('G a b u s return');
    await one.press('z z');
    expect(one.state().message).toBe('undone: coded Bus; this cannot be taken back: 1 coding has the code');
    expect(eventsIn(folder)).toHaveLength(3);
    expect(one.state().counts).toMatchObject({ bus: 1 });
  });

  it('do not take back what the other removed', async () => {
    const folder = folderWith(FILES);
    const one = await begun(folder);
    await one.press('a d o u return');
    const other = await begun(folder);
    await other.press('x');
    await one.press('z');
    expect(one.state().message).toContain('not undone: ');
    await one.press('z');
    expect(one.state().mode).toMatchObject({ name: 'confirm', preview: ['removed doubt', expect.any(String)] });
    await one.press('y');
    expect(codings(one)).toEqual(['doubt']);
    expect(one.state().counts).toMatchObject({ doubt: 1 });
  });

  it('know the codebook that the other changed, once a memo was taken back', async () => {
    const folder = folderWith(FILES);
    const one = await begun(folder);
    await one.press('M');
    await one.type('mine');
    await one.press('ctrl-s');
    const other = await begun(folder);
    await newCode(other, 'Tram');
    await one.press('z');
    expect(one.state().message).toBe(`undone: memo on ${A}`);
    expect(one.state().codes.map(({ id }) => id)).toContain('tram');
  });
});

describe('NOT SAVED', () => {
  it('goes once what was changed meanwhile is read again, and q does not ask', async () => {
    const folder = folderWith(FILES);
    const [one, other] = [await begun(folder), await begun(folder)];
    await other.press('a d o u return');
    await one.press('a t r u return');
    expect(one.state()).toMatchObject({ message: `not done: your log of this source ${AGAIN}`, saved: SAVED });
    expect(codings(one)).toEqual(['doubt']);
    await one.press('a t r u return');
    expect(codings(one)).toEqual(['doubt', 'trust']);
    appendFileSync(join(folder, LOG), '\n');
    await one.press('space');
    expect(one.state().message).toBe(`not done: your log of this source ${AGAIN}`);
    await one.press('q');
    expect(one.state().mode.name).toBe('read');
  });

  it('stays while something that was typed is in its field alone, and goes when that is left', async () => {
    const folder = folderWith(FILES);
    const { press, type, state } = await begun(folder);
    await press('a d o u return m');
    await type('why');
    appendFileSync(join(folder, LOG), '\n');
    await press('ctrl-s');
    expect(state()).toMatchObject({ mode: { name: 'write' }, saved: { state: 'failed' } });
    await press('escape y');
    expect(state().saved).toEqual(SAVED);
    await press('q');
    expect(state().mode.name).toBe('read');
  });

  it('is not said of a merge or an undo that the disk refused: nothing of it is in memory alone', async () => {
    const folder = folderWith(FILES);
    const { press, state, book } = await begun(folder);
    await press('a d o u return');
    const before = book();
    await press('tab G J t r u return');
    expect(state().mode).toMatchObject({ name: 'confirm', question: { for: 'merge' } });
    rmSync(join(folder, 'codebook.yaml'));
    await press('y');
    expect(state()).toMatchObject({ message: expect.stringContaining('does not exist'), saved: SAVED });
    writeFileSync(join(folder, 'codebook.yaml'), 'codes: [');
    await press('escape z');
    expect(state()).toMatchObject({ message: expect.stringMatching(/^not undone: /u), saved: SAVED });
    writeFileSync(join(folder, 'codebook.yaml'), before);
    await press('z');
    expect(state().message).toContain('not undone: the codebook was changed meanwhile');
    await press('z');
    expect(state().message).toBe('undone: coded doubt');
  });
});

/** Mounts a small disk on a folder, where that is permitted; `fill` takes all the room that it has. */
function smallDisk(folder: string): { fill: () => void; empty: () => void; unmount: () => void } | null {
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder]).status !== 0) return null;
  const filler = join(folder, 'filler');
  return {
    fill: () => spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4096']),
    empty: () => rmSync(filler),
    unmount: () => spawnSync('umount', [folder]),
  };
}

describe('what was refused', () => {
  it('on a full disk names the file and what was not done, and works by the same key once there is room', async () => {
    const folder = folderWith({});
    const disk = smallDisk(folder);
    if (disk === null) return console.info('skipped: mounting a small disk is not permitted here');
    try {
      cpSync(folderWith(FILES), folder, { recursive: true });
      await (await begun(folder)).press('a d o u return');
      // A disk is full by whole pages: the log has room for a few bytes more.
      const path = join(folder, LOG);
      appendFileSync(path, '\n'.repeat(4090 - statSync(path).size));
      const { press, type, state } = await begun(folder);
      await press('c');
      await type('Nu');
      disk.fill();
      await press('return');
      expect(state().mode).toMatchObject({ name: 'write', field: { text: 'Nu' } });
      expect(state().message).toMatch(/^the new code is not in the codebook: its disk is full: \/\S+; make room, /u);
      await press('escape y a t r u return');
      expect(state().message).toBe(
        `its disk took only a part and is full: ${LOG}; make room, or see to the permissions, and press the key again`,
      );
      expect(state().saved).toMatchObject({ state: 'failed' });
      expect(statSync(path).size).toBe(4090);
      disk.empty();
      await press('a t r u return');
      expect(state()).toMatchObject({ message: 'coded trust', saved: SAVED });
    } finally {
      disk.unmount();
    }
  });

  it('of a new code only its coding, is laid by the same keys', async () => {
    const folder = folderWith({ ...FILES, 'codings/.nobody': '' });
    const disk = smallDisk(join(folder, 'codings'));
    if (disk === null) return console.info('skipped: mounting a small disk is not permitted here');
    try {
      const { press, type, state, book } = await begun(folder);
      disk.fill();
      await press('c');
      await type('Nu');
      await press('return');
      expect(book()).toContain('name: Nu');
      expect(state()).toMatchObject({ message: expect.stringContaining(LOG), saved: { state: 'failed' } });
      disk.empty();
      await press('c');
      await type('Nu');
      await press('return');
      expect(state()).toMatchObject({ message: 'coded Nu', saved: SAVED });
      await press('z');
      expect(state().message).toContain('undone: coded Nu');
    } finally {
      disk.unmount();
    }
  });
});

describe('“changed meanwhile”', () => {
  it('is not said after own codings in another source', async () => {
    const folder = folderWith(FILES);
    const { press, act, state } = await begun(folder);
    const place = { ...SENTENCE, source: A, excerpt: '', ticked: true, done: false };
    const there = { ...place, source: B, start: 3, end: 8 };
    const queue = { kind: 'find', title: 'trust', code: 'trust', places: [place, there], index: 0 } as const;
    Object.assign(state(), { queue });
    await act({ kind: 'resize', size: { columns: 80, rows: 24 } });
    await press('l c');
    expect(state().message).toContain('coded trust');
    await press('escape z y');
    expect(state().message).toBe('undone: coded trust');
  });
});
