import type { Codebook } from '../../codebook/codebook.js';
import type { LaidCoding } from '../../coding/laid.js';
import type { UnitKind } from '../../text/transcript.js';
import { type CodedSource, attributeOf } from '../coded-source.js';
import { type Candidate, insert } from '../examples.js';
import { hasBit, lookedIn } from '../looked.js';
import type { Quotation } from '../quotation.js';
import { type Bound, isCondition } from '../query/bound.js';
import { turnTruth } from '../query/turn-truth.js';
import { type Truth, together } from '../truth.js';
import { casesSpeaking, turnFinder } from '../turns.js';
import { type StandingCoding, addFacts } from './evidence-facts.js';
import { type JudgedWords, quotedIn } from './find-judged-words.js';

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

/** The codings of a case that say something, as the codes and the facts count them. */
export interface Standing {
  /** By code: how many. */
  readonly codes: number[];
  /** By fact: how many answer it, of the pairs and conditions asked for. */
  readonly facts: number[];
  /** By fact: those that serve best as examples, best first. */
  readonly quotations: Candidate[][];
}

/** What is said of a case, before a threshold makes values of it. */
export interface CaseEvidence {
  /** The codings that affirm what they code. */
  readonly affirming: Standing;
  /** All that stand, affirming or not. */
  readonly standing: Standing;
  /** By fact that asks for attributes alone: what the turns say of it, whatever is coded. */
  readonly attributes: Truth[];
  /** By code: whether somebody looked for it in every source of the case. */
  readonly looked: boolean[];
  /** By code: whether a keyword alone laid it somewhere in the case: such a hit has no date. */
  readonly undated: boolean[];
  /** Ids of the sources in which the case speaks. */
  readonly sources: Set<string>;
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

function evidenceOf({ cases, ids, options: { facts } }: EvidenceTally, name: string): CaseEvidence {
  let known = cases.get(name);
  if (known === undefined) {
    const nothing = (): Standing => ({
      codes: ids.map(() => 0),
      facts: facts.map(() => 0),
      quotations: facts.map(() => []),
    });
    known = {
      affirming: nothing(),
      standing: nothing(),
      attributes: facts.map(() => null),
      looked: ids.map(() => true),
      undated: ids.map(() => false),
      sources: new Set(),
      quoted: new Map(),
    };
    cases.set(name, known);
  }
  return known;
}

/** Notes what a source says of its cases. */
export function addToEvidence(tally: EvidenceTally, source: CodedSource): void {
  const names = casesSpeaking(source);
  if (names.size === 0) return;
  noteCases(tally, source, names);
  noteAttributes(tally, source);
  noteJudgedWords(tally, source, names);
  const standing = standingIn(tally, source);
  for (const { coding, name, affirms } of standing) {
    const evidence = evidenceOf(tally, name);
    evidence.standing.codes[coding.code]!++;
    if (affirms) evidence.affirming.codes[coding.code]!++;
    if (coding.coders.length === 0) evidence.undated[coding.code] = true;
  }
  const asked = { ...tally.options, ids: tally.ids };
  const affirming = standing.filter(({ affirms }) => affirms);
  addFacts(asked, source, affirming, (name) => evidenceOf(tally, name).affirming);
  addFacts(asked, source, standing, (name) => evidenceOf(tally, name).standing);
}

function noteCases(tally: EvidenceTally, source: CodedSource, names: ReadonlySet<string>): void {
  const { bits } = lookedIn(source, tally.ids.length);
  for (const name of names) {
    const { looked, sources } = evidenceOf(tally, name);
    sources.add(source.transcript.source);
    for (let code = 0; code < looked.length; code++) looked[code] &&= hasBit(bits, code);
  }
}

function noteAttributes(tally: EvidenceTally, source: CodedSource): void {
  const included = source.transcript.turns.filter(source.included);
  tally.options.facts.forEach((fact, at) => {
    const truth = isCondition(fact) ? turnTruth(fact) : null;
    for (const turn of truth ? included : []) {
      const { attributes } = evidenceOf(tally, attributeOf(source, turn, 'case'));
      attributes[at] = together([attributes[at]!, truth!(source, turn)]);
    }
  });
}

function noteJudgedWords(tally: EvidenceTally, source: CodedSource, names: ReadonlySet<string>): void {
  const wanted = (tally.options.quoted ?? []).filter((one) => names.has(one.case));
  if (wanted.length === 0) return;
  for (const [{ case: name, words }, quotation] of quotedIn(source, wanted)) {
    const { quoted } = evidenceOf(tally, name);
    if (!quoted.has(words)) quoted.set(words, quotation);
  }
}

/** The codings of a source that stand for something, each with its case, and whether it affirms. */
function standingIn({ options: { judged, byStance } }: EvidenceTally, source: CodedSource): StandingCoding[] {
  const values = new Map(judged.map(([name, code, value]) => [`${name}\0${code}`, value]));
  const find = turnFinder(source);
  return source.codings.flatMap((coding) => {
    const turn = find(coding);
    if (turn === null) return [];
    const name = attributeOf(source, turn, 'case');
    const judgement = values.get(`${name}\0${coding.code}`);
    // What was judged not to hold stands for nothing, whatever is said of it.
    if (judgement === 0) return [];
    const affirms = judgement === 1 || (judgement !== null && (!byStance || isAffirming(coding)));
    return [{ coding, turn, name, affirms }];
  });
}

/** Whether all coders who said how the speaker stands to it said that it is affirmed, and one did. */
function isAffirming({ stances = [] }: LaidCoding): boolean {
  return stances.length > 0 && stances.every((stance) => stance === 'affirms');
}

/** Adds a tally of the sources that follow. */
export function mergeEvidence(into: EvidenceTally, from: EvidenceTally): void {
  for (const [name, more] of from.cases) {
    const own = evidenceOf(into, name);
    for (const key of ['affirming', 'standing'] as const) mergeStanding(own[key], more[key], into.options.limit);
    more.attributes.forEach((truth, i) => (own.attributes[i] = together([own.attributes[i]!, truth])));
    more.looked.forEach((looked, code) => (own.looked[code] &&= looked));
    more.undated.forEach((undated, code) => (own.undated[code] ||= undated));
    for (const source of more.sources) own.sources.add(source);
    for (const [words, quotation] of more.quoted) if (!own.quoted.has(words)) own.quoted.set(words, quotation);
  }
}

function mergeStanding(into: Standing, from: Standing, limit: number): void {
  from.codes.forEach((count, i) => (into.codes[i]! += count));
  from.facts.forEach((count, i) => (into.facts[i]! += count));
  from.quotations.forEach((shown, fact) => shown.forEach((one) => insert(into.quotations[fact]!, one, limit)));
}
