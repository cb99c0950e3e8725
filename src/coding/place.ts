import type { Span } from '../core/span.js';
import { encode } from '../text/utf8.js';
import { type Like, likeStretches } from './alike.js';
import type { Anchoring } from './anchoring.js';
import type { Anchor } from './coding.js';
import { type Sighting, collisions } from './collisions.js';
import type { Decision } from './decide.js';
import { decideAmong, decider } from './decider.js';
import { type Quotation, quotationOf } from './quotation.js';
import { type Place, type Reading, originalOf } from './reading.js';
import { LIKE_BETTER } from './thresholds.js';
import { relabelledPlaces, verbatimPlaces } from './verbatim.js';

/** Sure: the quotation's words stand here. It counts. Bytes of canonical text. */
export interface Sure extends Span {
  /** exact: as it was coded and where. moved: the same words elsewhere, or with other white space or labels. */
  readonly kind: 'exact' | 'moved';
  /** How many code points further towards the end it begins than it was coded; negative: towards the beginning. */
  readonly moved: number;
}

/** Not sure: one place with like words, several places and none clearly the best, or none. It counts nowhere. */
export type Doubt =
  | ({
      readonly kind: 'fuzzy';
      readonly moved: number;
      /** 1 less the edits, in code points, for each code point of the quotation. */
      readonly similarity: number;
    } & Span)
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Span[] }
  | { readonly kind: 'lost' };

/** Where the quotation of an anchor stands in a text that may have been corrected since. */
export type Placement = Sure | Doubt;

export function isSure(placement: Placement): placement is Sure {
  return placement.kind === 'exact' || placement.kind === 'moved';
}

/**
 * Finds the places of anchors in a text that may have been corrected since. In the text that they were taken from they
 * are where they say. In any other text
 *
 * 1. a quotation is looked for wherever its words stand, whatever the white space and the composition of letters, and
 *    `decide` says whether one of those places is sure;
 * 2. else for stretches whose words are like it: where only labels of speakers differ, 1 holds for them; else the best
 *    is fuzzy, if it is clearly better than all others.
 *
 * Takes time in proportion to the text, besides what the quotations take and, where their words stand often, to the
 * places times the different contexts. A position in a corrected text is no evidence but where the words stand once. The orders of evidence (position, quotation, context) are those of the anchoring of
 * Hypothesis, which takes what fits best without a margin, however badly it fits.
 */
export function placeAnchors(anchors: readonly Anchor[], anchoring: Anchoring): Placement[] {
  if (anchors.length === 0) return [];
  const digest = anchoring.digest();
  const placements = anchors.map((anchor) => (anchor.digest === digest ? asCoded(anchor, anchoring) : null));
  const open = anchors.flatMap((_, i) => (placements[i] === null ? [i] : []));
  const found =
    open.length > 0
      ? search(
          open.map((i) => anchors[i]!),
          anchoring.reading(),
        )
      : [];
  open.forEach((i, n) => (placements[i] = found[n]!));
  return placements as Placement[];
}

/** Where an anchor says it stands; null where its quotation does not stand there, whatever its digest says. */
function asCoded(anchor: Anchor, { text, index }: Anchoring): Placement | null {
  const start = index.toBytes(anchor.start);
  const exact = encode(anchor.exact);
  return holds(text, start, exact) ? { kind: 'exact', start, end: start + exact.length, moved: 0 } : null;
}

function search(anchors: readonly Anchor[], reading: Reading): Placement[] {
  const quotations = anchors.map(quotationOf);
  const placements = new Map<Quotation, Placement>();
  const sure: Sighting[] = [];
  const settle = (quotation: Quotation, decision: Decision | null): void => {
    if (decision?.kind === 'ambiguous') {
      placements.set(quotation, ambiguous(decision.candidates.map(({ place }) => place.span())));
    } else if (decision?.kind === 'sure') {
      const { candidate } = decision;
      placements.set(quotation, sureAt(reading, quotation.anchor, candidate.place.span()));
      sure.push({ quotation, candidate });
    }
  };
  const verbatim = new Map(verbatimPlaces(reading, quotations));
  const decideVerbatim = decider(reading);
  for (const [quotation, places] of verbatim) settle(quotation, decideVerbatim(quotation, places));
  const unsettled = (): Quotation[] => quotations.filter((one) => one.plain.points.length > 0 && !placements.has(one));
  for (const [quotation, places] of relabelledPlaces(reading, unsettled())) {
    settle(quotation, decideAmong(quotation.bare, quotation.bare, places));
  }
  const rest = unsettled();
  likeStretches(reading, rest).forEach((likes, i) => {
    placements.set(rest[i]!, doubtful(reading, rest[i]!, likes, verbatim.get(rest[i]!)!));
  });
  for (const { quotation, candidate } of collisions(sure)) {
    placements.set(quotation, ambiguous([candidate.place.span()]));
  }
  return quotations.map((quotation) => placements.get(quotation) ?? { kind: 'lost' });
}

function ambiguous(candidates: readonly Span[]): Placement {
  return { kind: 'ambiguous', candidates };
}

/** @param words bytes of the text, from the first to the last word */
function sureAt({ text, index }: Reading, anchor: Anchor, words: Span): Placement {
  const span = withBlanks(words, anchor, text);
  const moved = index.toCodePoints(span.start) - anchor.start;
  const exact = encode(anchor.exact);
  const isSame = moved === 0 && span.end - span.start === exact.length && holds(text, span.start, exact);
  return { kind: isSame ? 'exact' : 'moved', ...span, moved };
}

/** A span with the white space at both ends of the quotation, where that stands beside it. */
function withBlanks({ start, end }: Span, { exact }: Anchor, text: Uint8Array): Span {
  const trimmed = exact.trimStart();
  const lead = encode(exact.slice(0, exact.length - trimmed.length));
  const trail = encode(trimmed.slice(trimmed.trimEnd().length));
  return {
    start: holds(text, start - lead.length, lead) ? start - lead.length : start,
    end: holds(text, end, trail) ? end + trail.length : end,
  };
}

/** The placement of a quotation that no place is sure for, by what is like it and where its words stand. */
function doubtful(
  { skeleton, index }: Reading,
  { anchor }: Quotation,
  likes: readonly Like[],
  verbatim: readonly Place[],
): Placement {
  const [best] = likes;
  if (best === undefined) {
    if (verbatim.length > 1) return ambiguous(verbatim.map((place) => place.span()));
    return verbatim.length === 1 ? fuzzy(1, verbatim[0]!.span()) : { kind: 'lost' };
  }
  const close = likes.filter(({ together }) => together > best.together - LIKE_BETTER);
  if (close.length > 1) return ambiguous(close.map((like) => originalOf(skeleton, like)));
  return fuzzy(best.similarity, originalOf(skeleton, best));

  function fuzzy(similarity: number, span: Span): Placement {
    return { kind: 'fuzzy', ...span, moved: index.toCodePoints(span.start) - anchor.start, similarity };
  }
}

/** Whether bytes stand in the text at a byte. */
function holds(text: Uint8Array, at: number, bytes: Uint8Array): boolean {
  if (at < 0) return false;
  for (let i = 0; i < bytes.length; i++) if (text[at + i] !== bytes[i]) return false;
  return true;
}
