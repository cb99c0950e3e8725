import { byCodePoint } from '../../core/order.js';
import { MISSING } from '../coded-source.js';
import { groupOrder } from '../group-order.js';
import { LANGUAGE, type Languages, addLanguage, settledLanguages } from '../language.js';
import { hasBit } from '../looked.js';
import { type ComparedPart, type ComparisonTally } from './tally.js';

/**
 * What a source or case has of a code. `turns`: the share of its respondents' turns that a coding overlaps. `presence`: 1
 * where there is one, else 0. `rate`: codings per 1,000 words of those turns.
 */
export type Statistic = 'turns' | 'presence' | 'rate';

/** What stands in a group as one: groups are made of independent units, and the codings of one interview are not. */
export type ComparedKind = 'source' | 'case';

/** A source or case in one language. */
export interface ComparedUnit {
  readonly name: string;
  /** The group that it stands in. */
  readonly value: string;
  readonly parts: readonly ComparedPart[];
}

/** The units of one language; null for those of all, where the languages are the groups. */
export interface LanguageUnits {
  readonly language: string | null;
  readonly units: readonly ComparedUnit[];
}

/** A unit that stands in several groups, and so in none. */
export interface Straddling {
  readonly name: string;
  readonly values: readonly string[];
}

/** Who is compared with whom. */
export interface ComparedUnits {
  /** The groups that occur, in code-point order. */
  readonly groups: readonly string[];
  readonly languages: readonly LanguageUnits[];
  readonly straddling: readonly Straddling[];
  /** How many units nobody gave a value, and how many of the others have turns without one, which are left out. */
  readonly without: number;
  readonly partly: number;
  /** The group of cases that is compared; null where it is all. */
  readonly covered: string | null;
}

/**
 * Sorts what was counted into units, groups and languages. Of grouped cases those of the first group are compared, as a
 * table's total covers them.
 *
 * @param caseGroups values of the grouping attribute in the order of cases.csv
 */
export function comparedUnits(
  tally: ComparisonTally,
  kind: ComparedKind,
  caseGroups: readonly string[],
): ComparedUnits {
  const { parts: own, covered } = coveredParts(tally, caseGroups);
  const given = own.filter(({ value }) => value !== MISSING);
  const names = new Set(given.map((part) => part[kind]));
  const straddling: Straddling[] = [];
  const units = (list: readonly ComparedPart[]): ComparedUnit[] =>
    grouped(list, (part) => part[kind]).flatMap(([name, members]) => {
      const [value, ...others] = [...new Set(members.map((part) => part.value))].sort(byCodePoint);
      if (others.length > 0) straddling.push({ name, values: [value!, ...others] });
      return others.length > 0 ? [] : [{ name, value: value!, parts: members }];
    });
  const byLanguage: readonly (readonly [string | null, readonly ComparedPart[]])[] =
    tally.options.by === LANGUAGE ? [[null, given]] : grouped(given, ({ language }) => language);
  const languages = byLanguage.map(([language, list]) => ({ language, units: units(list) }));
  const missing = new Set(own.filter(({ value }) => value === MISSING).map((part) => part[kind]));
  const partly = [...missing].filter((name) => names.has(name)).length;
  return {
    groups: [...new Set(given.map(({ value }) => value))].sort(byCodePoint),
    languages,
    straddling,
    without: missing.size - partly,
    partly,
    covered,
  };
}

/** What is compared of grouped cases: those of the first group; null where there is one or none. */
export function coveredParts(
  tally: ComparisonTally,
  caseGroups: readonly string[],
): { readonly parts: readonly ComparedPart[]; readonly covered: string | null } {
  const parts = settledParts(tally);
  const [first, another] = groupOrder(parts, caseGroups);
  if (first === undefined || another === undefined) return { parts, covered: null };
  return { parts: parts.filter(({ group }) => group === first), covered: first };
}

/** The parts under the languages that they go by. */
function settledParts({ parts, options: { by } }: ComparisonTally): ComparedPart[] {
  const settled = settledLanguages(parts.map(({ language }) => language));
  return parts.map((part) => {
    const language = settled(part.language);
    return { ...part, language, value: by === LANGUAGE ? language : part.value };
  });
}

/** How many sources are of which language, as `languageOf` names it. */
export function languagesIn({ parts }: ComparisonTally): Languages {
  const languages: Languages = new Map();
  for (const { language } of new Map(parts.map((part) => [part.source, part])).values())
    addLanguage(languages, language);
  return languages;
}

/** Parts by a key, in code-point order. */
export function grouped(
  parts: readonly ComparedPart[],
  keyOf: (part: ComparedPart) => string,
): [string, ComparedPart[]][] {
  const found = new Map<string, ComparedPart[]>();
  for (const part of parts) {
    const key = keyOf(part);
    const members = found.get(key);
    if (members === undefined) found.set(key, [part]);
    else members.push(part);
  }
  return [...found].sort(([a], [b]) => byCodePoint(a, b));
}

/**
 * What a unit has of a code. Only sources count in which somebody looked for it, and only turns that were read. null where
 * there are none; and of presence where there is more than they, since what was not looked for is not absent.
 *
 * @param everywhere whether rules of the code ran over all turns, whoever read them
 */
export function figureOf(
  { parts }: ComparedUnit,
  code: number,
  statistic: Statistic,
  everywhere: boolean,
): number | null {
  const looked = parts.filter((part) => hasBit(part.looked, code));
  const sum = (of: (part: ComparedPart) => number): number => looked.reduce((total, part) => total + of(part), 0);
  const turns = sum((part) => (everywhere ? part.turns : part.readTurns));
  const coded = sum((part) => part.coded[code]!);
  if (statistic === 'turns') return turns === 0 ? null : coded / turns;
  if (statistic === 'presence') {
    const all = parts.reduce((total, part) => total + part.turns, 0);
    return turns === 0 || turns < all ? null : Math.min(1, coded);
  }
  const words = sum((part) => (everywhere ? part.words : part.readWords));
  return words === 0 ? null : (1000 * sum((part) => part.segments[code]!)) / words;
}
