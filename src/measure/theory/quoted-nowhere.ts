import { type CodedSource, attributeOf } from '../coded-source.js';
import { type JudgedWords, findJudgedWords } from './find-judged-words.js';

export interface QuotedOptions {
  readonly quotations: readonly JudgedWords[];
}

export interface QuotedTally {
  readonly options: QuotedOptions;
  /** The cases that the sources read belong to. */
  readonly cases: Set<string>;
  /** Positions of the quotations that stand in a turn of their case. */
  readonly found: Set<number>;
}

export function createQuoted(options: QuotedOptions): QuotedTally {
  return { options, cases: new Set(), found: new Set() };
}

/** Notes which quotations a source has, whoever of the case says them, also in turns that are not counted. */
export function addToQuoted({ options: { quotations }, cases, found }: QuotedTally, source: CodedSource): void {
  const { turns } = source.transcript;
  if (turns.length === 0) cases.add(source.case);
  for (const turn of turns) cases.add(attributeOf(source, turn, 'case'));
  const positions = new Map(quotations.map((one, at) => [one, at]));
  const missing = quotations.filter((_, at) => !found.has(at));
  for (const { one } of findJudgedWords({ ...source, included: () => true }, missing)) found.add(positions.get(one)!);
}

/** Adds a tally of the sources that follow. */
export function mergeQuoted(into: QuotedTally, from: QuotedTally): void {
  for (const name of from.cases) into.cases.add(name);
  for (const at of from.found) into.found.add(at);
}
