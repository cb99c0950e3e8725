import { afterAll, describe, expect, it } from '@jest/globals';
import { folderWith, removeFolders } from '../store/temporary.js';
import { type Digits, NO_DIGITS, withUsed } from '../../../src/tui/model/digits.js';
import { prepare } from '../../../src/tui/shell/prepare.js';
import { A, deskIn, FILES } from './desk.js';
import { Coder } from './shell.js';
import { CODES, SOURCE } from './study.js';

afterAll(removeFolders);

const used = (...codes: string[]): Digits => withUsed(NO_DIGITS, codes);
const ANCHOR = { start: 3, end: 5, exact: 'In', prefix: 'A: ', suffix: ' 資金', digest: '0'.repeat(64) };
const NINE = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];

describe('the digits', () => {
  it('are given in the order of first use, and stay', () => {
    expect(used('b', 'a', 'b', 'c', 'a')).toEqual({ recent: ['b', 'a', 'c'], lastUsed: ['a', 'c', 'b'] });
  });

  it('go over to a tenth code from that which was not used for longest', () => {
    expect(used(...NINE, 'a', 'b', 'j').recent).toEqual(['a', 'b', 'j', 'd', 'e', 'f', 'g', 'h', 'i']);
    expect(used(...NINE, 'j', 'a').recent).toEqual(['j', 'a', ...NINE.slice(2)]);
  });

  it('are the same after a restart, in whichever source they were used', async () => {
    const codes = ['trust', 'doubt'];
    const event = (at: string, code: string, more: object = {}): string =>
      `${JSON.stringify({ event: 'apply', id: at, at: `2026-01-0${at}T00:00:00.000Z`, code, anchor: ANCHOR, ...more })}\n`;
    const remove = `{"event":"remove","id":"r","at":"2026-01-05T00:00:00.000Z","targets":["1"]}\n`;
    const begun = async (files: Record<string, string>): Promise<Digits> => {
      const desk = await deskIn(folderWith({ ...FILES, ...files }));
      const { value } = await prepare(desk, { source: A, at: null, queue: null });
      const { recent, lastUsed } = value!.begin({ columns: 80, rows: 24 });
      return { recent, lastUsed };
    };
    const here = `codings/chan/${A}.jsonl`;
    const there = 'codings/chan/transcripts/b.txt.jsonl';
    // What was removed was used all the same; what undo laid again, and what others did, was not.
    const logs = {
      [here]: event('1', 'trust') + event('4', 'doubt', { undoes: 'x' }) + remove,
      [there]: event('2', 'doubt'),
    };
    expect(await begun(logs)).toEqual(withUsed(NO_DIGITS, codes));
    expect(await begun({ [here]: event('3', 'trust'), [there]: event('2', 'doubt') })).toEqual(used('doubt', 'trust'));
    expect(await begun({ 'codings/lee/transcripts/b.txt.jsonl': event('2', 'doubt') })).toEqual(NO_DIGITS);
  });

  it('count what is coded in a session one by one, and not what undo brings back', () => {
    const coder = Coder.begin({ source: SOURCE, codes: CODES }).press('j a t r u space m o n return j a l a t return');
    expect(coder.state.recent).toEqual(['trust', 'money', 'late']);
    expect(coder.press('z Z').state.lastUsed).toEqual(['late', 'money', 'trust']);
  });
});
