import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quoted } from './memos.js';
import { replaceAside, writeAside } from './write-aside.js';

/** What was compared: the incidents of one code by an attribute, or of two codes. Each code by its id and former ids. */
export interface ComparedCodes {
  readonly codes: readonly { readonly id: string; readonly was: readonly string[] }[];
  readonly by: string | null;
}

/** The memo on a comparison: where it lies, relative to the study, and what the file says; null where there is none. */
export interface ComparisonMemo {
  readonly path: string;
  readonly bytes: Uint8Array | null;
}

/** Finds the memo on a comparison, also under former ids of its codes and with the two codes the other way round. */
export function comparisonMemo(folder: string, { codes, by }: ComparedCodes): ComparisonMemo {
  const [first = [], second = []] = codes.map(({ id, was }) => [id, ...was]);
  const pairs = [...pairsOf(first, second), ...pairsOf(second, first)].map(([one, other]) => [one, `with-${other}`]);
  const paths = (by === null ? pairs : first.map((id) => [id, `by-${by}`])).map(
    ([code, rest]) => `memos/comparison/${fileName(code!)}/${fileName(rest!)}.md`,
  );
  const path = paths.find((each) => existsSync(join(folder, each)));
  return path === undefined ? { path: paths[0]!, bytes: null } : { path, bytes: readFileSync(join(folder, path)) };
}

function pairsOf(ones: readonly string[], others: readonly string[]): [string, string][] {
  return ones.flatMap((one) => others.map((other): [string, string] => [one, other]));
}

/** What no file may be called is a hyphen. */
function fileName(name: string): string {
  return name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '-');
}

/** A memo to begin with: its header says what was compared, and what was found. */
export function newComparisonMemo({ codes, by }: ComparedCodes, outcome: string): string {
  const ids = codes.map(({ id }) => id);
  const on = ids.length === 1 ? `code ${ids[0]!}` : `codes ${ids.join(' and ')}`;
  const header = {
    on,
    type: 'theoretical',
    compared: `${ids.join(' with ')}${by === null ? '' : ` by ${by}`}`,
    segments: outcome,
  };
  const lines = Object.entries(header).map(([key, value]) => `${key}: ${quoted(value)}`);
  return `---\n${lines.join('\n')}\n---\n`;
}

/**
 * Writes a memo where nobody has written since it was read; else beside it, so that no words are lost.
 *
 * @returns where it was written, relative to the study
 * @throws what the system says where it does not let the file be written
 */
export function writeComparisonMemo(folder: string, { path, bytes }: ComparisonMemo, text: string): string {
  const target = join(folder, path);
  if (bytes !== null && existsSync(target) && replaceAside(target, bytes, text)) return path;
  const beside = freeName(folder, path);
  writeAside(join(folder, beside), text);
  return beside;
}

function freeName(folder: string, path: string): string {
  let free = path;
  for (let n = 2; existsSync(join(folder, free)); n++) free = path.replace(/\.md$/, `-${n}.md`);
  return free;
}
