/* The signs that end, close and open, as properties of a code point. */

/** No sign that ends a sentence. */
export const NONE = 0;
/** `.` and `．`: a sentence's, but also an abbreviation's or a number's. */
export const FULL_STOP = 1;
/** `…` and full stops in a row. */
export const ELLIPSIS = 2;
/** `!`, `?` and their other forms. */
export const EXCLAMATION = 3;
/** `。`, `；`, danda and the like, which end a sentence wherever they stand. */
export const FINAL = 4;
/** `;`, which ends Chinese sentences only. */
export const SEMICOLON = 5;

const KIND = 7;
const CLOSER = 8;
const OPENER = 16;
const PAUSE = 32;

/** Properties by code point; all signs lie in the first plane. */
const properties = new Uint8Array(0x10000);

function mark(characters: string, property: number): void {
  for (let i = 0; i < characters.length; i++) properties[characters.charCodeAt(i)]! |= property;
}

mark('.．', FULL_STOP);
mark('…', ELLIPSIS);
mark('!?！？﹖﹗‼⁇⁈⁉؟', EXCLAMATION);
mark('。｡；﹔۔।॥։።፧།။។⸮', FINAL);
mark(';', SEMICOLON);
// Straight quotes, and the * and _ of Markdown, close and open.
mark(')]}）］｝”’"\'»›」』｣〉》】〕〗〙〛﹂﹄＂＇*_', CLOSER);
mark('([{（［｛“‘"\'«‹「『｢〈《【〔〖〘〚﹁﹃＂＇„‚¿¡*_', OPENER);

mark(',:，、：､﹐', PAUSE);

/** What the code point is as the end of a sentence: one of the constants above. */
export function endKind(codePoint: number): number {
  return codePoint < 0x10000 ? properties[codePoint]! & KIND : NONE;
}

/** Whether it is, or may be, a closing bracket or quotation mark. */
export function isCloser(codePoint: number): boolean {
  return codePoint < 0x10000 && (properties[codePoint]! & CLOSER) !== 0;
}

/** Whether it is, or may be, an opening bracket or quotation mark. */
export function isOpener(codePoint: number): boolean {
  return codePoint < 0x10000 && (properties[codePoint]! & OPENER) !== 0;
}

/** Whether it is a comma or colon: the sentence goes on after `「好嗎？」，`. */
export function isPause(codePoint: number): boolean {
  return codePoint < 0x10000 && (properties[codePoint]! & PAUSE) !== 0;
}
