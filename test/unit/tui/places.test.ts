import { afterAll, describe, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Hands } from '../../../src/tui/shell/effects.js';
import { readOf } from '../../../src/tui/shell/fresh.js';
import { incidentsOf } from '../../../src/tui/shell/places.js';
import { prepare } from '../../../src/tui/shell/prepare.js';
import { folderWith, removeFolders } from '../store/temporary.js';
import { A, deskIn, FILES, SENTENCE } from './desk.js';

afterAll(removeFolders);

/** A study in which the first sentence is coded. */
async function coded(more: Readonly<Record<string, string>> = {}) {
  const folder = folderWith({ ...FILES, ...more });
  const desk = await deskIn(folder);
  const { begin } = (await prepare(desk, { source: A, at: null, queue: null })).value!;
  const hands = new Hands(desk, readOf(desk, A), () => ({ text: null }));
  const changes = [{ kind: 'apply', segment: SENTENCE, code: 'trust' }] as const;
  await hands.perform({ kind: 'record', source: A, changes }, begin({ columns: 80, rows: 24 }));
  return { folder, desk };
}

describe('the places of a review', () => {
  it('are where the coder coded', async () => {
    const { desk } = await coded();
    const { value, diagnostics } = await incidentsOf(desk, 'trust');
    expect(value).toMatchObject([{ ...SENTENCE, source: A, excerpt: 'In 資金 we trust.', done: false }]);
    expect(diagnostics).toEqual([]);
  });

  it('come with what is wrong in the logs', async () => {
    const { desk } = await coded({ 'codings/chan/transcripts/b.txt.jsonl': '{"event":"app\n' });
    const { value, diagnostics } = await incidentsOf(desk, 'trust');
    expect(value).toHaveLength(1);
    expect(diagnostics).toMatchObject([{ code: 'QC202' }]);
  });

  it('are not known where a log or a transcript cannot be read', async () => {
    const unreadable = await coded({ 'codings/chan/transcripts/b.txt.jsonl/in the way': '' });
    expect((await incidentsOf(unreadable.desk, 'trust')).value).toBeUndefined();
    const { folder, desk } = await coded();
    rmSync(join(folder, A));
    const { value, diagnostics } = await incidentsOf(desk, 'trust');
    expect(value).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
  });
});
