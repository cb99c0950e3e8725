import { basename, join, resolve } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.js';
import { byCodePoint } from '../core/order.js';
import { finding } from './finding.js';
import { compileGlob, globBase } from './glob.js';
import { pathFrom, shownPath } from './locate.js';
import { type Walk, isFile, isFolder, walk } from './walk.js';

/** A transcript of a study, not yet read. */
export interface Source {
  /** Path relative to the study (folder mode: to the path given), `/`-separated, extension kept. */
  readonly id: string;
  /** Where it lies. */
  readonly path: string;
  /** How messages name it. */
  readonly shown: string;
  /** The first sub-folder below the path given, which is the case of a source that names none. */
  readonly folder: string | null;
}

export interface Sources {
  /** By id, in code-point order. */
  readonly sources: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The sources of a study: what its globs match below its folder. A glob that begins with `!` takes sources away. */
export function studySources(folder: string, globs: readonly string[], cwd: string): Sources {
  const found = new Map<string, Source>();
  const diagnostics: Diagnostic[] = [];
  for (const glob of globs) {
    const matches = compileGlob(glob.replace(/^!/, ''));
    if (glob.startsWith('!')) {
      for (const { id, path } of [...found.values()]) if (matches(id)) found.delete(path);
      continue;
    }
    const base = globBase(glob);
    const { transcripts, documents, others, unreadable } = filesBelow(folder, base);
    diagnostics.push(...noFiles(unreadable.filter(matches), folder, cwd));
    const matched = transcripts.filter(matches);
    const passed = passedOver(documents, others).filter(matches);
    for (const path of matched) {
      const source = sourceOf(folder, path, firstFolder(path, isFile(join(folder, base)) ? '' : base), cwd);
      found.set(source.path, source);
    }
    diagnostics.push(...documentsFinding(passed.map((path) => shownPath(cwd, join(folder, path)))));
    if (matched.length === 0) {
      const place = { file: shownPath(cwd, join(folder, 'qcode.yaml')) };
      diagnostics.push(finding('QC406', `"${glob}" matches no transcript`, place, 'warning'));
    }
  }
  const sources = [...found.values()];
  return { sources: inOrder(sources), diagnostics: [...diagnostics, ...equalIds(sources)] };
}

/** The sources that files and folders on the command line name. */
export function givenSources(paths: readonly string[], cwd: string): Sources {
  const sources: Source[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const given of paths) {
    const path = resolve(cwd, given);
    if (isFolder(path)) {
      const { transcripts, documents, others, unreadable } = walk(path);
      diagnostics.push(...noFiles(unreadable, path, cwd));
      sources.push(...transcripts.map((file) => sourceOf(path, file, firstFolder(file, ''), cwd)));
      diagnostics.push(
        ...documentsFinding(passedOver(documents, others).map((file) => shownPath(cwd, join(path, file)))),
      );
      if (transcripts.length === 0) diagnostics.push(finding('QC406', `${given} holds no transcript`));
    } else if (/\.docx?$/i.test(path)) diagnostics.push(...documentsFinding([given], 'error'));
    else if (isFile(path)) sources.push(sourceOf(resolve(path, '..'), basename(path), null, cwd));
    else diagnostics.push(finding('QC402', `${given} does not exist`, { file: given }));
  }
  const distinct = [...new Map(sources.map((source) => [source.path, source])).values()];
  return { sources: inOrder(distinct), diagnostics: [...diagnostics, ...equalIds(distinct)] };
}

/** Which of a study's sources files and folders on the command line mean. */
export function chosenSources(all: readonly Source[], paths: readonly string[], cwd: string): Sources {
  const chosen = new Set<Source>();
  const diagnostics: Diagnostic[] = [];
  for (const given of paths) {
    const path = resolve(cwd, given);
    const below = all.filter((source) => source.path === path || pathFrom(path, source.path).split('/')[0] !== '..');
    if (below.length === 0) diagnostics.push(finding('QC406', `${given} is no transcript of the study`));
    for (const source of below) chosen.add(source);
  }
  return { sources: all.filter((source) => chosen.has(source)), diagnostics };
}

/** What is named like a transcript and is no file is passed over, but not in silence. */
function noFiles(paths: readonly string[], folder: string, cwd: string): Diagnostic[] {
  return paths.map((path) => {
    const file = shownPath(cwd, join(folder, path));
    return finding('QC409', `${file} is no plain file and is passed over`, { file }, 'warning');
  });
}

/** Files that may well be interviews in a form that is not read; tables and pictures are not. */
function passedOver(documents: readonly string[], others: readonly string[]): string[] {
  return [...documents, ...others.filter((name) => /\.(rtf|odt|pdf|pages|wps|html?)$/i.test(name))];
}

function filesBelow(folder: string, base: string): Walk {
  const nothing: Walk = { transcripts: [], documents: [], others: [], unreadable: [] };
  const path = join(folder, base);
  if (isFile(path))
    return /\.docx?$/i.test(base) ? { ...nothing, documents: [base] } : { ...nothing, transcripts: [base] };
  return isFolder(path) ? walk(folder, base === '.' ? '' : base) : nothing;
}

function sourceOf(folder: string, path: string, ofFolder: string | null, cwd: string): Source {
  const at = join(folder, path);
  return { id: path.normalize('NFC'), path: at, shown: shownPath(cwd, at), folder: ofFolder?.normalize('NFC') ?? null };
}

function firstFolder(path: string, base: string): string | null {
  const below = base === '' ? path : path.slice(base.length + 1);
  const slash = below.indexOf('/');
  return slash < 0 ? null : below.slice(0, slash);
}

function documentsFinding(shown: readonly string[], severity: 'error' | 'warning' = 'warning'): Diagnostic[] {
  if (shown.length === 0) return [];
  const rest = shown.length > 3 ? ` and ${shown.length - 3} more` : '';
  const what = shown.every((name) => /\.docx?$/i.test(name)) ? 'Word documents' : 'files of these kinds';
  return [finding('QC408', `${shown.slice(0, 3).join(', ')}${rest}: ${what} are not read`, undefined, severity)];
}

function equalIds(sources: readonly Source[]): Diagnostic[] {
  const first = new Map<string, Source>();
  const diagnostics: Diagnostic[] = [];
  for (const source of sources) {
    const other = first.get(source.id);
    if (other) {
      // Names that look alike may be stored as different letters.
      const alike = source.path !== other.path && source.path.normalize('NFC') === other.path.normalize('NFC');
      const why = alike ? '; their names differ only in how accents are stored (NFC and NFD)' : '';
      const message = `"${source.id}" would be the id of ${other.shown} and of ${source.shown}${why}`;
      const remedy = alike ? { remedy: 'Rename one of them, or remove it if it is a copy.' } : {};
      diagnostics.push({ ...finding('QC407', message, { file: source.shown }), ...remedy });
    } else first.set(source.id, source);
  }
  return diagnostics;
}

function inOrder(sources: Source[]): Source[] {
  return sources.sort((a, b) => byCodePoint(a.id, b.id));
}
