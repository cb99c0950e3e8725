import { isCollection, isScalar, visit, type Document } from 'yaml';
import { unpaired } from './brackets.js';
import type { Findings } from './findings.js';
import { indentation, missingColon } from './layout-mistakes.js';
import { valueOf } from './lines.js';
import { valueMend, type Mistake } from './mistake.js';
import { quoteRemedy, startsReserved } from './quoting.js';
import type { Range } from './tree.js';

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

/** A quotation mark or bracket without a partner; null where all have one, and the mistake is another. */
export function unclosed(findings: Findings, document: Document.Parsed, offset: number): Mistake | null {
  const opened = enclosing(document, offset);
  if (opened === undefined) return null;
  const mend = valueMend(findings, opened);
  const found = unpaired(findings.text.slice(opened, mend.range.end));
  if (!found) return null;
  const start = opened + found.offset;
  const sign = findings.text[start]!;
  const name = sign === '"' || sign === "'" ? `the quotation mark ${sign}` : sign;
  const { end } = findings.line(findings.lineOf(start));
  const at = { start, end: found.how === 'opened' ? end : start + 1 };
  const message =
    found.how === 'opened' ? `${name} is opened here and never closed` : `${name} closes nothing that is open`;
  return { code: 'QC103', at, message, mend, spreads: true };
}

/** Either `a: b: c` in one line, or a line that stands deeper than the value above it allows. */
export function nestedKey(findings: Findings, offset: number): Mistake {
  const at = valueOf(findings, offset);
  const value = findings.text.slice(at.start, at.end);
  if (/^-[\w]/u.test(value)) return missingColon(findings, at.start);
  if (/:(\s|$)/u.test(value)) {
    const message = 'the text holds ": ", which makes a key of what stands before it';
    return {
      code: 'QC102',
      at,
      message,
      remedy: quoteRemedy(value),
      mend: valueMend(findings, offset),
      spreads: false,
    };
  }
  const next = findings.text.slice(at.end).search(/\S/u);
  return indentation(findings, next < 0 ? offset : at.end + next);
}

/** A line that begins with % at the margin is a directive to YAML. */
export function directive(findings: Findings, offset: number): Mistake {
  const found = findings.text.search(/^%/mu);
  const start = found < 0 ? offset : found;
  const at = { start, end: findings.line(findings.lineOf(start)).end };
  const remedy = 'take the line out; a comment begins with #';
  const message = 'a line that begins with % is a directive to YAML';
  return { code: 'QC102', at, message, remedy, mend: { by: 'blank', range: at }, spreads: true };
}

/** A text whose first character means something to YAML; null where it is another mistake. */
export function reserved(findings: Findings, offset: number): Mistake | null {
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

/** A text, in brackets or not, that begins with a sign that none may begin with. */
export function badStart(findings: Findings, offset: number): Mistake {
  const at = plainWord(findings, offset);
  const text = findings.text.slice(at.start, at.end);
  const message = `unquoted text cannot begin with ${text[0]}`;
  return { code: 'QC102', at, message, remedy: quoteRemedy(text), mend: valueMend(findings, offset), spreads: false };
}

/** Text after a quoted text: `"a" b`. */
export function afterQuote(findings: Findings, offset: number): Mistake | null {
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
  const whole = value.replace(/\s#.*$/u, '').trim();
  // A mark like the first at the end as well: both were meant as quotation marks of YAML.
  const inner = whole.length > 2 && whole.endsWith(value[0]!) ? whole.slice(1, -1).replaceAll("''", "'") : value;
  return {
    code: 'QC101',
    at: { start: offset, end: at.end },
    message,
    remedy: quoteRemedy(inner),
    mend,
    spreads: false,
  };
}
