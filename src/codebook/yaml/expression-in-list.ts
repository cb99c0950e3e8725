import type { Findings } from './findings.js';
import { valueMend, type Mistake } from './mistake.js';
import { quoteRemedy } from './quoting.js';

const EXPRESSION = /(?<=[[{,:]\s*)\/(?:\\.|[^/\\\n])+\/[a-z]*(?=\s*[,\]}])/gu;

/** An unquoted expression between brackets that an error lies in: its own brackets, braces and commas are YAML's. */
export function expressionInList(findings: Findings, offset: number): Mistake | null {
  const line = findings.line(findings.lineOf(offset));
  for (const { 0: written, index } of findings.text.slice(line.start, line.end).matchAll(EXPRESSION)) {
    const at = { start: line.start + index, end: line.start + index + written.length };
    if (at.start > offset || offset >= at.end || !/[[\]{},]/u.test(written)) continue;
    const message = 'between brackets, text with [ ] { } or , in it must be quoted';
    return {
      code: 'QC102',
      at,
      message,
      remedy: quoteRemedy(written),
      mend: valueMend(findings, offset),
      spreads: false,
    };
  }
  return null;
}
