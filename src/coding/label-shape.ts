import { decode, encode } from '../text/utf8.js';

/** A line that begins with up to 40 characters and a colon, as labels do; they need not be one. */
const SHAPE = /(\n[ \t\u00a0\u3000]*)([^\n:：?!;=。！？；「」“”…—]{1,40}[:：])/g;

/**
 * A stretch of text without what looks like a label at the beginning of a line.
 *
 * @param startsLine whether the stretch begins at the beginning of a line
 */
export function withoutLabels(text: string, startsLine: boolean): string {
  return startsLine ? `\n${text}`.replace(SHAPE, '$1').slice(1) : text.replace(SHAPE, '$1');
}

/** A whole text with spaces in the place of what looks like labels: what remains stands at the same bytes. */
export function withBlankLabels(text: Uint8Array): Uint8Array {
  const blank = (_: string, lead: string, label: string): string => lead + ' '.repeat(encode(label).length);
  return encode(`\n${decode(text)}`.replace(SHAPE, blank)).subarray(1);
}

/** What looks like labels in a stretch of text, in order, without white space. */
export function labelsIn(text: string, startsLine: boolean): string[] {
  return Array.from((startsLine ? `\n${text}` : text).matchAll(SHAPE), ([, , label = '']) => label.replace(/\s/g, ''));
}
