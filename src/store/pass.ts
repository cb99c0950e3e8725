import { statSync } from 'node:fs';
import type { Diagnostic } from '../core/diagnostic.js';
import { type PassOptions, createSourceCoder } from './coded.js';
import { type Chunk, type ChunkResult, type Coverage, mergeCoverage, newCoverage, passChunk } from './chunk.js';
import { finding } from './finding.js';
import { usesExpression } from './stopped-rules.js';
import type { Study } from './study.js';
import { type Measures, type SummedMeasures, type Tallies, visitorFor } from './visitors.js';

/** A pass over all sources of a study. */
export interface PassRequest {
  readonly study: Study;
  readonly options: Omit<PassOptions, 'excluded'>;
  /** How many threads share the work; with 1 there is no other thread. */
  readonly jobs: number;
  readonly tell: (diagnostics: readonly Diagnostic[]) => void;
  readonly progress: (done: number, total: number) => void;
}

/** Bytes of sources whose rows are held in memory together. */
const STREAMED = 1 << 20;

/** What a pass came to, and how much of the study it covered. */
export interface PassResult<T> {
  readonly value: T;
  readonly coverage: Coverage;
  /** Rules left out for every source since an expression of theirs ran away. */
  readonly leftOut: readonly LeftOut[];
  /** Expressions of the query, as written, that ran away: they count as found nowhere. */
  readonly unanswered: readonly string[];
}

export interface LeftOut {
  readonly code: string;
  readonly rule: string;
}

/**
 * Adds up measures over all sources. The result does not depend on `jobs`. Each tally is handed on once, when its sources
 * are done, and is the pass's own from then on.
 */
export async function tallyPass<M extends SummedMeasures>(
  request: PassRequest,
  measures: M,
): Promise<PassResult<Tallies<M>>> {
  const { study, jobs } = request;
  const visitor = visitorFor(measures);
  const chunks = jobs === 1 ? [wholeOf(study)] : chunksOf(study, totalSize(study) / (jobs * 2));
  return withoutRunaways(request, async (excluded) => {
    let sum: Tallies<M> | null = null;
    const end = await passChunks(request, measures, chunks, excluded, async (tallies) => {
      if (sum === null) sum = tallies;
      else visitor.merge(sum, tallies);
    });
    return { value: sum ?? visitor.create(study, measures), ...end };
  });
}

/**
 * Hands on what each few sources come to, in their order and in parts of a bounded size, so that nothing grows with the
 * corpus or with one source.
 *
 * @param begin makes a place for the results; called again where a rule that ran away makes a new start necessary
 * @returns the place of the attempt that counts
 */
export async function streamPass<M extends Measures, Place>(
  request: PassRequest,
  measures: M,
  begin: () => Place,
  consume: (place: Place, tallies: Tallies<M>) => Promise<void>,
): Promise<PassResult<Place>> {
  const chunks = chunksOf(request.study, STREAMED);
  return withoutRunaways(request, async (excluded) => {
    const place = begin();
    const end = await passChunks(request, measures, chunks, excluded, (tallies) => consume(place, tallies));
    return { value: place, ...end };
  });
}

/** Repeats a pass until no expression runs away; those that did count for no source. */
async function withoutRunaways<T>(
  { study, options, tell }: PassRequest,
  attempt: (excluded: ReadonlySet<string>) => Promise<{ readonly value: T } & Ending>,
): Promise<PassResult<T>> {
  const excluded = new Set<string>();
  const searches = options.filters.query?.query.searches ?? [];
  for (;;) {
    const { value, coverage, runaways } = await attempt(excluded);
    if (runaways.size === 0) {
      const all = [...excluded];
      const leftOut = all.flatMap((written) => rulesWith(study, written));
      return { value, coverage, leftOut, unanswered: all.filter((written) => searches.includes(written)) };
    }
    for (const written of runaways) excluded.add(written);
    tell([...runaways].flatMap((written) => runawayFindings(study, searches, written)));
  }
}

function runawayFindings(study: Study, searches: readonly string[], written: string): Diagnostic[] {
  const [rule] = rulesWith(study, written);
  const ofQuery = finding(
    'QC424',
    `the expression ${written} of the query ran out of time: it counts as found nowhere`,
  );
  return [...(searches.includes(written) ? [ofQuery] : []), ...(rule ? [runawayRule(study, rule, written)] : [])];
}

function runawayRule(study: Study, rule: ReturnType<typeof rulesWith>[number], written: string): Diagnostic {
  const place = study.codebook && { file: study.codebook.file, line: rule.line, column: rule.column };
  return finding(
    'QC424',
    `the expression ${written} of the code "${rule.code}" ran out of time and is left out for every source`,
    place ?? undefined,
  );
}

/** The rules in which an expression stands. */
function rulesWith(
  { codebook }: Study,
  written: string,
): (LeftOut & { readonly line: number; readonly column: number })[] {
  const stopped = new Set([written]);
  return (codebook?.codes ?? []).flatMap((code) =>
    code.rules
      .filter((rule) => usesExpression(code, rule, stopped))
      .map(({ name, line, column }) => ({ code: code.id, rule: name, line, column })),
  );
}

/** How an attempt ended: what it covered, and which expressions ran away. */
interface Ending {
  readonly coverage: Coverage;
  readonly runaways: ReadonlySet<string>;
}

/**
 * One attempt at a pass. A query that asks what cases have takes two: what each source says of its cases must be known
 * before the first coding is selected.
 */
async function passChunks<M extends Measures>(
  request: PassRequest,
  measures: M,
  chunks: readonly Chunk[],
  excluded: ReadonlySet<string>,
  consume: (tallies: Tallies<M>) => Promise<void>,
): Promise<Ending> {
  const { study, tell, progress } = request;
  let { options } = request;
  if (options.facts === undefined && (options.filters.query?.query.cases.length ?? 0) > 0) {
    const gather = { ...request, options: { ...options, facts: 'gather' as const } };
    const before = await passChunks(gather, {}, chunks, excluded, async () => undefined);
    if (before.runaways.size > 0) return before;
    options = { ...options, facts: before.coverage.facts };
  }
  const total = study.sources.length;
  const runaways = new Set<string>();
  const coverage = newCoverage();
  const take = async (result: ChunkResult<M>): Promise<void> => {
    tell(result.diagnostics);
    for (const written of result.runaways) runaways.add(written);
    mergeCoverage(coverage, result.coverage);
    await consume(result.tallies);
  };
  const jobs = Math.min(request.jobs, chunks.length);
  if (jobs > 1) {
    const work = { study, options: { ...options, excluded }, measures };
    const { passOnWorkers } = await import('./threads.js');
    await passOnWorkers(work, chunks, jobs, { handOn: consume, take }, (done) => progress(done, total));
    return { coverage, runaways };
  }
  const coder = await createSourceCoder(study, { ...options, excluded });
  const visitor = visitorFor(measures);
  let done = 0;
  for (const chunk of chunks) {
    await take(await passChunk(study, measures, chunk, coder, visitor, consume, () => progress(++done, total)));
  }
  return { coverage, runaways };
}

const wholeOf = ({ sources }: Study): Chunk => ({ from: 0, to: sources.length });

/** Neighbouring sources of about so many bytes together; the last source of a chunk may exceed it. */
function chunksOf({ sources }: Study, size: number): Chunk[] {
  const chunks: Chunk[] = [];
  let from = 0;
  let sum = 0;
  sources.forEach(({ path }, i) => {
    sum += sizeOf(path);
    if (sum < size && i < sources.length - 1) return;
    chunks.push({ from, to: i + 1 });
    from = i + 1;
    sum = 0;
  });
  return chunks;
}

function totalSize({ sources }: Study): number {
  return sources.reduce((sum, { path }) => sum + sizeOf(path), 0);
}

/** Bytes; what cannot be read weighs nothing here and is reported when its turn comes. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
