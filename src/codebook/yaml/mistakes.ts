import type { Document, YAMLError } from 'yaml';
import { expressionInList } from './expression-in-list.js';
import type { Findings } from './findings.js';
import { hasLeadingTab, indentation, isIndentation, missingColon, swallowedItem, tabs } from './layout-mistakes.js';
import { valueMend, type Mistake } from './mistake.js';
import { afterQuote, badStart, directive, nestedKey, reserved, unclosed } from './text-mistakes.js';

/** A mistake for which we have no words of our own. */
function other(findings: Findings, error: YAMLError, offset: number): Mistake {
  const [first = ''] = error.message.split('\n');
  const message = `YAML: ${first.charAt(0).toLowerCase()}${first.slice(1)}`;
  const at = { start: offset, end: Math.max(offset + 1, error.pos[1]) };
  return { code: 'QC101', at, message, mend: valueMend(findings, offset), spreads: true };
}

/** An error of the YAML package as a mistake. */
export function mistakeOf(findings: Findings, document: Document.Parsed, error: YAMLError): Mistake {
  const offset = Math.min(error.pos[0], Math.max(0, findings.text.length - 1));
  if (error.code === 'TAB_AS_INDENT' && hasLeadingTab(findings, offset)) return tabs(findings, offset);
  if (/directives-end/u.test(error.message)) return directive(findings, offset);
  if (error.code === 'BAD_SCALAR_START') return badStart(findings, offset);
  const open = error.code === 'BAD_DQ_ESCAPE' ? null : unclosed(findings, document, error.pos[0]);
  if (open) return open;
  if (isIndentation(findings, error, offset)) return indentation(findings, offset);
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY') return nestedKey(findings, offset);
  if (error.code === 'MULTILINE_IMPLICIT_KEY' || /followed by map values/u.test(error.message)) {
    return swallowedItem(findings, offset) ?? missingColon(findings, offset);
  }
  return (
    expressionInList(findings, offset) ??
    reserved(findings, offset) ??
    afterQuote(findings, offset) ??
    other(findings, error, offset)
  );
}
