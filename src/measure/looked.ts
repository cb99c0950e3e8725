import type { CodedSource } from './coded-source.js';

/** For which codes somebody looked at a source. */
export interface Looked {
  /** One bit a code. */
  readonly bits: Uint32Array;
  /** The same for the same codes, and for no others. */
  readonly key: string;
}

const patterns = new WeakMap<CodedSource['lookedAt'], Looked>();

/**
 * For which codes somebody looked at a source. Sources that share the function `lookedAt` share the answer, so that it
 * is asked once and not for each source and code.
 */
export function lookedIn({ lookedAt }: CodedSource, codes: number): Looked {
  return bitsOf(lookedAt, codes);
}

/** The codes for which a source, or the part of it that was read, is one that figures are of. */
export function readIn({ readFor, lookedAt }: CodedSource, codes: number): Looked {
  return bitsOf(readFor ?? lookedAt, codes);
}

function bitsOf(holds: (code: number) => boolean, codes: number): Looked {
  const length = (codes + 31) >>> 5;
  const known = patterns.get(holds);
  if (known !== undefined && known.bits.length === length) return known;
  const bits = new Uint32Array(length);
  for (let code = 0; code < codes; code++) if (holds(code)) setBit(bits, code);
  const looked = { bits, key: bits.join(' ') };
  patterns.set(holds, looked);
  return looked;
}

/** The same without some codes. */
export function without(looked: Looked, codes: readonly number[]): Looked {
  if (codes.length === 0) return looked;
  const bits = looked.bits.slice();
  for (const code of codes) bits[code >>> 5]! &= ~(1 << (code & 31));
  return { bits, key: bits.join(' ') };
}

export function hasBit(bits: Uint32Array, index: number): boolean {
  return ((bits[index >>> 5]! >>> (index & 31)) & 1) === 1;
}

export function setBit(bits: Uint32Array, index: number): void {
  bits[index >>> 5]! |= 1 << (index & 31);
}
