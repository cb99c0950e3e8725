import { isCollection, isScalar, visit, type Document, type YAMLError } from 'yaml';
import { unpaired } from './brackets.js';
import type { Findings } from './findings.js';
import { extentOf, headOf, valueOf } from './lines.js';
import { quoteRemedy, startsReserved } from './quoting.js';
import type { Range } from './tree.js';

/** How the text is put right so that reading can go on: `value` stands for a value, `blank` for nothing at all. */
export interface Mend {
  readonly by: 'value' | 'blank' | 'spaces for tabs';
  readonly range: Range;
}

/** A mistake of YAML in our own words. */
export interface Mistake {
  readonly code: string;
  readonly at: Range;
  readonly message: string;
  readonly remedy?: string | undefined;
  readonly mend: Mend;
  /** Whether errors after this one may be its consequences. */
  readonly spreads: boolean;
}

const LEADING_TAB = /^[ \t]*\t/u;

const valueMend = (findings: Findings, offset: number): Mend => {
  const { value, indent } = headOf(findings, offset);
  return { by: 'value', range: extentOf(findings, Math.min(value, offset), indent) };
};

/** The text of a line, without its indentation. */
function contentOf(findings: Findings, offset: number): Range {
  const line = findings.line(findings.lineOf(offset));
  const text = findings.text.slice(line.start, line.end);
  return { start: line.start + text.length - text.trimStart().length, end: line.end };
}

/** The outermost quoted text or `[…]` or `{…}` that an error lies in. */
function enclosing(document: Document.Parsed, offset: number): number | undefined {
  let found: number | undefined;
  visit(document, {
    Node(_, node) {
      const range = node.range;
      if (!range || range[0] > offset || range[2] < offset) return visit.SKIP;
      const inFlow = isCollection(node) && node.flow === true;
      const isQuoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
      if (!inFlow && !isQuoted) return undefined;
      found = range[0];
      return visit.BREAK;
    },
  });
  return found;
}

function tabs(findings: Findings, offset: number): Mistake {
  const indices = Array.from({ length: findings.lineCount }, (_, index) => index);
  const lines = indices.map((index) => findings.line(index)).filter(({ start, end }) => LEADING_TAB.test(findings.text.slice(start, end)));
  const line = findings.line(findings.lineOf(offset));
  const more = lines.filter(({ start }) => start > line.start).length;
  return {
    code: 'QC105',
    at: { start: line.start, end: contentOf(findings, offset).start },
    message: `a tab indents this line${more > 0 ? ` and ${more} more` : ''}; YAML allows spaces only`,
    remedy: 'replace the tabs at the beginning of lines by spaces, two for each',
    mend: { by: 'spaces for tabs', range: { start: line.start, end: findings.text.length } },
    spreads: true,
  };
}

function indentation(findings: Findings, offset: number): Mistake {
  const at = contentOf(findings, offset);
  const column = at.start - findings.line(findings.lineOf(offset)).start;
  // Its neighbours at the same indentation share its fate: one mistake moves them all.
  const mend: Mend = { by: 'blank', range: extentOf(findings, at.start, column - 1) };
  return { code: 'QC105', at, message: 'the indentation of this line fits none of the lines above it', mend, spreads: true };
}

/** A quotation mark or bracket without a partner; null where all have one, and the mistake is another. */
function unclosed(findings: Findings, opened: number): Mistake | null {
  const mend = valueMend(findings, opened);
  const found = unpaired(findings.text.slice(opened, mend.range.end));
  if (!found) return null;
  const start = opened + found.offset;
  const sign = findings.text[start]!;
  const name = sign === '"' || sign === "'" ? `the quotation mark ${sign}` : sign;
  const { end } = findings.line(findings.lineOf(start));
  const at = { start, end: found.how === 'opened' ? end : start + 1 };
  const message = found.how === 'opened' ? `${name} is opened here and never closed` : `${name} closes nothing that is open`;
  return { code: 'QC103', at, message, mend, spreads: true };
}

/** The line after a broken one, when it is a list item: YAML reads both as one text. */
function swallowedItem(findings: Findings, offset: number): Mistake | null {
  const index = findings.lineOf(offset) + 1;
  if (index >= findings.lineCount) return null;
  const at = contentOf(findings, findings.line(index).start);
  if (!/^-\s/u.test(findings.text.slice(at.start, at.end))) return null;
  const above = findings.line(findings.lineOf(offset));
  if (!/^\s*-\s/u.test(findings.text.slice(above.start, above.end))) return null;
  const column = at.start - findings.line(index).start;
  const mend: Mend = { by: 'blank', range: extentOf(findings, at.start, column - 1) };
  return { code: 'QC112', at, message: 'this line is read as part of the text above it', mend, spreads: true };
}

/** A line that should have been a key and its value. */
function missingColon(findings: Findings, offset: number): Mistake {
  const { end } = findings.line(findings.lineOf(offset));
  const at = { start: offset, end };
  const text = findings.text.slice(offset, end).trim();
  const column = offset - findings.line(findings.lineOf(offset)).start;
  const mend: Mend = { by: 'blank', range: extentOf(findings, offset, column) };
  const common = { code: 'QC113', at, mend, spreads: true };
  if (/^-\S/u.test(text)) {
    return { ...common, message: 'no space after the dash', remedy: `write "- ${text.slice(1)}"` };
  }
  const [, key, value] = /^([\w-]+)[:：]\s*(.*)$/u.exec(text) ?? /^([\w-]+)\s+(.*)$/u.exec(text) ?? [];
  const remedy = key === undefined ? `write "${text}: …"` : `write "${key}: ${value || '…'}"`;
  return { ...common, message: 'a key with its value was expected here; there is no ": "', remedy };
}

/** Either `a: b: c` in one line, or a line that stands deeper than the value above it allows. */
function nestedKey(findings: Findings, offset: number): Mistake {
  const at = valueOf(findings, offset);
  const value = findings.text.slice(at.start, at.end);
  if (/:(\s|$)/u.test(value)) {
    const message = 'the text holds ": ", which makes a key of what stands before it';
    return { code: 'QC102', at, message, remedy: quoteRemedy(value), mend: valueMend(findings, offset), spreads: false };
  }
  const next = findings.text.slice(at.end).search(/\S/u);
  return indentation(findings, next < 0 ? offset : at.end + next);
}

/** A line that begins with % at the margin is a directive to YAML. */
function directive(findings: Findings, offset: number): Mistake {
  const found = findings.text.search(/^%/mu);
  const start = found < 0 ? offset : found;
  const at = { start, end: findings.line(findings.lineOf(start)).end };
  const remedy = 'take the line out; a comment begins with #';
  const message = 'a line that begins with % is a directive to YAML';
  return { code: 'QC102', at, message, remedy, mend: { by: 'blank', range: at }, spreads: true };
}

/** A text whose first character means something to YAML; null where it is another mistake. */
function reserved(findings: Findings, offset: number): Mistake | null {
  const at = valueOf(findings, offset);
  const text = findings.text.slice(at.start, at.end);
  // An error inside brackets is not about the bracket.
  if (!startsReserved(text) || (/^[[{]/u.test(text) && unpaired(text.slice(0, offset - at.start)))) return null;
  const message = `unquoted text cannot begin with ${text[0]}`;
  return { code: 'QC102', at, message, remedy: quoteRemedy(text), mend: valueMend(findings, offset), spreads: false };
}

function plainWord(findings: Findings, offset: number): Range {
  const { end } = findings.line(findings.lineOf(offset));
  const length = /^[^,[\]{}]*/u.exec(findings.text.slice(offset, end))![0].trimEnd().length;
  return { start: offset, end: offset + Math.max(1, length) };
}

/** Text after a quoted text: `"a" b`. */
function afterQuote(findings: Findings, offset: number): Mistake | null {
  const at = valueOf(findings, offset);
  const value = findings.text.slice(at.start, at.end);
  if (!/^["']/u.test(value) || offset <= at.start) return null;
  const mend = valueMend(findings, offset);
  if (findings.text[offset] === '\\') {
    const message = `${findings.text.slice(offset, offset + 2)} means nothing between double quotation marks`;
    const remedy = 'put the text between single quotation marks, where \\ stands for itself';
    return { code: 'QC101', at: { start: offset, end: offset + 2 }, message, remedy, mend, spreads: false };
  }
  const message = 'the text goes on after its closing quotation mark';
  return { code: 'QC101', at: { start: offset, end: at.end }, message, remedy: quoteRemedy(value), mend, spreads: false };
}

/** A mistake for which we have no words of our own. */
function other(findings: Findings, error: YAMLError, offset: number): Mistake {
  const [first = ''] = error.message.split('\n');
  const message = `YAML: ${first.charAt(0).toLowerCase()}${first.slice(1)}`;
  const at = { start: offset, end: Math.max(offset + 1, error.pos[1]) };
  return { code: 'QC101', at, message, mend: valueMend(findings, offset), spreads: true };
}

/** Whether an error says that a line stands too far left or right. */
function isIndentation(findings: Findings, { code, message }: YAMLError, offset: number): boolean {
  if (code === 'BAD_INDENT' || /without - indicator|block sequence may not be used/u.test(message)) return true;
  return code === 'UNEXPECTED_TOKEN' && contentOf(findings, offset).start === offset;
}

/** An error of the YAML package as a mistake. */
export function mistakeOf(findings: Findings, document: Document.Parsed, error: YAMLError): Mistake {
  const offset = Math.min(error.pos[0], Math.max(0, findings.text.length - 1));
  const line = findings.line(findings.lineOf(offset));
  if (error.code === 'TAB_AS_INDENT' && LEADING_TAB.test(findings.text.slice(line.start, line.end))) {
    return tabs(findings, offset);
  }
  if (/directives-end/u.test(error.message)) return directive(findings, offset);
  if (error.code === 'BAD_SCALAR_START') {
    const at = plainWord(findings, offset);
    const text = findings.text.slice(at.start, at.end);
    const message = `unquoted text cannot begin with ${text[0]}`;
    return { code: 'QC102', at, message, remedy: quoteRemedy(text), mend: valueMend(findings, offset), spreads: false };
  }
  const opened = enclosing(document, error.pos[0]);
  const unpairedSign = opened === undefined || error.code === 'BAD_DQ_ESCAPE' ? null : unclosed(findings, opened);
  if (unpairedSign) return unpairedSign;
  if (isIndentation(findings, error, offset)) return indentation(findings, offset);
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY') return nestedKey(findings, offset);
  if (error.code === 'MULTILINE_IMPLICIT_KEY' || /followed by map values/u.test(error.message)) {
    return swallowedItem(findings, offset) ?? missingColon(findings, offset);
  }
  return reserved(findings, offset) ?? afterQuote(findings, offset) ?? other(findings, error, offset);
}
