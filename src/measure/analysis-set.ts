import type { PlacedLog } from '../coding/placed.js';
import { type LaidCoding, byPlace } from '../coding/laid.js';
import { byCodePoint } from '../core/order.js';
import type { Span } from '../core/span.js';

/** The coder under whose name adjudicated codings are stored. */
export const ADJUDICATOR = 'adjudicated';

/** Which codings the figures are made of. Every figure comes from exactly one set. */
export type AnalysisSet =
  | { readonly kind: 'rules' }
  | { readonly kind: 'manual' }
  | { readonly kind: 'all' }
  | { readonly kind: 'adjudicated' }
  | { readonly kind: 'coder'; readonly coder: string };

/** The set's name in titles. */
export function nameOf(set: AnalysisSet): string {
  switch (set.kind) {
    case 'rules':
      return 'keyword hits';
    case 'manual':
      return 'manual codings';
    case 'all':
      return 'keyword hits and manual codings';
    case 'adjudicated':
      return 'adjudicated codings';
    case 'coder':
      return `codings of ${set.coder}`;
  }
}

/** The set's definition, as printed beneath tables. */
export function definitionOf(set: AnalysisSet): string {
  switch (set.kind) {
    case 'rules':
      return 'the codings that the keyword rules make, whatever coders said of them';
    case 'manual':
      return 'the codings of all coders and the keyword hits that at least one coder accepted';
    case 'all':
      return 'the codings of all coders and every keyword hit that no coder rejected';
    case 'adjudicated':
      return 'the codings agreed on in adjudication and the keyword hits accepted there';
    case 'coder':
      return `the codings of ${set.coder} and the keyword hits that ${set.coder} accepted`;
  }
}

/** Whether keyword hits that no coder looked at are in the set; only then does a rule that ran make a 0. */
export function holdsRules(set: AnalysisSet): boolean {
  return set.kind === 'rules' || set.kind === 'all';
}

/**
 * The set that figures come from when nobody names one: adjudicated codings where there are such, else the only
 * coder's; keyword hits where there is no coder; null where several coders leave it open.
 */
export function defaultSet(coders: readonly string[]): AnalysisSet | null {
  if (coders.includes(ADJUDICATOR)) return { kind: 'adjudicated' };
  if (coders.length === 0) return { kind: 'rules' };
  return coders.length === 1 ? { kind: 'coder', coder: coders[0]! } : null;
}

/**
 * Lays one set's codings over a source: one for each segment and code, sorted by `byPlace`. A coder's codings and the
 * rules' join where segment and code are the same. A verdict answers the rules' coding of exactly its segment and code;
 * an accepted one stands as long as its quotation does, also when the rule has gone from the codebook.
 *
 * @param rules what the codebook's rules code in this source, sorted by `byPlace`
 * @param logs the coders' logs of this source
 * @param codeOf position of a code's id in the codebook
 */
export function layCodings(
  rules: readonly LaidCoding[],
  logs: readonly PlacedLog[],
  set: AnalysisSet,
  codeOf: ReadonlyMap<string, number>,
): readonly LaidCoding[] {
  const hands = logs.filter(({ coder }) => inSet(coder, set));
  if (hands.length === 0) return holdsRules(set) ? rules : [];
  const verdicts = hands.flatMap(({ coder, verdicts: given }) =>
    given.map((one) => ({ ...one, coder, code: codeOf.get(one.code)!, rejects: one.verdict === 'reject' })),
  );
  const rejected = new Set(verdicts.filter(({ rejects }) => rejects).map((one) => keyOf(one.segment, one.code)));
  const accepted = verdicts.filter(({ rejects, segment, code }) =>
    // Among all, one coder's no outweighs another's yes: their dispute is for adjudication, not for a figure.
    set.kind === 'all' ? !rejected.has(keyOf(segment, code)) : !rejects,
  );
  const answered = new Set(accepted.map((one) => keyOf(one.segment, one.code)));
  const laid = new Map<string, Draft>();
  const draftOf = (segment: Span, code: number, hits: LaidCoding['hits'] = []): Draft => {
    const key = keyOf(segment, code);
    const found = laid.get(key);
    if (found !== undefined) return found;
    const draft = {
      start: segment.start,
      end: segment.end,
      code,
      hits,
      coders: new Set<string>(),
      memos: [],
      stances: [],
      at: undefined,
    };
    laid.set(key, draft);
    return draft;
  };
  for (const rule of rules) {
    const key = keyOf(rule, rule.code);
    if (holdsRules(set) ? !rejected.has(key) : answered.has(key)) draftOf(rule, rule.code, rule.hits);
  }
  for (const { coder, codings } of hands) {
    for (const { segment, code, memo, properties, by } of codings) {
      const at = 'at' in by ? by.at : undefined;
      credit(draftOf(segment, codeOf.get(code)!), { coder, memo, at, properties });
    }
  }
  for (const { segment, code, ...by } of accepted) credit(draftOf(segment, code), by);
  return [...laid.values()].map(finished).sort(byPlace);
}

/**
 * Whether somebody looked at a source for a code, so that its absence may be printed as 0: a rule of the code ran and the
 * set holds what rules find; or a coder of the set has codings, verdicts or seen units in the source. Who marks units as
 * seen looked only for some codes; who does not, for all.
 *
 * @param hands logs of the source, each with the positions of the codes that its coder looked for; null for all
 * @param ran whether rules of the code at a position ran; the same function for every source lets tallies ask once
 */
export function lookedAt(
  hands: readonly { readonly log: PlacedLog; readonly looked: ReadonlySet<number> | null }[],
  set: AnalysisSet,
  ran: (code: number) => boolean,
): (code: number) => boolean {
  const worked = hands.filter(
    ({ log: { coder, codings, verdicts, seen } }) =>
      inSet(coder, set) && codings.length + verdicts.length + seen.length > 0,
  );
  const codes = new Set<number>();
  for (const { looked } of worked) {
    if (looked === null) return everywhere;
    for (const code of looked) codes.add(code);
  }
  const rules = holdsRules(set) ? ran : nowhere;
  return codes.size === 0 ? rules : (code) => codes.has(code) || rules(code);
}

function everywhere(): boolean {
  return true;
}

function nowhere(): boolean {
  return false;
}

interface Draft extends Span {
  readonly code: number;
  readonly hits: LaidCoding['hits'];
  readonly coders: Set<string>;
  readonly memos: string[];
  readonly stances: string[];
  at: string | undefined;
}

/** Whether a set holds anything of a coder. What was agreed on in adjudication is no further coder's work. */
export function inSet(coder: string, set: AnalysisSet): boolean {
  if (set.kind === 'coder') return coder === set.coder;
  return set.kind !== 'rules' && (coder === ADJUDICATOR) === (set.kind === 'adjudicated');
}

/** What a coder says of a segment and code. */
interface Credit {
  readonly coder: string;
  readonly memo?: string | undefined;
  readonly at: string | undefined;
  readonly properties?: Readonly<Record<string, string>> | undefined;
}

function credit(draft: Draft, { coder, memo, at, properties }: Credit): void {
  draft.coders.add(coder);
  if (at !== undefined && (draft.at === undefined || at < draft.at)) draft.at = at;
  if (properties?.['stance'] !== undefined) draft.stances.push(properties['stance']);
  if (memo !== undefined && memo !== '') draft.memos.push(memo);
}

function finished({ start, end, code, hits, coders, memos, stances, at }: Draft): LaidCoding {
  const laid = { start, end, code, hits, coders: [...coders].sort(byCodePoint) };
  const said = { ...(memos.length > 0 && { memos }), ...(stances.length > 0 && { stances }) };
  return { ...laid, ...said, ...(at !== undefined && { at }) };
}

function keyOf({ start, end }: Span, code: number): string {
  return `${start}:${end}:${code}`;
}
