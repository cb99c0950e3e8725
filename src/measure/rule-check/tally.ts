import type { LaidCoding } from '../../coding/laid.js';
import type { Span } from '../../core/span.js';
import type { Part } from '../../match/apart.js';
import { firstEndingAfter } from '../../text/furniture.js';
import { type CodedSource, isCounted } from '../coded-source.js';
import { type Looked, hasBit, readIn, without } from '../looked.js';
import { type Quotation, mayQuote, quoter, withheld } from '../quotation.js';
import { type Judged, type JudgedKind, judgedUnits } from './judged.js';
import { languageOf } from './language.js';
import { type Stratum, addWords, mergeStratum, newStratum } from './stratum.js';
import { wordsOf } from '../words/words-of.js';

/** How rules and codings by hand are compared. */
export interface RuleCheckOptions {
  readonly unit: JudgedKind;
  /** The ids of the codes. Further codes of the codebook that is matched stand for single rules and keywords. */
  readonly codes: readonly string[];
  /** What each code of the codebook that is matched stands for. */
  readonly parts: readonly Part[];
  /** Positions of the codes that are asked about. */
  readonly asked: readonly number[];
  /** The study's main language, or null. */
  readonly language: string | null;
  /** How many quotations of either kind are kept for a code; null for all. */
  readonly quotations: number | null;
  /** Whether words are counted, for suggestions. */
  readonly words: boolean;
}

/** Rules against codings by hand in the making: plain data. */
export interface RuleCheckTally {
  readonly options: RuleCheckOptions;
  readonly strata: Map<string, Stratum>;
  /** By part: in how many units it fires, read by a coder or not. */
  readonly fires: Uint32Array;
  /** By position of the code. */
  readonly falseHits: readonly Quotation[][];
  readonly misses: readonly Quotation[][];
  /** Units with a coding by hand that were not marked as seen, and sources that nobody read. */
  unseen: number;
  readonly unread: string[];
}

export function createRuleCheck(options: RuleCheckOptions): RuleCheckTally {
  const lists = (): Quotation[][] => options.codes.map(() => []);
  const fires = new Uint32Array(options.parts.length);
  return { options, strata: new Map(), fires, falseHits: lists(), misses: lists(), unseen: 0, unread: [] };
}

/** Adds a source with what its rules code and what coders did. */
export function addToRuleCheck(tally: RuleCheckTally, source: CodedSource): void {
  if (!isCounted(source)) return;
  const { options, strata, fires } = tally;
  const judged = judgedUnits(source, options.unit);
  const parts = options.parts.length;
  const ruled = codesByUnit(judged, source.ruled?.() ?? []);
  const laid = codesByUnit(judged, source.codings);
  const said = codesByUnit(judged, source.verdicts ?? []);
  const doubtful = codesByUnit(judged, source.doubtful ?? []);
  for (const codings of ruled) for (const part of codings.keys()) fires[part]!++;
  const looked = readIn(source, options.codes.length);
  const asked = options.asked.filter((code) => hasBit(looked.bits, code));
  if (asked.length === 0) {
    tally.unread.push(source.transcript.source);
    return;
  }
  const language = languageOf(source, options.language);
  const stratumOf = ({ bits, key: codes }: Looked): Stratum => {
    const key = `${language}\0${codes}`;
    const stratum = strata.get(key) ?? newStratum(language, bits, options.codes.length, parts);
    strata.set(key, stratum);
    return stratum;
  };
  const quote = quotationsOf(tally, source);
  judged.forEach(({ unit, read }, i) => {
    const byHand = laid[i]!;
    if (!read) {
      if (asked.some((code) => byHand.has(code))) tally.unseen++;
      return;
    }
    // Where a coder's coding may stand or not, nobody can tell a hit from a false one.
    const unknown = [...doubtful[i]!.keys()].filter((code) => !byHand.has(code));
    const known = without(looked, unknown);
    const stratum = stratumOf(known);
    stratum.units++;
    const byRule = ruled[i]!;
    for (const part of byRule.keys()) {
      const { code } = options.parts[part]!;
      const isHit = byHand.has(code);
      stratum[isHit ? 'hits' : 'falseHits'][part]!++;
      const answers = said[i]!.get(code) ?? [];
      if (isHit && answers.some(({ isAccepted }) => isAccepted)) stratum.accepted[part]!++;
      if (!isHit && answers.length > 0) stratum.rejected[part]!++;
    }
    for (const [code, answers] of said[i]!) if (answers.some(({ isAccepted }) => !isAccepted)) stratum.refused[code]!++;
    for (const code of byHand.keys()) stratum.coded[code]!++;
    // Words of who did not consent to be quoted are not shown as suggestions either.
    if (options.words && mayQuote(source, { ...unit, code: 0, hits: [], coders: [] }))
      addWords(stratum, wordsOf(source.transcript, unit), byHand, byRule);
    for (const code of asked)
      if (hasBit(known.bits, code) && byHand.has(code) !== byRule.has(code))
        quote(unit, code, byRule.get(code), byHand.get(code));
  });
}

/** For each unit the codings, or verdicts, that overlap it, by code. */
function codesByUnit<Laid extends Span & { readonly code: number }>(
  judged: readonly Judged[],
  codings: readonly Laid[],
): ReadonlyMap<number, readonly Laid[]>[] {
  const spans = judged.map(({ unit }) => unit);
  const found = judged.map(() => new Map<number, Laid[]>());
  for (const coding of codings) {
    for (let i = firstEndingAfter(spans, coding.start); i < spans.length && spans[i]!.start < coding.end; i++) {
      const own = found[i]!.get(coding.code);
      if (own === undefined) found[i]!.set(coding.code, [coding]);
      else own.push(coding);
    }
  }
  return found;
}

type Quote = (
  unit: Span & { readonly turn: number },
  code: number,
  byRule: readonly LaidCoding[] | undefined,
  byHand: readonly LaidCoding[] | undefined,
) => void;

/** Keeps a unit on which a rule and a coder differ, as long as there is room. */
function quotationsOf({ options, falseHits, misses }: RuleCheckTally, source: CodedSource): Quote {
  let make: ReturnType<typeof quoter> | undefined;
  return ({ start, end, turn }, code, byRule, byHand) => {
    const list = (byRule ? falseHits : misses)[code]!;
    if (options.quotations !== null && list.length >= options.quotations) return;
    make ??= quoter(source);
    const hits = (byRule ?? []).flatMap((coding) => coding.hits).filter((hit) => hit.start < end && hit.end > start);
    const coders = [...new Set((byHand ?? []).flatMap((coding) => coding.coders))];
    const coding = { start, end, code, hits, coders };
    const quotation = make(coding, source.transcript.turns[turn]!, options.codes[code]!);
    list.push(mayQuote(source, coding) ? quotation : withheld(quotation));
  };
}

/** Adds a tally of sources that follow. `from` is used up. */
export function mergeRuleCheck(into: RuleCheckTally, from: RuleCheckTally): void {
  for (const [key, stratum] of from.strata) {
    const known = into.strata.get(key);
    if (known === undefined) into.strata.set(key, stratum);
    else mergeStratum(known, stratum);
  }
  from.fires.forEach((count, part) => (into.fires[part]! += count));
  const { quotations } = into.options;
  for (const name of ['falseHits', 'misses'] as const) {
    from[name].forEach((list, code) => {
      const own = into[name][code]!;
      own.push(...(quotations === null ? list : list.slice(0, Math.max(0, quotations - own.length))));
    });
  }
  into.unseen += from.unseen;
  into.unread.push(...from.unread);
}
