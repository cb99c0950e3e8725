import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { byCodePoint } from '../core/order.js';
import { memoPath, quoted, textIn } from './memos.js';
import { replaceAside, writeAside } from './write-aside.js';

/** What was compared: the incidents of one code by an attribute, or of two codes. Each code by its id and former ids. */
export interface ComparedCodes {
  readonly codes: readonly { readonly id: string; readonly was: readonly string[] }[];
  readonly by: string | null;
}

/** The memo on a comparison. */
export interface ComparisonMemo {
  /** Where it lies, relative to the study. */
  readonly path: string;
  /** What the file says; null where there is none. */
  readonly bytes: Uint8Array | null;
  /** Its words, without the header; empty where there are none. */
  readonly text: string;
}

/** What a comparison found, in a line each: how many segments where, and on what that rests. */
export interface Found {
  readonly segments: string;
  /** The analysis set, and what filters left out. */
  readonly of: string;
}

const FOLDER = 'memos/comparison';

/** Finds the memo on a comparison, also under former ids of its codes and with the two codes the other way round. */
export function comparisonMemo(folder: string, { codes, by }: ComparedCodes): ComparisonMemo {
  const [first = [], second = []] = codes.map(({ id, was }) => [id, ...was]);
  const pairs = [...pairsOf(first, second), ...pairsOf(second, first)].map(([one, other]) => [one, `with-${other}`]);
  const paths = (by === null ? pairs : first.map((id) => [id, `by-${by}`])).map(
    ([code, rest]) => `${FOLDER}/${fileName(code!)}/${fileName(rest!)}.md`,
  );
  const path = paths.find((each) => existsSync(join(folder, each)));
  if (path === undefined) return { path: paths[0]!, bytes: null, text: '' };
  const bytes = readFileSync(join(folder, path));
  return { path, bytes, text: textIn(bytes.toString('utf8')) };
}

/** Where memos lie on a code and on its comparisons, whatever it was compared by or with, relative to the study. */
export function memosOn(folder: string, code: ComparedCodes['codes'][number]): string[] {
  const own = memoPath({ code: code.id });
  return [...(existsSync(join(folder, own)) ? [own] : []), ...comparisonMemosOn(folder, code)];
}

function comparisonMemosOn(folder: string, { id, was }: ComparedCodes['codes'][number]): string[] {
  const names = [id, ...was].map(fileName);
  const others = names.map((name) => `with-${name}.md`);
  return namesIn(join(folder, FOLDER))
    .flatMap((code) => namesIn(join(folder, FOLDER, code)).map((name) => ({ code, name })))
    .filter(({ code, name }) => (names.includes(code) && name.endsWith('.md')) || others.includes(name))
    .map(({ code, name }) => `${FOLDER}/${code}/${name}`);
}

function namesIn(folder: string): string[] {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder).sort(byCodePoint) : [];
}

function pairsOf(ones: readonly string[], others: readonly string[]): [string, string][] {
  return ones.flatMap((one) => others.map((other): [string, string] => [one, other]));
}

/** What no file may be called is a hyphen. */
function fileName(name: string): string {
  return name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '-');
}

/** A memo to begin with: its header says what was compared, and what was found. */
export function newComparisonMemo({ codes, by }: ComparedCodes, found: Found): string {
  const ids = codes.map(({ id }) => id);
  const on = ids.length === 1 ? `code ${ids[0]!}` : `codes ${ids.join(' and ')}`;
  const header = {
    on,
    type: 'theoretical',
    compared: `${ids.join(' with ')}${by === null ? '' : ` by ${by}`}`,
    segments: found.segments,
    of: found.of,
  };
  const lines = Object.entries(header).map(([key, value]) => `${key}: ${quoted(value)}`);
  return `---\n${lines.join('\n')}\n---\n`;
}

/**
 * Writes a memo where nobody has written since it was read; else beside it, so that no words are lost. Without words there
 * is no memo: its file goes, unless somebody has written there since.
 *
 * @param text the file, header and all
 * @returns where there is a memo now, relative to the study; null where there is none
 * @throws what the system says where it does not let the file be written
 */
export function writeComparisonMemo(folder: string, { path, bytes }: ComparisonMemo, text: string): string | null {
  const target = join(folder, path);
  if (textIn(text) === '') return removed(target, bytes) ? null : path;
  if (bytes !== null && existsSync(target) && replaceAside(target, bytes, text)) return path;
  const beside = freeName(folder, path);
  writeAside(join(folder, beside), text);
  return beside;
}

/** Takes a file away if it still says what was read. */
function removed(target: string, bytes: Uint8Array | null): boolean {
  if (!existsSync(target)) return true;
  if (bytes === null || !readFileSync(target).equals(bytes)) return false;
  rmSync(target);
  return true;
}

function freeName(folder: string, path: string): string {
  let free = path;
  for (let n = 2; existsSync(join(folder, free)); n++) free = path.replace(/\.md$/, `-${n}.md`);
  return free;
}
