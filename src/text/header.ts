import { Buffer } from 'node:buffer';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import type { Diagnostic, Outcome } from '../core/diagnostic.js';
import type { Header } from './transcript.js';
import { decode } from './utf8.js';

/**
 * The YAML block at the top of a transcript, between `---` lines. Values are taken as text: 2008 stays "2008", `no`
 * stays "no". Lists become one text joined by `, `; values of inner maps have keys joined by a dot.
 */
export interface HeaderBlock {
  readonly header: Header;
  /** Where canonical text begins: the byte after the line feed of the closing `---`, 0 without a header. */
  readonly end: number;
  /** How many lines the block takes. */
  readonly lines: number;
}

const none: HeaderBlock = { header: {}, end: 0, lines: 0 };

function isFence(line: string): boolean {
  return /^---[ \t]*$/.test(line);
}

function isClosing(line: string): boolean {
  return /^(?:---|\.\.\.)[ \t]*$/.test(line);
}

/** How much of a file is looked at for the end of its header. */
const LIMIT = 1 << 16;

/**
 * Reads the header block of decoded text.
 *
 * @returns the block; a warning QC306 for what is no YAML (what `key: value` lines it has are taken), QC309 for a block that does
 *   not end (nothing is taken off)
 */
export function readHeader(text: Uint8Array, file: string): Outcome<HeaderBlock> {
  if (text[0] !== 0x2d || text[1] !== 0x2d || text[2] !== 0x2d) return { value: none, diagnostics: [] };
  const lines = wholeLines(text);
  if (!isFence(lines[0]!)) return { value: none, diagnostics: [] };
  const close = lines.findIndex((line, i) => i > 0 && isClosing(line));
  const isField = (line: string | undefined): boolean =>
    line !== undefined && /^[^\s:：#][^:：]{0,40}:(?: |$)/.test(line);
  if (close < 0) return { value: none, diagnostics: isField(lines[1]) ? [unclosed(file, lines[0]!)] : [] };
  // A rule of dashes above prose is no header: something in the block must look like a field.
  const block = lines.slice(1, close);
  if (block.some((line) => line.trim() !== '') && !block.some(isField)) return { value: none, diagnostics: [] };
  const size = lines.slice(0, close + 1).reduce((bytes, line) => bytes + Buffer.byteLength(line) + 1, 0);
  const parsed = plainFields(block) ?? yamlFields(block, file);
  return {
    value: { header: withCase(parsed.value), end: Math.min(size, text.length), lines: close + 1 },
    diagnostics: parsed.diagnostics,
  };
}

/** `Case: A1` is the case as well as `case: A1`. */
function withCase(header: Header): Header {
  const key = Object.hasOwn(header, 'case')
    ? undefined
    : Object.keys(header).find((name) => name.toLowerCase() === 'case');
  return key === undefined
    ? header
    : Object.fromEntries(Object.entries(header).map(([name, value]) => [name === key ? 'case' : name, value]));
}

/** The lines at the top of the text, as far as a header may reach. */
function wholeLines(text: Uint8Array): string[] {
  if (text.length <= LIMIT) return decode(text).split('\n');
  const cut = text.lastIndexOf(0x0a, LIMIT);
  return decode(text, 0, cut < 0 ? 0 : cut).split('\n');
}

interface Fields {
  readonly value: Header;
  readonly diagnostics: readonly Diagnostic[];
}

/** The usual case without a YAML parser: nothing but `key: value` lines of plain text. Null for anything else. */
function plainFields(lines: readonly string[]): Fields | null {
  const header: Record<string, string> = {};
  for (const line of lines) {
    if (line.trim() === '') continue;
    const match = /^([A-Za-z_\u4e00-\u9fff][\w\u4e00-\u9fff-]*):(?: +([^\s"'&*!|>%@`[\]{}#,?:-].*?))? *$/.exec(line);
    if (match === null || Object.hasOwn(header, match[1]!) || match[1] === '__proto__') return null;
    const value = match[2] ?? '';
    if (value === '' || /: |:$| #|\t/.test(value)) return null;
    header[match[1]!] = value;
  }
  return { value: header, diagnostics: [] };
}

function yamlFields(lines: readonly string[], file: string): Fields {
  const counter = new LineCounter();
  const document = parseDocument(lines.join('\n'), { schema: 'failsafe', lineCounter: counter, prettyErrors: false });
  const header: Record<string, string> = {};
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = counter.linePos(error.pos[0]);
    const value = fieldsByLine(lines);
    return { value, diagnostics: [unreadable(file, error.message.replace(/\s+/g, ' '), line, col, lines, value)] };
  }
  if (isMap(document.contents)) collect(document.contents as Node, '', header);
  else if (document.contents !== null) {
    const value = fieldsByLine(lines);
    return { value, diagnostics: [unreadable(file, 'it is no list of `key: value` lines', 1, 1, lines, value)] };
  }
  return { value: header, diagnostics: [] };
}

/** What can be had of a header that is no YAML: each `key: value` line by itself, quotes off, the first of equal keys. */
function fieldsByLine(lines: readonly string[]): Header {
  const header: Record<string, string> = {};
  for (const line of lines) {
    const match = /^([^\s:：#'"[{][^:：]{0,60}?) *[:：](?: +|$|(?<=：))(.*)$/.exec(line);
    if (match === null) continue;
    const [, key, words] = match;
    const value = words!
      .trim()
      .replace(/^(['"])(.*)\1$/, '$2')
      .replace(/^['"[{]|['"\]}]$/g, '')
      .trim();
    if (key !== '__proto__' && value !== '' && !Object.hasOwn(header, key!)) header[key!] = value;
  }
  return header;
}

/** Puts the values below `node` into `header`, keys joined by dots. */
function collect(node: Node | null, key: string, header: Record<string, string>): void {
  if (isMap(node)) {
    for (const pair of node.items) {
      const name = isScalar(pair.key) ? String(pair.key.value) : '';
      if (name !== '__proto__') collect(pair.value as Node | null, key === '' ? name : `${key}.${name}`, header);
    }
  } else if (isSeq(node)) {
    header[key] = node.items.map((item) => (isScalar(item) ? String(item.value) : String(item))).join(', ');
  } else if (isScalar(node)) header[key] = node.value === null ? '' : String(node.value).trim();
  else if (key !== '') header[key] = '';
}

function unreadable(
  file: string,
  message: string,
  line: number,
  column: number,
  lines: readonly string[],
  taken: Header,
): Diagnostic {
  const fields = Object.entries(taken)
    .map(([key, value]) => `${key}: ${value}`)
    .join(' | ');
  return {
    code: 'QC306',
    severity: 'warning',
    message: `the header is no valid YAML: ${message.replace(/[.:]$/, '')}; taken from it, line by line: ${fields === '' ? 'nothing' : fields}`,
    remedy: 'write `key: value` lines; quote values that hold `: ` or ` #`',
    place: { file, line: line + 1, column, excerpt: lines[line - 1] ?? '' },
  };
}

function unclosed(file: string, excerpt: string): Diagnostic {
  return {
    code: 'QC309',
    severity: 'warning',
    message: 'the header that begins here does not end: it is taken for text',
    remedy: 'put a line `---` after the last line of the header',
    place: { file, line: 1, column: 1, excerpt },
  };
}
