import type { Distance } from './codebook.js';
import { fieldsOf, type Keys } from './yaml/fields.js';
import type { Findings } from './yaml/findings.js';
import type { Mapping, Node } from './yaml/tree.js';

const KEYS: Keys = {
  of: 'distance',
  known: ['words', 'chars'],
  synonyms: { characters: 'chars', word: 'words', char: 'chars' },
};
const FARTHEST = 1_000_000;

/** A whole number, by its text: 8 is one, 8.0, 1e3 and +8 are not. */
function parseNumber(node: Node, findings: Findings): number | null {
  if (node.kind === 'broken') return null;
  const text = node.kind === 'text' ? node.value.trim() : '';
  const number = /^[0-9]{1,9}$/u.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= FARTHEST) return number;
  const shown = node.kind === 'text' ? `"${text}"` : 'this';
  findings.error('QC142', node, `${shown} is no distance: a whole number from 1 to 1,000,000 is`);
  return null;
}

function parseBoth(node: Mapping, findings: Findings): Distance | null {
  const fields = fieldsOf(node, KEYS, findings);
  const [words, chars] = ['words', 'chars'].map((key) => {
    const value = fields.get(key);
    return value && parseNumber(value, findings);
  });
  if (node.entries.length === 0) findings.error('QC142', node, 'the distance is empty');
  const either = words ?? chars;
  if (either === null || either === undefined) return null;
  return { words: words ?? either, chars: chars ?? either };
}

/** Reads `within`: a number sets both measures, and so does either of words and chars when it stands alone. */
export function parseDistance(node: Node, findings: Findings): Distance | null {
  if (node.kind === 'mapping') return parseBoth(node, findings);
  const number = parseNumber(node, findings);
  return number === null ? null : { words: number, chars: number };
}
