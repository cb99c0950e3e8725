import { rangeOf } from '../codebook/yaml/embedded.js';
import type { Findings } from '../codebook/yaml/findings.js';
import type { Node } from '../codebook/yaml/tree.js';
import type { SavedQueries, SavedQuery } from '../measure/query/saved.js';

/** Reads `queries:` of qcode.yaml; what they ask is read where they are used, and by `check`. */
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
      return [[key.value.trim().normalize('NFC'), { text, place: findings.place(at) }]];
    }),
  );
}
