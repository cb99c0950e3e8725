import type { Codebook, Distance, Rule } from '../codebook/codebook.js';
import type { Span } from '../core/span.js';
import { type FoldOptions, fold } from '../text/fold.js';
import { labelKey } from '../text/speaker.js';
import { type Transcript, type Turn, turnAt } from '../text/transcript.js';
import { isWithin } from './distance.js';
import type { Hit } from './hit.js';
import { type Places, placesOf } from './places.js';
import { segmenterOf } from './segment.js';
import type { Part, Term, TermMatch } from './term.js';

/** Whether a hit stands up to its rule's conditions and its code's exceptions. */
export type HitTest = (hit: Hit) => boolean;

/** Prepares a source's matches for testing hits; made once a codebook. */
export type Conditions = (transcript: Transcript, matches: readonly TermMatch[]) => HitTest;

/** The conditions of a codebook, or null when it has none. */
export function conditionsOf(codebook: Codebook, terms: readonly Term[]): Conditions | null {
  const rules = codebook.codes.some((code) => code.rules.some(isConditional));
  const exceptions = codebook.codes.some((code) => code.except.length > 0);
  if (!rules && !exceptions) return null;
  const speakers = speakersOfRules(codebook);
  return (transcript, matches) => {
    const places = placesByUse(terms, matches);
    const near = nearness(transcript);
    return ({ code, rule, start, end }) => {
      const hit = { start, end };
      if (places('except', code, -1)?.enclose(hit) === true) return false;
      const conditions = codebook.codes[code]!.rules[rule]!;
      if (!isConditional(conditions)) return true;
      const speaks = speakers.get(conditions);
      if (speaks && !speaks(turnAt(transcript.turns, start))) return false;
      if (conditions.near.length > 0) {
        const company = places('near', code, rule);
        if (company === undefined || !near.beside(company, hit, conditions)) return false;
      }
      const spoilers = places('unless', code, rule);
      return spoilers === undefined || !(spoilers.meet(hit) || near.beside(spoilers, hit, conditions));
    };
  };
}

function isConditional(rule: Rule): boolean {
  return rule.near.length > 0 || rule.unless.length > 0 || rule.speaker !== undefined;
}

/** The matches of each rule's (or code's) condition terms, gathered at the first question. */
function placesByUse(terms: readonly Term[], matches: readonly TermMatch[]) {
  const gathered = new Map<string, TermMatch[]>();
  for (const match of matches) {
    for (const { part, code, rule } of terms[match.term]!.uses) {
      if (part === 'any') continue;
      const key = `${part} ${code} ${rule}`;
      const list = gathered.get(key);
      if (list === undefined) gathered.set(key, [match]);
      else list.push(match);
    }
  }
  const ready = new Map([...gathered].map(([key, list]) => [key, placesOf(list)]));
  return (part: Part, code: number, rule: number): Places | undefined => ready.get(`${part} ${code} ${rule}`);
}

type TurnTest = (turn: Turn | undefined) => boolean;

/** For each rule with a speaker, whether a turn is of that role or label; by the codebook's folding variants of a label are one. */
function speakersOfRules({ codes, fold: folding }: Codebook): ReadonlyMap<Rule, TurnTest> {
  // The labels of a study are few, and each is asked for at every hit.
  const keys = new Map<string, string>();
  const keyOf = (label: string): string => {
    const key = keys.get(label) ?? speakerKey(label, folding);
    keys.set(label, key);
    return key;
  };
  const testFor = (speaker: string): TurnTest => {
    const key = keyOf(speaker);
    return (turn) =>
      turn !== undefined && (turn.role === speaker || (turn.speaker !== null && keyOf(turn.speaker) === key));
  };
  const rules = codes.flatMap((code) => code.rules);
  return new Map(rules.flatMap((rule) => (rule.speaker === undefined ? [] : [[rule, testFor(rule.speaker)] as const])));
}

/** What two spellings of a label have in common to the rules of a codebook. */
export function speakerKey(label: string, folding: FoldOptions): string {
  return String.fromCodePoint(...[...labelKey(label)].map((character) => fold(character.codePointAt(0)!, folding)));
}

function nearness(transcript: Transcript) {
  const segment = segmenterOf(transcript);
  const scope = (hit: Span, rule: Rule): Span => segment(hit, rule.segment === 'match' ? 'sentence' : rule.segment);
  const reaches = (gap: Span, distance: Distance): boolean => isWithin(transcript, gap, distance);
  return {
    /** Whether one of the places stands before or after the hit, without overlapping it, within the rule's reach. */
    beside: (places: Places, hit: Span, rule: Rule): boolean => {
      const before = places.endBefore(hit.start);
      const after = places.startAfter(hit.end);
      if (rule.within === undefined) {
        const { start, end } = scope(hit, rule);
        return before > start || after < end;
      }
      const turn = turnAt(transcript.turns, hit.start)!;
      return (
        (before > turn.speech && reaches({ start: before, end: hit.start }, rule.within)) ||
        (after < turn.end && reaches({ start: hit.end, end: after }, rule.within))
      );
    },
  };
}
