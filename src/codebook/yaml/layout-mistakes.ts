import type { YAMLError } from 'yaml';
import type { Findings } from './findings.js';
import { contentOf, extentOf } from './lines.js';
import { oddDash, oddIndent, REMEDY_FOR_SPACES } from './look-alikes.js';
import type { Mend, Mistake } from './mistake.js';

const LEADING_TAB = /^[ \t]*\t/u;

/** Whether tabs indent the line of an offset. */
export function hasLeadingTab(findings: Findings, offset: number): boolean {
  const { start, end } = findings.line(findings.lineOf(offset));
  return LEADING_TAB.test(findings.text.slice(start, end));
}

/** Tabs at the beginning of a line, and of those after it. */
export function tabs(findings: Findings, offset: number): Mistake {
  const line = findings.line(findings.lineOf(offset));
  const more = findings.text.slice(line.end).match(/\n *\t[ \t]*(?=[^ \t\n])/gu)?.length ?? 0;
  return {
    code: 'QC105',
    at: { start: line.start, end: contentOf(findings, offset).start },
    message: `a tab indents this line${more > 0 ? ` and ${more} more` : ''}; YAML allows spaces only`,
    remedy: 'replace the tabs at the beginning of lines by spaces, two for each',
    mend: { by: 'ASCII indentation', range: { start: line.start, end: findings.text.length } },
    spreads: true,
  };
}

/** Whether an error says that a line stands too far left or right. */
export function isIndentation(findings: Findings, { code, message }: YAMLError, offset: number): boolean {
  if (code === 'BAD_INDENT' || /without - indicator|block sequence may not be used/u.test(message)) return true;
  return code === 'UNEXPECTED_TOKEN' && contentOf(findings, offset).start === offset;
}

/** A line that stands too far left or right. */
export function indentation(findings: Findings, offset: number): Mistake {
  const at = contentOf(findings, offset);
  const index = findings.lineOf(offset);
  const dash = oddDash(findings, index) ?? oddDash(findings, index - 1);
  if (dash) return dash;
  const column = at.start - findings.line(index).start;
  // Its neighbours at the same indentation share its fate: one mistake moves them all.
  const mend: Mend = { by: 'blank', range: extentOf(findings, at.start, column - 1) };
  return {
    code: 'QC105',
    at,
    message: 'the indentation of this line fits none of the lines above it',
    mend,
    spreads: true,
  };
}

/** The line after a broken one, when it is a list item: YAML reads both as one text. */
export function swallowedItem(findings: Findings, offset: number): Mistake | null {
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
export function missingColon(findings: Findings, offset: number): Mistake {
  const { end } = findings.line(findings.lineOf(offset));
  const at = { start: offset, end };
  const text = findings.text.slice(offset, end).trim();
  const dash = oddDash(findings, findings.lineOf(offset));
  if (dash) return dash;
  const column = offset - findings.line(findings.lineOf(offset)).start;
  const mend: Mend = { by: 'blank', range: extentOf(findings, offset, column) };
  const common = { code: 'QC113', at, mend, spreads: true };
  const line = findings.line(findings.lineOf(offset));
  const odd = oddIndent(findings.text.slice(line.start, end));
  if (odd) {
    const message = `${odd.name} indents this line`;
    return {
      ...common,
      code: 'QC105',
      at: { start: line.start, end: line.start + odd.length },
      message,
      remedy: REMEDY_FOR_SPACES,
    };
  }
  if (text.endsWith('：')) {
    const colon = offset + text.length - 1;
    const remedy = `write "${text.slice(0, -1)}: …"`;
    const message = 'the full-width colon is no colon to YAML';
    return { ...common, message, remedy, mend: { by: 'sign', range: { start: colon, end: colon + 1 }, sign: ':' } };
  }
  if (/^-\S/u.test(text)) {
    return { ...common, message: 'no space after the dash', remedy: `write "- ${text.slice(1)}"` };
  }
  const [, key, value] = /^([\w-]+)[:：]\s*(.*)$/u.exec(text) ?? /^([\w-]+)\s+(.*)$/u.exec(text) ?? [];
  const remedy = key === undefined ? `write "${text}: …"` : `write "${key}: ${value || '…'}"`;
  return { ...common, message: 'a key with its value was expected here; there is no ": "', remedy };
}
