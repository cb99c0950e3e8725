import type { Bound } from '../query/bound.js';
import { leavesOf, truthOf } from '../query/case-facts.js';
import type { SourceValues } from '../query/case-values.js';
import { type Truth, together } from '../truth.js';
import { crispCases } from './crisp-cases.js';
import type { CrispCases } from './truth-table.js';

/** What is asked of each case, under a name. */
export interface Named {
  readonly name: string;
  /** As it was written. */
  readonly text: string;
  readonly expression: Bound;
}

/** A case with what was found in it. */
export interface ObservedCase {
  readonly name: string;
  /** One for each thing asked, in that order. */
  readonly values: readonly Truth[];
  /** The same: the sources that have something of what it names. */
  readonly evidence: readonly (readonly string[])[];
}

/**
 * Joins what sources say into cases.
 *
 * @param order names of cases; those that it lacks follow in the order of the sources
 */
export function observedCases(
  asked: readonly Named[],
  sources: readonly SourceValues[],
  order: readonly string[],
): readonly ObservedCase[] {
  const found = new Set(sources.flatMap(({ cases }) => [...cases.keys()]));
  const names = [...order.filter((name) => found.has(name)), ...[...found].filter((name) => !order.includes(name))];
  return names.map((name): ObservedCase => {
    const own = sources.filter(({ cases }) => cases.has(name));
    let from = 0;
    const answers = asked.map(({ expression }) => {
      const leaves = leavesOf(expression).map((_, i) => from + i);
      from += leaves.length;
      const valuesOf = (leaf: number): Truth[] => own.map(({ cases }) => cases.get(name)![leaf]!);
      const evidence = own.filter(({ cases }) => leaves.some((leaf) => cases.get(name)![leaf] === 1));
      return {
        value: truthOf(
          expression,
          leaves.map((leaf) => together(valuesOf(leaf))),
        ),
        evidence: evidence.map(({ source }) => source),
      };
    });
    return { name, values: answers.map(({ value }) => value), evidence: answers.map(({ evidence }) => evidence) };
  });
}

/** Whether all is known of a case. */
export function isKnownWhole({ values }: ObservedCase): boolean {
  return !values.includes(null);
}

/** The cases of which all is known, as a truth table takes them; what is asked last is the outcome. */
export function crispOf(asked: readonly Named[], observed: readonly ObservedCase[]): CrispCases {
  const known = observed.filter(isKnownWhole);
  const values = known.map((one) => one.values as readonly (0 | 1)[]);
  return crispCases(
    asked.slice(0, -1).map(({ name }) => name),
    known.map(({ name }) => name),
    values.map((own) => own.slice(0, -1)),
    values.map((own) => own.at(-1)!),
  );
}
