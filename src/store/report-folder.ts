import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDER_SCHEMA, type ReportFile } from '../report/folder.js';
import { asideFolder } from './aside.js';
import { isFolder } from './walk.js';

/** Builds the folder of a report aside and puts it in the place of what is there. */
export function writeReportFolder(target: string, files: readonly ReportFile[]): void {
  const aside = asideFolder(target);
  try {
    mkdirSync(aside.path, { recursive: true });
    for (const { name, content } of files) writeFileSync(join(aside.path, name), content);
    aside.commit();
  } catch (error) {
    aside.discard();
    throw error;
  }
}

/** Whether nothing is there but the files of an earlier report: only then may a folder be replaced. */
export function mayReplace(folder: string): boolean {
  if (!existsSync(folder)) return true;
  if (!isFolder(folder)) return false;
  const names = readdirSync(folder);
  if (names.length === 0) return true;
  try {
    const { schema, files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
      schema?: string;
      files?: { file: string }[];
    };
    const own = new Set(['manifest.json', ...(files ?? []).map(({ file }) => file)]);
    return schema === FOLDER_SCHEMA && names.every((name) => own.has(name));
  } catch {
    return false;
  }
}
