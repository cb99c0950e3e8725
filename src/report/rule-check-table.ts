import type { Codebook } from '../codebook/codebook.js';
import type { Part } from '../match/apart.js';
import { type Measured, undefinedAs } from '../measure/measured.js';
import type { PartFigures } from '../measure/rule-check/finish.js';
import { type Share, ruleF1, rulePrecision, ruleRecall } from '../measure/rule/validation.js';
import type { Cell, Column, Row, Table } from './model.js';
import { written } from './written.js';

/** What has a row: codes, their rules too, or their rules' keywords too. */
export type Grain = 'code' | 'rule' | 'keyword';

/** What all languages together are called. */
export const ALL_LANGUAGES = 'all';

/** Whether a part of the codebook has a row; a code without rules has none. */
export function isShown({ codes }: Codebook, grain: Grain): (part: Part) => boolean {
  return ({ code, rule, keyword }) =>
    codes[code]!.rules.some(({ any }) => any.length > 0) &&
    (rule === null || grain === 'keyword' || (grain === 'rule' && keyword === null));
}

function columnsOf(grain: Grain): Column[] {
  const text = (key: string): Column => ({ key, label: key, format: 'text' });
  const count = (key: string, label: string, more: Partial<Column> = {}): Column => ({
    key,
    label,
    format: 'integer',
    ...more,
  });
  const share = (name: string, secondary?: true): Column[] =>
    (
      [
        [name, name],
        [`${name}_low`, 'from'],
        [`${name}_high`, 'to'],
      ] as const
    ).map(([key, label]) => ({ key, label, format: 'ratio', ...(secondary && { secondary }) }));
  return [
    { ...text('language'), label: 'lang.' },
    text('code'),
    ...(grain === 'code' ? [] : [text('rule')]),
    ...(grain === 'keyword' ? [text('keyword')] : []),
    count('hits', 'both'),
    count('false_hits', 'rule only'),
    count('misses', 'hand only'),
    count('neither', 'neither', { secondary: true }),
    count('accepted', 'accepted', { secondary: 'last' }),
    count('rejected', 'rejected', { secondary: 'last' }),
    ...share('precision'),
    ...share('recall'),
    ...share('f1', true),
    { ...text('remark'), secondary: true },
  ];
}

function sharesOf(measured: Measured<Share> | null): Cell[] {
  const value = measured?.value ?? null;
  return [value?.share, value?.interval.low, value?.interval.high].map((one) => ({ value: one ?? null }));
}

/** Why a figure is undefined; nothing where all are defined. */
function remarkOf(precision: Measured<Share> | null, recall: Measured<Share> | null): Cell {
  if (precision === null || recall === null) return { value: 'nobody looked for the code' };
  const reasons = [precision, recall].flatMap((one) => (one.value === null ? [one.reason] : []));
  return reasons.length === 0 ? { value: null, blank: true } : { value: reasons.join('; ') };
}

/** Of a code that no coder laid or rejected it is not known whether coders passed over the hits or left them to the rules. */
const LEFT_TO_RULES = undefinedAs('never laid or rejected by hand: perhaps left to the rules');

/** A count, and in brackets how many of it are answers to hits in view. */
function withVerdicts(value: number, verdicts: number): Cell {
  return verdicts === 0
    ? { value }
    : { value, label: `${written(value, 'integer')} (${written(verdicts, 'integer')})` };
}

function rowOf(
  { language, part, counts, accepted, rejected, everJudged }: PartFigures,
  { codes }: Codebook,
  grain: Grain,
): Row {
  const { id, name, rules } = codes[part.code]!;
  const rule = part.rule === null ? null : rules[part.rule]!.name;
  const blankable = (value: string | null): Cell => (value === null ? { value, blank: true } : { value });
  const left = counts !== null && !everJudged && counts.falseHits > 0;
  const precision = left ? LEFT_TO_RULES : counts && rulePrecision(counts);
  const recall = counts && ruleRecall(counts);
  const f1 = left ? LEFT_TO_RULES : counts && ruleF1(counts);
  const numbers: Cell[] = counts
    ? [
        withVerdicts(counts.hits, accepted),
        withVerdicts(counts.falseHits, rejected),
        ...[counts.misses, counts.neither, accepted, rejected].map((value) => ({ value })),
      ]
    : Array<Cell>(6).fill({ value: null });
  return {
    cells: [
      { value: language ?? ALL_LANGUAGES },
      { value: id, ...(name !== id && { label: name }) },
      ...(grain === 'code' ? [] : [blankable(rule)]),
      ...(grain === 'keyword' ? [blankable(part.keyword)] : []),
      ...numbers,
      ...sharesOf(precision),
      ...sharesOf(recall),
      ...sharesOf(f1),
      remarkOf(precision, recall),
    ],
  };
}

/** A row for each language and code, and as the grain says for its rules and keywords. */
export function ruleCheckTable(
  figures: readonly PartFigures[],
  codebook: Codebook,
  grain: Grain,
  title: string,
  notes: readonly string[],
): Table {
  const rows = figures.map((one) => rowOf(one, codebook, grain));
  return { kind: 'table', name: 'rule-check', title, columns: columnsOf(grain), rows, notes, namesLeftOut: true };
}
