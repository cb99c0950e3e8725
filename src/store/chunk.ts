import { setImmediate } from 'node:timers/promises';
import type { Diagnostic } from '../core/diagnostic.js';
import { attributeOf } from '../measure/coded-source.js';
import { type CaseFacts, mergeFacts } from '../measure/query/case-facts.js';
import { type Values, mergeValues, newValues } from '../measure/values.js';
import type { ReadSoFar, Unplaced } from '../report/caveats.js';
import type { CodedReading, SourceCoder } from './coded.js';
import type { CodingCount, Lost } from './log-account.js';
import type { Source } from './sources.js';
import type { Study } from './study.js';
import type { Visitor } from './visitor.js';
import type { Measures, Tallies } from './visitors.js';

/** Neighbouring sources, by position in the study. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
}

/** How much of a study a pass took in, and what it had to leave out. */
export interface Coverage {
  sources: number;
  readonly cases: Set<string>;
  /** The names by which `--case` may call them: their ids, and the values of the case attribute. */
  readonly caseNames: Set<string>;
  readonly unread: { readonly source: string; readonly reason: string }[];
  readonly unplaced: Unplaced[];
  readonly moved: CodingCount[];
  readonly lost: Lost[];
  readonly read: ReadSoFar[];
  silentTurns: number;
  /** Whether somebody wrote what the case attribute of a source is. */
  attributed: boolean;
  /** Whether a source belongs to a case that is not the source itself. */
  ownCases: boolean;
  /** The speakers named by filters that were found. */
  readonly heard: Set<string>;
  /** What sources say of their cases, where a query asks for it. */
  readonly facts: CaseFacts;
  /** In how many sources nobody looked for a code that the query asks about, by its position. */
  readonly unlooked: Map<number, number>;
  /** What sources have of the attributes that are wanted, whatever the filters leave of them. */
  readonly values: Values;
}

export function newCoverage(): Coverage {
  return {
    sources: 0,
    cases: new Set(),
    caseNames: new Set(),
    unread: [],
    unplaced: [],
    moved: [],
    lost: [],
    read: [],
    silentTurns: 0,
    attributed: false,
    ownCases: false,
    heard: new Set(),
    facts: new Map(),
    unlooked: new Map(),
    values: newValues(),
  };
}

/** Adds the coverage of the sources that follow. */
export function mergeCoverage(into: Coverage, from: Coverage): void {
  into.sources += from.sources;
  for (const name of from.cases) into.cases.add(name);
  for (const name of from.caseNames) into.caseNames.add(name);
  into.unread.push(...from.unread);
  into.unplaced.push(...from.unplaced);
  into.moved.push(...from.moved);
  into.lost.push(...from.lost);
  into.read.push(...from.read);
  into.silentTurns += from.silentTurns;
  into.attributed ||= from.attributed;
  into.ownCases ||= from.ownCases;
  for (const speaker of from.heard) into.heard.add(speaker);
  mergeFacts(into.facts, from.facts);
  for (const [code, sources] of from.unlooked) into.unlooked.set(code, (into.unlooked.get(code) ?? 0) + sources);
  mergeValues(into.values, from.values);
}

export interface ChunkResult<M extends Measures> {
  readonly tallies: Tallies<M>;
  readonly coverage: Coverage;
  /** In the order of the sources. */
  readonly diagnostics: readonly Diagnostic[];
  /** Expressions that ran away. */
  readonly runaways: readonly string[];
}

/** So long the process may be deaf to signals, but for one large file: milliseconds. */
const PATIENCE = 50;

/**
 * Reads, codes and counts the sources of a chunk. A bad file is named and passed over.
 *
 * @param handOn takes what the tallies hold so far, whenever they are full
 */
export async function passChunk<M extends Measures>(
  study: Study,
  measures: M,
  { from, to }: Chunk,
  coder: SourceCoder,
  visitor: Visitor<M, Tallies<M>>,
  handOn: (tallies: Tallies<M>) => Promise<void>,
  done: (source: Source) => void = () => undefined,
): Promise<ChunkResult<M>> {
  const tallies = visitor.create(study, measures);
  const coverage = newCoverage();
  const diagnostics: Diagnostic[] = [];
  let rested = performance.now();
  const rest = async (): Promise<void> => {
    if (performance.now() - rested <= PATIENCE) return;
    await setImmediate();
    rested = performance.now();
  };
  for (const source of study.sources.slice(from, to)) {
    const outcome = await coder.read(source);
    diagnostics.push(...outcome.diagnostics);
    for (const _ of (outcome.value && visitor.add(tallies, outcome.value)) ?? []) {
      await handOn(tallies);
      await rest();
    }
    cover(coverage, source, outcome, study.settings.caseAttribute);
    done(source);
    await rest();
  }
  return { tallies, coverage, diagnostics, runaways: [...coder.runaways] };
}

function cover(coverage: Coverage, { id }: Source, reading: CodedReading, caseAttribute: string): void {
  const { value, unread, unplaced, moved, lost, read, silentTurns } = reading;
  if (unread !== undefined) coverage.unread.push({ source: id, reason: unread });
  coverage.silentTurns += silentTurns;
  if (reading.values) mergeValues(coverage.values, reading.values);
  if (!value) return;
  const { turns } = value.transcript;
  const included = turns.filter(value.included);
  if (turns.length > 0 && included.length === 0) return;
  coverage.sources++;
  coverage.unplaced.push(...unplaced);
  coverage.moved.push(...moved);
  coverage.lost.push(...lost);
  coverage.read.push(...read);
  coverage.attributed ||= reading.attributed === true;
  for (const code of reading.unlooked ?? []) coverage.unlooked.set(code, (coverage.unlooked.get(code) ?? 0) + 1);
  if (reading.facts) mergeFacts(coverage.facts, reading.facts);
  for (const speaker of reading.heard ?? []) coverage.heard.add(speaker);
  // Where no speaker has a case of its own, one turn stands for all.
  for (const turn of value.personal?.has('case') ? included : [included[0]]) {
    const name = attributeOf(value, turn, 'case');
    coverage.cases.add(name);
    coverage.ownCases ||= name !== id;
    coverage.caseNames.add(name).add(attributeOf(value, turn, caseAttribute));
  }
}
