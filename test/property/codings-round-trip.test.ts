import { afterAll, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { anchorOf } from '../../src/coding/anchor.js';
import type { ApplyEvent, Event } from '../../src/coding/event.js';
import { foldEvents } from '../../src/coding/fold.js';
import { parseLog } from '../../src/coding/log.js';
import { appendEvents } from '../../src/store/append.js';
import { newEventId } from '../../src/store/identity.js';
import { findLogs } from '../../src/store/logs.js';
import { readTranscript } from '../../src/store/read-transcript.js';
import { digestOf } from '../../src/text/digest.js';
import { loadStudy } from '../../src/store/study.js';
import { trimmed } from '../../src/text/furniture.js';
import { codePointIndex } from '../../src/text/offset.js';
import { SMALL, folderWith, qcode, removeFolders } from '../cli/run.js';
import { randomFrom } from './random-numbers.js';

afterAll(removeFolders);

const FILES = {
  ...SMALL,
  'transcripts/访谈 1.txt':
    '梁生：资金不够，政府拖欠资金👩‍👩‍👧。我们自主决定。\n访谈者：谁帮过你们？\n梁生：街道帮过我们（笑）。\n\n说不上靠谁。\n',
};
const CODERS = ['ann', '陈 生'];
const MEMOS = [
  '',
  'plain',
  '=SUM(A1)',
  '-1',
  '@x',
  '逗号，"引号", comma',
  'two\nlines\n',
  "'quoted",
  '＝全形',
  'a;b=c\\',
];
const PROPERTIES = [{}, { star: 'yes' }, { stance: 'denies; firmly', weight: '2' }, { 立场: 'a=b\\;c', star: 'yes' }];

/** Random codings and verdicts of two coders in all sources of a study. */
async function coded(folder: string, seed: number): Promise<void> {
  const random = randomFrom(seed);
  const { value: study } = await loadStudy({ cwd: folder, paths: [], needsCodebook: true });
  for (const source of study!.sources) {
    const { value: transcript } = await readTranscript(study!, source);
    const { text } = transcript!;
    const index = codePointIndex(text);
    const length = index.toCodePoints(text.length);
    const taken = new Set<string>();
    for (let i = 0; i < 40; i++) {
      const start = random(length - 1);
      const span = trimmed(transcript!, {
        start: index.toBytes(start),
        end: index.toBytes(Math.min(length, start + 1 + random(12))),
      });
      const code = ['money', 'grant', 'trust', 'latent'][random(4)]!;
      const coder = CODERS[random(2)]!;
      const verdict = [undefined, undefined, 'accept', 'reject'][random(4)] as ApplyEvent['verdict'];
      const key = JSON.stringify([coder, code, span, verdict !== undefined]);
      if (!span || taken.has(key)) continue;
      taken.add(key);
      const [memo, properties] = [MEMOS[random(MEMOS.length)]!.trim(), PROPERTIES[random(PROPERTIES.length)]!];
      const event: ApplyEvent = {
        event: 'apply',
        id: newEventId('c'),
        at: `2026-01-02T03:04:0${random(10)}.${100 + random(900)}Z`,
        code,
        anchor: anchorOf(span, text, digestOf(text), index),
        ...(verdict && { verdict }),
        ...(Object.keys(properties).length > 0 && { properties }),
        ...(memo !== '' && { memo }),
      };
      const gone: Event[] =
        random(6) === 0 ? [{ event: 'remove', id: newEventId('r'), at: event.at, targets: [event.id] }] : [];
      expect(appendEvents(folder, coder, source.id, [event, ...gone])).toBeNull();
    }
  }
}

/** What holds in all logs, by log. */
function holding(folder: string): Record<string, unknown> {
  return Object.fromEntries(
    findLogs(folder).map(({ id, path }) => {
      const { codings, verdicts, shared } = foldEvents(parseLog(readFileSync(path, 'utf8'), id).value!);
      expect(shared).toEqual([]);
      return [id, { codings, verdicts }];
    }),
  );
}

for (const [format, flags] of [
  ['csv', []],
  ['csv', ['--raw']],
  ['jsonl', []],
] as const) {
  it(`what codings list writes as ${[format, ...flags].join(' ')}, codings import reads into an empty study`, async () => {
    for (const seed of [1, 2]) {
      const folder = folderWith(FILES);
      await coded(folder, seed);
      const list = ['codings', 'list', '--format', format, ...flags];
      const { stdout, code } = qcode(folder, list);
      expect(code).toBe(0);
      expect(stdout.split('\n').length).toBeGreaterThan(50);
      const empty = folderWith({ ...FILES, [`coded.${format}`]: stdout });
      const imported = qcode(empty, ['codings', 'import', `coded.${format}`, ...flags]);
      expect(imported).toMatchObject({ code: 0, stderr: expect.not.stringContaining('error') });
      expect(qcode(empty, list).stdout).toBe(stdout);
      expect(holding(empty)).toEqual(holding(folder));
      expect(findLogs(join(empty)).length).toBeGreaterThan(3);
    }
  });
}
