import { MISSING } from '../coded-source.js';
import { adjustedResiduals } from '../crosstab/adjusted-residuals.js';
import { type Test, chiSquare } from '../crosstab/chi-square.js';
import { cramersV } from '../crosstab/cramers-v.js';
import { expectedCounts, shareBelowFive } from '../crosstab/expected.js';
import { gSquared } from '../crosstab/g-squared.js';
import { type Rate, rate } from '../crosstab/rate.js';
import { type Counts, withoutEmpty } from '../crosstab/table.js';
import { LANGUAGE } from '../language.js';
import { hasBit } from '../looked.js';
import { type Measured, undefinedAs } from '../measured.js';
import { type ComparedPart, type ComparisonTally } from './tally.js';
import { coveredParts, grouped } from './units.js';

/** The codings of a code in a group of sources. */
export interface DescribedCell {
  readonly code: number;
  readonly value: string;
  /** null where nobody looked for the code. */
  readonly segments: number | null;
  /** null where the code is not in the table of counts. */
  readonly expected: number | null;
  readonly residual: number | null;
  /** Words in which somebody looked for the code; null between languages, where they do not compare. */
  readonly words: number | null;
  readonly rate: Measured<Rate>;
}

/** The codings of one language as a table of codes by groups. */
export interface DescribedLanguage {
  /** null where the groups are the languages. */
  readonly language: string | null;
  readonly values: readonly string[];
  readonly cells: readonly DescribedCell[];
  /** Codes that somebody looked for in every source: those of the table of counts. */
  readonly counted: number;
  readonly segments: number;
  readonly chiSquare: Measured<Test>;
  readonly gSquared: Measured<Test>;
  readonly cramersV: Measured;
  readonly belowFive: Measured;
  /** Too many expected counts are too small for the distribution that p is taken from (Cochran 1954). */
  readonly sparse: boolean;
}

/** Describes the coded segments of groups, in each language by itself. */
export function describeGroups(
  tally: ComparisonTally,
  codes: readonly number[],
  caseGroups: readonly string[],
): DescribedLanguage[] {
  const given = coveredParts(tally, caseGroups).parts.filter(({ value }) => value !== MISSING);
  const languages: readonly (readonly [string | null, readonly ComparedPart[]])[] =
    tally.options.by === LANGUAGE ? [[null, given]] : grouped(given, ({ language }) => language);
  return languages.map(([language, parts]) => describeLanguage(language, parts, codes, tally.options.everywhere));
}

function describeLanguage(
  language: string | null,
  parts: readonly ComparedPart[],
  codes: readonly number[],
  everywhere: readonly boolean[],
): DescribedLanguage {
  const columns = grouped(parts, ({ value }) => value);
  const counted = codes.filter((code) => parts.every(({ looked }) => hasBit(looked, code)));
  const place = new Map(counted.map((code, i) => [code, i]));
  const counts = counted.map((code) => columns.map(([, own]) => segmentsOf(own, code)));
  const expected = expectedCounts(counts);
  const residuals = adjustedResiduals(counts);
  const cells = codes.flatMap((code) =>
    columns.map(([value, own], column): DescribedCell => {
      const looked = own.filter((part) => hasBit(part.looked, code));
      const row = place.get(code);
      const segments = looked.length === 0 ? null : segmentsOf(looked, code);
      const words = looked.reduce((sum, part) => sum + (everywhere[code] ? part.words : part.readWords), 0);
      const compares = language !== null && segments !== null;
      return {
        code,
        value,
        segments,
        expected: row === undefined || counted.length < 2 ? null : expected[row]![column]!,
        residual: row === undefined ? null : residuals[row]![column]!,
        words: compares ? words : null,
        rate: compares
          ? rate(segments, words)
          : undefinedAs(language === null ? 'languages do not compare' : 'nobody looked'),
      };
    }),
  );
  return {
    language,
    values: columns.map(([value]) => value),
    cells,
    counted: counted.length,
    segments: counts.flat().reduce((sum, count) => sum + count, 0),
    chiSquare: chiSquare(counts),
    gSquared: gSquared(counts),
    cramersV: cramersV(counts),
    belowFive: counted.length < 2 ? undefinedAs('fewer than two codes') : shareBelowFive(counts),
    sparse: isSparse(counts),
  };
}

function isSparse(counts: Counts): boolean {
  const expected = expectedCounts(withoutEmpty(counts))
    .flat()
    .map((count) => count ?? 0);
  const small = expected.filter((count) => count < 5).length;
  return small > expected.length / 5 || expected.some((count) => count < 1);
}

function segmentsOf(parts: readonly ComparedPart[], code: number): number {
  return parts.reduce((sum, { segments }) => sum + segments[code]!, 0);
}
