import { dirname, join, relative, resolve, sep } from 'node:path';
import { isFile, isFolder } from './walk.js';

export const STUDY_FILE = 'qcode.yaml';

/** The nearest folder with a qcode.yaml: this one or one above it, as git looks for its repository. */
export function locateStudy(from: string): string | null {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (isFile(join(folder, STUDY_FILE))) return folder;
    if (folder === dirname(folder)) return null;
  }
}

/** The folder that `--study` means: a folder, or the qcode.yaml in it. */
export function studyFolder(cwd: string, given: string): string | null {
  const path = resolve(cwd, given);
  if (isFile(path)) return dirname(path);
  return isFolder(path) && isFile(join(path, STUDY_FILE)) ? path : null;
}

/** A path as people are shown it: relative to where they are, where that is shorter. */
export function shownPath(cwd: string, path: string): string {
  const near = relative(cwd, path);
  const shown = near === '' ? '.' : near.length < path.length ? near : path;
  return sep === '/' ? shown : shown.split(sep).join('/');
}

/** A path relative to a folder with `/` between its parts, as ids and manifests have it. */
export function pathFrom(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/').normalize('NFC');
}
