import type { Codebook } from '../codebook/codebook.js';
import type { LaidCoding } from '../coding/laid.js';
import type { CodedSource } from './coded-source.js';
import type { Cooccurrence } from './cooccurrence-types.js';
import { rowsOf } from './frequency-finish.js';
import type { Counting, Denominator, Frequency, FrequencyColumn } from './frequency-types.js';
import { ancestorsIn } from './rollup.js';

/*
 * What is left of a study where only some codes are asked for. Positions are those of codes in the codebook, ascending;
 * what is returned has these codes alone, at positions from 0 on.
 */

/** A source with the codings of some codes; examples are still chosen as if all were asked for. */
export function withCodings(source: CodedSource, codes: ReadonlySet<number>): CodedSource {
  const kept = (coding: LaidCoding): boolean => codes.has(coding.code);
  return { ...source, codings: source.codings.filter(kept), chosenFrom: source.codings };
}

/** The codebook of these codes, indented by those above them that are among them. */
export function codebookOf(codebook: Codebook, positions: readonly number[]): Codebook {
  const kept = new Set(positions);
  const above = ancestorsIn(codebook);
  const depth = (code: number): number => above[code]!.filter((one) => kept.has(one)).length;
  return { ...codebook, codes: positions.map((code) => ({ ...codebook.codes[code]!, depth: depth(code) })) };
}

/** The rows of these codes. */
export function frequencyOf(frequency: Frequency, codebook: Codebook, positions: readonly number[]): Frequency {
  const column = (one: FrequencyColumn): FrequencyColumn => ({
    ...one,
    figures: picked<Counting, number | null>(one.figures, positions),
    lookedAt: picked<Denominator, number | null>(one.lookedAt, positions),
    casesLookedAt: positions.map((code) => one.casesLookedAt[code]!),
  });
  return {
    ...frequency,
    rows: rowsOf(codebookOf(codebook, positions)),
    columns: frequency.columns.map(column),
    groups: frequency.groups.map(({ group, total, cases }) => ({
      group,
      total: column(total),
      cases: cases.map(column),
    })),
  };
}

function picked<Name extends string, T>(
  figures: Readonly<Record<Name, readonly T[]>>,
  positions: readonly number[],
): Record<Name, T[]> {
  const entries = Object.entries<readonly T[]>(figures).map(
    ([name, all]) => [name, positions.map((code) => all[code]!)] as const,
  );
  return Object.fromEntries(entries) as Record<Name, T[]>;
}

/** How these codes meet. */
export function cooccurrenceOf(
  cooccurrence: Cooccurrence,
  codebook: Codebook,
  positions: readonly number[],
): Cooccurrence {
  return {
    ...cooccurrence,
    rows: rowsOf(codebookOf(codebook, positions)),
    pair: (first, second) => cooccurrence.pair(positions[first]!, positions[second]!),
  };
}
