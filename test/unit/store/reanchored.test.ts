import { afterAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeChoice } from '../../../src/coding/reanchor.js';
import { printEvent } from '../../../src/coding/print-event.js';
import { appendEvents } from '../../../src/store/append.js';
import { type Chosen, notExact, record } from '../../../src/store/reanchored.js';
import { loadStudy } from '../../../src/store/study.js';
import { apply, remove } from '../coding/build.js';
import { folderWith, removeFolders } from './temporary.js';

afterAll(removeFolders);

const SOURCE = 'transcripts/a.txt';
const LOG = `codings/ann/${SOURCE}.jsonl`;

/** A study whose two codings stand two characters further on than they were coded. */
async function found() {
  const codings = [apply('c1', 'trust', 4, '我们信任街道办事处'), apply('c2', 'old', 4, '我们信任街道办事处')];
  const folder = folderWith({
    'qcode.yaml': 'title: x\n',
    'codebook.yaml': 'codes:\n  - id: trust\n    was: [old]\n',
    [SOURCE]: '访谈者：好。\n梁生：我们信任街道办事处。\n访谈者：好。\n梁生：是的。\n',
    [LOG]: codings.map((event) => `${printEvent(event)}\n`).join(''),
  });
  const study = (await loadStudy({ cwd: folder, paths: [], needsCodebook: true })).value!;
  const [one] = await notExact(
    study,
    () => true,
    () => undefined,
  );
  const chosen = one!.open.flatMap(({ coder, event, span }): Chosen[] =>
    span ? [{ coder, choice: placeChoice(event, span) }] : [],
  );
  const events = (): { event: string; code?: string; was?: string }[] =>
    readFileSync(join(folder, LOG), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as never);
  return { study, one: one!, chosen, events };
}

describe('choices of places', () => {
  it('are recorded under the ids that the codings have in the log, and counted', async () => {
    const { study, one, chosen, events } = await found();
    expect(one.counts).toMatchObject({ moved: 2 });
    expect(record(study, one, chosen)).toEqual({ value: 2, diagnostics: [] });
    expect(events().slice(2)).toMatchObject([
      { event: 'apply', code: 'trust', was: 'c1' },
      { event: 'apply', code: 'old', was: 'c2' },
      { event: 'remove', targets: ['c1', 'c2'] },
    ]);
  });

  it('bring back nothing that was removed since the log was read, and do not count it', async () => {
    const { study, one, chosen, events } = await found();
    expect(appendEvents(study.folder, 'ann', SOURCE, [remove('r1', 'c1')])).toBeNull();
    expect(record(study, one, chosen)).toEqual({ value: 1, diagnostics: [] });
    expect(events().flatMap(({ was }) => was ?? [])).toEqual(['c2']);
    const all = events().length;
    expect(record(study, one, chosen)).toEqual({ value: 0, diagnostics: [] });
    expect(events()).toHaveLength(all);
  });
});
