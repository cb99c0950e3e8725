import { widthOf } from '../core/width.js';
import type { Piece } from './model.js';

const BLANK_LINES = /\n[^\S\n]*(?:\n[^\S\n]*)+/;
const WHITE = /\s+/g;
// Control characters and overrides of direction in somebody's transcript must not steer a reader's terminal.
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const IDEOGRAPHIC_SPACE = '\u3000';

function isWide(character: string | undefined): boolean {
  return character !== undefined && widthOf(character.codePointAt(0)!) === 2;
}

function lastOf(text: string): string | undefined {
  return Array.from(text.slice(-2)).at(-1);
}

function firstOf(text: string): string | undefined {
  return Array.from(text.slice(0, 2))[0];
}

/** A run of white space as running text has it: a line break between two ideographs is nothing, else one space. */
function joint(white: string, before: string | undefined, after: string | undefined): string {
  if (/[\n\r\u2028\u2029]/.test(white) && isWide(before) && isWide(after)) return '';
  return white.includes(IDEOGRAPHIC_SPACE) && isWide(before) && isWide(after) ? IDEOGRAPHIC_SPACE : ' ';
}

/** Text of any shape as one line of running text: line breaks and runs of white space closed up, controls shown as �. */
export function flow(text: string): string {
  const whole = text.trim();
  return whole
    .replace(WHITE, (white, at: number) =>
      joint(white, lastOf(whole.slice(0, at)), firstOf(whole.slice(at + white.length))),
    )
    .replace(CONTROLS, '\ufffd');
}

/** Flows pieces as one text, so that a line break beside a keyword is treated as any other. */
function flowPieces(pieces: readonly Piece[]): Piece[] {
  const whole = pieces.map((piece) => piece.text).join('');
  const flowed: Piece[] = [];
  let start = 0;
  for (const { text, marked } of pieces) {
    const end = start + text.length;
    const shown = text
      .replace(WHITE, (white, at: number) => {
        const before = whole.slice(0, start + at).trimEnd();
        const after = whole.slice(start + at + white.length).trimStart();
        if (before === '' || after === '') return '';
        return joint(white, lastOf(before), firstOf(after));
      })
      .replace(CONTROLS, '\ufffd');
    const last = flowed.at(-1);
    if (last?.marked === marked) flowed[flowed.length - 1] = { text: last.text + shown, marked };
    else if (shown !== '') flowed.push({ text: shown, marked });
    start = end;
  }
  return flowed;
}

/** Cuts pieces where blank lines part paragraphs. */
function splitParagraphs(pieces: readonly Piece[]): Piece[][] {
  const paragraphs: Piece[][] = [[]];
  for (const { text, marked } of pieces) {
    text.split(BLANK_LINES).forEach((part, i) => {
      if (i > 0) paragraphs.push([]);
      paragraphs.at(-1)!.push({ text: part, marked });
    });
  }
  return paragraphs;
}

/** A quotation as paragraphs of running text, its keywords still marked; neighbouring keywords are marked as one. */
export function paragraphsOf(pieces: readonly Piece[]): Piece[][] {
  return splitParagraphs(pieces)
    .map(flowPieces)
    .filter((paragraph) => paragraph.length > 0);
}
