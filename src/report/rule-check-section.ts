import type { Code, Codebook } from '../codebook/codebook.js';
import type { Part } from '../match/apart.js';
import {
  type PartFigures,
  figuresOf,
  isEverJudged,
  languagesOf,
  ruleKey,
  silentParts,
} from '../measure/rule-check/finish.js';
import { type SuggestOptions, suggestionsOf } from '../measure/rule-check/suggest.js';
import type { RuleCheckTally } from '../measure/rule-check/tally.js';
import { type Basis, basisNotes, counted } from './basis.js';
import type { Block, Quotations, Section, Table } from './model.js';
import {
  SILENT,
  differenceList,
  silentList,
  silentTable,
  suggestionList,
  suggestionTable,
} from './rule-check-lists.js';
import { type Grain, isShown, ruleCheckTable } from './rule-check-table.js';

/** What may be asked for alone. */
export const RULE_CHECK_PARTS = ['figures', 'false-hits', 'misses', 'silent', 'suggestions'] as const;
export type RuleCheckPart = (typeof RULE_CHECK_PARTS)[number];

/** What a section of rule validation is made of. */
export interface RuleCheckInput {
  readonly tally: RuleCheckTally;
  /** The codebook itself, not taken apart. */
  readonly codebook: Codebook;
  readonly grain: Grain;
  /** The keys of rules that ran out of time and were not run. */
  readonly stopped: ReadonlySet<string>;
  /** Whether the codes were named: then also what coders may have left to the rules is quoted. */
  readonly named: boolean;
  readonly suggest: SuggestOptions;
  readonly basis: Basis;
}

const NO_VALIDITY =
  'Agreement of keyword rules with coders, not validity: a coder may be wrong, and where coders saw the hits, or accepted them, they agree with them more readily.';

/** One of the blocks, with the notes that it needs by itself. */
export function ruleCheckBlock(input: RuleCheckInput, part: RuleCheckPart): Table | Quotations {
  const { tally, codebook, grain, stopped, suggest, basis } = input;
  switch (part) {
    case 'figures': {
      const shown = isShown(codebook, grain);
      const figures = figuresOf(tally, (one) => shown(one) && !stopped.has(ruleKey(one)));
      const title = `Keyword rules against codings by hand, by ${tally.options.unit}`;
      return ruleCheckTable(figures, codebook, grain, title, [...figureNotes(input), ...basisNotes(basis)]);
    }
    case 'false-hits':
    case 'misses': {
      const name = part === 'misses' ? 'misses' : 'falseHits';
      return differenceList(part, quotedOf(input, name), totalsOf(tally, name), codebook, quotationNotes(input, name));
    }
    case 'silent':
      return silentTable(silentOf(input), codebook);
    case 'suggestions':
      return suggestionTable(suggestionsOf(tally, suggest), codebook, suggest.least);
  }
}

/** Rule validation: what it is, the figures, where rules and coders differ, and what might be done about it. */
export function ruleCheckSection(input: RuleCheckInput): Section {
  const list = suggestionList(suggestionsOf(input.tally, input.suggest), input.codebook);
  const silent = silentOf(input);
  const blocks: Block[] = [
    { kind: 'paragraph', text: NO_VALIDITY },
    ruleCheckBlock(input, 'figures'),
    ruleCheckBlock(input, 'false-hits'),
    ruleCheckBlock(input, 'misses'),
    { kind: 'paragraph', text: `Rules and keywords that never fire: ${silent.length}. ${SILENT}` },
    ...(silent.length > 0 ? [silentList(silent, input.codebook)] : []),
    ruleCheckBlock(input, 'suggestions'),
    ...(list.items.length > 0
      ? [
          {
            kind: 'paragraph',
            text: 'To copy into the codebook, after reading where they stand (qcode find WORD):',
          } as const,
          list,
        ]
      : []),
  ];
  return { heading: 'Keyword rules against codings by hand', blocks };
}

/** A rule that was not run is not silent. */
function silentOf({ tally, stopped }: RuleCheckInput): Part[] {
  return silentParts(tally).filter((part) => !stopped.has(ruleKey(part)));
}

/** By code, how many units of a kind there are in all. */
function totalsOf(tally: RuleCheckTally, name: 'misses' | 'falseHits'): number[] {
  const totals = tally.options.codes.map(() => 0);
  const own = figuresOf(tally, ({ rule }) => rule === null);
  const several = languagesOf(tally).length > 1;
  const whole = ({ language }: PartFigures): boolean => !several || language === null;
  for (const { part, counts } of own.filter(whole)) totals[part.code] = counts?.[name] ?? 0;
  return totals;
}

/** No rule misses what a code without rules has by hand; and what coders left to the rules is no false hit of theirs. */
function quotedOf({ tally, codebook, named }: RuleCheckInput, name: 'misses' | 'falseHits') {
  const wanted = (code: number): boolean =>
    name === 'misses' ? hasRules(codebook.codes[code]!) : named || isEverJudged(tally, code);
  return tally[name].map((quotations, code) => (wanted(code) ? quotations : []));
}

function quotationNotes({ tally, codebook, named }: RuleCheckInput, name: 'misses' | 'falseHits'): string[] {
  const { quotations, unit, asked } = tally.options;
  const which = quotations === null ? 'All' : `The first ${quotations} of each code, in the order of the sources`;
  const marked = name === 'falseHits' ? '; what the rules matched is marked' : '';
  const left = asked.filter((code) => hasRules(codebook.codes[code]!) && !isEverJudged(tally, code)).length;
  return [
    `${which}. Quoted is the ${unit}${marked}.`,
    ...(name === 'falseHits' && !named && left > 0
      ? [
          `Of ${counted(left, 'code')} that no coder laid or rejected nothing is quoted: coders may have left them to the rules. --code ID quotes them.`,
        ]
      : []),
  ];
}

function hasRules({ rules }: Code): boolean {
  return rules.some(({ any }) => any.length > 0);
}

function figureNotes({ tally, codebook, grain }: RuleCheckInput): string[] {
  const { options, unseen, unread } = tally;
  const { unit, asked } = options;
  const bare = asked.filter((code) => !hasRules(codebook.codes[code]!)).length;
  const left = asked.filter((code) => hasRules(codebook.codes[code]!) && !isEverJudged(tally, code));
  return [
    `both, rule only, hand only, neither: ${unit}s that a rule of the code, a coder, both or neither coded; a ${unit} has a code when a coding overlaps it by at least one character. precision: both of all that the rule coded; recall: both of all that coders coded; f1: their harmonic mean.`,
    `In brackets, where there are such: of both, ${unit}s where a coder accepted a hit, of rule only those where a coder rejected one, with the hit in view.`,
    ...(grain === 'code'
      ? []
      : [
          'A rule or keyword is taken by itself, also where another of the code hides it; its recall is the share of the code that it finds alone.',
        ]),
    `from, to: 95% by Wilson. They take ${unit}s as independent, which those of one interview are not: they are too narrow.`,
    'language: that of the header or of cases.csv; else the one of qcode.yaml where the text is written as it is; else the script of most words.',
    ...(bare > 0 ? [`${counted(bare, 'code')} without rules ${bare === 1 ? 'has' : 'have'} no row.`] : []),
    ...(left.length > 0
      ? [
          `No precision where no coder ever laid the code or rejected a hit of it, as coders may have left it to the rules: ${left.map((code) => codebook.codes[code]!.id).join(', ')}.`,
        ]
      : []),
    ...(unread.length > 0
      ? [`Not compared, as nobody looked for the codes there: ${counted(unread.length, 'source')} (${named(unread)}).`]
      : []),
    ...(unseen > 0
      ? [`Not compared: ${counted(unseen, unit)} with a coding by hand outside of what was marked as seen.`]
      : []),
    'Only what coders read is compared: the units that they marked as seen, or the whole source of a coder who marks none.',
  ];
}

/** More names than these are not listed. */
const MOST = 8;

function named(names: readonly string[]): string {
  const shown = names.slice(0, MOST).join(', ');
  return names.length > MOST ? `${shown} and ${names.length - MOST} more` : shown;
}
