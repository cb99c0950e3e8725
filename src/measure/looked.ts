import type { CodedSource } from './coded-source.js';

const patterns = new WeakMap<CodedSource['lookedAt'], Uint32Array>();

/**
 * Which codes somebody looked at in a source, one bit a code. Sources that share the function `lookedAt` share the
 * answer, so that it is asked once and not for each source and code.
 */
export function lookedBits(source: CodedSource, codes: number): Uint32Array {
  const length = (codes + 31) >>> 5;
  const known = patterns.get(source.lookedAt);
  if (known !== undefined && known.length === length) return known;
  const bits = new Uint32Array(length);
  for (let code = 0; code < codes; code++) if (source.lookedAt(code)) bits[code >>> 5]! |= 1 << (code & 31);
  patterns.set(source.lookedAt, bits);
  return bits;
}

export function hasBit(bits: Uint32Array, index: number): boolean {
  return ((bits[index >>> 5]! >>> (index & 31)) & 1) === 1;
}

export function setBit(bits: Uint32Array, index: number): void {
  bits[index >>> 5]! |= 1 << (index & 31);
}
