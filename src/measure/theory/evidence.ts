import type { Codebook } from '../../codebook/codebook.js';
import type { LaidCoding } from '../../coding/laid.js';
import type { UnitKind } from '../../text/transcript.js';
import { type CodedSource, attributeOf } from '../coded-source.js';
import { hasBit, lookedIn } from '../looked.js';
import { type Bound, isCondition } from '../query/bound.js';
import { type QueryTools, evaluator } from '../query/evaluate.js';
import { turnTruth } from '../query/turn-truth.js';
import { type Candidate, fitOf, insert, mayTake } from '../examples.js';
import { type Quotation, mayQuote, quoter, withheld } from '../quotation.js';
import { turnFinder } from '../turns.js';
import { type JudgedWords, judgedWordsIn } from './judged-words.js';
import { type Truth, or } from './truth.js';

/** What is asked of each case. Plain data. */
export interface EvidenceOptions {
  /** Those of the theory, in their order. */
  readonly facts: readonly Bound[];
  /** Judgements of codes: case, position of the code, value. */
  readonly judged: readonly (readonly [string, number, Truth])[];
  /** Whether only codings that say `stance: affirms` affirm; else every coding does. */
  readonly byStance: boolean;
  readonly unit: UnitKind;
  /** What judgements quote; nothing when absent. */
  readonly quoted?: readonly JudgedWords[];
  /** At most so many quotations of each fact and case. */
  readonly limit: number;
}

/** What the codings of a case say, before a threshold makes values of it. */
export interface CaseEvidence {
  /** By code: codings that affirm it, and all that stand for it. */
  readonly affirming: number[];
  readonly standing: number[];
  /** The same by fact: of the pairs and conditions asked for. */
  readonly factAffirming: number[];
  readonly factStanding: number[];
  /** By fact that asks for attributes alone: what some turn says of it, whatever is coded. */
  readonly attributes: Truth[];
  /** By code: whether somebody looked for it in every source of the case. */
  readonly looked: boolean[];
  /** By code: whether a keyword alone laid it somewhere in the case: such a hit has no date. */
  readonly undated: boolean[];
  /** Ids of the sources in which the case speaks. */
  readonly sources: Set<string>;
  /** By fact, those that serve best as examples, best first: of what affirms it, and of all that stands for it. */
  readonly quotations: Candidate[][];
  readonly otherQuotations: Candidate[][];
  /** What judgements of the case quote, by their words, as far as its sources have them. */
  readonly quoted: Map<string, Quotation>;
}

export interface EvidenceTally {
  readonly options: EvidenceOptions;
  readonly ids: readonly string[];
  /** In the order in which cases were met. */
  readonly cases: Map<string, CaseEvidence>;
}

export function createEvidence({ codes }: Codebook, options: EvidenceOptions): EvidenceTally {
  return { options, ids: codes.map(({ id }) => id), cases: new Map() };
}

const zeros = (length: number): number[] => Array.from({ length }, () => 0);

function evidenceOf({ cases, ids, options: { facts } }: EvidenceTally, name: string): CaseEvidence {
  let known = cases.get(name);
  if (known === undefined) {
    known = {
      affirming: zeros(ids.length),
      standing: zeros(ids.length),
      factAffirming: zeros(facts.length),
      factStanding: zeros(facts.length),
      attributes: facts.map(() => 0 as const),
      looked: ids.map(() => true),
      undated: ids.map(() => false),
      sources: new Set(),
      quotations: facts.map(() => []),
      otherQuotations: facts.map(() => []),
      quoted: new Map(),
    };
    cases.set(name, known);
  }
  return known;
}

/** Notes what a source says of its cases. */
export function addToEvidence(tally: EvidenceTally, source: CodedSource): void {
  const { options, ids } = tally;
  const { turns } = source.transcript;
  const included = turns.filter(source.included);
  if (turns.length > 0 && included.length === 0) return;
  const { bits } = lookedIn(source, ids.length);
  const names = new Set(turns.length === 0 ? [source.case] : included.map((turn) => attributeOf(source, turn, 'case')));
  for (const name of names) {
    const { looked, sources } = evidenceOf(tally, name);
    sources.add(source.transcript.source);
    for (let code = 0; code < looked.length; code++) looked[code] &&= hasBit(bits, code);
  }
  options.facts.forEach((fact, at) => {
    const truth = isCondition(fact) ? turnTruth(fact) : null;
    for (const turn of truth ? included : []) {
      const { attributes } = evidenceOf(tally, attributeOf(source, turn, 'case'));
      attributes[at] = or(attributes[at]!, truth!(source, turn));
    }
  });
  const quoted = (options.quoted ?? []).filter((one) => names.has(one.case));
  for (const [{ case: name, words }, quotation] of quoted.length > 0 ? judgedWordsIn(source, quoted) : []) {
    const known = evidenceOf(tally, name).quoted;
    if (!known.has(words)) known.set(words, quotation);
  }
  const find = turnFinder(source);
  const judged = new Map(options.judged.map(([name, code, value]) => [`${name}\0${code}`, value]));
  const caseOf = new Map<LaidCoding, string>();
  const affirming: LaidCoding[] = [];
  const standing: LaidCoding[] = [];
  for (const coding of source.codings) {
    const turn = find(coding);
    if (turn === null) continue;
    const name = attributeOf(source, turn, 'case');
    caseOf.set(coding, name);
    const judgement = judged.get(`${name}\0${coding.code}`);
    // What was judged not to hold stands for nothing, whatever is said of it.
    if (judgement === 0) continue;
    standing.push(coding);
    const evidence = evidenceOf(tally, name);
    evidence.standing[coding.code]!++;
    if (coding.coders.length === 0) evidence.undated[coding.code] = true;
    const affirms = judgement === 1 || (judgement !== null && (!options.byStance || isAffirming(coding)));
    if (!affirms) continue;
    affirming.push(coding);
    evidence.affirming[coding.code]!++;
  }
  addFacts(tally, source, affirming, caseOf, true);
  addFacts(tally, source, standing, caseOf, false);
}

/** Whether all coders who said how the speaker stands to it said that it is affirmed, and one did. */
function isAffirming({ stances = [] }: LaidCoding): boolean {
  return stances.length > 0 && stances.every((stance) => stance === 'affirms');
}

function addFacts(
  tally: EvidenceTally,
  source: CodedSource,
  codings: readonly LaidCoding[],
  caseOf: ReadonlyMap<LaidCoding, string>,
  affirming: boolean,
): void {
  const { facts, unit, limit } = tally.options;
  const asked = { ...source, codings };
  const choose = evaluator(asked, { ...NO_WORDS, unit });
  const quote = quoter(source);
  const find = turnFinder(asked);
  const turns = codings.map((coding) => find(coding));
  const { text, source: name } = source.transcript;
  facts.forEach((fact, at) => {
    choose(fact).forEach((chosen, i) => {
      if (chosen !== 1) return;
      const coding = codings[i]!;
      const evidence = evidenceOf(tally, caseOf.get(coding)!);
      (affirming ? evidence.factAffirming : evidence.factStanding)[at]!++;
      const shown = (affirming ? evidence.quotations : evidence.otherQuotations)[at]!;
      if (isCondition(fact)) return;
      const isQuotable = mayQuote(source, coding);
      const { rank, misfit } = fitOf(text, coding);
      // Words that may not be quoted are still evidence: they come last, and a note stands for them.
      const fit = { rank: isQuotable ? rank : WITHHELD_RANK, misfit };
      if (!mayTake(shown, fit, name, limit)) return;
      const quotation = quote(coding, turns[i]!, tally.ids[coding.code]!);
      insert(shown, { ...fit, quotation: isQuotable ? quotation : withheld(quotation) }, limit);
    });
  });
}

/** After codings of coders (0) and hits of rules (1). */
const WITHHELD_RANK = 2;

/** A theory asks for codings only. */
const NO_WORDS: Omit<QueryTools, 'unit'> = { found: () => [], inMemo: () => false, holds: () => false };

/** Adds a tally of the sources that follow. */
export function mergeEvidence(into: EvidenceTally, from: EvidenceTally): void {
  const { limit } = into.options;
  for (const [name, more] of from.cases) {
    const own = evidenceOf(into, name);
    for (const key of ['affirming', 'standing', 'factAffirming', 'factStanding'] as const)
      more[key].forEach((count, i) => (own[key][i]! += count));
    more.attributes.forEach((truth, i) => (own.attributes[i] = or(own.attributes[i]!, truth)));
    more.looked.forEach((looked, code) => (own.looked[code] &&= looked));
    more.undated.forEach((undated, code) => (own.undated[code] ||= undated));
    for (const source of more.sources) own.sources.add(source);
    for (const [words, quotation] of more.quoted) if (!own.quoted.has(words)) own.quoted.set(words, quotation);
    for (const key of ['quotations', 'otherQuotations'] as const)
      more[key].forEach((shown, fact) => shown.forEach((one) => insert(own[key][fact]!, one, limit)));
  }
}
