import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  visit,
  type Alias,
  type Node as YamlNode,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { Findings } from './findings.js';
import { quoted } from './quoting.js';
import type { Entry, Node, Range, Text } from './tree.js';

/** What converting one text needs to know. */
interface Context {
  readonly findings: Findings;
  /** What mistakes of YAML have made unreadable. */
  readonly broken: readonly Range[];
  /** The anchors of the text. */
  readonly anchors: ReadonlySet<string>;
}

const rangeOf = (node: YamlNode): Range => ({ start: node.range![0], end: node.range![1] });

const touches = (a: Range, b: Range): boolean => a.start <= b.end && b.start <= a.end;

function anchorsOf(root: YamlNode): Set<string> {
  const anchors = new Set<string>();
  visit(root, {
    Value(_, node) {
      if (node.anchor !== undefined) anchors.add(node.anchor);
    },
  });
  return anchors;
}

/** Whether a mistake lies in a map, or just before or after it where it may have cost a key. */
function isDamaged({ findings, broken }: Context, map: Range): boolean {
  const whole = { start: findings.line(findings.lineOf(map.start)).start, end: map.end };
  const columnOf = (offset: number): number => offset - findings.line(findings.lineOf(offset)).start;
  const onlySpace = (start: number, end: number): boolean =>
    start <= end && findings.text.slice(start, end).trim() === '';
  const leads = ({ start, end }: Range): boolean =>
    onlySpace(end, map.start) && columnOf(start) === columnOf(map.start);
  return broken.some((range) => touches(whole, range) || onlySpace(map.end, range.start) || leads(range));
}

function convertAlias({ findings, anchors }: Context, node: Alias): Node {
  const range = rangeOf(node);
  const text = `*${node.source}`;
  if (anchors.has(node.source)) {
    findings.error('QC111', range, `${text} is a YAML alias; qcode reads none`);
  } else {
    const message = `unquoted text cannot begin with *: YAML takes ${text} for an alias`;
    findings.error('QC102', range, message, `put it between quotation marks: ${quoted(text)}`);
  }
  return { kind: 'broken', ...range };
}

/** Reports an anchor or tag before a node. */
function refuseProperties({ findings }: Context, node: Exclude<YamlNode, Alias>): boolean {
  const { anchor, tag } = node;
  if (anchor === undefined && tag === undefined) return false;
  const sign = anchor === undefined ? '!' : `&${anchor}`;
  const found = findings.text.lastIndexOf(sign, node.range![0]);
  const start = found < 0 ? node.range![0] : found;
  const length = /^\S*/u.exec(findings.text.slice(start))![0].length;
  const what = anchor === undefined ? 'a YAML tag' : 'a YAML anchor';
  const written = findings.text.slice(start, start + length);
  findings.error('QC111', { start, end: start + length }, `${written} is ${what}; qcode reads none`);
  return true;
}

function convertScalar(context: Context, node: Scalar): Node {
  const range = rangeOf(node);
  const value = node.source ?? String(node.value);
  const style = node.type === 'PLAIN' ? 'plain' : node.type?.startsWith('QUOTE') ? 'quoted' : 'block';
  if (style === 'plain' && range.start === range.end) return { kind: 'nothing', ...range };
  const swallowed =
    style === 'plain' ? /\n[ \t]*(?=-[ \t])/u.exec(context.findings.text.slice(range.start, range.end)) : null;
  if (swallowed) {
    const start = range.start + swallowed.index + swallowed[0].length;
    context.findings.error('QC112', { start, end: range.end }, 'this line is read as part of the text above it');
    return { kind: 'broken', ...range };
  }
  return { kind: 'text', ...range, value, style };
}

/** The key of an entry, or null where it was reported. */
function convertKey(context: Context, { key }: Pair, map: Range): Text | null {
  const { findings } = context;
  const node = convert(context, key as YamlNode | null, map.start);
  if (node.kind === 'broken') return null;
  if (node.kind === 'text' && node.value === '<<' && node.style === 'plain') {
    findings.error('QC111', node, '<< is a YAML merge key; qcode reads none');
    return null;
  }
  if (node.kind === 'text') return node;
  if (node.kind === 'nothing') {
    const start = node.start + /^\s*/u.exec(findings.text.slice(node.start))![0].length;
    findings.error('QC113', { start, end: start }, 'there is no key before the colon');
  }
  if (node.kind === 'list' || node.kind === 'mapping') findings.error('QC108', node, 'a key must be a text');
  return null;
}

function convertMap(context: Context, node: YAMLMap): Node {
  const range = rangeOf(node);
  const entries: Entry[] = [];
  let refused = false;
  const firsts = new Map<string, Text>();
  for (const pair of node.items) {
    if (!isPair(pair)) continue;
    const key = convertKey(context, pair, range);
    if (!key) {
      refused = true;
      continue;
    }
    const name = key.value.normalize('NFC');
    const first = firsts.get(name);
    const value = convert(context, pair.value as YamlNode | null, key.end);
    if (first) {
      const line = context.findings.lineOf(first.start) + 1;
      context.findings.error('QC106', key, `the key "${name}" stands on line ${line} already`);
      continue;
    }
    firsts.set(name, key);
    entries.push({ key: { ...key, value: name }, value });
  }
  return {
    kind: 'mapping',
    ...range,
    entries,
    flow: node.flow === true,
    damaged: refused || isDamaged(context, range),
  };
}

/** `at` places a node that is not there. */
function convert(context: Context, node: YamlNode | null, at: number): Node {
  if (!node) return { kind: 'nothing', start: at, end: at };
  const range = rangeOf(node);
  if (isScalar(node) && context.broken.some((other) => touches(range, other))) return { kind: 'broken', ...range };
  if (isAlias(node)) return convertAlias(context, node);
  const refused = refuseProperties(context, node);
  if (isScalar(node)) return refused ? { kind: 'broken', ...range } : convertScalar(context, node);
  if (isSeq(node)) {
    const items = node.items.map((item) => convert(context, item as YamlNode, range.start));
    return { kind: 'list', ...range, items, flow: node.flow === true };
  }
  return isMap(node) ? convertMap(context, node) : { kind: 'broken', ...range };
}

/** The tree of a document. Reports what YAML allows and qcode does not; `broken` is unreadable already. */
export function treeOf(root: YamlNode | null, findings: Findings, broken: readonly Range[]): Node {
  const anchors = root ? anchorsOf(root) : new Set<string>();
  return convert({ findings, broken, anchors }, root, 0);
}
