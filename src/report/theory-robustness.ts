import { nameOf } from '../measure/analysis-set.js';
import {
  type Majority,
  type Robust,
  type Robustness,
  type Said,
  type Variant,
  speaking,
} from '../measure/theory/robustness.js';
import { VERDICTS } from '../measure/theory/tested.js';
import type { Theory } from '../measure/theory/theory.js';
import { type Basis, counted } from './basis.js';
import type { Block, Cell, Column, Row, Section, Table } from './model.js';
import { nameOf as nameOfCase } from './theory-shown.js';

/** What becomes of a theory's rules where it is tried otherwise. */
export interface RobustnessShown {
  readonly theory: Theory;
  readonly robustness: Robustness;
  readonly basis: Basis;
  /** Ids of codes that only keywords found: without keyword hits they are unknown. */
  readonly leftToKeywords?: readonly string[];
  readonly caseNames: ReadonlyMap<string, string>;
}

/** One rule, or the goal. */
interface Part extends Robust {
  readonly name: string;
  /** The same for people, with its number. */
  readonly title: string;
  /** What a case can say of it. */
  readonly sayings: readonly Said[];
}

const OF_GOAL: readonly Said[] = ['reached', 'not reached', 'unknown'];

function partsOf({ theory, robustness: { rules, goal } }: RobustnessShown): Part[] {
  return [
    ...rules.map((one, i) => ({
      ...one,
      name: theory.rules[i]!.name,
      title: `${i + 1}. ${theory.rules[i]!.name}`,
      sayings: VERDICTS,
    })),
    ...(goal ? [{ ...goal, name: 'goal', title: 'Goal', sayings: OF_GOAL }] : []),
  ];
}

/** A line for those who did not ask: how many claims hang on the threshold. */
export function robustnessLine(shown: RobustnessShown): Section {
  const { variants, rules, goal } = shown.robustness;
  const isFirm = ({ kept }: Robust): boolean => kept.every((n) => n === variants.length);
  const firm = `${rules.filter(isFirm).length} of ${rules.length}${goal ? `; the goal: ${isFirm(goal) ? 'yes' : 'no'}` : ''}`;
  const line = `Claims of which every case says the same with ${listed(variants.map(variantInWords))}: ${firm}. What changes, also by coder and without keyword hits: qcode theory --sensitivity.`;
  return { heading: 'Sensitivity', blocks: [{ kind: 'paragraph', text: line }] };
}

/** How each rule fares in each variant, which cases say otherwise there, and on which single case a majority hangs. */
export function robustnessSection(shown: RobustnessShown): Section {
  const parts = partsOf(shown);
  const blocks = parts.map((part, i) => [variantsTable(part, i, shown), changesList(part, i, shown)]);
  return { heading: 'Sensitivity', blocks: [overview(parts, shown), ...blocks.flat()] };
}

const text = (key: string, label = key): Column => ({ key, label, format: 'text' });
const count = (key: string, label = key): Column => ({ key: key.replaceAll(' ', '_'), label, format: 'integer' });

function overview(
  parts: readonly Part[],
  { leftToKeywords = [], robustness: { cases, variants } }: RobustnessShown,
): Table {
  const ofAll = (value: number, all: number): Cell => ({ value, label: `${value} of ${all}` });
  return {
    kind: 'table',
    name: 'sensitivity',
    title: `What stays the same in ${counted(variants.length, 'variant')}`,
    columns: [
      text('rule', 'claim'),
      count('cases', 'cases that say the same'),
      text('majority'),
      count('variants', 'variants with this majority'),
      count('hangs_on', 'single cases it hangs on'),
    ],
    rows: parts.map((part): Row => ({
      cells: [
        { value: part.name, label: part.title },
        ofAll(part.kept.filter((n) => n === variants.length).length, cases.length),
        { value: majorityInWords(part.majority, part.said, part.sayings === OF_GOAL) },
        ofAll(part.majorities.filter((majority) => majority === part.majority).length, variants.length),
        { value: part.without.length },
      ],
    })),
    notes: [
      'Each variant differs from what is reported in one thing: the threshold, the share of codings that affirm, or whose codings they are. Judgements hold in all of them.',
      'Majority: what most of the cases say that support or contradict a claim. It hangs on a case if it is another one without that case.',
      ...(leftToKeywords.length > 0
        ? [
            `No coder laid or accepted any coding of ${leftToKeywords.join(', ')}: without keyword hits nobody looked for them, and they are unknown.`,
          ]
        : []),
    ],
  };
}

function variantsTable(part: Part, at: number, { robustness, theory, basis }: RobustnessShown): Table {
  const row = (name: string, said: readonly Said[], majority: Majority): Row => ({
    cells: [
      { value: name },
      ...part.sayings.map((one) => ({ value: said.filter((other) => other === one).length })),
      { value: majorityInWords(majority, said, part.sayings === OF_GOAL) },
    ],
  });
  return {
    kind: 'table',
    name: `sensitivity-${part.sayings === OF_GOAL ? 'goal' : at + 1}`,
    title: part.title,
    columns: [text('variant'), ...part.sayings.map((one) => count(one)), text('majority')],
    rows: [
      row(`as reported: threshold ${theory.threshold}, ${nameOf(basis.set)}`, part.said, part.majority),
      ...robustness.variants.map((variant, i) => row(variantInWords(variant), part.under[i]!, part.majorities[i]!)),
    ],
    notes: [],
  };
}

/** Which cases say the same, which say what else where, and without which the majority is another: alike ones together. */
function changesList(part: Part, at: number, shown: RobustnessShown): Block {
  const { cases, variants } = shown.robustness;
  const changes = grouped(cases, (_, i) => {
    if (part.kept[i] === variants.length) return 'the same in every variant';
    const others = part.sayings.flatMap((one) => {
      const where = variants.filter((_, v) => part.under[v]![i] === one && one !== part.said[i]);
      return where.length === 0 ? [] : [`${one} with ${listed(where.map(variantInWords))}`];
    });
    return `${part.said[i]!} in ${part.kept[i]} of ${counted(variants.length, 'variant')}; ${others.join('; ')}`;
  });
  const without = grouped(part.without, (one) =>
    majorityInWords(
      one.majority,
      part.said.filter((_, i) => i !== one.at),
      part.sayings === OF_GOAL,
    ),
  );
  return {
    kind: 'list',
    name: `changes-${part.sayings === OF_GOAL ? 'goal' : at + 1}`,
    items: [
      ...[...changes].map(([change, names]) => `${names.map((id) => nameOfCase(id, shown)).join(', ')}: ${change}.`),
      ...[...without].map(([majority, left]) => {
        const names = left.map((one) => nameOfCase(cases[one.at]!, shown));
        return `Without ${names.join(', or without ')} the majority is: ${majority}.`;
      }),
    ],
  };
}

function grouped<One>(
  all: readonly One[],
  keyOf: (one: One, at: number) => string,
): ReadonlyMap<string, readonly One[]> {
  const groups = new Map<string, One[]>();
  all.forEach((one, at) => {
    const key = keyOf(one, at);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  });
  return groups;
}

/** For a spreadsheet: a row for each rule, case and variant. */
export function robustnessTable(shown: RobustnessShown): Table {
  const { cases, variants } = shown.robustness;
  return {
    kind: 'table',
    name: 'sensitivity',
    title: shown.theory.title,
    columns: [text('rule'), text('case'), text('variant'), text('reported'), text('verdict'), count('same')],
    rows: partsOf(shown).flatMap((part) =>
      cases.flatMap((name, i) =>
        variants.map((variant, v): Row => {
          const said = part.under[v]![i]!;
          const values = [part.name, name, variantInWords(variant), part.said[i]!, said, said === part.said[i] ? 1 : 0];
          return { cells: values.map((value) => ({ value })) };
        }),
      ),
    ),
    notes: [],
  };
}

function majorityInWords(majority: Majority, said: readonly Said[], isGoal: boolean): string {
  const n = speaking(said);
  const all = n.for + n.against;
  switch (majority) {
    case 'for':
      return `${isGoal ? 'reached' : 'support'} (${n.for} of ${all})`;
    case 'against':
      return `${isGoal ? 'not reached' : 'contradict'} (${n.against} of ${all})`;
    case 'even':
      return `none (${n.for} and ${n.against})`;
    case 'none':
      return 'no case speaks';
  }
}

function variantInWords(variant: Variant): string {
  switch (variant.kind) {
    case 'threshold':
      return `threshold ${variant.codings}`;
    case 'share':
      return variant.share === 1 ? 'all codings affirming' : `${variant.share * 100}% of codings affirming`;
    case 'set':
      return nameOf(variant.set);
  }
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;
