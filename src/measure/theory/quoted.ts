import { quotationFinder } from '../../coding/find-quotation.js';
import type { Span } from '../../core/span.js';
import { type CodedSource, attributeOf } from '../coded-source.js';

/** The words that judgements rest on, each with its case. Plain data. */
export interface QuotedOptions {
  readonly quotations: readonly (readonly [name: string, words: string])[];
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

/** Stands in a quotation for what is left out of it. */
const LEFT_OUT = /\s*[[(（［]?(?:…+|\.{3})[\])）］]?\s*/u;

/** The parts of a quotation between which something is left out. */
export function partsOf(words: string): readonly string[] {
  return words.split(LEFT_OUT).filter((part) => part.trim() !== '');
}

/** Notes which quotations a source has. All of one stands in the same source, whoever of the case says it. */
export function addToQuoted({ options: { quotations }, cases, found }: QuotedTally, source: CodedSource): void {
  const { transcript } = source;
  const { turns } = transcript;
  const find = quotationFinder(transcript);
  const own = turns.length === 0 ? [source.case] : turns.map((turn) => attributeOf(source, turn, 'case'));
  for (const name of own) cases.add(name);
  const isOf = (name: string, { start, end }: Span): boolean =>
    turns.length === 0
      ? name === source.case
      : turns.some((turn, i) => own[i] === name && turn.start < end && start < turn.end);
  quotations.forEach(([name, words], at) => {
    if (found.has(at) || !own.includes(name)) return;
    if (partsOf(words).every((part) => find(part).some((span) => isOf(name, span)))) found.add(at);
  });
}

/** Adds a tally of the sources that follow. */
export function mergeQuoted(into: QuotedTally, from: QuotedTally): void {
  for (const name of from.cases) into.cases.add(name);
  for (const at of from.found) into.found.add(at);
}
