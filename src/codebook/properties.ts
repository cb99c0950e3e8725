import type { Codebook } from './codebook.js';
import { flawOfId } from './identifier.js';
import { mappingIn, wrongForm, type Fields } from './yaml/fields.js';
import type { Findings } from './yaml/findings.js';
import type { Entry, Text } from './yaml/tree.js';

/** The permitted values of one property; none given allows any. */
function valuesOf({ key, value }: Entry, findings: Findings): readonly string[] {
  if (value.kind === 'nothing') return [];
  if (value.kind !== 'list') {
    wrongForm(value, 'list', `the property "${key.value}"`, findings);
    return [];
  }
  const values: string[] = [];
  for (const item of value.items) {
    if (item.kind !== 'text' && item.kind !== 'nothing') wrongForm(item, 'text', `a value of "${key.value}"`, findings);
    else if (item.kind === 'nothing' || item.value.trim() === '')
      findings.error('QC120', item, `a value of "${key.value}" is empty`);
    else addValue(item, values, findings);
  }
  return values;
}

function addValue(item: Text, values: string[], findings: Findings): void {
  const value = item.value.trim().normalize('NFC');
  if (values.includes(value)) findings.error('QC120', item, `the value "${value}" is given twice`);
  else values.push(value);
}

/** Reads `properties`: the names of properties that codings may have, each with its permitted values. */
export function parseProperties(fields: Fields, findings: Findings): Codebook['properties'] {
  const entries = mappingIn(fields, 'properties', findings)?.entries ?? [];
  for (const { key } of entries) {
    const flaw = flawOfId(key.value);
    if (flaw) findings.error('QC120', key, `"${key.value}" cannot be the name of a property: ${flaw}`);
  }
  return Object.fromEntries(entries.map((entry) => [entry.key.value, valuesOf(entry, findings)]));
}
