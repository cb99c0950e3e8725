import { wilson } from '../interval/wilson.js';
import { type Interval, type Measured, undefinedAs } from '../measured.js';

/** A keyword rule against codings by hand, over the units that both judged. */
export interface RuleCounts {
  /** Units where the rule fired and the code was laid by hand (TP). */
  readonly hits: number;
  /** Where the rule fired and the code was not laid (FP). */
  readonly falseHits: number;
  /** Where the code was laid and the rule did not fire (FN). */
  readonly misses: number;
  /** Where neither was (TN). */
  readonly neither: number;
}

/**
 * Counts the units.
 *
 * @param units for each unit whether the rule fired and whether the code was laid by hand
 * @example
 * ruleCounts([{ fired: true, coded: true }, { fired: true, coded: false }, { fired: false, coded: false }]) // => { hits: 1, falseHits: 1, misses: 0, neither: 1 }
 */
export function ruleCounts(units: Iterable<{ readonly fired: boolean; readonly coded: boolean }>): RuleCounts {
  const counts = { hits: 0, falseHits: 0, misses: 0, neither: 0 };
  for (const { fired, coded } of units) {
    if (fired) counts[coded ? 'hits' : 'falseHits']++;
    else counts[coded ? 'misses' : 'neither']++;
  }
  return counts;
}

/** A share with its Wilson interval. */
export interface Share {
  readonly share: number;
  readonly interval: Interval;
}

/**
 * Precision: of the units where the rule fired, the share that has the code by hand, TP / (TP + FP), with Wilson's interval.
 * Undefined where the rule never fires. It is agreement with a coder, not truth.
 *
 * @example
 * rulePrecision({ hits: 15, falseHits: 7, misses: 5, neither: 33 }) // => { value: { share: 0.6818182, interval: { low: 0.473186, high: 0.8363941 } } }
 */
export function rulePrecision({ hits, falseHits }: RuleCounts, confidence = 0.95): Measured<Share> {
  if (hits + falseHits === 0) return undefinedAs('the rule never fires');
  return shareOf(hits, hits + falseHits, confidence);
}

/**
 * Recall: of the units that have the code by hand, the share where the rule fired, TP / (TP + FN), with Wilson's interval.
 * Undefined where the code was never laid.
 *
 * @example
 * ruleRecall({ hits: 15, falseHits: 7, misses: 5, neither: 33 }) // => { value: { share: 0.75, interval: { low: 0.5312991, high: 0.8881383 } } }
 */
export function ruleRecall({ hits, misses }: RuleCounts, confidence = 0.95): Measured<Share> {
  if (hits + misses === 0) return undefinedAs('the code was never laid by hand');
  return shareOf(hits, hits + misses, confidence);
}

/**
 * Jaccard's J = TP / (TP + FP + FN), with Wilson's interval: a plain proportion, and F1 in other clothes.
 *
 * @example
 * ruleJaccard({ hits: 15, falseHits: 7, misses: 5, neither: 33 }) // => { value: { share: 0.5555556, interval: { low: 0.3731302, high: 0.7241414 } } }
 */
export function ruleJaccard({ hits, falseHits, misses }: RuleCounts, confidence = 0.95): Measured<Share> {
  const either = hits + falseHits + misses;
  if (either === 0) return undefinedAs('the rule never fires and the code was never laid');
  return shareOf(hits, either, confidence);
}

/**
 * F1 = 2 TP / (2 TP + FP + FN), the harmonic mean of precision and recall. Its interval is that of J carried over by
 * F1 = 2J / (1 + J), which keeps the order. Undefined only where the rule never fires and the code was never laid.
 *
 * @example
 * ruleF1({ hits: 15, falseHits: 7, misses: 5, neither: 33 }) // => { value: { share: 0.7142857, interval: { low: 0.5434740, high: 0.8400023 } } }
 */
export function ruleF1(counts: RuleCounts, confidence = 0.95): Measured<Share> {
  const jaccard = ruleJaccard(counts, confidence);
  if (jaccard.value === null) return jaccard;
  const carried = (share: number): number => (2 * share) / (1 + share);
  const { share, interval } = jaccard.value;
  return { value: { share: carried(share), interval: { low: carried(interval.low), high: carried(interval.high) } } };
}

function shareOf(part: number, whole: number, confidence: number): Measured<Share> {
  const interval = wilson(part, whole, confidence);
  return interval.value === null ? interval : { value: { share: part / whole, interval: interval.value } };
}
