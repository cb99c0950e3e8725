import { fold as folded, type FoldOptions } from '../text/fold.js';
import type { Code, SegmentKind } from './codebook.js';
import { parseColor } from './color.js';
import { parseFormer } from './was.js';
import { reportDuplicates } from './duplicates.js';
import { flawOfId, idLike } from './identifier.js';
import { parseKeywords, type PlacedKeyword } from './keyword.js';
import { parseRule, type PlacedRule } from './rule.js';
import { parseSegment } from './segment.js';
import { fieldsOf, listIn, textIn, textsIn, wrongForm, type Fields, type Keys } from './yaml/fields.js';
import type { Findings } from './yaml/findings.js';
import type { Mapping, Node, Text } from './yaml/tree.js';

const KEYS: Keys = {
  of: 'code',
  known: [
    'id',
    'was',
    'name',
    'definition',
    'include',
    'exclude',
    'examples',
    'color',
    'segment',
    'keywords',
    'except',
    'codes',
  ],
  synonyms: {
    label: 'name',
    title: 'name',
    description: 'definition',
    inclusion: 'include',
    exclusion: 'exclude',
    example: 'examples',
    colour: 'color',
    rules: 'keywords',
    words: 'keywords',
    terms: 'keywords',
    exceptions: 'except',
    unless: 'except',
    children: 'codes',
    subcodes: 'codes',
  },
};

/** The codes of a codebook as they come in, parents before children. */
export interface CodeCollector {
  readonly codes: Code[];
  /** Where each id was first given. */
  readonly ids: Map<string, Text>;
  /** The first of the ids that differ in nothing but case or script. */
  readonly alike: Map<string, Text>;
  /** Former ids as they come in. */
  readonly former: Text[];
  readonly fold: FoldOptions;
  readonly findings: Findings;
}

/** What a code takes from the code or codebook around it. */
export interface Around {
  readonly parent: string | null;
  readonly depth: number;
  readonly segment: SegmentKind;
}

/** An id without what people overlook. */
const overlooked = (id: string): string =>
  Array.from(id, (character) => String.fromCodePoint(folded(character.codePointAt(0)!, { han: true }))).join('');

/** Warns of an id that looks like another. */
function compareIds(id: Text, { alike, findings }: CodeCollector): void {
  const shape = overlooked(id.value);
  const first = alike.get(shape);
  if (!first) return void alike.set(shape, id);
  const line = findings.lineOf(first.start) + 1;
  findings.warning(
    'QC122',
    id,
    `the id "${id.value}" differs from "${first.value}" of line ${line} only in case or script`,
  );
}

/** The id, in NFC; undefined when missing, malformed or taken, which is reported. */
function parseId(node: Mapping, fields: Fields, collector: CodeCollector): Text | undefined {
  const { ids, findings } = collector;
  const text = textIn(fields, 'id', findings);
  if (!text) {
    const unread = fields.has('id') && fields.get('id')!.kind !== 'nothing';
    if (!unread && !node.damaged) findings.error('QC115', fields.get('id') ?? node, 'this code has no id');
    return undefined;
  }
  const id = text.value.trim().normalize('NFC');
  const flaw = flawOfId(id);
  if (flaw) {
    const proposal = idLike(id);
    const remedy = proposal ? `write "id: ${proposal}", and the full wording under "name:"` : undefined;
    findings.error('QC116', text, `"${id}" cannot be an id: ${flaw}`, remedy);
    return undefined;
  }
  const first = ids.get(id);
  if (first) {
    findings.error(
      'QC104',
      text,
      `duplicate code id "${id}", given on line ${findings.lineOf(first.start) + 1} already`,
    );
    return undefined;
  }
  ids.set(id, text);
  const placed = { ...text, value: id };
  compareIds(placed, collector);
  return placed;
}

function parseRules(fields: Fields, code: string, segment: SegmentKind, findings: Findings): PlacedRule[] {
  const rules: PlacedRule[] = [];
  for (const item of listIn(fields, 'keywords', findings)?.items ?? []) {
    const rule = parseRule(item, { code, segment }, rules.length, findings);
    if (rule) rules.push(rule);
  }
  return rules;
}

function parseExceptions(node: Mapping, fields: Fields, findings: Findings): readonly PlacedKeyword[] {
  const list = listIn(fields, 'except', findings);
  if (!list) return [];
  const exceptions = parseKeywords(list, findings);
  const keywords = fields.get('keywords');
  const none = !keywords || keywords.kind === 'nothing' || (keywords.kind === 'list' && keywords.items.length === 0);
  if (none && !node.damaged && list.items.length > 0)
    findings.warning('QC152', list, 'this code has exceptions but no keywords');
  return exceptions;
}

type Description = Partial<Pick<Code, 'name' | 'definition' | 'include' | 'exclude' | 'color'>>;

/** The descriptive texts of a code; what is absent or empty has no property. */
function describe(fields: Fields, findings: Findings): Description {
  const keys = ['name', 'definition', 'include', 'exclude'];
  const texts = keys.map((key) => [key, textIn(fields, key, findings)?.value.trim()]);
  const given = texts.filter(([, text]) => text);
  const color = parseColor(fields, findings);
  return { ...Object.fromEntries(given), ...(color !== undefined && { color }) };
}

function parseCode(node: Mapping, around: Around, collector: CodeCollector): void {
  const { codes, fold, findings } = collector;
  const fields = fieldsOf(node, KEYS, findings);
  const id = parseId(node, fields, collector);
  const was = parseFormer(fields, collector);
  const described = describe(fields, findings);
  const examples = textsIn(fields, 'examples', findings).map(({ value }) => value.trim());
  const segment = parseSegment(fields, around.segment, findings);
  const rules = parseRules(fields, id?.value ?? '', segment, findings);
  const except = parseExceptions(node, fields, findings);
  reportDuplicates(rules, except, fold, findings);
  if (id) {
    const { line, column } = findings.place(id);
    codes.push({
      id: id.value,
      was,
      name: id.value,
      ...described,
      examples: examples.filter((example) => example !== ''),
      parent: around.parent,
      depth: around.depth,
      rules: rules.map(({ rule }) => rule),
      except: except.map(({ keyword }) => keyword),
      line: line!,
      column: column!,
    });
  }
  const children = listIn(fields, 'codes', findings);
  const inside = id ? { parent: id.value, depth: around.depth + 1, segment } : { ...around, segment };
  if (children) parseCodes(children.items, inside, collector);
}

/** Reads the items of a `codes:` list into the collector. */
export function parseCodes(items: readonly Node[], around: Around, collector: CodeCollector): void {
  const { findings } = collector;
  for (const item of items) {
    if (item.kind === 'mapping') parseCode(item, around, collector);
    else if (item.kind === 'nothing') findings.error('QC115', item, 'this code is empty');
    else {
      const remedy = item.kind === 'text' ? `write "- id: ${idLike(item.value) || '…'}"` : undefined;
      wrongForm(item, 'mapping', 'a code', findings, remedy);
    }
  }
}
