import type { LaidCoding } from '../coding/laid.js';
import type { Codebook } from '../codebook/codebook.js';
import { byCodePoint } from '../core/order.js';
import { type CodedSource, attributeOf } from './coded-source.js';
import { roughWidth } from './excerpt.js';
import { type Quotation, type Quoting, mayQuote, quoter } from './quotation.js';
import { turnFinder } from './turns.js';

/** Quotations of these widths, in columns, can be read at a glance and still say something. */
const SHORTEST = 40;
const LONGEST = 280;
/** Of how many cases, the first by their ids, candidates are kept for a code: what keeps memory bounded. */
const MOST_CASES = 50;

/** What quotations are chosen for. */
const CODE = { name: 'code', before: 'the codes before it in the codebook (shown or not)' };
export const GROUP = { name: 'group', before: 'the groups before it' };

/** The selection rule as reports print it. */
export function describeSelection(limit: number, { name, before } = CODE): string {
  return [
    `At most ${limit} quotation${limit === 1 ? '' : 's'} a ${name}, each from another case as far as there are any;`,
    `the cases quoted least for ${before} go first,`,
    'then those of the first columns of the frequency table.',
    'Within a case, codings that a coder laid or accepted come before mere keyword hits;',
    `then those of ${SHORTEST} to ${LONGEST} columns (a Chinese character is two), else the nearest to that; then text order.`,
    `Of a ${name} found in more than ${MOST_CASES} cases, the first ${MOST_CASES} by their ids are looked through.`,
    'Speakers who did not consent to be quoted are left out.',
  ].join(' ');
}

/** How well a coding serves as an example: less is better, `rank` before `misfit`. */
export interface Fit {
  /** 0: a coder laid or accepted it; 1: a rule alone. */
  readonly rank: number;
  /** Columns too short or too long; 0 within the range. */
  readonly misfit: number;
}

/** A quotation that may be chosen. */
export interface Candidate extends Fit {
  readonly quotation: Quotation;
}

/** For one code: the best candidates of each case, best first; once it is full, the last of its cases. */
interface Shelf {
  readonly cases: Map<string, Candidate[]>;
  last: string | undefined;
}

/** Candidates in the making: plain data. Bounded by codes × cases × limit, whatever the text. */
export interface ExampleTally {
  readonly codes: readonly string[];
  /** How many quotations a code gets at most. */
  readonly limit: number;
  readonly shelves: readonly Shelf[];
  readonly quoting?: Quoting;
}

export function createExamples(codebook: Codebook, limit: number, quoting: Quoting = {}): ExampleTally {
  return {
    quoting,
    codes: codebook.codes.map(({ id }) => id),
    limit,
    shelves: codebook.codes.map(() => ({ cases: new Map(), last: undefined })),
  };
}

/** Adds the candidates of a source. Text is decoded only for codings that beat those kept so far. */
export function addToExamples(tally: ExampleTally, source: CodedSource): void {
  const { text, source: name } = source.transcript;
  const find = turnFinder(source);
  const quote = onFirstUse(() => quoter(source, tally.quoting));
  for (const coding of source.codings) {
    const turn = find(coding);
    if (turn === null || !mayQuote(source, coding)) continue;
    const kept = candidatesFor(tally, coding.code, attributeOf(source, turn, 'case'));
    if (kept === undefined) continue;
    const fit = fitOf(text, coding);
    if (!mayTake(kept, fit, name, tally.limit)) continue;
    insert(kept, { ...fit, quotation: quote()(coding, turn, tally.codes[coding.code]!) }, tally.limit);
  }
}

/**
 * Whether a coding of a source comes among the candidates kept so far, so that its words are worth decoding. Codings of
 * one source come in text order: one that ties with a kept one of its source stands after it.
 */
export function mayTake(kept: readonly Candidate[], { rank, misfit }: Fit, source: string, limit: number): boolean {
  if (kept.length < limit) return true;
  const worst = kept.at(-1);
  if (worst === undefined) return false;
  return (rank - worst.rank || misfit - worst.misfit || byCodePoint(source, worst.quotation.source)) < 0;
}

function onFirstUse<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Puts a candidate in its place among those kept, best first; past `limit` the last goes. */
export function insert(shelf: Candidate[], candidate: Candidate, limit: number): void {
  let at = shelf.length;
  while (at > 0 && compare(candidate, shelf[at - 1]!) < 0) at--;
  shelf.splice(at, 0, candidate);
  if (shelf.length > limit) shelf.pop();
}

function compare(a: Candidate, b: Candidate): number {
  const [one, other] = [a.quotation, b.quotation];
  return (
    a.rank - b.rank ||
    a.misfit - b.misfit ||
    byCodePoint(one.source, other.source) ||
    one.start - other.start ||
    one.end - other.end
  );
}

export function fitOf(text: Uint8Array, coding: LaidCoding): Fit {
  return { rank: coding.coders.length > 0 ? 0 : 1, misfit: misfitOf(text, coding) };
}

function misfitOf(text: Uint8Array, { start, end }: LaidCoding): number {
  // A character is at most four bytes and two columns: far too long is told without reading.
  if (end - start > 8 * LONGEST) return end - start;
  const width = roughWidth(text, start, end);
  return Math.max(0, SHORTEST - width, width - LONGEST);
}

/** The candidates of a code and case, or undefined where enough other cases come before it. */
function candidatesFor({ shelves }: ExampleTally, code: number, ofCase: string): Candidate[] | undefined {
  const shelf = shelves[code]!;
  const known = shelf.cases.get(ofCase);
  if (known !== undefined) return known;
  if (shelf.last !== undefined && byCodePoint(ofCase, shelf.last) > 0) return undefined;
  if (shelf.last !== undefined) shelf.cases.delete(shelf.last);
  const kept: Candidate[] = [];
  shelf.cases.set(ofCase, kept);
  if (shelf.cases.size === MOST_CASES) shelf.last = [...shelf.cases.keys()].sort(byCodePoint).at(-1);
  return kept;
}

/** Selects by the same rule among candidates in groups, each of which stands for a code. */
export function selectAmong(
  groups: readonly (readonly Candidate[])[],
  limit: number,
  caseOrder: readonly string[],
): Quotation[][] {
  const shelves = groups.map((): Shelf => ({ cases: new Map(), last: undefined }));
  const tally = { codes: [], limit, shelves };
  groups.forEach((candidates, group) => {
    for (const candidate of candidates) {
      const kept = candidatesFor(tally, group, candidate.quotation.case);
      if (kept !== undefined) insert(kept, candidate, limit);
    }
  });
  return selectExamples(tally, caseOrder);
}

/** Adds a tally of other sources to `into`, as if their sources had been added to it. */
export function mergeExamples(into: ExampleTally, from: ExampleTally): void {
  from.shelves.forEach((shelf, code) => {
    for (const [ofCase, candidates] of shelf.cases) {
      const kept = candidatesFor(into, code, ofCase);
      for (const candidate of kept === undefined ? [] : candidates) insert(kept!, candidate, into.limit);
    }
  });
}

/**
 * Selects the examples of every code, in codebook order, by the rule of `describeSelection`.
 *
 * @param caseOrder cases in the order of the columns, each once; others follow in code-point order
 */
export function selectExamples({ shelves, limit }: ExampleTally, caseOrder: readonly string[]): Quotation[][] {
  const place = new Map(caseOrder.map((name, index) => [name, index]));
  const quoted = new Map<string, number>();
  const byOrder = (a: string, b: string): number =>
    (place.get(a) ?? caseOrder.length) - (place.get(b) ?? caseOrder.length) || byCodePoint(a, b);
  return shelves.map((shelf) => {
    const cases = [...shelf.cases.keys()];
    cases.sort((a, b) => (quoted.get(a) ?? 0) - (quoted.get(b) ?? 0) || byOrder(a, b));
    const chosen: { readonly name: string; readonly quotation: Quotation }[] = [];
    for (let round = 0; round < limit; round++) {
      for (const name of cases) {
        const candidate = shelf.cases.get(name)![round];
        if (candidate !== undefined && chosen.length < limit) chosen.push({ name, quotation: candidate.quotation });
      }
    }
    for (const { name } of chosen) quoted.set(name, (quoted.get(name) ?? 0) + 1);
    return chosen.sort((a, b) => byOrder(a.name, b.name)).map(({ quotation }) => quotation);
  });
}
