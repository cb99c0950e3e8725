import type { Span } from '../core/span.js';
import { codePointAt, previous, sizeOf } from '../text/utf8.js';
import { editsFromStart } from './similarity.js';
import { READ } from './thresholds.js';

/** Code points on either side of a quotation or a place, white space left out, the nearest first. */
export interface Beside {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** What stands beside a stretch of a skeleton. */
export function besideOf(bytes: Uint8Array, { start, end }: Span): Beside {
  const [before, after]: [number[], number[]] = [[], []];
  for (let at = start; at > 0 && before.length < READ;) {
    at = previous(bytes, at);
    before.push(codePointAt(bytes, at));
  }
  for (let at = end; at < bytes.length && after.length < READ; at += sizeOf(bytes[at]!)) {
    after.push(codePointAt(bytes, at));
  }
  return { before, after };
}

/** How much of one side of the stored context stands beside a place. */
export interface Side {
  /** Code points stored. */
  readonly length: number;
  /** The fewest edits, in code points, that make the text there of it. */
  readonly edits: number;
  /** How much adjoins unchanged, in bytes. */
  readonly run: number;
  /** Whether all of it does. */
  readonly complete: boolean;
}

/**
 * Compares one side of the stored context, at most 32 code points, with what stands beside a place.
 *
 * @param most edits beyond this are not counted: the result has some number above it
 */
export function compare(stored: readonly number[], found: readonly number[], most = Infinity): Side {
  const same = commonStart(stored, found);
  const run = same === 0 ? 0 : weight(stored.slice(0, same));
  const complete = same === stored.length;
  const edits = complete ? 0 : editsFromStart(stored, found, most);
  return { length: stored.length, edits, run, complete };
}

/** How many code points two lists begin with alike. */
export function commonStart(a: readonly number[], b: readonly number[]): number {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same;
}

/** Of a side as it stands and the same without labels: the one that differs less. Without labels none is complete. */
export function better(plain: Side, bare: Side): Side {
  if (bare.length === 0) return plain;
  const isBetter = bare.edits < plain.edits || (bare.edits === plain.edits && bare.run > plain.run);
  return isBetter ? { ...bare, complete: false } : plain;
}

/** Whether a side has at least so many code points and at most a share of them differs. */
export function agrees({ length, edits }: Pick<Side, 'length' | 'edits'>, least: number, share: number): boolean {
  return length >= least && edits <= share * length;
}

/** Bytes of code points. */
export function weight(points: readonly number[]): number {
  return points.reduce((sum, point) => sum + bytesOf(point), 0);
}

function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
