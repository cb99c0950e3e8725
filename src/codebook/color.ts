import { textIn, type Fields } from './yaml/fields.js';
import type { Findings } from './yaml/findings.js';

/** Reads `color` as `#rrggbb` in small letters; `#rgb` is short for it. */
export function parseColor(fields: Fields, findings: Findings): string | undefined {
  const node = fields.get('color');
  if (node?.kind === 'nothing') {
    const { end } = findings.line(findings.lineOf(node.start));
    const comment = /#\S*/u.exec(findings.text.slice(node.start, end));
    const remedy = comment ? `put it between quotation marks: "${comment[0]}"` : undefined;
    findings.error('QC118', node, comment ? 'the colour is empty: # begins a comment' : 'the colour is empty', remedy);
    return undefined;
  }
  const text = textIn(fields, 'color', findings);
  if (!text) return undefined;
  const color = text.value.trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/u.test(color)) return color;
  if (/^#[0-9a-f]{3}$/u.test(color)) return color.replace(/[0-9a-f]/gu, '$&$&');
  const remedy = /^([0-9a-f]{3}|[0-9a-f]{6})$/u.test(color) ? `write "#${color}", between quotation marks` : undefined;
  findings.error('QC118', text, `"${text.value}" is no colour`, remedy);
  return undefined;
}
