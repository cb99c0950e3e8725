import { type Context, type Side, bytesOf, compare } from './sides.js';

/** A place where the words of a quotation stand, in bytes of the skeleton, and what of its context stands there. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly before: Side;
  readonly after: Side;
  /** The code points around it, nearest first. */
  readonly around: () => { readonly before: readonly number[]; readonly after: readonly number[] };
}

/** Bytes that a quotation and the context adjoining it unchanged must have, to be told from any other place. */
const ENOUGH = 40;
/** The same where all the context that is stored stands there. */
const ENOUGH_WHOLE = 24;
/** Edits of context by which the best place must be better than any other. */
const MARGIN = 6;
/** A side agrees nearly where fewer of its code points than this share differ, and there are enough of them. */
const NEARLY = 0.15;
const SOME = 8;
/** Both sides together agree where fewer of their code points than this share differ. */
const BOTH = 0.2;

/** The one place that is sure; or the places that none is clearly the best of; or one that has too little to show. */
export type Decision =
  | { readonly kind: 'sure' | 'unsure'; readonly candidate: Candidate }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Candidate[] };

/**
 * Decides between the places where the words of a quotation stand.
 *
 * The place whose context differs least is sure, if enough stands there (the quotation with what adjoins it unchanged has
 * 40 bytes, or 24 where that is all its context, or its context on both sides differs in less than a fifth), if no
 * other place is within six edits of it, and no other place agrees on one side: that is the mark of a passage that was
 * doubled. Where the quotation stood several times within the stored context itself, it must also be clear which of them
 * this one is.
 *
 * @param words the skeleton of the quotation, in code points
 * @param candidates at least one
 */
export function decide(words: readonly number[], context: Context, candidates: readonly Candidate[]): Decision {
  const best = candidates.reduce((a, b) => (editsOf(b) < editsOf(a) ? b : a));
  const isWhole = best.before.complete && best.after.complete;
  const twins = twinsOf(words, context);
  const rivals = candidates.filter((other) => {
    if (other === best) return false;
    const isClose = editsOf(other) < editsOf(best) + MARGIN;
    if (!isClose && !agreesNearly(other.before) && !agreesNearly(other.after)) return false;
    // Stored context that holds the quotation again, and stands there unchanged, tells the two apart.
    const isExplained = isWhole && twins.some(({ distance }) => distance === other.start - best.start);
    return !isExplained || editsOf(other) === 0;
  });
  if (rivals.length > 0) return { kind: 'ambiguous', candidates: [best, ...rivals] };
  const isEnough =
    weight(words) + best.before.run + best.after.run >= (isWhole ? ENOUGH_WHOLE : ENOUGH) || bothAgree(best);
  if (!isEnough || (!isWhole && twins.some((twin) => mayBe(twin, best)))) return { kind: 'unsure', candidate: best };
  return { kind: 'sure', candidate: best };
}

function editsOf({ before, after }: Candidate): number {
  return before.edits + after.edits;
}

function agreesNearly({ length, edits }: Side): boolean {
  return length >= SOME && edits <= NEARLY * length;
}

function bothAgree({ before, after }: Candidate): boolean {
  const length = before.length + after.length;
  return length >= 2 * SOME && before.edits + after.edits <= BOTH * length;
}

/** The quotation standing again within its stored context. */
interface Twin {
  /** Bytes from the quotation to it. */
  readonly distance: number;
  /** Its own context within what is stored, nearest first. */
  readonly before: readonly number[];
  readonly after: readonly number[];
}

function twinsOf(words: readonly number[], { before, after }: Context): Twin[] {
  const left = [...before.plain].reverse();
  const whole = [...left, ...words, ...after.plain];
  const twins: Twin[] = [];
  for (let at = 0; at + words.length <= whole.length; at++) {
    if (at === left.length || !words.every((word, i) => whole[at + i] === word)) continue;
    const between = at < left.length ? whole.slice(at, left.length) : whole.slice(left.length, at);
    const distance = at < left.length ? -weight(between) : weight(between);
    twins.push({ distance, before: whole.slice(0, at).reverse(), after: whole.slice(at + words.length) });
  }
  return twins;
}

/** Whether the place may be where the twin stood, rather than the quotation. */
function mayBe(twin: Twin, candidate: Candidate): boolean {
  const { before, after } = candidate.around();
  const edits = compare(twin.before, before).edits + compare(twin.after, after).edits;
  return edits < editsOf(candidate) + MARGIN;
}

/** Bytes of code points. */
export function weight(points: readonly number[]): number {
  return points.reduce((sum, point) => sum + bytesOf(point), 0);
}
