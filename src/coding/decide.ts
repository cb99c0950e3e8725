import type { Words } from './quotation.js';
import type { Candidate } from './reading.js';
import { type Beside, agrees, compare, weight } from './sides.js';
import {
  BOTH_DIFFER,
  BOTH_LEAST,
  CONTEXT,
  DOUBLED_DIFFERS,
  DOUBLED_LEAST,
  EDITS_BETTER,
  ENOUGH,
  ENOUGH_WHOLE,
  STANDS_DIFFERS,
  STANDS_LEAST,
} from './thresholds.js';

/** The one place that is sure; or the places that none is clearly the best of; or one that has too little to show. */
export type Decision =
  | { readonly kind: 'sure' | 'unsure'; readonly candidate: Candidate }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Candidate[] };

/**
 * Decides between the places where the words of a quotation stand.
 *
 * The place whose context differs least is sure, if enough stands there (the quotation with what adjoins it unchanged has
 * 40 bytes, or 24 where that is all its context, or its context on both sides differs in at most a fifth), at least half
 * of its context on one side among it, if no other place is within six edits of it, and no other place agrees on one
 * side: that is the mark of a passage that was doubled. Where the quotation stood several times within the stored context
 * itself, it must also be clear which of them this one is.
 *
 * @param candidates at least one
 */
export function decide(words: Words, candidates: readonly Candidate[]): Decision {
  const best = candidates.reduce((a, b) => (editsOf(b) < editsOf(a) ? b : a));
  const isWhole = best.before.complete && best.after.complete;
  const twins = twinsOf(words);
  const rivals = candidates.filter((other) => {
    if (other === best) return false;
    const isClose = editsOf(other) < editsOf(best) + EDITS_BETTER;
    if (!isClose && !isDoubled(other)) return false;
    // Stored context that holds the quotation again, and stands there unchanged, tells the two apart.
    const isExplained = isWhole && twins.some(({ distance }) => distance === other.place.at - best.place.at);
    return !isExplained || editsOf(other) === 0;
  });
  if (rivals.length > 0) return { kind: 'ambiguous', candidates: [best, ...rivals] };
  const isEnough =
    weight(words.points) + best.before.run + best.after.run >= (isWhole ? ENOUGH_WHOLE : ENOUGH) || bothAgree(best);
  const isSure = isEnough && stands(best) && (isWhole || !twins.some((twin) => mayBe(twin, best)));
  return { kind: isSure ? 'sure' : 'unsure', candidate: best };
}

/** In how many code points the context at a place differs. */
export function editsOf({ before, after }: Candidate): number {
  return before.edits + after.edits;
}

function isDoubled({ before, after }: Candidate): boolean {
  return agrees(before, DOUBLED_LEAST, DOUBLED_DIFFERS) || agrees(after, DOUBLED_LEAST, DOUBLED_DIFFERS);
}

function bothAgree({ before, after }: Candidate): boolean {
  const both = { length: before.length + after.length, edits: before.edits + after.edits };
  return agrees(both, BOTH_LEAST, BOTH_DIFFER);
}

/** Whether something of the context stands there, where any is stored: the words alone may have stood elsewhere, too. */
function stands({ before, after }: Candidate): boolean {
  const sides = [before, after].filter(({ length }) => length >= STANDS_LEAST);
  return sides.length === 0 || sides.some((side) => agrees(side, STANDS_LEAST, STANDS_DIFFERS));
}

/** The quotation standing again within its stored context. */
interface Twin extends Beside {
  /** Bytes from the quotation to it. */
  readonly distance: number;
}

function twinsOf({ points, before, after }: Words): Twin[] {
  const left = [...before].reverse();
  const whole = [...left, ...points, ...after];
  const twins: Twin[] = [];
  for (let at = 0; at + points.length <= whole.length; at++) {
    if (at === left.length || !points.every((point, i) => whole[at + i] === point)) continue;
    const between = at < left.length ? whole.slice(at, left.length) : whole.slice(left.length, at);
    const next = at + points.length;
    twins.push({
      distance: at < left.length ? -weight(between) : weight(between),
      before: whole.slice(Math.max(0, at - CONTEXT), at).reverse(),
      after: whole.slice(next, next + CONTEXT),
    });
  }
  return twins;
}

/** Whether the place may be where the twin stood, rather than the quotation. */
function mayBe(twin: Twin, candidate: Candidate): boolean {
  const { before, after } = candidate.place.beside();
  const edits = compare(twin.before, before).edits + compare(twin.after, after).edits;
  return edits < editsOf(candidate) + EDITS_BETTER;
}
