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
export function lookedIn(source: CodedSource, codes: number): Looked {
  const length = (codes + 31) >>> 5;
  const known = patterns.get(source.lookedAt);
  if (known !== undefined && known.bits.length === length) return known;
  const bits = new Uint32Array(length);
  for (let code = 0; code < codes; code++) if (source.lookedAt(code)) setBit(bits, code);
  const looked = { bits, key: bits.join(' ') };
  patterns.set(source.lookedAt, looked);
  return looked;
}

export function hasBit(bits: Uint32Array, index: number): boolean {
  return ((bits[index >>> 5]! >>> (index & 31)) & 1) === 1;
}

export function setBit(bits: Uint32Array, index: number): void {
  bits[index >>> 5]! |= 1 << (index & 31);
}
