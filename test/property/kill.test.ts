import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';
import { parseLog } from '../../src/coding/log.js';
import type { Diagnostic } from '../../src/core/diagnostic.js';
import { findLogs } from '../../src/store/logs.js';
import { folderWith, removeFolders } from '../unit/store/temporary.js';
import { randomFrom } from './random-numbers.js';

/** How many times the child is killed; `QCODE_KILLS=1000` for the whole proof. */
const KILLS = Number(process.env['QCODE_KILLS'] ?? 10);

let script: string;

beforeAll(async () => {
  script = join(folderWith({}), 'child.mjs');
  await build({
    entryPoints: ['test/property/saving-child.ts'],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
  chmodSync(join(script, '..'), 0o755);
});
afterAll(removeFolders);

/** Ids of whole lines that a child said, by their first word. */
function idsSaid(output: string, word: 'saved' | 'failed QC440'): string[] {
  const lines = output.split('\n').slice(0, -1);
  const said = lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
  return said.flatMap((line) => line.split(' — ')[0]!.split(' '));
}

/** All ids in the logs of a study, in order, and what parsing found. */
function stored(folder: string): { ids: string[]; findings: Diagnostic[] } {
  const parsed = findLogs(folder).map(({ path, id }) => parseLog(readFileSync(path, 'utf8'), id));
  return {
    ids: parsed.flatMap(({ value }) => value!.map(({ id }) => id)),
    findings: parsed.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** Of each action, what is stored must be its beginning: `7.3.0` before `7.3.1`, and nothing twice. */
function expectBeginnings(ids: readonly string[]): void {
  const next = new Map<string, number>();
  for (const id of ids) {
    const action = id.slice(0, id.lastIndexOf('.'));
    const expected = next.get(action) ?? 0;
    expect(id).toBe(`${action}.${expected}`);
    next.set(action, expected + 1);
  }
}

/** Starts the child; `said` is what it has said so far. */
function started(folder: string, seed: number, most = 'Infinity') {
  const words = [script, folder, String(seed), most];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const closed = new Promise((resolve) => child.once('close', resolve));
  return { child, closed, said: () => output };
}

async function killedAfter(folder: string, seed: number, milliseconds: number): Promise<string> {
  const { child, closed, said } = started(folder, seed);
  while (!said().startsWith('ready\n')) await sleep(1);
  await sleep(milliseconds);
  child.kill('SIGKILL');
  await closed;
  return said();
}

async function finished(folder: string, seed: number, most: number): Promise<string> {
  const { closed, said } = started(folder, seed, String(most));
  await closed;
  return said();
}

describe('killed at random moments', () => {
  it(
    `keeps every coding that was said to be saved (${KILLS} kills)`,
    async () => {
      const random = randomFrom(41);
      const count = { saved: 0, torn: 0, unsaid: 0 };
      let folder = folderWith({});
      for (let kill = 0, saved: string[] = []; kill < KILLS; kill++) {
        // Several kills hit the same logs, so that fragments come to stand in their middle.
        if (kill % 20 === 0) [folder, saved] = [folderWith({}), []];
        saved.push(...idsSaid(await killedAfter(folder, kill, random(60)), 'saved'));
        const { ids, findings } = stored(folder);
        const present = new Set(ids);
        expect(saved.filter((id) => !present.has(id))).toEqual([]);
        expect(findings.filter(({ code, severity }) => code !== 'QC202' || severity !== 'warning')).toEqual([]);
        expectBeginnings(ids);
        if (kill % 20 === 19 || kill === KILLS - 1) {
          count.saved += saved.length;
          count.torn += findings.length;
          count.unsaid += ids.length - saved.length;
        }
      }
      expect(count.saved).toBeGreaterThan(KILLS);
      if (KILLS > 10) console.info(`${KILLS} kills: ${JSON.stringify(count)}`);
    },
    KILLS * 2000 + 10_000,
  );
});

it('two programs that store codings of one coder at once lose none of each other', async () => {
  const folder = folderWith({});
  const outputs = await Promise.all([1, 2].map((seed) => finished(folder, seed, 150)));
  const saved = outputs.flatMap((output) => idsSaid(output, 'saved'));
  expect(saved.length).toBeGreaterThan(200);
  const { ids, findings } = stored(folder);
  expect([...ids].sort()).toEqual([...saved].sort());
  expect(findings).toEqual([]);
  expectBeginnings(ids);
});

/** Runs the child to its end. */
function runChild(folder: string, words: readonly string[], uid?: number): string {
  const options = { encoding: 'utf8' as const, ...(uid !== undefined && { uid, gid: uid }) };
  const [command = '', ...rest] = words;
  return spawnSync(command, [...rest, process.execPath, script, folder, '7', '3000'], options).stdout;
}

/** Nothing that failed may stand in the log, and all that was saved must. */
function expectToldTheTruth(folder: string, output: string, reason: RegExp): void {
  const failed = idsSaid(output, 'failed QC440');
  expect(failed.length).toBeGreaterThan(0);
  expect(output).toMatch(reason);
  const { ids, findings } = stored(folder);
  expect(ids.filter((id) => failed.includes(id))).toEqual([]);
  expect([...ids].sort()).toEqual(idsSaid(output, 'saved').sort());
  expect(findings).toEqual([]);
  for (const { path } of findLogs(folder)) expect(readFileSync(path, 'utf8').endsWith('}\n')).toBe(true);
}

const isRoot = process.getuid?.() === 0;

describe('a disk that takes no more', () => {
  const limited = process.platform === 'win32' ? it.skip : it;

  limited('says so at once, and takes back what it had written of the action', () => {
    const folder = folderWith({});
    // In blocks of 512 or 1024 bytes: the write that reaches the limit is a short one.
    const output = runChild(folder, ['sh', '-c', 'ulimit -f 100; exec "$0" "$@"']);
    expectToldTheTruth(folder, output, /nothing was saved: (its disk took only a part|it would be larger)/);
  });

  limited('leaves no empty log behind, which would make a coder of who coded nothing', () => {
    const folder = folderWith({});
    expect(runChild(folder, ['sh', '-c', 'ulimit -f 0; exec "$0" "$@"'])).toMatch(
      /failed QC440 .* larger than its disk/,
    );
    expect(findLogs(folder)).toEqual([]);
  });

  it('is the same on a disk that is really full, where a small one may be mounted', () => {
    const folder = folderWith({});
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder]).status === 0;
    if (!mounted) return console.info('skipped: mounting a small disk is not permitted here');
    try {
      const output = runChild(folder, ['env']);
      expect(idsSaid(output, 'saved').length).toBeGreaterThan(0);
      expectToldTheTruth(folder, output, /nothing was saved: its disk (took only a part and )?is full/);
    } finally {
      spawnSync('umount', [folder]);
    }
  });

  it('says in words that a folder may not be written, and makes nothing there', () => {
    const folder = folderWith({});
    chmodSync(folder, 0o555);
    // Permissions mean nothing to the superuser, who therefore runs the child as nobody.
    const output = runChild(folder, ['env'], isRoot ? 65534 : undefined);
    chmodSync(folder, 0o755);
    expect(output).toContain('permission is denied');
    expect(idsSaid(output, 'saved')).toEqual([]);
    expect(existsSync(join(folder, 'codings'))).toBe(false);
  });

  it('says so of a log that may not be written, and leaves it as it is', () => {
    const folder = folderWith({});
    const made = spawnSync(process.execPath, [script, folder, '7', '30'], { encoding: 'utf8' }).stdout;
    const before = findLogs(folder).map(({ path }) => readFileSync(path, 'utf8'));
    for (const { path } of findLogs(folder)) chmodSync(path, 0o444);
    const output = runChild(folder, ['env'], isRoot ? 65534 : undefined);
    expect(idsSaid(made, 'saved').length).toBeGreaterThan(10);
    expect(output).toContain('permission is denied');
    expect(findLogs(folder).map(({ path }) => readFileSync(path, 'utf8'))).toEqual(before);
  });
});
