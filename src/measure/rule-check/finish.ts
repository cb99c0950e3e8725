import type { Part } from '../../match/apart.js';
import { byCodePoint } from '../../core/order.js';
import { hasBit } from '../looked.js';
import type { RuleCounts } from '../rule/validation.js';
import type { Stratum } from './stratum.js';
import type { RuleCheckTally } from './tally.js';

/** What a code, a rule or a keyword does in the units of one language. */
export interface PartFigures {
  /** Null for all languages together. */
  readonly language: string | null;
  readonly part: Part;
  /** Null where nobody looked for the code. */
  readonly counts: RuleCounts | null;
  /** Of the units that the rule and a coder coded, those with an accepted hit; of those that the rule alone did, with a rejected one. */
  readonly accepted: number;
  readonly rejected: number;
  /** Whether a coder laid the code or rejected it anywhere: else nobody can tell whether it was left to the rules. */
  readonly everJudged: boolean;
}

/** The languages of sources that were read, in code-point order. */
export function languagesOf({ strata }: RuleCheckTally): string[] {
  return [...new Set([...strata.values()].map(({ language }) => language))].sort(byCodePoint);
}

/**
 * The counts of parts of the codebook in each language and, where there are several, in all together. Every language has
 * its rows, in the order of the codebook.
 *
 * @param wanted which parts
 */
export function figuresOf(tally: RuleCheckTally, wanted: (part: Part) => boolean): PartFigures[] {
  const { parts, asked } = tally.options;
  const languages = languagesOf(tally);
  const shown = asked.flatMap((code) =>
    parts.flatMap((part, index) => (part.code === code && wanted(part) ? [{ part, index }] : [])),
  );
  return [...languages, ...(languages.length > 1 ? [null] : [])].flatMap((language) =>
    shown.map(({ part, index }) => ({
      language,
      part,
      counts: countsOf(tally, language, part.code, index),
      accepted: sumOver(tally, language, part.code, ({ accepted }) => accepted[index]!),
      rejected: sumOver(tally, language, part.code, ({ rejected }) => rejected[index]!),
      everJudged: isEverJudged(tally, part.code),
    })),
  );
}

/** Whether a coder laid a code, or rejected a hit of it, anywhere in what was compared. */
export function isEverJudged({ strata }: RuleCheckTally, code: number): boolean {
  return [...strata.values()].some(({ coded, refused }) => coded[code]! + refused[code]! > 0);
}

/** The strata of a language, or of all for null, in which somebody looked for a code. */
export function strataFor({ strata }: RuleCheckTally, language: string | null, code: number): Stratum[] {
  return [...strata.values()].filter(
    (stratum) => (language === null || stratum.language === language) && hasBit(stratum.looked, code),
  );
}

function sumOver(
  tally: RuleCheckTally,
  language: string | null,
  code: number,
  of: (stratum: Stratum) => number,
): number {
  return strataFor(tally, language, code).reduce((sum, stratum) => sum + of(stratum), 0);
}

function countsOf(tally: RuleCheckTally, language: string | null, code: number, part: number): RuleCounts | null {
  const strata = strataFor(tally, language, code);
  if (strata.length === 0) return null;
  const sum = (of: (stratum: Stratum) => number): number => sumOver(tally, language, code, of);
  const hits = sum((stratum) => stratum.hits[part]!);
  const falseHits = sum((stratum) => stratum.falseHits[part]!);
  const misses = sum((stratum) => stratum.coded[code]!) - hits;
  return { hits, falseHits, misses, neither: sum(({ units }) => units) - hits - falseHits - misses };
}

/** Rules that fire in no unit of all that was read, and keywords of rules that do. */
export function silentParts({ options: { parts, asked }, fires }: RuleCheckTally): Part[] {
  const firing = new Set(parts.flatMap((part, i) => (part.keyword === null && fires[i]! > 0 ? [ruleKey(part)] : [])));
  return asked.flatMap((code) =>
    parts.filter(
      (part, i) =>
        part.code === code &&
        part.rule !== null &&
        fires[i] === 0 &&
        (part.keyword === null || firing.has(ruleKey(part))),
    ),
  );
}

/** Names the rule of a part. */
export function ruleKey({ code, rule }: Part): string {
  return `${code} ${rule}`;
}
