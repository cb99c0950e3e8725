import { nearest } from '../../core/suggest.js';
import type { Findings } from './findings.js';
import { asItem, oddIndent, REMEDY_FOR_SPACES } from './look-alikes.js';
import { quoteRemedy } from './quoting.js';
import { partsOf } from './separators.js';
import type { List, Mapping, Node, Text } from './tree.js';

/** The keys that a map may have. */
export interface Keys {
  /** What the map is, as messages name it: `code`, `rule`. */
  readonly of: string;
  readonly known: readonly string[];
  /** Other names that people give a key, each with the right one. */
  readonly synonyms?: Readonly<Record<string, string>>;
}

/** The values of a map by key; an absent key has none. */
export type Fields = ReadonlyMap<string, Node>;

const FORMS = { text: 'a text', list: 'a list', mapping: 'a map (key: value)' } as const;

type Form = keyof typeof FORMS;

const HOW = {
  text: 'write one text; quote it if [ { or ": " belongs to it',
  list: 'write [a, b], or each item on a line of its own after "- "',
  mapping: 'write "key: value" lines, indented alike',
} as const;

const isForm = (kind: Node['kind']): kind is Form => kind in FORMS;

/** Reports a node of the wrong kind; those that are missing or were reported pass in silence. */
export function wrongForm(node: Node, wanted: Form, what: string, findings: Findings, remedy?: string): void {
  if (!isForm(node.kind)) return;
  findings.error(
    'QC108',
    node,
    `${what} must be ${FORMS[wanted]}, not ${FORMS[node.kind]}`,
    remedy ?? remedyFor(node, wanted, findings),
  );
}

function remedyFor(node: Node, wanted: Form, findings: Findings): string {
  if (wanted !== 'list') return HOW[wanted];
  const [line = ''] = findings.text.slice(node.start, node.end).split('\n', 1);
  const item = asItem(line.trimEnd().slice(0, 40));
  if (item !== null) return `begin each item with a dash (-) and a space: "${item}"`;
  const parts = node.kind === 'text' && node.value.length <= 60 ? partsOf(node.value) : [];
  return parts.length > 1 ? `write [${parts.join(', ')}]` : HOW.list;
}

/** The text of a field, white space at its ends off; undefined when absent or not a text. */
export function textIn(fields: Fields, key: string, findings: Findings): Text | undefined {
  const node = fields.get(key);
  if (node?.kind === 'text') return node;
  if (node) wrongForm(node, 'text', `"${key}"`, findings);
  return undefined;
}

/** The list of a field; undefined when absent, empty of a value, or not a list. */
export function listIn(fields: Fields, key: string, findings: Findings): List | undefined {
  const node = fields.get(key);
  if (node?.kind === 'list') return node;
  if (node) wrongForm(node, 'list', `"${key}"`, findings);
  return undefined;
}

/** The map of a field; undefined when absent, empty of a value, or not a map. */
export function mappingIn(fields: Fields, key: string, findings: Findings): Mapping | undefined {
  const node = fields.get(key);
  if (node?.kind === 'mapping') return node;
  if (node) wrongForm(node, 'mapping', `"${key}"`, findings);
  return undefined;
}

/** Texts of a field that holds a list of them, or one alone. */
export function textsIn(fields: Fields, key: string, findings: Findings): readonly Text[] {
  const node = fields.get(key);
  const items = node?.kind === 'list' ? node.items : node ? [node] : [];
  for (const item of items) wrongFormOfItem(item, key, findings);
  return items.filter((item) => item.kind === 'text');
}

function wrongFormOfItem(item: Node, key: string, findings: Findings): void {
  if (item.kind !== 'text') wrongForm(item, 'text', `an item of "${key}"`, findings);
}

/** The key that an unknown one most likely means. */
const meantBy = (key: Text, { known, synonyms = {} }: Keys): string | undefined =>
  Object.hasOwn(synonyms, key.value) ? synonyms[key.value] : nearest(key.value, known);

function unknownKey(key: Text, meant: string | undefined, keys: Keys, findings: Findings): void {
  const { of, known } = keys;
  const line = findings.line(findings.lineOf(key.start));
  // An expression with ": " in it looks like a key.
  const whole = findings.text.slice(key.start, line.end).replace(/[\]},\s]*$/u, '');
  if (key.value.startsWith('/')) {
    findings.error(
      'QC134',
      key,
      `the expression ${key.value} is not closed: ": " makes a key of it`,
      quoteRemedy(whole),
    );
    return;
  }
  const odd = oddIndent(findings.text.slice(line.start, line.end));
  if (odd && line.start + odd.length > key.start) {
    findings.error(
      'QC105',
      { start: key.start, end: line.start + odd.length },
      `${odd.name} indents this line`,
      REMEDY_FOR_SPACES,
    );
    return;
  }
  const quotable = !meant && keys.of === 'rule' ? quoteRemedy(whole) : undefined;
  const list = `the keys of a ${of} are ${known.join(', ')}`;
  const remedy = meant
    ? `did you mean "${meant}"? ${list}`
    : quotable
      ? `${list}; if it is a keyword, ${quotable}`
      : list;
  findings.error('QC107', key, `a ${of} has no key "${key.value}"`, remedy);
}

/**
 * The fields of a map by key. Unknown keys are reported with the one most likely meant, and read as if they were it: what
 * lies below them is checked as well.
 */
export function fieldsOf(mapping: Mapping, keys: Keys, findings: Findings): Fields {
  const fields = new Map<string, Node>();
  for (const { key, value } of mapping.entries) {
    if (keys.known.includes(key.value)) {
      fields.set(key.value, value);
      continue;
    }
    const meant = meantBy(key, keys);
    if (value.kind !== 'broken') unknownKey(key, meant, keys, findings);
    if (meant !== undefined && !fields.has(meant)) fields.set(meant, value);
  }
  return fields;
}
