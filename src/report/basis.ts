import type { AnalysisSet } from '../measure/analysis-set.js';
import { definitionOf, nameOf } from '../measure/analysis-set.js';
import type { Asked } from './asked.js';

/** What was read. No table is printed without it. */
export interface Reading {
  /** Whose codings are counted; absent without a codebook, when there are none. */
  readonly set?: AnalysisSet;
  /** What was left in and out, each a phrase: `turns of interviewers left out`. */
  readonly filters: readonly string[];
  /** How many sources and cases were read. */
  readonly sources: number;
  readonly cases: number;
  /** How many sources more could not be read; 0 when absent. */
  readonly unread?: number;
}

/** What the figures of a table rest on. */
export interface Basis extends Reading {
  readonly set: AnalysisSet;
  /** What a query leaves unknown, where there is one. */
  readonly asked?: Asked;
}

/** The same where there is no codebook. */
export function uncoded({ filters, sources, cases, unread = 0 }: Basis): Reading {
  return { filters, sources, cases, unread };
}

/** `1 case`, `2 cases`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** Names as a sentence has them: `ann, bo and cy`. */
export function listInWords(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}

/** The notes that every table of figures ends with: analysis set, filters, and what was read. */
export function basisNotes({ set, filters, sources, cases, unread = 0 }: Reading): string[] {
  const read =
    unread > 0
      ? `${sources} of ${counted(sources + unread, 'source')}, of ${counted(cases, 'case')}`
      : `${counted(sources, 'source')} of ${counted(cases, 'case')}`;
  return [
    ...(set === undefined ? [] : [`Analysis set: ${nameOf(set)} (${definitionOf(set)}).`]),
    `Read: ${read}. ${filters.length > 0 ? `Filters: ${filters.join('; ')}.` : 'No filter: all speech, interviewers included.'}`,
  ];
}

/** What figures are called in titles: rules alone give keyword hits, not codings. */
export function titleOf(set: AnalysisSet): string {
  return set.kind === 'rules' ? 'keyword hits' : 'codings';
}
