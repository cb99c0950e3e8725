import { afterAll, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { GIT_ATTRIBUTES } from '../../src/cli/new-study.js';
import type { Event } from '../../src/coding/event.js';
import { foldEvents } from '../../src/coding/fold.js';
import { parseLog } from '../../src/coding/log.js';
import { printEvent } from '../../src/coding/print-event.js';
import { appendEvents } from '../../src/store/append.js';
import { findLogs } from '../../src/store/logs.js';
import { folderWith, removeFolders } from '../unit/store/temporary.js';
import { historyOf, survivors } from './random-history.js';
import { randomFrom } from './random-numbers.js';

/** How many branches are merged; `QCODE_MERGES=1000` for the whole proof. */
const MERGES = Number(process.env['QCODE_MERGES'] ?? 20);
/** After so many merges the study begins anew, so that logs are also made on both branches. */
const ROUNDS = 10;
const CODERS = ['ann', '陈'];
const SOURCES = ['a.txt', '访谈/甲 1.txt', 'long/b.txt'];

afterAll(removeFolders);

/** Runs git as on a machine without settings of its own. */
function gitIn(folder: string): (...words: string[]) => string {
  const identity = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org', '-c', 'gc.auto=0'];
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', LC_ALL: 'C' };
  return (...words) => execFileSync('git', [...identity, ...words], { cwd: folder, env, encoding: 'utf8' });
}

/** The events of all logs, by log, and that nothing else stands in them but lines that were torn. */
function logsOf(folder: string): Map<string, Event[]> {
  return new Map(
    findLogs(folder).map(({ id, path }) => {
      const { value, diagnostics } = parseLog(readFileSync(path, 'utf8'), id);
      expect(diagnostics.filter(({ code }) => code !== 'QC202')).toEqual([]);
      return [id, value!];
    }),
  );
}

it(
  `merges random histories of two branches, with git: nothing lost, nothing resurrected (${MERGES} merges)`,
  () => {
    const random = randomFrom(83);
    const folder = folderWith({ '.gitattributes': GIT_ATTRIBUTES });
    const git = gitIn(folder);
    const count = { events: 0, alive: 0, removed: 0, onBoth: 0 };
    let ids = 0;

    /** What a coder does on one branch; now and then a kill leaves a fragment behind. */
    const work = (own: string): void => {
      const logs = logsOf(folder);
      for (let session = 0; session <= random(4); session++) {
        const coder = random(4) === 0 ? CODERS[random(2)]! : own;
        const source = SOURCES[random(SOURCES.length)]!;
        const id = `codings/${coder}/${source}.jsonl`;
        const history = historyOf(logs.get(id) ?? [], random, () => `${own}${ids++}`);
        for (let action = 0; action <= random(12); action++) {
          const events = history.next();
          expect(appendEvents(folder, coder, source, events)).toBeNull();
          logs.set(id, [...(logs.get(id) ?? []), ...events]);
        }
        const torn = printEvent(logs.get(id)![0]!);
        if (random(6) === 0) appendFileSync(join(folder, id), torn.slice(0, 1 + random(torn.length - 1)));
      }
      git('add', '-A');
      git('commit', '-q', '-m', own);
    };

    git('init', '-q', '-b', 'base');
    for (let merge = 0; merge < MERGES; merge++) {
      if (merge % ROUNDS === 0) {
        rmSync(join(folder, 'codings'), { recursive: true, force: true });
        mkdirSync(join(folder, 'codings'));
        writeFileSync(join(folder, 'round.txt'), `${merge}`);
        git('add', '-A');
        git('commit', '-q', '-m', 'a new study');
      }
      git('checkout', '-q', '-B', 'ours');
      work('ann');
      const ours = logsOf(folder);
      git('checkout', '-q', '-B', 'theirs', 'ours~1');
      work('陈');
      const theirs = logsOf(folder);
      git('merge', '-q', '--no-edit', 'ours');

      const merged = logsOf(folder);
      expect([...merged.keys()].sort()).toEqual([...new Set([...ours.keys(), ...theirs.keys()])].sort());
      for (const [id, events] of merged) {
        const union = new Map(
          [...(ours.get(id) ?? []), ...(theirs.get(id) ?? [])].map((event) => [printEvent(event), event]),
        );
        const lines = events.map(printEvent);
        expect(new Set(lines)).toEqual(new Set(union.keys()));
        const folded = foldEvents(events);
        expect(folded).toEqual(foldEvents([...union.values()]));
        // Of two verdicts on one segment only the latest holds, so these are looked at apart.
        const alive = new Set(survivors(union.values()));
        const isVerdict = (event: Event): boolean => event.event === 'apply' && event.verdict !== undefined;
        const verdicts = new Set([...union.values()].filter(isVerdict).map((event) => event.id));
        expect([...folded.codings, ...folded.seen].map((event) => event.id).sort()).toEqual(
          [...alive].filter((each) => !verdicts.has(each)).sort(),
        );
        for (const verdict of folded.verdicts) expect(alive.has(verdict.id)).toBe(true);
        count.events += union.size;
        count.alive += alive.size;
        count.removed += [...union.values()].filter(({ event }) => event !== 'remove').length - alive.size;
        if (ours.has(id) && theirs.has(id)) count.onBoth++;
      }
    }
    expect(count.onBoth).toBeGreaterThan(MERGES);
    expect(Math.min(count.alive, count.removed)).toBeGreaterThan(MERGES);
    if (MERGES > 20) console.info(`${MERGES} merges: ${JSON.stringify(count)}`);
  },
  MERGES * 2000 + 10_000,
);
