import { type LaidCoding, byPlace } from '../coding/laid.js';
import type { Codebook } from '../codebook/codebook.js';
import type { Turn } from '../text/transcript.js';
import { type CodedSource, isCounted } from './coded-source.js';
import type { FrequencyOptions } from './frequency-types.js';
import { addText } from './frequency-text.js';
import { type Looked, lookedIn, readIn } from './looked.js';
import { type Ancestors, ancestorsIn, rolledUp } from './rollup.js';
import type { Scripts } from './scripts.js';
import {
  type Stratum,
  type StratumName,
  addAll,
  keyOf,
  mergeStratum,
  newStratum,
  strataOf,
  type Labels,
  noteLabel,
} from './stratum.js';
import { turnFinder } from './turns.js';

/** In how many sources of a column, group or case codes occur; and how many sources of the same `read`, with how many speakers, there are. */
export interface Spread {
  /** Which column, group or case: one of `spreadKeys`. */
  readonly of: string;
  /** One bit a code: somebody looked for it in each of the sources, in all of it or in part. */
  readonly read: Uint32Array;
  readonly sources: Uint32Array | null;
  all: number;
  /** Labels, told apart by source; counted with words. */
  speakers: number;
}

/** Counts in the making: plain data, so that workers can hand it over. Nothing in it grows with the text. */
export interface FrequencyTally {
  readonly options: FrequencyOptions;
  readonly codes: number;
  readonly ancestors: Ancestors;
  readonly strata: Map<string, Stratum>;
  /** How columns by speaker are shown. */
  readonly labels: Labels;
  /** By `of` and for which codes somebody looked. */
  readonly spreads: Map<string, Spread>;
  /** Where words are counted. */
  readonly scripts: Scripts;
}

export function createFrequency(codebook: Codebook, options: FrequencyOptions): FrequencyTally {
  const ancestors = ancestorsIn(codebook);
  return {
    options,
    codes: codebook.codes.length,
    ancestors,
    strata: new Map(),
    labels: new Map(),
    spreads: new Map(),
    scripts: { han: 0, spaced: 0 },
  };
}

/** Keys of the spreads that a stratum adds to: its column, its group, and its case within the group. */
export function spreadKeys({ group, column, case: ofCase }: StratumName): readonly [string, string, string] {
  return [`column\0${group}\0${column}`, `group\0${group}`, `case\0${group}\0${ofCase}`];
}

/** Adds a source. Without further needs this is one increment a coding. */
export function addToFrequency(tally: FrequencyTally, source: CodedSource): void {
  const { options, codes } = tally;
  const { turns } = source.transcript;
  const touched = new Set<Stratum>();
  const looked = lookedIn(source, codes);
  const read = readIn(source, codes);
  const open = (name: StratumName): Stratum => {
    const key = keyOf(name, looked, read);
    let stratum = tally.strata.get(key);
    if (stratum === undefined) tally.strata.set(key, (stratum = newStratum(name, looked, read, codes, options.needs)));
    touched.add(stratum);
    return stratum;
  };
  if (!isCounted(source)) return;
  const stratumOf = strataOf(source, options, tally.labels, open);
  if (turns.length === 0) stratumOf(NO_TURN);
  else if (touched.size === 0) for (const turn of turns) if (source.included(turn)) stratumOf(turn);

  const codings = options.rollup ? rolledUp(source.codings, tally.ancestors) : source.codings;
  countCodings(tally, source, codings, stratumOf);
  const spreads = new Map([...touched].map((stratum) => [stratum, spreadsOf(tally, stratum, read)]));
  countSources(tally, source, codings, stratumOf, spreads);
  if (options.needs.words || options.needs.paragraphs)
    addText({ needs: options.needs, codes, scripts: tally.scripts, spreads }, source, codings, stratumOf);
}

/** Stands for the only turn of an empty source. */
const NO_TURN: Turn = { start: 0, end: 0, index: 0, speech: 0, speaker: null, role: 'other' };

function countCodings(
  { options, ancestors }: FrequencyTally,
  source: CodedSource,
  codings: readonly LaidCoding[],
  stratumOf: (turn: Turn) => Stratum,
): void {
  const among = options.among && new Set(options.among);
  const isOfWhole = (code: number): boolean => among?.has(code) ?? true;
  countSegments(source, codings, stratumOf, options.rollup ? () => false : isOfWhole);
  if (options.rollup) {
    countEach(source, source.codings, stratumOf, (stratum, code) => {
      if (isOfWhole(code)) stratum.base.segments++;
    });
  }
  if (!options.needs.hits) return;
  const hits = hitsOf(source);
  countEach(
    source,
    options.rollup ? rolledUp(hits, ancestors) : hits,
    stratumOf,
    (stratum, code) => stratum.hits![code]!++,
  );
  countEach(source, hits, stratumOf, (stratum) => stratum.base.hits++);
}

/** One increment a coding, and one for the whole where it is of that. */
function countSegments(
  source: CodedSource,
  codings: readonly LaidCoding[],
  stratumOf: (turn: Turn) => Stratum,
  isOfWhole: (code: number) => boolean,
): void {
  const find = turnFinder(source);
  let turn: Turn | null = null;
  let stratum: Stratum | null = null;
  for (const coding of codings) {
    const found = find(coding);
    if (found !== turn) {
      turn = found;
      stratum = turn === null ? null : stratumOf(turn);
    }
    if (stratum === null) continue;
    stratum.segments[coding.code]!++;
    if (isOfWhole(coding.code)) stratum.base.segments++;
  }
}

/** Counts spans in the turns they belong to; those that do not pass the filters are left out. */
function countEach(
  source: CodedSource,
  spans: readonly LaidCoding[],
  stratumOf: (turn: Turn) => Stratum,
  count: (stratum: Stratum, code: number) => void,
): void {
  const find = turnFinder(source);
  for (const span of spans) {
    const turn = find(span);
    if (turn !== null) count(stratumOf(turn), span.code);
  }
}

/** The matched words of a source, one for each span and code, as if they were codings: so they roll up alike. */
function hitsOf({ codings }: CodedSource): LaidCoding[] {
  const hits = codings.flatMap(({ code, hits: matched }) =>
    matched.map(({ start, end }) => ({ start, end, code, hits: [], coders: [] })),
  );
  return hits.sort(byPlace).filter((hit, i) => i === 0 || byPlace(hits[i - 1]!, hit) !== 0);
}

/** Counts the source once for each column, group and case in which it has the code. */
function countSources(
  tally: FrequencyTally,
  source: CodedSource,
  codings: readonly LaidCoding[],
  stratumOf: (turn: Turn) => Stratum,
  spreads: ReadonlyMap<Stratum, readonly Spread[]>,
): void {
  for (const spread of new Set([...spreads.values()].flat())) spread.all++;
  if (!tally.options.needs.sources) return;
  const counted = new Map<Spread, Set<number>>();
  const find = turnFinder(source);
  for (const coding of codings) {
    const turn = find(coding);
    if (turn === null) continue;
    for (const spread of spreads.get(stratumOf(turn))!) {
      let codesHere = counted.get(spread);
      if (codesHere === undefined) counted.set(spread, (codesHere = new Set()));
      if (codesHere.has(coding.code)) continue;
      codesHere.add(coding.code);
      spread.sources![coding.code]!++;
    }
  }
}

function spreadsOf({ spreads, codes, options }: FrequencyTally, stratum: Stratum, read: Looked): Spread[] {
  return spreadKeys(stratum).map((of) => {
    const key = `${of}\0${read.key}`;
    let spread = spreads.get(key);
    if (spread === undefined) {
      spread = {
        of,
        read: read.bits,
        sources: options.needs.sources ? new Uint32Array(codes) : null,
        all: 0,
        speakers: 0,
      };
      spreads.set(key, spread);
    }
    return spread;
  });
}

/** Adds a tally of other sources to `into`, as if their sources had been added to it. `from` is used up. */
export function mergeFrequency(into: FrequencyTally, from: FrequencyTally): void {
  for (const [key, stratum] of from.strata) {
    const known = into.strata.get(key);
    if (known === undefined) into.strata.set(key, stratum);
    else mergeStratum(known, stratum);
  }
  for (const [key, label] of from.labels) noteLabel(into.labels, key, label);
  into.scripts.han += from.scripts.han;
  into.scripts.spaced += from.scripts.spaced;
  for (const [key, spread] of from.spreads) {
    const known = into.spreads.get(key);
    if (known === undefined) into.spreads.set(key, spread);
    else {
      known.all += spread.all;
      known.speakers += spread.speakers;
      if (known.sources && spread.sources) addAll(known.sources, spread.sources);
    }
  }
}
