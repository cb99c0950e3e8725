import { flawOfId } from '../../codebook/identifier.js';
import { type Fields, type Keys, fieldsOf, listIn, textIn, textsIn, wrongForm } from '../../codebook/yaml/fields.js';
import type { Findings } from '../../codebook/yaml/findings.js';
import { readYaml } from '../../codebook/yaml/read.js';
import type { Mapping, Text } from '../../codebook/yaml/tree.js';
import { isTime } from '../../coding/event-time.js';
import { type Diagnostic, type Outcome, isError } from '../../core/diagnostic.js';
import type { QueryNames } from '../query/read.js';
import type { SavedQuery } from '../query/saved.js';
import { parseJudgements } from './parse-judgements.js';
import { type ExpressionReader, readExpression } from './read-expression.js';
import type { ClaimedRule, Fact, Theory } from './theory.js';

const KEYS: Keys = {
  of: 'theory',
  known: ['title', 'threshold', 'rules', 'goal', 'judgements'],
  synonyms: { name: 'title', judgments: 'judgements', goals: 'goal' },
};
const RULE_KEYS: Keys = {
  of: 'rule',
  known: ['name', 'if', 'then', 'expect', 'written'],
  synonyms: { when: 'if', add: 'then', adds: 'then', expects: 'expect', date: 'written' },
};

/** A theory, and the queries in it as they are written, with the codes that are judged: also where it cannot be read whole. */
export interface TheoryOutcome extends Outcome<Theory> {
  readonly asked: readonly SavedQuery[];
}

/**
 * Reads a theory.yaml and looks up its codes. `file` is its name in messages. All mistakes are reported, also those of the
 * saved queries that it names; the theory is absent where one of them is an error.
 */
export function parseTheory(yamlText: string, file: string, names: QueryNames): TheoryOutcome {
  const { findings, root } = readYaml(yamlText, file);
  const reading: Reading = { names, findings, elsewhere: [], asked: [] };
  const theory = root.kind === 'mapping' ? parseRoot(root, reading) : undefined;
  if (root.kind === 'nothing' && findings.count === 0) findings.error('QC481', root, 'the file is empty');
  else if (root.kind !== 'mapping') wrongForm(root, 'mapping', 'a theory', findings, 'begin with "rules:"');
  const diagnostics = [...onceEach(findings.diagnostics()), ...reading.elsewhere];
  return { ...(theory && !diagnostics.some(isError) && { value: theory }), diagnostics, asked: reading.asked };
}

/** Of a former id that stands in several places one warning, which names their lines. */
function onceEach(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const linesOf = (message: string): number[] =>
    diagnostics.flatMap((one) => (one.code === 'QC477' && one.message === message ? (one.place?.line ?? []) : []));
  return diagnostics.flatMap((one, i) => {
    if (one.code !== 'QC477') return [one];
    if (diagnostics.findIndex(({ message }) => message === one.message) < i) return [];
    const lines = [...new Set(linesOf(one.message))];
    return [lines.length === 1 ? one : { ...one, message: `${one.message} (lines ${lines.join(', ')})` }];
  });
}

type Reading = Omit<ExpressionReader, 'themes' | 'facts'>;

function parseRoot(root: Mapping, reading: Reading): Theory {
  const { names, findings } = reading;
  const fields = fieldsOf(root, KEYS, findings);
  const written = (listIn(fields, 'rules', findings)?.items ?? []).flatMap((item) => {
    if (item.kind === 'nothing') findings.error('QC481', item, 'this rule is empty');
    else if (item.kind !== 'mapping') wrongForm(item, 'mapping', 'a rule', findings, 'write {name, if, then}');
    return item.kind === 'mapping' ? [{ item, fields: fieldsOf(item, RULE_KEYS, findings) }] : [];
  });
  const isEmpty = written.length === 0 && !root.damaged && root.entries.length === fields.size;
  if (isEmpty && findings.count === 0) findings.error('QC481', root, 'this theory has no rules');
  const facts: Fact[] = [];
  const themesOf = written.map((rule) => themesIn(rule.fields, names, findings));
  const themes = new Set(themesOf.flat());
  const reader: ExpressionReader = { ...reading, themes, facts };
  const named = new Map<string, Text>();
  const rules = written.flatMap(({ item, fields: own }, i) => ruleIn(item, own, themesOf[i]!, named, reader));
  const goalNode = textIn(fields, 'goal', findings);
  const goal = goalNode && readExpression(goalNode, reader, true);
  return {
    title: textIn(fields, 'title', findings)?.value.trim() || 'Theory',
    threshold: thresholdIn(fields, findings),
    facts,
    rules,
    ...(goal && { goal }),
    judgements: parseJudgements(fields, reader),
  };
}

function thresholdIn(fields: Fields, findings: Findings): number {
  const node = textIn(fields, 'threshold', findings);
  if (!node) return 1;
  if (/^[1-9]\d{0,5}$/.test(node.value.trim())) return Number(node.value);
  findings.error('QC481', node, 'the threshold is no whole number from 1', 'Write threshold: 1, or leave it out.');
  return 1;
}

function themesIn(fields: Fields, { codebook }: QueryNames, findings: Findings): string[] {
  return textsIn(fields, 'then', findings).flatMap((node) => {
    const name = node.value.trim().normalize('NFC');
    const flaw = flawOfId(name);
    const isCode = codebook.codes.some(({ id, was }) => id === name || was.includes(name));
    if (flaw) findings.error('QC482', node, `"${name}" cannot be a theme: ${flaw}`);
    else if (isCode)
      findings.error(
        'QC482',
        node,
        `"${name}" is a code`,
        'Themes are what rules add: give it a name that no code has.',
      );
    return flaw || isCode ? [] : [name];
  });
}

function ruleIn(
  item: Mapping,
  fields: Fields,
  adds: readonly string[],
  names: Map<string, Text>,
  reader: ExpressionReader,
): ClaimedRule[] {
  const { findings } = reader;
  // A key of another name was reported, and may have been meant.
  const isWhole = !item.damaged && item.entries.length === fields.size;
  for (const key of ['name', 'if', 'then']) {
    const node = fields.get(key);
    const isEmpty = node?.kind === 'nothing' || (node?.kind === 'list' && node.items.length === 0);
    if (isEmpty || (!node && isWhole)) findings.error('QC481', node ?? item, `this rule has no "${key}"`);
  }
  const node = textIn(fields, 'name', findings);
  const name = node?.value.trim().normalize('NFC') ?? '';
  const first = names.get(name);
  if (node && first)
    findings.error('QC481', node, `line ${findings.lineOf(first.start) + 1} has a rule "${name}" already`);
  else if (node) names.set(name, node);
  const asked = textIn(fields, 'if', findings);
  const condition = asked && readExpression(asked, reader, true);
  const expected = textIn(fields, 'expect', findings);
  const expects = expected && readExpression(expected, reader, false);
  const written = writtenIn(fields, findings);
  if (!condition || !node) return [];
  const place = findings.place(asked);
  return [
    {
      name,
      text: condition.text,
      condition: condition.of,
      adds,
      ...(expects && { expects }),
      ...(written && { written }),
      place,
    },
  ];
}

function writtenIn(fields: Fields, findings: Findings): string | undefined {
  const node = textIn(fields, 'written', findings);
  const written = node?.value.trim();
  if (!node || written === undefined) return undefined;
  if (isTime(written) || isTime(`${written}T00:00:00Z`)) return written;
  findings.error('QC488', node, `"${written}" is no day and no time in UTC`);
  return undefined;
}
