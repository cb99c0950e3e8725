import { realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { finding } from '../store/finding.js';
import { compileGlob, globBase } from '../store/glob.js';
import { pathFrom, shownPath } from '../store/locate.js';
import type { Study } from '../store/study.js';
import { isTranscript } from '../store/walk.js';
import type { Invocation } from './command.js';
import { Halt } from './failure.js';

/**
 * Refuses to write where the study reads: over one of its files, or among its transcripts and codings, where the next
 * run would take the output for an interview.
 */
export function requireSafeTarget(invocation: Pick<Invocation, 'values' | 'shell'>, study: Study): void {
  const target = targetOf(invocation);
  if (target === null) return;
  const { shown, path } = target;
  const { codebook, cases, people } = study.settings;
  const tables = study.located ? [codebook, cases, people].map((file) => join(study.folder, file)) : [];
  const files = [...[...study.inputs, ...study.known, ...study.logs].map((input) => input.path), ...tables];
  refuseInputs(target, files);
  if (!study.located) {
    const among = study.given.some((folder) => within(folder, path)) && isTranscript(path);
    if (among) refuse(`${shown} lies among the transcripts and would be read as one`);
    return;
  }
  const id = pathFrom(study.folder, path);
  const globs = study.settings.transcripts.filter((glob) => !glob.startsWith('!'));
  const bases = globs.map(globBase).filter((base) => base !== '' && base !== '.');
  const apart = ['codings', ...bases].find((base) => within(join(study.folder, base), path));
  if (apart !== undefined) refuse(`${shown} lies in ${apart}, which holds what people made`);
  if (isTranscript(path) && globs.some((glob) => compileGlob(glob)(id)))
    refuse(`${shown} would be read as a transcript`);
}

/** Refuses a target that is one of these files, by whatever path or link. */
export function refuseInputs(target: Target, inputs: readonly string[]): void {
  if (inputs.some((input) => isSameFile(input, target.path))) refuse(`${target.shown} is read by this very command`);
}

interface Target {
  readonly path: string;
  readonly shown: string;
}

/** Where `-o` points; null for stdout. */
export function targetOf({ values, shell }: Pick<Invocation, 'values' | 'shell'>): Target | null {
  const output = values.one('output');
  if (output === undefined || output === '-') return null;
  const path = resolve(shell.folder, output);
  return { path: realPath(path), shown: shownPath(shell.folder, path) };
}

/** Where a path leads: a link that is written to must not lead among the transcripts either. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function refuse(message: string): never {
  throw new Halt([finding('QC425', message)]);
}

function within(folder: string, path: string): boolean {
  const below = relative(folder, path);
  return below === '' || (below.split(sep)[0] !== '..' && resolve(folder, below) === path);
}

function isSameFile(one: string, other: string): boolean {
  if (resolve(one) === other) return true;
  const [a, b] = [one, other].map((path) => statSync(path, { throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.ino !== 0 && a.ino === b.ino && a.dev === b.dev;
}
