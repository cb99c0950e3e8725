// Runs a whole process and takes its wall time, processor time and peak memory.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const GNU_TIME = '/usr/bin/time';
const folder = mkdtempSync(join(tmpdir(), 'qcode-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const accountFile = join(folder, 'account');
const nowhere = openSync('/dev/null', 'w');

/**
 * Whether peak memory can be measured: GNU time reports the ru_maxrss of its child. (Node cannot ask for that of a
 * child, and a child that it starts itself would inherit Node's own peak until it executes; time's is 1 MB.)
 */
export const measuresMemory = spawnSync(GNU_TIME, ['-f', '%M', 'true']).status === 0;

/**
 * Runs a command with its output discarded.
 *
 * @param {readonly string[]} line program and arguments
 * @returns {{seconds: number, processor: number, megabytes: number, failure: string | null}} wall time; time on the
 *   processor, to hundredths, which tells a busy machine; peak memory in 10^6 bytes; NaN where there is no GNU time
 */
export function run([program, ...words]) {
  const timed = measuresMemory
    ? [GNU_TIME, '-q', '-f', '%M %U %S', '-o', accountFile, program, ...words]
    : [program, ...words];
  const start = process.hrtime.bigint();
  const { status, stderr, error } = spawnSync(timed[0], timed.slice(1), {
    stdio: ['ignore', nowhere, 'pipe'],
    env: environment(),
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const [kibibytes, user, system] = measuresMemory
    ? readFileSync(accountFile, 'utf8').split(' ').map(Number)
    : [NaN, NaN, NaN];
  return {
    seconds,
    processor: user + system,
    megabytes: (kibibytes * 1024) / 1e6,
    failure: status === 0 ? null : reasonOf(status, error, stderr),
  };
}

/** Runs a command for what it prints. */
export function printed([program, ...words]) {
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: environment(),
  });
  if (status !== 0) throw new Error(reasonOf(status, error, stderr));
  return stdout;
}

/** The line of the error, without the path of this checkout. */
function reasonOf(status, error, stderr) {
  const lines = String(stderr).trim().split('\n');
  const reason = error?.message ?? lines.find((line) => /error/i.test(line)) ?? lines[0];
  return `exit ${status}: ${reason.replaceAll(ROOT, '')}`;
}

function environment() {
  const { NODE_OPTIONS: _, ...rest } = process.env;
  return { ...rest, LC_ALL: 'C.UTF-8' };
}
