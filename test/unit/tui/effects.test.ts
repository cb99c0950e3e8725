import { afterAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadStudy } from '../../../src/store/study.js';
import type { Effect } from '../../../src/tui/effect.js';
import { type Desk, withCodebook } from '../../../src/tui/desk.js';
import { handsOn } from '../../../src/tui/effects.js';
import { prepare } from '../../../src/tui/prepare.js';
import { eventsIn } from '../../tui/study.js';
import { folderWith, removeFolders } from '../store/temporary.js';

afterAll(removeFolders);

const FILES = {
  'qcode.yaml': 'title: Small\n',
  'codebook.yaml': '# mine\ncodes:\n  - id: trust\n    keywords: [trust]\n  - id: doubt\n',
  'transcripts/a.txt': 'A: In 資金 we trust.\n\nB: Do we?\n',
  'transcripts/b.txt': 'A: Trust is all.\n',
};
const A = 'transcripts/a.txt';
const SENTENCE = { start: 3, end: 22 };

async function deskIn(folder: string, options: Partial<Desk> = {}): Promise<Desk> {
  const { value: study } = await loadStudy({ cwd: folder, paths: [], needsCodebook: true });
  const codebookPath = join(folder, 'codebook.yaml');
  const desk = {
    coder: 'chan',
    study: study!,
    codebookPath,
    blind: false,
    assigned: new Map(),
    walk: 'paragraph' as const,
  };
  return withCodebook({ ...desk, ...options }, study!.codebook!);
}

/** A desk with a source open, and what does effects there. */
async function begun(folder: string, options: Partial<Desk> = {}) {
  const desk = await deskIn(folder, options);
  const begin = await prepare(desk, { source: A, at: null, queue: null });
  const state = begin.value!({ columns: 80, rows: 24 });
  const hands = handsOn(desk, (text) => ({ text: `${text}!` }));
  return { hands, state, act: (effect: Exclude<Effect, { kind: 'quit' }>) => hands.perform(effect, state) };
}

const record = (...changes: Extract<Effect, { kind: 'record' }>['changes']) =>
  ({ kind: 'record', source: A, changes }) as const;

describe('what a key press does outside', () => {
  it('lays codings where they stand, in code points, all of one action at one time', async () => {
    const folder = folderWith(FILES);
    const { act } = await begun(folder);
    const segment = { start: 6, end: 12 };
    const answer = await act(
      record({ kind: 'apply', segment, code: 'trust' }, { kind: 'apply', segment, code: 'doubt', memo: 'why' }),
    );
    const [first, second] = eventsIn(folder);
    expect(first).toMatchObject({ event: 'apply', code: 'trust', anchor: { start: 6, end: 8, exact: '資金' } });
    expect(second).toMatchObject({ code: 'doubt', memo: 'why', at: first!['at'] });
    expect(answer).toMatchObject({
      kind: 'recorded',
      batch: {
        id: first!['id'],
        source: A,
        events: [{ coding: { ...segment, code: 'trust' } }, { coding: { memo: 'why' } }],
      },
    });
  });

  it('gives actions times of their own, however fast they come', async () => {
    const folder = folderWith(FILES);
    const { act } = await begun(folder);
    for (let i = 0; i < 5; i++) await act(record({ kind: 'apply', segment: SENTENCE, code: 'trust' }));
    expect(new Set(eventsIn(folder).map(({ at }) => at)).size).toBe(5);
  });

  it('writes down blind what was coded blind, and keeps which codes there were', async () => {
    const folder = folderWith(FILES);
    const { act, state } = await begun(folder, { assigned: new Map([[A, true]]) });
    expect(state.blind).toBe(true);
    expect(state.source.suggestions).toEqual([]);
    await act(record({ kind: 'seen', unit: SENTENCE, unitKind: 'paragraph' }));
    const [seen] = eventsIn(folder);
    expect(seen).toMatchObject({ event: 'seen', blind: true, unit: { kind: 'paragraph', start: 3, end: 18 } });
    const snapshot = join(folder, 'codings/.codebooks', `${seen!['codebook'] as string}.json`);
    expect(JSON.parse(readFileSync(snapshot, 'utf8'))).toEqual({ codes: ['doubt', 'trust'] });
  });

  it('lays before it removes, so that a write cut short loses nothing', async () => {
    const folder = folderWith(FILES);
    const { act, hands, state } = await begun(folder);
    const laid = await act(record({ kind: 'apply', segment: SENTENCE, code: 'trust' }));
    if (laid.kind !== 'recorded') throw new Error('not recorded');
    const { id } = laid.batch;
    const coding = { id, ...SENTENCE, code: 'trust' };
    const now = { ...state, source: { ...state.source, codings: [coding] } };
    const change = { kind: 'apply', segment: SENTENCE, code: 'doubt', was: id } as const;
    const answer = await hands.perform(record({ kind: 'remove', targets: [id] }, change), now);
    expect(eventsIn(folder).map(({ event }) => event)).toEqual(['apply', 'apply', 'remove']);
    expect(answer).toMatchObject({ batch: { events: [{ kind: 'apply' }, { kind: 'remove', removed: [{ coding }] }] } });
  });

  it('codes in a source that is not open', async () => {
    const folder = folderWith(FILES);
    const { act } = await begun(folder);
    const segment = { start: 3, end: 16 };
    const answer = await act({ ...record({ kind: 'apply', segment, code: 'trust' }), source: 'transcripts/b.txt' });
    expect(answer).toMatchObject({ kind: 'recorded', batch: { source: 'transcripts/b.txt' } });
    expect(eventsIn(folder, 'transcripts/b.txt')).toMatchObject([{ anchor: { exact: 'Trust is all.' } }]);
  });

  it('makes, renames and merges codes, comments kept, and lays the source anew', async () => {
    const folder = folderWith(FILES);
    const { act } = await begun(folder);
    await act(record({ kind: 'apply', segment: SENTENCE, code: 'doubt' }));
    await act({ kind: 'memo', on: { code: 'doubt' }, text: 'mine' });
    const made = await act({ kind: 'add code', name: 'Good faith', parent: 'trust' });
    expect(made).toMatchObject({ kind: 'codebook', made: 'good-faith' });
    const renamed = await act({ kind: 'rename code', code: 'doubt', id: 'misgiving', name: 'Misgiving' });
    expect(renamed).toMatchObject({
      kind: 'codebook',
      renamed: { doubt: 'misgiving' },
      counts: { misgiving: 1 },
      source: { codings: [{ code: 'misgiving' }] },
    });
    const merged = await act({ kind: 'merge codes', from: 'misgiving', into: 'trust' });
    expect(merged).toMatchObject({ renamed: { misgiving: 'trust' }, source: { codings: [{ code: 'trust' }] } });
    expect(readFileSync(join(folder, 'codebook.yaml'), 'utf8')).toMatch(/^# mine\n/);
    expect(merged).toMatchObject({ codes: [{ id: 'trust', memo: 'mine' }, { id: 'good-faith' }] });
  });

  it('opens a source where the coder stopped in it, and keeps where he was in the other', async () => {
    const folder = folderWith({
      ...FILES,
      'codings/.stopped/chan.json': '{"source":null,"sources":{"transcripts/b.txt":9}}',
    });
    const { hands, state } = await begun(folder);
    const there = { ...state, cursor: { start: 27, end: 33 } };
    const opened = await hands.perform({ kind: 'open', source: 'transcripts/b.txt' }, there);
    expect(opened).toMatchObject({ kind: 'opened', at: 9, blind: false, source: { id: 'transcripts/b.txt' } });
    expect(JSON.parse(readFileSync(join(folder, 'codings/.stopped/chan.json'), 'utf8'))).toMatchObject({
      sources: { [A]: 23 },
    });
  });

  it('writes memos, and hands text to the editor', async () => {
    const folder = folderWith(FILES);
    const { act } = await begun(folder);
    expect(await act({ kind: 'memo', on: { source: A }, text: ' noted \n' })).toMatchObject({
      source: { memo: 'noted' },
    });
    expect(await act({ kind: 'memo', on: { code: 'trust' }, text: 'x' })).toMatchObject({
      codes: [{ memo: 'x' }, { id: 'doubt' }],
    });
    expect(await act({ kind: 'editor', text: 'a' })).toEqual({ kind: 'written', text: 'a!' });
  });

  it('answers what the disk refuses, and throws nothing', async () => {
    const folder = folderWith(FILES);
    const { act, hands, state } = await begun(folder);
    writeFileSync(join(folder, 'codings'), 'in the way');
    const refused = await act(record({ kind: 'apply', segment: SENTENCE, code: 'trust' }));
    expect(refused).toMatchObject({ kind: 'failed', effect: 'record' });
    expect(await act(record({ kind: 'seen', unit: SENTENCE, unitKind: 'turn' }))).toMatchObject({ kind: 'failed' });
    hands.keepPlace(state);
    writeFileSync(join(folder, 'memos'), 'in the way');
    expect(await act({ kind: 'memo', on: { code: 'trust' }, text: 'x' })).toMatchObject({
      kind: 'failed',
      effect: 'memo',
    });
    rmSync(join(folder, 'transcripts/b.txt'));
    expect(await act({ kind: 'open', source: 'transcripts/b.txt' })).toMatchObject({ kind: 'failed', effect: 'open' });
    writeFileSync(join(folder, 'codebook.yaml'), 'codes: [');
    expect(await act({ kind: 'add code', name: 'x', parent: null })).toMatchObject({
      kind: 'failed',
      effect: 'add code',
    });
    expect(readdirSync(folder).sort()).toEqual(['codebook.yaml', 'codings', 'memos', 'qcode.yaml', 'transcripts']);
    expect(existsSync(join(folder, 'codings', 'chan'))).toBe(false);
  });
});
