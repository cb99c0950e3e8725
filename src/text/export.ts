import { decode, encode } from './utf8.js';

/** What programs print into an exported transcript and nobody said: page numbers and the transcriber's advertisement. */
const patterns: readonly RegExp[] = [
  /^\d{1,4} ?\/ ?\d{1,4}$/,
  /^[-–—] ?\d{1,4} ?[-–—]$/,
  /^page \d{1,4}(?: ?(?:of|\/) ?\d{1,4})?$/i,
  /^第 ?\d{1,4} ?[页頁](?:[ ,，/]*共 ?\d{1,4} ?[页頁])?$/,
  /^(?:(?:audio |automatically )?transcribed|transcription|transcript (?:generated|created|provided)|generated|created|powered|exported) (?:by|with|from|using) (?:https?:\/\/)?(?:www\.)?[\w-]+\.(?:ai|com|io|app|net|org|cn)\S*[.]?$/i,
  /^(?:this transcript was (?:generated|exported)|unknown file type|view original transcript at|transcript outline)\b.*(?:otter|rev\.com|temi|trint|sonix|descript|happy scribe|zoom|teams).*$/i,
];

/** The first four bytes of a line, ASCII letters as small ones, as one number. */
function beginning(text: Uint8Array, i: number): number {
  return (
    ((text[i]! | 0x20) << 24) | ((text[i + 1]! | 0x20) << 16) | ((text[i + 2]! | 0x20) << 8) | (text[i + 3]! | 0x20)
  );
}

const beginnings = ['page', 'tran', 'audi', 'auto', 'gene', 'crea', 'powe', 'expo', 'this', 'unkn', 'view'];
const words: ReadonlySet<number> = new Set(beginnings.map((word) => beginning(encode(word), 0)));
/** First bytes of lines that are looked at without a word: digits, dashes, 第. */
const signs: ReadonlySet<number> = new Set([...'0123456789-\u2013\u7b2c'].map((sign) => encode(sign)[0]!));

/** Whether the line between the bytes is export furniture. Long lines, and those that begin otherwise, are not decoded. */
export function isExportLine(text: Uint8Array, start: number, end: number): boolean {
  if (end - start > 100 || end - start < 3) return false;
  if (!signs.has(text[start]!) && !words.has(beginning(text, start))) return false;
  const line = decode(text, start, end).trim();
  return patterns.some((pattern) => pattern.test(line));
}
