import { afterAll, describe, expect, it } from '@jest/globals';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareStudy } from '../../../src/store/compared-study.js';
import { loadStudy } from '../../../src/store/study.js';
import { disputesIn } from '../../../src/tui/shell/decisions.js';
import { Hands } from '../../../src/tui/shell/effects.js';
import { readOf } from '../../../src/tui/shell/fresh.js';
import { prepare } from '../../../src/tui/shell/prepare.js';
import { BOTH, comparedStudy, logOf, A as TEXT } from '../../cli/compared-study.js';
import { qcode } from '../../cli/run.js';
import { deskIn } from './desk.js';
import { eventsIn } from '../../tui/study.js';
import { removeFolders } from '../store/temporary.js';

afterAll(removeFolders);

const A = 'transcripts/a.txt';
const FILTERS = { cases: [], speakers: [], roles: [], where: [], excludeRoles: ['interviewer'] } as const;

/** The desk at which ann's and bo's differences are settled, and the units on which they differ. */
async function adjudicating(folder: string) {
  const { value: study } = await loadStudy({ cwd: folder, paths: [], needsCodebook: true });
  const request = {
    coders: ['ann', 'bo'],
    unit: 'turn',
    filters: FILTERS,
    blind: true,
    afterAdjudication: false,
    wholeSources: false,
  } as const;
  const { value } = await compareStudy(study!, request);
  const ids = study!.codebook!.codes.map(({ id }) => id);
  const [place] = value!.sources.flatMap((source) => disputesIn(source, ids));
  const desk = await deskIn(folder, { coder: 'adjudicated', adjudication: request });
  const { begin } = (await prepare(desk, { source: A, at: null, queue: null })).value!;
  const hands = new Hands(desk, readOf(desk, A), () => ({ text: null }));
  const { source, start, end, codes: given } = place!;
  const decide = (codes: readonly string[]) =>
    hands.perform({ kind: 'decide', source, unit: { start, end }, codes, given }, begin({ columns: 80, rows: 24 }));
  return { place: place!, decide };
}

describe('a unit on which coders differ', () => {
  it('tells what each gave it, with words where they are others than the unit’s, and memos', async () => {
    const folder = comparedStudy(BOTH);
    const memo = ['codings', 'add', 'a', '--code', 'trust', '--quote', '有了。', '--memo', 'hm', '--coder', 'bo'];
    expect(qcode(folder, memo).code).toBe(0);
    const { place } = await adjudicating(folder);
    expect(place).toMatchObject({ source: A, excerpt: '没有了。', done: false, decided: null });
    expect(place.codes).toEqual([[], ['trust', 'fear']]);
    expect(place.given).toMatchObject([
      [],
      [
        { code: 'fear', words: '没有了', memos: [] },
        { code: 'trust', words: '有了。', memos: ['hm'] },
      ],
    ]);
  });

  it('is settled by a decision, and comes back so', async () => {
    const { place, decide } = await adjudicating(comparedStudy(BOTH));
    expect(await decide(['fear'])).toMatchObject({
      kind: 'recorded',
      decided: ['fear'],
      places: [{ start: place.start, done: true, decided: ['fear'] }],
    });
  });

  it('stores nothing where a coder gave something else meanwhile, and shows that', async () => {
    const folder = comparedStudy(BOTH);
    const { decide } = await adjudicating(folder);
    const more = logOf(TEXT, { codes: [['没有了。', 'money']], at: '2026-03-02T09:00:00Z' });
    appendFileSync(join(folder, 'codings/ann', `${A}.jsonl`), more);
    expect(await decide(['fear'])).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('what the coders gave this unit was changed meanwhile'),
      places: [{ codes: [['money'], ['fear']], done: false }],
    });
    expect(() => eventsIn(folder, A, 'adjudicated')).toThrow();
  });

  it('stores nothing where somebody else decided meanwhile, and shows that', async () => {
    const folder = comparedStudy(BOTH);
    const { decide } = await adjudicating(folder);
    writeFileSync(join(folder, 'd.csv'), `source,start,end,decision\n${A},40,44,money\n`);
    expect(qcode(folder, ['agree', 'ann', 'bo', '--adjudicate', 'd.csv']).code).toBe(0);
    const before = eventsIn(folder, A, 'adjudicated').length;
    expect(await decide(['fear'])).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('your log of this source was changed meanwhile'),
      places: [{ done: true, decided: ['money'] }],
    });
    expect(eventsIn(folder, A, 'adjudicated')).toHaveLength(before);
  });
});
