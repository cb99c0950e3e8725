import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { byCodePoint } from '../core/order.js';
import { digestOf } from '../text/digest.js';
import { isFolder } from './walk.js';
import { writeAside } from './write-aside.js';

/** Which codes there were in states of a codebook, by the SHA-256 of its file. */
export type Snapshots = ReadonlyMap<string, ReadonlySet<string>>;

const FOLDER = join('codings', '.codebooks');
const NAME = /^[0-9a-f]{64}\.json$/;

/**
 * Keeps which codes a codebook holds now, so that it can be told later which were there when a unit was seen. What is
 * kept already stays. Returns the SHA-256 of the codebook, under which it is kept.
 *
 * @param folder the study's
 * @param bytes the codebook's file
 * @param codes ids of its codes
 */
export function keepSnapshot(folder: string, bytes: Uint8Array, codes: readonly string[]): string {
  const digest = digestOf(bytes);
  const path = join(folder, FOLDER, `${digest}.json`);
  if (existsSync(path)) return digest;
  writeAside(path, `${JSON.stringify({ codes: [...codes].sort(byCodePoint) })}\n`);
  return digest;
}

/** All that is kept in a study. What cannot be read is as if it were not kept. */
export function readSnapshots(folder: string): Snapshots {
  const path = join(folder, FOLDER);
  if (!isFolder(path)) return new Map();
  const names = readdirSync(path).filter((name) => NAME.test(name));
  return new Map(
    names.sort(byCodePoint).flatMap((name) => {
      const codes = readCodes(join(path, name));
      return codes === null ? [] : [[name.slice(0, -'.json'.length), new Set(codes)] as const];
    }),
  );
}

function readCodes(path: string): string[] | null {
  try {
    const { codes } = JSON.parse(readFileSync(path, 'utf8')) as { codes?: unknown };
    return Array.isArray(codes) ? codes.filter((code) => typeof code === 'string') : null;
  } catch {
    return null;
  }
}
