import type { Rule, SegmentKind } from './codebook.js';
import { parseDistance } from './distance.js';
import { parseKeyword, parseKeywords, parseStem, type PlacedKeyword } from './keyword.js';
import { parseSegment } from './segment.js';
import { fieldsOf, textIn, wrongForm, type Fields, type Keys } from './yaml/fields.js';
import type { Findings } from './yaml/findings.js';
import type { Mapping, Node, Range } from './yaml/tree.js';

const KEYS: Keys = {
  of: 'rule',
  known: ['any', 'near', 'within', 'unless', 'speaker', 'segment', 'stem'],
  synonyms: {
    or: 'any',
    keywords: 'any',
    not: 'unless',
    except: 'unless',
    and: 'near',
    role: 'speaker',
    distance: 'within',
  },
};

/** What rules of one code have in common. */
export interface RuleContext {
  readonly code: string;
  readonly segment: SegmentKind;
}

/** A rule, and where its parts stand. */
export interface PlacedRule {
  readonly rule: Rule;
  readonly at: Range;
  readonly any: readonly PlacedKeyword[];
  readonly near: readonly PlacedKeyword[];
  readonly unless: readonly PlacedKeyword[];
}

const bare = (placed: readonly PlacedKeyword[]): readonly PlacedKeyword['keyword'][] =>
  placed.map(({ keyword }) => keyword);

/** The keywords of `any`, `near` or `unless`; null when a mistake was reported. */
function parseCondition(fields: Fields, key: string, findings: Findings): readonly PlacedKeyword[] | null {
  const node = fields.get(key);
  if (!node) return [];
  const empty = node.kind === 'nothing' || (node.kind === 'list' && node.items.length === 0);
  if (empty) {
    findings.error('QC141', node, `"${key}" holds no keyword`);
    return null;
  }
  const keywords = parseKeywords(node, findings);
  const wanted = node.kind === 'list' ? node.items.length : 1;
  return keywords.length === wanted ? keywords : null;
}

/** What a rule finds: its `any`, or its `stem`. */
function parseAny(node: Mapping, fields: Fields, findings: Findings): readonly PlacedKeyword[] | null {
  const stem = fields.get('stem');
  if (stem && fields.has('any')) {
    findings.error(
      'QC140',
      stem,
      'a rule has "any" or "stem", not both',
      'put the stem into the list of "any": {stem: …}',
    );
    return null;
  }
  if (stem) {
    const placed = parseStem(stem, node, findings);
    return placed && [placed];
  }
  // A map of unknown keys alone was no rule at all, and has been reported.
  if (!fields.has('any') && !node.damaged && (fields.size > 0 || node.entries.length === 0)) {
    findings.error('QC140', node, 'the rule has no "any"');
  }
  return fields.has('any') ? parseCondition(fields, 'any', findings) : null;
}

function parseSpeaker(fields: Fields, findings: Findings): string | undefined {
  const node = textIn(fields, 'speaker', findings);
  const speaker = node?.value.trim().normalize('NFC');
  if (speaker === '' || fields.get('speaker')?.kind === 'nothing') {
    const remedy = 'name a role (interviewer, respondent, other) or a label';
    findings.error('QC121', fields.get('speaker')!, '"speaker" is empty', remedy);
  }
  return speaker || undefined;
}

function parseRuleMap(node: Mapping, context: RuleContext, index: number, findings: Findings): PlacedRule | null {
  const fields = fieldsOf(node, KEYS, findings);
  const any = parseAny(node, fields, findings);
  const near = parseCondition(fields, 'near', findings);
  const unless = parseCondition(fields, 'unless', findings);
  const reach = fields.get('within');
  const within = reach && parseDistance(reach, findings);
  const speaker = parseSpeaker(fields, findings);
  const segment = parseSegment(fields, context.segment, findings);
  if (within && !fields.has('near') && !fields.has('unless')) {
    findings.error('QC143', reach!, '"within" stands without "near" or "unless"');
  }
  if (!any || !near || !unless) return null;
  const { line, column } = findings.place(node);
  const name = any.map(({ keyword }) => keyword.written).join(' | ');
  const parts = { any: bare(any), near: bare(near), unless: bare(unless) };
  const conditions = { ...(within && { within }), ...(speaker !== undefined && { speaker }) };
  const rule = { code: context.code, index, name, ...parts, ...conditions, segment, line: line!, column: column! };
  return { rule, at: node, any, near, unless };
}

/** Reads one entry of `keywords`: a keyword, or a map with conditions. Null where a mistake leaves no rule. */
export function parseRule(node: Node, context: RuleContext, index: number, findings: Findings): PlacedRule | null {
  if (node.kind === 'list') {
    wrongForm(node, 'text', 'a keyword', findings);
    return null;
  }
  if (node.kind === 'mapping') return parseRuleMap(node, context, index, findings);
  const placed = parseKeyword(node, findings);
  if (!placed) return null;
  const { line, column } = findings.place(node);
  const { keyword } = placed;
  const parts = { name: keyword.written, any: [keyword], near: [], unless: [] };
  const rule = { ...context, index, ...parts, line: line!, column: column! };
  return { rule, at: node, any: [placed], near: [], unless: [] };
}
