import { isUtf8 } from 'node:buffer';
import type { Diagnostic, Outcome } from '../core/diagnostic.js';
import { byteOrderMark, detectEncoding, encodingNamed, type Encoding } from './encoding/detect.js';
import { decodeLatin } from './encoding/latin.js';
import type { Big5Decoder } from './encoding/legacy.js';
import { searchable } from './search.js';
import { decode, encode } from './utf8.js';

export interface DecodingOptions {
  /** The file's name, for messages. */
  readonly file: string;
  /** A declared encoding; a byte order mark goes before it. */
  readonly encoding?: string;
  /** From `encoding/legacy.ts`; needed for files for which `needsBig5` holds. */
  readonly big5?: Big5Decoder;
}

export interface Decoded {
  /** UTF-8 without byte order mark, lines ended by LF. A part of `bytes` where nothing had to change. */
  readonly text: Uint8Array;
  readonly encoding: Encoding;
}

/**
 * Decodes a source: byte order mark off, CRLF and CR to LF.
 *
 * @param bytes the file as it stands on disk
 * @returns canonical text (header block included), or an error: QC301 undecodable bytes (with their byte offset), QC302
 *   binary, QC303 unknown declared encoding; with the text a warning QC304 about replacement and private characters
 */
export function decodeSource(bytes: Uint8Array, options: DecodingOptions): Outcome<Decoded> {
  const marked = byteOrderMark(bytes);
  const declared = options.encoding === undefined ? undefined : encodingNamed(options.encoding);
  if (options.encoding !== undefined && declared === undefined) return { diagnostics: [unknownEncoding(options)] };
  const encoding = marked?.encoding ?? declared ?? detectEncoding(bytes);
  if (encoding === null) return { diagnostics: [binary(bytes, options)] };
  const body = marked === null ? bytes : bytes.subarray(marked.size);
  const skipped = bytes.length - body.length;
  if (encoding === 'utf-8') {
    if (!isUtf8(body))
      return { diagnostics: [undecodable(firstInvalidUtf8(body) + skipped, encoding, bytes, options)] };
    if (searchable(body).includes(0)) return { diagnostics: [binary(body, options)] };
    const text = linesEndedByLineFeed(body);
    return { value: { text, encoding }, diagnostics: lostCharacters(text, options) };
  }
  const decoded = decodeAs(encoding, body, options);
  if (typeof decoded === 'number') return { diagnostics: [undecodable(decoded + skipped, encoding, bytes, options)] };
  const text = linesEndedByLineFeed(encode(decoded));
  if (searchable(text).includes(0)) return { diagnostics: [binary(bytes, options)] };
  const guessed = encoding === 'windows-1252' && declared === undefined ? [guess(bytes, options)] : [];
  return { value: { text, encoding }, diagnostics: [...guessed, ...lostCharacters(text, options)] };
}

/** The text of bytes that are not UTF-8, or the offset of the first that cannot be decoded. */
function decodeAs(encoding: Exclude<Encoding, 'utf-8'>, bytes: Uint8Array, options: DecodingOptions): string | number {
  if (encoding === 'windows-1252') return decodeLatin(bytes);
  if (encoding === 'utf-16le') return decodeUtf16(bytes, 'utf-16le');
  if (encoding === 'utf-16be') return decodeUtf16(bytes, 'utf-16be');
  if (encoding === 'gb18030') {
    const decodeGb = (part: Uint8Array): string => new TextDecoder('gb18030', { ignoreBOM: true }).decode(part);
    const text = decodeGb(bytes);
    return text.includes('\ufffd') ? firstReplaced(bytes, decodeGb) : text;
  }
  if (encoding !== 'big5-hkscs') {
    const decodePart = (part: Uint8Array): string => new TextDecoder(encoding, { ignoreBOM: true }).decode(part);
    const text = decodePart(bytes);
    return text.includes('\ufffd') ? firstReplaced(bytes, decodePart) : text;
  }
  if (options.big5 === undefined) throw new Error('a Big5 source needs options.big5 (see needsBig5)');
  const text = options.big5(bytes);
  return text.includes('\ufffd') ? firstReplaced(bytes, options.big5) : text;
}

/** UTF-16 to a string; a lone surrogate or a last odd byte is an error at its offset. */
function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string | number {
  const unit = (i: number): number =>
    encoding === 'utf-16le' ? bytes[i]! | (bytes[i + 1]! << 8) : (bytes[i]! << 8) | bytes[i + 1]!;
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    const high = unit(i) & 0xfc00;
    if (high === 0xdc00) return i;
    if (high !== 0xd800) continue;
    if (i + 3 >= bytes.length || (unit(i + 2) & 0xfc00) !== 0xdc00) return i;
    i += 2;
  }
  if (bytes.length % 2 === 1) return bytes.length - 1;
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

/** Where the first undecodable sequence begins in a multi-byte encoding: found by decoding one character after another. */
function firstReplaced(bytes: Uint8Array, decodePart: (part: Uint8Array) => string): number {
  let i = 0;
  while (i < bytes.length) {
    if (bytes[i]! < 0x80) {
      i++;
      continue;
    }
    const size = [1, 2, 3, 4].find(
      (n) => i + n <= bytes.length && !decodePart(bytes.subarray(i, i + n)).includes('\ufffd'),
    );
    if (size === undefined) return i;
    i += size;
  }
  return bytes.length;
}

/** The offset of the first byte that breaks UTF-8: by halving, each half cut back to a character's beginning. */
function firstInvalidUtf8(bytes: Uint8Array): number {
  let valid = 0;
  let broken = bytes.length;
  const boundary = (i: number): number => {
    let at = i;
    while (at > valid && i - at < 4 && (bytes[at]! & 0xc0) === 0x80) at--;
    return at;
  };
  while (broken - valid > 16) {
    const middle = boundary((valid + broken) >> 1);
    if (middle === valid) break;
    if (isUtf8(bytes.subarray(valid, middle))) valid = middle;
    else broken = middle;
  }
  while (valid < bytes.length) {
    const size = [1, 2, 3, 4].find((n) => valid + n <= bytes.length && isUtf8(bytes.subarray(valid, valid + n)));
    if (size === undefined) return valid;
    valid += size;
  }
  return valid;
}

/** CRLF and CR to LF; the same bytes, not copied, where there is no CR. */
function linesEndedByLineFeed(bytes: Uint8Array): Uint8Array {
  const buffer = searchable(bytes);
  let from = buffer.indexOf(0x0d);
  if (from < 0) return bytes;
  const text = new Uint8Array(bytes.length);
  text.set(bytes.subarray(0, from));
  let to = from;
  while (from < bytes.length) {
    text[to++] = 0x0a;
    from += bytes[from + 1] === 0x0a ? 2 : 1;
    const next = buffer.indexOf(0x0d, from);
    const stop = next < 0 ? bytes.length : next;
    text.set(bytes.subarray(from, stop), to);
    to += stop - from;
    from = stop;
  }
  return text.subarray(0, to);
}

/** Where the first U+FFFD or private character (U+E000–F8FF) of the text begins, or -1. */
function firstLost(text: Uint8Array): number {
  const buffer = searchable(text);
  const some = buffer.indexOf(0xee);
  const other = buffer.indexOf(0xef);
  if (some < 0 && other < 0) return -1;
  return firstLostFrom(text, some < 0 || (other >= 0 && other < some) ? other : some);
}

/** The same from byte `i` on, character by character: in Chinese, full-width punctuation has the byte 0xEF as well. */
function firstLostFrom(text: Uint8Array, i: number): number {
  while (i < text.length) {
    const byte = text[i]!;
    if (byte < 0x80) i++;
    else if (byte < 0xee) i += byte < 0xe0 ? 2 : 3;
    else if (byte < 0xf0) {
      const second = text[i + 1]!;
      if (byte === 0xee || second < 0xa4 || (second === 0xbf && text[i + 2] === 0xbd)) return i;
      i += 3;
    } else i += 4;
  }
  return -1;
}

function lostCharacters(text: Uint8Array, { file }: DecodingOptions): Diagnostic[] {
  const at = firstLost(text);
  if (at < 0) return [];
  const before = decode(text, 0, at);
  const lineStart = before.lastIndexOf('\n') + 1;
  const rest = decode(text, at, Math.min(text.length, at + 240))
    .split('\n')[0]!
    .replace(/\ufffd+$/, (end) => end.slice(0, 1));
  const character = [...rest][0] ?? '\ufffd';
  const name = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  return [
    {
      code: 'QC304',
      severity: 'warning',
      message:
        character === '\ufffd'
          ? `the text holds the replacement character ${name}: something was lost in an earlier conversion`
          : `the text holds the private-use character ${name}, which has no meaning outside a certain font`,
      remedy: 'look at this place and convert the file again from its original',
      place: {
        file,
        line: before.split('\n').length,
        column: [...before.slice(lineStart)].length + 1,
        excerpt: before.slice(lineStart) + rest,
      },
    },
  ];
}

function unknownEncoding({ file, encoding }: DecodingOptions): Diagnostic {
  return {
    code: 'QC303',
    severity: 'error',
    message: `unknown encoding “${encoding}”`,
    remedy:
      'use utf-8, utf-16le, utf-16be, gb18030, big5, windows-1252 or another name of the WHATWG list, such as shift_jis',
    place: { file },
  };
}

/** Windows-1252 is what is left when nothing else will do: the user is told, with the first line that shows it. */
function guess(bytes: Uint8Array, { file }: DecodingOptions): Diagnostic {
  const at = bytes.findIndex((byte) => byte >= 0x80);
  const before = decodeLatin(bytes.subarray(0, at)).split(/\r\n?|\n/);
  const rest = decodeLatin(bytes.subarray(at, at + 60)).split(/[\r\n]/)[0]!;
  const line = before[before.length - 1]!.slice(-60);
  return {
    code: 'QC310',
    severity: 'info',
    message: 'neither UTF-8 nor Chinese: read as windows-1252',
    remedy:
      'if letters look wrong, name the encoding (`encoding:` in qcode.yaml, or `--encoding`), or save the file as UTF-8',
    place: { file, line: before.length, column: [...line].length + 1, excerpt: line + rest },
  };
}

function binary(bytes: Uint8Array, { file }: DecodingOptions): Diagnostic {
  return {
    code: 'QC302',
    severity: 'error',
    message: `not a text file: a NUL byte at offset ${bytes.indexOf(0)}`,
    remedy: 'import Word files with `qcode import`; leave other files out of the transcripts',
    place: { file },
  };
}

function undecodable(offset: number, encoding: Encoding, bytes: Uint8Array, { file }: DecodingOptions): Diagnostic {
  return {
    code: 'QC301',
    severity: 'error',
    message: `cannot be decoded as ${encoding}: byte ${hex(bytes[offset])} at offset ${offset}`,
    remedy: 'save the file as UTF-8, or declare its encoding (`encoding:` in qcode.yaml, or `--encoding`)',
    place: { file },
  };
}

function hex(byte: number | undefined): string {
  return byte === undefined ? '(end of file)' : `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
