import { Buffer } from 'node:buffer';

/*
 * Windows-1252, the Latin encoding of Western Windows; ISO-8859-1 is read as it, as everywhere on the web. Decoded here, since
 * some runtimes give control characters for 0x80–0x9F.
 */

const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The text of bytes in Windows-1252; every byte has a character. */
export function decodeLatin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (character) => upper.charAt(character.charCodeAt(0) - 0x80));
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

/** Which share of the bytes above ASCII must stand alone, as accented letters and curly quotes do. */
const ALONE = 0.8;

/**
 * Whether bytes that are no UTF-8 look like Latin text: those above ASCII stand alone among ASCII, at least one of them
 * within a word (`M·ller`, `don·t`) or beside one, and none is without a character. In Chinese encodings they come in runs.
 */
export function looksLatin(bytes: Uint8Array): boolean {
  let high = 0;
  let alone = 0;
  let beside = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x80) continue;
    if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) return false;
    high++;
    if ((bytes[i - 1] ?? 0) >= 0x80 || (bytes[i + 1] ?? 0) >= 0x80) continue;
    alone++;
    if (isLetter(bytes[i - 1]) || isLetter(bytes[i + 1])) beside++;
  }
  return alone >= ALONE * high && beside > 0;
}
