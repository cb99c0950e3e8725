/*
 * Reading valid UTF-8 in place. Nothing here checks its input: `decoding.ts` lets only valid UTF-8 through.
 */

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** How many bytes the character takes that begins with `leadByte`. */
export function sizeOf(leadByte: number): 1 | 2 | 3 | 4 {
  if (leadByte < 0x80) return 1;
  if (leadByte < 0xe0) return 2;
  return leadByte < 0xf0 ? 3 : 4;
}

/** The code point that begins at byte `i`, which must be a character's first byte. */
export function codePointAt(text: Uint8Array, i: number): number {
  const lead = text[i]!;
  if (lead < 0x80) return lead;
  if (lead < 0xe0) return ((lead & 0x1f) << 6) | (text[i + 1]! & 0x3f);
  const middle = (text[i + 1]! & 0x3f) << 6;
  if (lead < 0xf0) return ((lead & 0x0f) << 12) | middle | (text[i + 2]! & 0x3f);
  return ((lead & 0x07) << 18) | (middle << 6) | ((text[i + 2]! & 0x3f) << 6) | (text[i + 3]! & 0x3f);
}

/** The byte where the character before byte `i` begins; `i` is a boundary and > 0. */
export function previous(text: Uint8Array, i: number): number {
  let at = i - 1;
  while (at > 0 && (text[at]! & 0xc0) === 0x80) at--;
  return at;
}

/** The first boundary between characters at or after a byte. */
export function boundaryAfter(text: Uint8Array, byte: number): number {
  let at = byte;
  while (at < text.length && (text[at]! & 0xc0) === 0x80) at++;
  return at;
}

/** The last boundary between characters at or before a byte. */
export function boundaryBefore(text: Uint8Array, byte: number): number {
  let at = byte;
  while (at > 0 && at < text.length && (text[at]! & 0xc0) === 0x80) at--;
  return at;
}

/** The characters of bytes `start`…`end` as a string; a byte order mark is kept as the character it is. */
export function decode(text: Uint8Array, start = 0, end = text.length): string {
  return decoder.decode(start === 0 && end === text.length ? text : text.subarray(start, end));
}

/** The UTF-8 bytes of a string; a lone surrogate becomes U+FFFD. */
export function encode(s: string): Uint8Array {
  return encoder.encode(s);
}

/** The UTF-8 bytes of code points. */
export function encodePoints(points: readonly number[]): Uint8Array {
  return encode(points.map((point) => String.fromCodePoint(point)).join(''));
}
