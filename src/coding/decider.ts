import { trimStart } from '../text/blank.js';
import { type Decision, decide } from './decide.js';
import type { Quotation, Words } from './quotation.js';
import { type Place, type Reading, candidateAt } from './reading.js';
import { commonStart } from './sides.js';
import { EDITS_BETTER, MANY } from './thresholds.js';

/**
 * Decides where a quotation is among the places where its words stand: the only place is sure, if it is where the
 * quotation was coded. Quotations that have the same words and context are decided about once: interviews have many.
 */
export function decider(reading: Reading): (quotation: Quotation, places: readonly Place[]) => Decision | null {
  const decisions = new Map<string, Decision | null>();
  return (quotation, places) => {
    const { plain, bare } = quotation;
    const [only] = places;
    if (only === undefined) return null;
    if (places.length === 1) {
      const isWhereItWas = only.span().start === startOf(reading, quotation);
      return isWhereItWas
        ? { kind: 'sure', candidate: candidateAt(quotation, only) }
        : decideAmong(plain, bare, places);
    }
    const key = [plain.points, plain.before, plain.after, bare.before, bare.after].join(' ');
    if (!decisions.has(key)) decisions.set(key, decideAmong(plain, bare, places));
    return decisions.get(key)!;
  };
}

/** Decides between places where words stand; null where there are none to look at. */
export function decideAmong(plain: Words, bare: Words, places: readonly Place[]): Decision | null {
  const likely = places.length > MANY ? places.filter((place) => adjoins(plain, place)) : places;
  if (likely.length === 0) return null;
  // More edits than these make a place neither the best nor a rival of it: they need not be counted.
  const most = likely.reduce((least, place) => Math.min(least, mostEdits(plain, place)), Infinity) + EDITS_BETTER;
  return decide(
    plain,
    likely.map((place) => candidateAt({ plain, bare }, place, most)),
  );
}

/** Whether the two code points of context next to the quotation stand beside a place on one side at least. */
function adjoins({ before, after }: Words, place: Place): boolean {
  const found = place.beside();
  const stands = (same: number, stored: number): boolean => stored > 0 && same >= Math.min(2, stored);
  return (
    stands(commonStart(before, found.before), before.length) || stands(commonStart(after, found.after), after.length)
  );
}

/** As many edits of context as it takes at most at a place: all but what adjoins unchanged. */
function mostEdits({ before, after }: Words, place: Place): number {
  const found = place.beside();
  return before.length - commonStart(before, found.before) + after.length - commonStart(after, found.after);
}

/** The byte of the text where the words of a quotation would begin, were it where it was coded. */
function startOf({ text, index }: Reading, { anchor }: Quotation): number {
  return trimStart(text, index.toBytes(anchor.start), text.length);
}
