import type { Findings } from './findings.js';
import { contentOf } from './lines.js';
import type { Mistake } from './mistake.js';

/** White space other than the ASCII space and tab: to YAML it is a letter. */
const ODD_SPACE = '[\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000]';
const ODD_INDENT = new RegExp(`^[ \\t]*${ODD_SPACE}\\s*(?=\\S)`, 'u');
/** At the margin no text over several lines can go on: such a line is indented wrongly whatever stands above. */
const ODD_LINES = new RegExp(`^${ODD_SPACE}\\s*(?=[^\\s#])`, 'gmu');
/** Dashes and bullets that word processors put for `-`. */
const ODD_DASH = /^[‐‑‒–—―−－•·]\s*(?=\S)/u;

export const REMEDY_FOR_SPACES =
  'indent by spaces of ASCII (U+0020), as the space bar gives them outside an input method';

const numberOf = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** What a line is indented by, where that is no ASCII: a name for it, and how much of the line it is, in UTF-16 units. */
export function oddIndent(line: string): { name: string; length: number } | null {
  const found = ODD_INDENT.exec(line)?.[0];
  if (found === undefined) return null;
  const odd = found.replace(/^[ \t]+/u, '')[0]!;
  const name = odd === '\u3000' ? 'a full-width space' : odd === '\u00a0' ? 'a no-break space' : 'a special space';
  return { name: `${name} (${numberOf(odd)})`, length: found.length };
}

/** The first line that is indented by white space other than spaces and tabs, and all after it. */
export function oddlyIndented(findings: Findings): Mistake | null {
  const [first, ...more] = findings.text.matchAll(ODD_LINES);
  if (!first) return null;
  const { name, length } = oddIndent(first[0] + 'x')!;
  const others = more.length > 0 ? ` and ${more.length} more` : '';
  return {
    code: 'QC105',
    at: { start: first.index, end: first.index + length },
    message: `${name} indents this line${others}; YAML allows spaces of ASCII only`,
    remedy: REMEDY_FOR_SPACES,
    mend: { by: 'ASCII indentation', range: { start: first.index, end: findings.text.length } },
    spreads: true,
  };
}

/** How an item would be written that begins with another dash, or with one that no space follows; null for others. */
export function asItem(text: string): string | null {
  const dash = ODD_DASH.exec(text)?.[0] ?? /^-(?=[^\s-])/u.exec(text)?.[0];
  return dash === undefined ? null : `- ${text.slice(dash.length)}`;
}

/** A line that begins with a dash other than `-`. */
export function oddDash(findings: Findings, index: number): Mistake | null {
  if (index < 0) return null;
  const at = contentOf(findings, findings.line(index).start);
  const text = findings.text.slice(at.start, at.end).trimEnd();
  const dash = ODD_DASH.exec(text)?.[0];
  if (dash === undefined) return null;
  const mend = { by: 'sign', range: { start: at.start, end: at.start + 1 }, sign: '-' } as const;
  const remedy = `write "- ${text.slice(dash.length)}"`;
  return { code: 'QC113', at, message: `${dash[0]} is no dash that begins an item`, remedy, mend, spreads: true };
}
