import { rangeOf, within } from '../codebook/yaml/embedded.js';
import type { Findings } from '../codebook/yaml/findings.js';
import type { Node } from '../codebook/yaml/tree.js';
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
