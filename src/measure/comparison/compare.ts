import { type PValue } from '../multiple/adjusted.js';
import { benjaminiHochberg } from '../multiple/benjamini-hochberg.js';
import { SAMPLES } from '../permutation/allocations.js';
import { cliffsDelta } from '../permutation/cliffs-delta.js';
import { permuteGroups } from '../permutation/several-groups.js';
import { permuteTwoGroups } from '../permutation/two-groups.js';
import { type ComparedUnits, type LanguageUnits, type Statistic, figureOf } from './units.js';

/** A group's figure of a code: the unweighted mean over its units in which it is defined. */
export interface GroupMean {
  readonly units: number;
  readonly mean: number | null;
}

/** A code between groups. */
export interface ComparedCode {
  /** null where the groups are the languages. */
  readonly language: string | null;
  readonly code: number;
  /** In the order of the groups. */
  readonly groups: readonly GroupMean[];
  /** Of a language with two groups to be tested: the mean of the first less that of the second, and Cliff's δ. */
  readonly difference: number | null;
  readonly delta: number | null;
  /** Of one with several: η². */
  readonly share: number | null;
  readonly p: number | null;
  /** The smallest p that groups of these sizes can give. */
  readonly smallest: number | null;
  /** Benjamini and Hochberg's, over all tests of the comparison. */
  readonly adjusted: number | null;
  /** How many allocations there are, and how many of them were drawn; null where all were gone through. */
  readonly allocations: number | null;
  readonly samples: number | null;
  /** Why there is no test; null where there is one. */
  readonly reason: string | null;
}

export interface CompareOptions {
  readonly statistic: Statistic;
  /** Positions of the codes. */
  readonly codes: readonly number[];
  /** By position of the code: rules of it ran over everything. */
  readonly everywhere: readonly boolean[];
  /** How many allocations are drawn where there are too many to go through, and the seed of the draw. */
  readonly samples?: number;
  readonly seed?: number;
}

/** Groups of fewer units say nothing of how units of a group differ, and are not tested. */
export const LEAST_UNITS = 2;

/** The groups that occur in a language. */
export function groupsIn({ units }: LanguageUnits, groups: readonly string[]): string[] {
  return groups.filter((group) => units.some(({ value }) => value === group));
}

/** The groups of a language that have units enough to be tested. */
export function testedIn({ units }: LanguageUnits, groups: readonly string[]): string[] {
  return groups.filter((group) => units.filter(({ value }) => value === group).length >= LEAST_UNITS);
}

/** The languages in which two groups or more have units enough to be tested. */
export function testableLanguages({ languages, groups }: ComparedUnits): LanguageUnits[] {
  return languages.filter((one) => testedIn(one, groups).length >= 2);
}

/**
 * Compares each code by itself between groups of sources or cases, in each language by itself: a permutation test of their
 * unweighted means, whose units are the sources or cases.
 */
export function compareGroups(compared: ComparedUnits, options: CompareOptions): ComparedCode[] {
  const rows = testableLanguages(compared).flatMap((one) =>
    options.codes.map((code) => compareCode(compared.groups, one, code, options)),
  );
  const adjusted: PValue[] = benjaminiHochberg(rows.map(({ p }) => p));
  return rows.map((row, i) => ({ ...row, adjusted: adjusted[i]! }));
}

const UNTESTED = {
  difference: null,
  delta: null,
  share: null,
  p: null,
  smallest: null,
  adjusted: null,
  allocations: null,
  samples: null,
} as const;

function compareCode(
  groups: readonly string[],
  one: LanguageUnits,
  code: number,
  { statistic, everywhere, samples = SAMPLES, seed = 1 }: CompareOptions,
): ComparedCode {
  const { language, units } = one;
  const found = groups.map((group) =>
    units
      .filter(({ value }) => value === group)
      .map((unit) => figureOf(unit, code, statistic, everywhere[code]!))
      .filter((figure) => figure !== null),
  );
  const row = { language, code, groups: found.map(meanOf) };
  const tested = found.flatMap((figures, group) => (figures.length >= LEAST_UNITS ? [{ group, figures }] : []));
  if (tested.length < 2) {
    // What was looked for, if not to the end, has a share of turns and no presence.
    const begun = testedIn(
      { language, units: units.filter((unit) => figureOf(unit, code, 'turns', everywhere[code]!) !== null) },
      groups,
    );
    return { ...row, ...UNTESTED, reason: begun.length < 2 ? 'looked for in too few' : 'not read to the end' };
  }
  const values = tested.flatMap(({ figures }) => figures);
  if (values.every((value) => value === values[0])) return { ...row, ...UNTESTED, reason: 'no variation' };
  const of = tested.flatMap(({ group, figures }) => figures.map(() => group));
  if (testedIn(one, groups).length > 2) {
    const {
      share,
      p,
      smallest,
      allocations,
      samples: drawn,
    } = must(permuteGroups(values, of.map(String), { samples, seed }));
    return { ...row, ...UNTESTED, share, p, smallest, allocations, samples: drawn, reason: null };
  }
  const first = of.map((group) => group === of[0]);
  const test = must(permuteTwoGroups(values, first, { samples, seed }));
  return {
    ...row,
    ...UNTESTED,
    difference: test.difference,
    delta: cliffsDelta(values, first).value,
    p: test.twoSided,
    smallest: test.smallest,
    allocations: test.allocations,
    samples: test.seed === null ? null : samples,
    reason: null,
  };
}

/** Two groups with values that differ are always compared. */
function must<T>(measured: { readonly value: T } | { readonly value: null; readonly reason: string }): T {
  if (measured.value === null) throw new Error('reason' in measured ? measured.reason : 'no value');
  return measured.value;
}

function meanOf(figures: readonly number[]): GroupMean {
  const units = figures.length;
  return { units, mean: units === 0 ? null : figures.reduce((sum, figure) => sum + figure, 0) / units };
}
