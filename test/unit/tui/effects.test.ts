import { afterAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Effect, Errand } from '../../../src/tui/model/effect.js';
import type { Desk } from '../../../src/tui/shell/desk.js';
import { Hands } from '../../../src/tui/shell/effects.js';
import { readOf } from '../../../src/tui/shell/fresh.js';
import { prepare } from '../../../src/tui/shell/prepare.js';
import { reduce } from '../../../src/tui/modes/reduce.js';
import { digestOf } from '../../../src/text/digest.js';
import { encode } from '../../../src/text/utf8.js';
import { eventsIn } from '../../tui/study.js';
import { folderWith, removeFolders } from '../store/temporary.js';
import { A, deskIn, FILES, SENTENCE } from './desk.js';

afterAll(removeFolders);

/** A desk with a source open, and what does effects there. */
async function begun(folder: string, options: Partial<Desk> = {}) {
  const desk = await deskIn(folder, options);
  const begin = await prepare(desk, { source: A, at: null, queue: null });
  const state = begin.value!.begin({ columns: 80, rows: 24 });
  const hands = new Hands(desk, begin.value!.read, (text) => ({ text: `${text}!` }));
  return { hands, state, act: (effect: Errand) => hands.perform(effect, state) };
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
        events: [{ kind: 'apply', ...segment, code: 'trust' }, { memo: 'why' }],
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
    const coding = { kind: 'apply', id, ...SENTENCE, code: 'trust' } as const;
    const now = { ...state, source: { ...state.source, codings: [coding] } };
    const change = { kind: 'apply', segment: SENTENCE, code: 'doubt', was: id } as const;
    const answer = await hands.perform(record({ kind: 'remove', targets: [id] }, change), now);
    expect(eventsIn(folder).map(({ event }) => event)).toEqual(['apply', 'apply', 'remove']);
    expect(answer).toMatchObject({ batch: { events: [{ kind: 'apply' }, { kind: 'remove', removed: [coding] }] } });
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

  it('says what a rename or a merge means for queries and the theory, which stay as they are', async () => {
    const theory = 'rules:\n  - {name: 甲, if: doubt and trust, then: [x]}\n';
    const queries = 'queries:\n  d: dou* or trust\n';
    const folder = folderWith({ ...FILES, 'qcode.yaml': `${FILES['qcode.yaml']}${queries}`, 'theory.yaml': theory });
    const { act } = await begun(folder);
    expect(await act({ kind: 'preview merge', from: 'doubt', into: 'trust' })).toMatchObject({
      lines: expect.arrayContaining([
        'theory.yaml:2: doubt selects what is coded trust, too.',
        'theory.yaml:2, @d: trust selects what is coded doubt, too.',
        '@d: dou* no longer selects what is coded doubt.',
        'theory.yaml:2: doubt is understood as trust then, and every use says so.',
      ]),
    });
    expect(await act({ kind: 'rename code', code: 'doubt', id: '疑', name: '疑' })).toMatchObject({
      told: 'renamed doubt to 疑',
      besides: '@d: dou* no longer selects what is coded doubt. 2 more: qcode check',
    });
    expect(readFileSync(join(folder, 'theory.yaml'), 'utf8')).toBe(theory);
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

  it('says what was not done, in the words of what was asked', async () => {
    const folder = folderWith(FILES);
    const { hands, state } = await begun(folder);
    const gone = new Hands(hands.desk, readOf(hands.desk, A), () => {
      throw Object.assign(new Error('EACCES'), { code: 'EACCES', syscall: 'mkdtemp', path: '/tmp/x' });
    });
    expect(await gone.perform({ kind: 'editor', text: '' }, state)).toMatchObject({
      kind: 'failed',
      message: 'no editor was started: permission is denied: /tmp/x; name one that runs in $EDITOR, and start again',
    });
  });

  it('tells of a torn line of the log where its source is opened', async () => {
    const folder = folderWith({ ...FILES, 'codings/chan/transcripts/b.txt.jsonl': '{"event":"app\n' });
    const { act } = await begun(folder);
    expect(await act({ kind: 'open', source: 'transcripts/b.txt' })).toMatchObject({
      kind: 'opened',
      message: expect.stringContaining('QC202'),
    });
    const first = folderWith({ ...FILES, [`codings/chan/${A}.jsonl`]: '{"event":"app\n' });
    expect((await begun(first)).state.message).toContain('QC202');
  });

  it('reads for an open source nothing of the others', async () => {
    const folder = folderWith({ ...FILES, [`codings/chan/${A}.jsonl`]: '' });
    const { hands, state } = await begun(folder);
    writeFileSync(join(folder, `codings/chan/${A}.jsonl`), 'no event\n');
    const opened = await hands.perform({ kind: 'open', source: 'transcripts/b.txt' }, state);
    expect(opened).toMatchObject({ kind: 'opened', message: '' });
  });

  it('codes places of a source that is not open', async () => {
    const folder = folderWith(FILES);
    const { act } = await begun(folder);
    const segment = { start: 3, end: 8 };
    const changes = [{ kind: 'apply', segment, code: 'trust' }] as const;
    expect(await act({ kind: 'record', source: 'transcripts/b.txt', changes })).toMatchObject({ kind: 'recorded' });
    expect(eventsIn(folder, 'transcripts/b.txt')).toMatchObject([{ anchor: { exact: 'Trust' } }]);
  });
});

describe('the places of a search', () => {
  const SAID = { start: 3, end: 8 };
  const found = (source: string, text: string) =>
    ({
      kind: 'record',
      source,
      changes: [{ kind: 'apply', segment: SAID, code: 'trust' }],
      digest: digestOf(encode(text)),
    }) as const;

  it.each([A, 'transcripts/b.txt'])('are not coded where the transcript was changed since: %s', async (source) => {
    const text = FILES[source as keyof typeof FILES];
    const folder = folderWith({ ...FILES, [source]: text.replace('A: ', 'A: Now, ') });
    const { act, state } = await begun(folder);
    const answer = await act(found(source, text));
    expect(answer).toEqual({ kind: 'passed over', source, places: 1 });
    expect(existsSync(join(folder, 'codings/chan'))).toBe(false);
    const told = reduce({ ...state, message: 'coded Trust' }, answer).state;
    expect(told.message).toBe(
      `${source}: 1 place was not coded, its transcript was changed since the search: search again; coded Trust`,
    );
    expect(told.saved).toEqual({ state: 'saved' });
  });

  it('are coded where it is the same', async () => {
    const folder = folderWith(FILES);
    const { act } = await begun(folder);
    expect(await act(found('transcripts/b.txt', FILES['transcripts/b.txt']))).toMatchObject({ kind: 'recorded' });
  });
});

describe("somebody else's work while a source is open", () => {
  const apply = record({ kind: 'apply', segment: SENTENCE, code: 'trust' });

  it('is not written over: a memo says what it said until it was shown', async () => {
    const folder = folderWith({ ...FILES, 'memos/code/trust.md': 'old\n' });
    const { act, hands, state } = await begun(folder);
    writeFileSync(join(folder, 'memos/code/trust.md'), 'theirs\n');
    const effect = { kind: 'memo', on: { code: 'trust' }, text: 'mine' } as const;
    const refused = await act(effect);
    expect(refused).toMatchObject({ kind: 'failed', effect: 'memo', found: { codes: [{ memo: 'theirs' }, {}] } });
    expect(readFileSync(join(folder, 'memos/code/trust.md'), 'utf8')).toBe('theirs\n');
    const told = reduce(state, refused).state;
    expect(await hands.perform(effect, told)).toMatchObject({ kind: 'memo', codes: [{ memo: 'mine' }, {}] });
    const source = { kind: 'memo', on: { source: A }, text: 'mine' } as const;
    mkdirSync(join(folder, 'memos/source/transcripts'), { recursive: true });
    writeFileSync(join(folder, `memos/source/${A}.md`), 'theirs');
    expect(await act(source)).toMatchObject({ kind: 'failed', found: { source: { memo: 'theirs' } } });
    expect(readFileSync(join(folder, `memos/source/${A}.md`), 'utf8')).toBe('theirs');
  });

  it('is read before anything is coded in a transcript that is another now', async () => {
    const folder = folderWith(FILES);
    const { act, hands, state } = await begun(folder);
    writeFileSync(join(folder, A), 'A: In 信任 we trust nobody.\n');
    const answer = await act(apply);
    expect(answer).toMatchObject({ kind: 'failed', message: expect.stringContaining('the transcript was changed') });
    expect(existsSync(join(folder, 'codings/chan'))).toBe(false);
    const now = reduce(state, answer).state;
    expect(now.source.transcript.text).toHaveLength(30);
    expect(await hands.perform(apply, now)).toMatchObject({ kind: 'recorded' });
    rmSync(join(folder, A));
    expect(await hands.perform(apply, now)).toMatchObject({ kind: 'failed' });
    expect(eventsIn(folder)).toHaveLength(1);
  });

  it('is read before anything is done in a log that another window wrote', async () => {
    const folder = folderWith(FILES);
    const [one, other] = [await begun(folder), await begun(folder)];
    const first = await one.act(apply);
    const refused = await other.act(apply);
    expect(refused).toMatchObject({ kind: 'failed', message: expect.stringContaining('your log of this source') });
    const now = reduce(other.state, refused).state;
    expect(now.source.codings).toMatchObject([{ code: 'trust' }]);
    expect(now.done).toHaveLength(1);
    expect(now.counts).toMatchObject({ trust: 1 });
    const doubt = record({ kind: 'apply', segment: SENTENCE, code: 'doubt' });
    expect(await other.hands.perform(doubt, now)).toMatchObject({ kind: 'recorded' });
    // What a window wrote itself is nothing new to it.
    expect(await other.hands.perform(doubt, now)).toMatchObject({ kind: 'recorded' });
    expect(await one.hands.perform(doubt, reduce(one.state, first).state)).toMatchObject({ kind: 'failed' });
  });

  it('is read before a code is laid that has another id now', async () => {
    const folder = folderWith(FILES);
    const { act, state } = await begun(folder);
    writeFileSync(join(folder, 'codebook.yaml'), 'codes:\n  - id: faith\n');
    const answer = await act(apply);
    expect(answer).toMatchObject({ kind: 'failed', message: expect.stringContaining('the codebook was changed') });
    expect(reduce(state, answer).state.codes).toMatchObject([{ id: 'faith' }]);
    writeFileSync(join(folder, 'codebook.yaml'), 'codes: [');
    expect(await act(apply)).toMatchObject({ kind: 'failed' });
    expect(existsSync(join(folder, 'codings/chan'))).toBe(false);
  });

  it('stays hidden from whoever codes blind, memos too, and is not written over by him', async () => {
    const folder = folderWith({ ...FILES, 'memos/code/trust.md': 'theirs\n', [`memos/source/${A}.md`]: 'theirs\n' });
    const { act, state } = await begun(folder, { assigned: new Map([[A, true]]) });
    expect(state.source.memo).toBe('');
    expect(state.codes[0]).not.toHaveProperty('memo');
    expect(await act({ kind: 'memo', on: { source: A }, text: 'x' })).toMatchObject({ kind: 'failed' });
    expect(await act({ kind: 'memo', on: { code: 'trust' }, text: 'x' })).toMatchObject({ kind: 'failed' });
    expect(await act({ kind: 'merge codes', from: 'doubt', into: 'trust' })).toMatchObject({ kind: 'failed' });
    expect(readFileSync(join(folder, 'memos/code/trust.md'), 'utf8')).toBe('theirs\n');
    expect(readFileSync(join(folder, 'codebook.yaml'), 'utf8')).toBe(FILES['codebook.yaml']);
  });
});
