import type { Field } from './state.js';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A field that holds a text, the cursor at its end. */
export function fieldOf(text = ''): Field {
  return { text, at: text.length };
}

/** Where the grapheme before an index begins. Looks at the line alone. */
function before(text: string, at: number): number {
  if (at === 0) return 0;
  const line = text.lastIndexOf('\n', at - 1) + 1;
  if (line === at) return at - 1;
  let last = line;
  for (const { index } of segmenter.segment(text.slice(line, at))) last = line + index;
  return last;
}

/** Where the grapheme at an index ends. */
function after(text: string, at: number): number {
  if (at === text.length) return at;
  const feed = text.indexOf('\n', at);
  if (feed === at) return at + 1;
  for (const { segment } of segmenter.segment(text.slice(at, feed < 0 ? undefined : feed))) return at + segment.length;
  return at;
}

function beginOfLine({ text, at }: Field): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function endOfLine({ text, at }: Field): number {
  const feed = text.indexOf('\n', at);
  return feed < 0 ? text.length : feed;
}

function without({ text }: Field, start: number, end: number): Field {
  return { text: text.slice(0, start) + text.slice(end), at: start };
}

/** All that would move the cursor or end a line of the log if it were kept. */
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]+/gu;

/** A text that is written or pasted, its line breaks line feeds, and without other control characters. */
export function cleaned(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(/\t/gu, ' ').replace(CONTROLS, '');
}

/** With a text put in at the cursor. */
export function insert({ text, at }: Field, added: string): Field {
  const clean = cleaned(added);
  return { text: text.slice(0, at) + clean + text.slice(at), at: at + clean.length };
}

/** The same for a field of one line: line breaks become spaces. */
export function insertInLine(field: Field, added: string): Field {
  return insert(field, added.replace(/[\r\n]+/gu, ' '));
}

/** How many graphemes of its line stand before the cursor. */
function column(field: Field): number {
  return [...segmenter.segment(field.text.slice(beginOfLine(field), field.at))].length;
}

/** The cursor at a number of graphemes into the line that begins at an index, or at the line's end. */
function atColumn(text: string, line: number, graphemes: number): Field {
  let at = line;
  for (let i = 0; i < graphemes && at < text.length && text[at] !== '\n'; i++) at = after(text, at);
  return { text, at };
}

function up(field: Field): Field {
  const line = beginOfLine(field);
  if (line === 0) return { ...field, at: 0 };
  return atColumn(field.text, beginOfLine({ text: field.text, at: line - 1 }), column(field));
}

function down(field: Field): Field {
  const end = endOfLine(field);
  return end === field.text.length ? { ...field, at: end } : atColumn(field.text, end + 1, column(field));
}

function rubOutWord(field: Field): Field {
  const { text, at } = field;
  const kept = text.slice(0, at).replace(/\S*\s*$/u, '');
  return without(field, kept.length, at);
}

/** What the editing keys do to a field, by their names in the table of keys. All of it keeps graphemes whole. */
export const edits = {
  left: (field: Field): Field => ({ ...field, at: before(field.text, field.at) }),
  right: (field: Field): Field => ({ ...field, at: after(field.text, field.at) }),
  begin: (field: Field): Field => ({ ...field, at: beginOfLine(field) }),
  end: (field: Field): Field => ({ ...field, at: endOfLine(field) }),
  'rub out': (field: Field): Field => without(field, before(field.text, field.at), field.at),
  delete: (field: Field): Field => without(field, field.at, after(field.text, field.at)),
  'rub out word': rubOutWord,
  'rub out line': (field: Field): Field => without(field, beginOfLine(field), field.at),
  up,
  down,
};
