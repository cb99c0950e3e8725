import type { Findings } from '../codebook/yaml/findings.js';
import type { Node, Range, Text } from '../codebook/yaml/tree.js';
import type { Diagnostic, Place } from '../core/diagnostic.js';
import { parseQuery } from '../measure/query/parse.js';

/** A query that stands in qcode.yaml under a name. */
export interface SavedQuery {
  readonly text: string;
  /** Where it stands. */
  readonly place: Place;
}

export type SavedQueries = Readonly<Record<string, SavedQuery>>;

/** Reads `queries:` of qcode.yaml; their codes are looked up where they are used. */
export function savedQueries(node: Node, findings: Findings): SavedQueries {
  if (node.kind !== 'mapping') {
    if (node.kind !== 'broken') findings.error('QC405', node, 'this must be a map of names to queries');
    return {};
  }
  return Object.fromEntries(
    node.entries.flatMap(({ key, value }): [string, SavedQuery][] => {
      if (value.kind !== 'text') {
        if (value.kind !== 'broken') findings.error('QC405', value, 'this must be a query');
        return [];
      }
      const text = value.value.trim();
      const at = rangeOf(value, text, findings);
      const { value: query, diagnostics } = parseQuery(text);
      for (const { message, remedy, place } of diagnostics) {
        findings.error('QC472', within(at, text, place), message, remedy);
      }
      if (!query) return [];
      return [[key.value.trim().normalize('NFC'), { text, place: findings.place(at) }]];
    }),
  );
}

/** Where the words of a query stand: within its quotation marks; all of a scalar that is folded over lines. */
function rangeOf(node: Text, text: string, { text: file }: Findings): Range {
  const start = file.indexOf(text, node.start);
  return start < 0 || start + text.length > node.end ? node : { start, end: start + text.length };
}

/** The part of a query that a mistake means. */
function within(at: Range, text: string, place: Place | undefined): Range {
  if (at.end - at.start !== text.length || place?.column === undefined) return at;
  const characters = Array.from(text);
  const start = at.start + characters.slice(0, place.column - 1).join('').length;
  const width = characters.slice(place.column - 1, place.column - 1 + (place.width ?? 1)).join('').length;
  return { start, end: start + width };
}

/** A mistake in a saved query that shows only when it is used, with its place in qcode.yaml. */
export function inFile(diagnostic: Diagnostic, { text, place }: SavedQuery): Diagnostic {
  const code = diagnostic.code === 'QC470' ? 'QC472' : diagnostic.code;
  const { column, width } = diagnostic.place ?? {};
  const characters = Array.from(place.excerpt ?? '');
  const stands = characters
    .slice(place.column! - 1)
    .join('')
    .startsWith(text);
  if (column === undefined || !stands) return { ...diagnostic, code, place };
  return { ...diagnostic, code, place: { ...place, column: place.column! + column - 1, ...(width && { width }) } };
}
