import { Buffer } from 'node:buffer';

/** The same bytes as a `Buffer`, whose searches for a byte are many times faster than those of a `Uint8Array`. */
export function searchable(bytes: Uint8Array): Buffer {
  return bytes instanceof Buffer ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** FNV-1a of the bytes `start`…`end`: tells short pieces of text apart without decoding them. */
export function hashBytes(text: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text[i]!, 0x01000193);
  return hash;
}

/** Whether two pieces of the text have the same bytes. */
export function samePiece(text: Uint8Array, aStart: number, aEnd: number, bStart: number, bEnd: number): boolean {
  if (aEnd - aStart !== bEnd - bStart) return false;
  for (let i = 0; i < aEnd - aStart; i++) if (text[aStart + i] !== text[bStart + i]) return false;
  return true;
}

/** A memory for what was found out about pieces of one text: equal bytes are judged once. */
export function pieceMemory<T>(
  text: Uint8Array,
): (start: number, end: number, judge: (start: number, end: number) => T) => T {
  interface Piece {
    readonly start: number;
    readonly end: number;
    readonly judgement: T;
    readonly next: Piece | undefined;
  }
  const pieces = new Map<number, Piece>();
  return (start, end, judge) => {
    const hash = hashBytes(text, start, end);
    const first = pieces.get(hash);
    for (let piece = first; piece !== undefined; piece = piece.next) {
      if (samePiece(text, piece.start, piece.end, start, end)) return piece.judgement;
    }
    const judgement = judge(start, end);
    pieces.set(hash, { start, end, judgement, next: first });
    return judgement;
  };
}
