import type { CodeCollector } from './code.js';
import type { Codebook, Relation } from './codebook.js';
import { flawOfId } from './identifier.js';
import { Kinds } from './map/kinds.js';
import { RELATION_TYPES, typesOf } from './map/types.js';
import { nearest } from '../core/suggest.js';
import { unknownCode } from './unknown-code.js';
import { fieldsOf, listIn, textIn, textsIn, wrongForm, type Fields, type Keys } from './yaml/fields.js';
import type { Findings } from './yaml/findings.js';
import type { Mapping, Text } from './yaml/tree.js';

const KEYS: Keys = {
  of: 'relation',
  known: ['from', 'type', 'to'],
  synonyms: { source: 'from', target: 'to', kind: 'type', relation: 'type' },
};

/** What the codebook says of its codes as a map. */
type CodeMap = Pick<Codebook, 'relationTypes' | 'relations' | 'core'>;

/** Reads `relation_types`, `relations` and `core`, once all codes are known. */
export function parseMap(fields: Fields, collector: CodeCollector): CodeMap {
  const { findings } = collector;
  const relationTypes = parseTypes(fields, findings);
  const node = textIn(fields, 'core', findings);
  const core = node && codeOf(node, collector);
  return { relationTypes, relations: parseRelations(fields, relationTypes, collector), ...(core && { core }) };
}

/** The codebook's own types: names like ids, each once. */
function parseTypes(fields: Fields, findings: Findings): readonly string[] {
  const types: string[] = [];
  for (const text of textsIn(fields, 'relation_types', findings)) {
    const type = text.value.trim().normalize('NFC');
    const flaw = flawOfId(type);
    if (flaw) findings.error('QC162', text, `"${type}" cannot be a type of relation: ${flaw}`);
    else if ((RELATION_TYPES as readonly string[]).includes(type))
      findings.error('QC162', text, `every codebook has the type "${type}"`, 'take it out of "relation_types"');
    else if (types.includes(type))
      findings.error('QC162', text, `the type "${type}" is given twice`, 'take out one of the two');
    else types.push(type);
  }
  return types;
}

/** The code that a text names; undefined where there is none, which is reported. */
function codeOf(node: Text, { ids, codes, findings }: CodeCollector): string | undefined {
  const id = node.value.trim().normalize('NFC');
  if (ids.has(id)) return id;
  const { message, remedy } = unknownCode({ codes }, id);
  findings.error('QC156', node, message, remedy);
  return undefined;
}

function parseRelations(fields: Fields, own: readonly string[], collector: CodeCollector): readonly Relation[] {
  const { findings } = collector;
  const relations: Relation[] = [];
  const firsts = new Map<string, Mapping>();
  const kinds = new Kinds();
  for (const item of listIn(fields, 'relations', findings)?.items ?? []) {
    if (item.kind === 'nothing') findings.error('QC161', item, 'this relation is empty');
    else if (item.kind !== 'mapping') wrongForm(item, 'mapping', 'a relation', findings, FORM);
    const relation = item.kind === 'mapping' ? parseRelation(item, own, collector) : undefined;
    if (item.kind !== 'mapping' || !relation) continue;
    const said = wordsOf(relation);
    const first = firsts.get(said);
    if (first) {
      findings.warning('QC159', item, `"${said}" stands on line ${findings.lineOf(first.start) + 1} already`);
      continue;
    }
    firsts.set(said, item);
    const circle = kinds.add(relation);
    if (circle === undefined) relations.push(relation);
    else findings.error('QC160', item, `"${relation.from}" would be a kind of itself: ${circle}`);
  }
  return relations;
}

const FORM = 'write it like "{from: late-payment, type: causes, to: staff-turnover}"';

/** A relation as it is said. */
const wordsOf = ({ from, type, to }: Relation): string => `${from} ${type} ${to}`;

function parseRelation(item: Mapping, own: readonly string[], collector: CodeCollector): Relation | undefined {
  const { findings } = collector;
  const fields = fieldsOf(item, KEYS, findings);
  const from = partOf(item, fields, 'from', findings);
  const type = partOf(item, fields, 'type', findings);
  const to = partOf(item, fields, 'to', findings);
  const ends = [from && codeOf(from, collector), to && codeOf(to, collector)] as const;
  const known = type && knownType(type, own, findings);
  if (!ends[0] || !ends[1] || !known) return undefined;
  if (ends[0] !== ends[1]) return { from: ends[0], type: known, to: ends[1] };
  findings.error('QC158', item, `"${ends[0]}" is related to itself`);
  return undefined;
}

/** The text of a key that every relation has; one that is missing is reported. */
function partOf(item: Mapping, fields: Fields, key: string, findings: Findings): Text | undefined {
  const node = fields.get(key);
  // A key of another name was reported, and may have been meant.
  const isMissing = !node && !item.damaged && item.entries.length === fields.size;
  if (isMissing || node?.kind === 'nothing') findings.error('QC161', node ?? item, `this relation has no "${key}"`);
  return textIn(fields, key, findings);
}

function knownType(node: Text, own: readonly string[], findings: Findings): string | undefined {
  const type = node.value.trim().normalize('NFC');
  const types = typesOf({ relationTypes: own });
  if (types.includes(type)) return type;
  const meant = nearest(type, types);
  const list = `the types are ${types.join(', ')}; list one of your own under "relation_types"`;
  findings.error('QC157', node, `"${type}" is no type of relation`, meant ? `did you mean "${meant}"? ${list}` : list);
  return undefined;
}
