import type { CodedSpan } from '../agreement/span-f1.js';

/** Stands for no code where each unit has one code at most. */
export const NONE = '(none)';

/** What coders said of one unit that two of them or more saw. */
export interface ComparedUnit {
  /** By coder: the codes applied, each once, in the order of the codebook; null where the coder did not see the unit. */
  readonly sets: readonly (readonly string[] | null)[];
  /** The codes that all who saw the unit looked for; null where that is not known, and counts as all. Other codes are in no set. */
  readonly asked: ReadonlySet<string> | null;
}

/** A stretch of speech, by its length in code points. */
export interface Stretch {
  readonly length: number;
  /** By coder. */
  readonly seen: readonly boolean[];
  readonly asked: ReadonlySet<string> | null;
}

/** Speech that coders laid segments over. Positions are code points of the stretches laid end to end. */
export interface ComparedText {
  readonly stretches: readonly Stretch[];
  /** By coder. */
  readonly segments: readonly (readonly CodedSpan[])[];
}

/** What coders said of one source. */
export interface ComparedSource {
  readonly source: string;
  readonly units: readonly ComparedUnit[];
  /** Null where there are ratings of units and no segments. */
  readonly text: ComparedText | null;
}

/** What is compared: everything that agreement of these coders is measured on. */
export interface Compared {
  readonly coders: readonly string[];
  /** All codes that could be applied, used or not. */
  readonly codes: readonly string[];
  /** Whether a unit may be left without a code: then that is a category too. */
  readonly mayBeEmpty: boolean;
  /** What sums are resampled by: sources that hold compared units or text. */
  readonly sources: readonly ComparedSource[];
}

/** Two coders by their places. */
export interface PairOfCoders {
  readonly first: number;
  readonly second: number;
}

/**
 * All pairs of so many coders, in the order of the sums.
 *
 * @example
 * pairsOf(3) // => [{ first: 0, second: 1 }, { first: 0, second: 2 }, { first: 1, second: 2 }]
 */
export function pairsOf(coders: number): PairOfCoders[] {
  return Array.from({ length: coders }, (_, first) =>
    Array.from({ length: coders - first - 1 }, (_, i) => ({ first, second: first + 1 + i })),
  ).flat();
}

/**
 * The same of two of the coders: units and text that both saw.
 */
export function ofPair(compared: Compared, { first, second }: PairOfCoders): Compared {
  const of = <T>(values: readonly T[]): T[] => [values[first]!, values[second]!];
  const sources = compared.sources.map(({ source, units, text }) => ({
    source,
    units: units.map(({ sets, asked }) => ({ sets: of(sets), asked })).filter(({ sets }) => !sets.includes(null)),
    text: text && {
      stretches: text.stretches.map((stretch) => ({ ...stretch, seen: of(stretch.seen) })),
      segments: of(text.segments),
    },
  }));
  return { ...compared, coders: of(compared.coders), sources };
}

/**
 * How many units are compared: those that two coders or more saw.
 */
export function unitsIn({ sources }: Compared): number {
  return sources.reduce((sum, { units }) => sum + units.length, 0);
}

/**
 * How many codes a coder applied to them, each unit's by itself.
 *
 * @param coder the coder's place
 */
export function applicationsBy({ sources }: Compared, coder: number): number {
  return sources.reduce(
    (sum, { units }) => sum + units.reduce((own, { sets }) => own + (sets[coder]?.length ?? 0), 0),
    0,
  );
}

/**
 * How many of them nobody who saw them coded.
 */
export function emptyIn({ sources }: Compared): number {
  const isEmpty = ({ sets }: ComparedUnit): boolean => sets.every((set) => set === null || set.length === 0);
  return sources.reduce((sum, { units }) => sum + units.filter(isEmpty).length, 0);
}

/** The codes on which those who saw a unit differ, in the order in which they are met. */
export function differingCodes(sets: readonly (readonly string[] | null)[]): string[] {
  const seen = sets.filter((set) => set !== null);
  const used = [...new Set(seen.flat())];
  return used.filter((code) => !seen.every((set) => set.includes(code)));
}

/** Whether two lists are of the same codes: order and repeats make no difference. */
export function areSameCodes(codes: readonly string[], others: readonly string[]): boolean {
  return differingCodes([codes, others]).length === 0;
}
