import type { Keyword } from './codebook.js';
import type { Findings } from './yaml/findings.js';
import { quoted } from './yaml/quoting.js';
import { partsOf, separatorIn, unwrapped } from './yaml/separators.js';
import type { Text } from './yaml/tree.js';

/** How to write several keywords in place of one: in brackets, as lines with dashes, or as the value of a key. */
function asSeveral(node: Text, parts: readonly string[], findings: Findings): string {
  const before = findings.text.slice(0, node.start).trimEnd().at(-1) ?? '';
  if (before === '[' || before === ',') return `separate them by ", ": ${parts.join(', ')}`;
  if (before === '-') return `put them on lines of their own: ${parts.map((part) => `"- ${part}"`).join(', ')}`;
  return `write [${parts.join(', ')}]`;
}

function doubtSigns(node: Text, written: string, findings: Findings): void {
  const separator = separatorIn(written);
  if (separator !== undefined) {
    const remedy = `${asSeveral(node, partsOf(written), findings)}; if ${separator} belongs to the keyword, write ${quoted(written)}`;
    findings.warning('QC153', node, `this is one keyword, with ${separator} in it`, remedy);
    return;
  }
  const inner = unwrapped(written);
  if (inner === null) return;
  const remedy = `write the keyword without them: ${inner}; to find them as well, write ${quoted(written)}`;
  findings.warning('QC154', node, `quotation marks belong to this keyword: ${inner} without them is not found`, remedy);
}

/** A comment without a space after its # is rather a part of the keyword. */
function doubtComment(node: Text, written: string, findings: Findings): void {
  const { end } = findings.line(findings.lineOf(node.end));
  const [, space, cut] = /^(\s+)(#[^\s#].*)$/u.exec(findings.text.slice(node.end, end)) ?? [];
  if (space === undefined || cut === undefined) return;
  const start = node.end + space.length;
  const whole = quoted(`${written}${space}${cut.trimEnd()}`);
  const remedy = `put the whole between quotation marks: ${whole}; if it is a comment, write "# ${cut.slice(1).trimEnd()}"`;
  findings.warning('QC155', { start, end }, `YAML takes this for a comment: the keyword is ${written}`, remedy);
}

/** Warns of a keyword that is one, and most likely not the one that was meant. What is quoted is meant as it stands. */
export function doubtKeyword(node: Text, keyword: Keyword, findings: Findings): void {
  if (keyword.kind === 'expression' && new RegExp(keyword.pattern, keyword.flags).test('')) {
    findings.warning('QC139', node, `the expression ${keyword.written} matches where there is nothing`);
  }
  if (keyword.kind !== 'literal' || node.style !== 'plain') return;
  doubtSigns(node, keyword.written, findings);
  doubtComment(node, keyword.written, findings);
}
