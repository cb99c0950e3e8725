import type { Span } from '../core/span.js';
import { trimStart } from '../text/blank.js';
import { digestOf } from '../text/digest.js';
import { type CodePointIndex, codePointIndex } from '../text/offset.js';
import { encode, previous, sizeOf } from '../text/utf8.js';
import { type Like, likeStretches } from './alike.js';
import type { Anchor } from './coding.js';
import { type Candidate, decide } from './decide.js';
import { labelTest, labelsMayDiffer } from './labels-changed.js';
import { occurrences } from './occurrences.js';
import { type Quotation, quotationOf } from './quotation.js';
import { pointsAfter, pointsBefore, sideAfter, sideBefore } from './sides.js';
import { type Skeleton, skeletonOf } from './skeleton.js';

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

/** Of two places that are like a quotation the better one must be better by this share of quotation and context. */
const MARGIN = 0.15;
/** Where the words of a quotation stand more often, only places are looked at that some of its context adjoins. */
const MANY = 64;
/** Code points around a place that tell a quotation from another one near by. */
const AROUND = 96;

/**
 * Finds the places of anchors in a text that may have been corrected since. In the text that they were taken from they
 * are where they say. In any other text
 *
 * 1. a quotation is looked for wherever its words stand, whatever the white space and the composition of letters, and
 *    `decide` says whether one of those places is sure;
 * 2. else for stretches whose words are like it: where only labels of speakers differ, 1 holds for them; else the best
 *    is fuzzy, if it is clearly better than all others.
 *
 * Takes time in proportion to the text, besides what the quotations take. A position in a corrected text is no evidence
 * but where the words stand once. The orders of evidence (position, quotation, context) are those of the anchoring of
 * Hypothesis, which takes what fits best without a margin, however badly it fits.
 */
export function placeAnchors(
  anchors: readonly Anchor[],
  text: Uint8Array,
  index: CodePointIndex = codePointIndex(text),
): Placement[] {
  if (anchors.length === 0) return [];
  const digest = digestOf(text);
  const placements = anchors.map((anchor) => (anchor.digest === digest ? asCoded(anchor, text, index) : null));
  const open = anchors.flatMap((_, i) => (placements[i] === null ? [i] : []));
  const found =
    open.length > 0
      ? search(
          open.map((i) => anchors[i]!),
          text,
          index,
        )
      : [];
  open.forEach((i, n) => (placements[i] = found[n]!));
  return placements as Placement[];
}

/** Where an anchor says it stands; null where its quotation does not stand there, whatever its digest says. */
function asCoded(anchor: Anchor, text: Uint8Array, index: CodePointIndex): Placement | null {
  const start = index.toBytes(anchor.start);
  const exact = encode(anchor.exact);
  return holds(text, start, exact) ? { kind: 'exact', start, end: start + exact.length, moved: 0 } : null;
}

function search(anchors: readonly Anchor[], text: Uint8Array, index: CodePointIndex): Placement[] {
  const skeleton = skeletonOf(text);
  const seek: Seek = { text, index, skeleton, isLabel: labelTest(text) };
  const quotations = anchors.map(quotationOf);
  const withWords = quotations.filter(({ words }) => words.length > 0);
  const starts = occurrences(
    skeleton.bytes,
    withWords.map(({ bytes }) => bytes),
  );
  const placements = new Map<Quotation, Placement>();
  const verbatim = new Map<Quotation, readonly Span[]>();
  withWords.forEach((quotation, i) => {
    const places = starts[i]!.map((start) => ({ start, end: start + quotation.bytes.length }));
    verbatim.set(quotation, places);
    const likely = places.length > MANY ? places.filter((place) => adjoins(skeleton.bytes, quotation, place)) : places;
    const candidates = likely.map((place) => candidateAt(seek, quotation, place));
    const isSettled = places.length === 1 && skeleton.original(places[0]!.start, 'start') === startOf(seek, quotation);
    const placement = isSettled ? sureAt(seek, quotation.anchor, places[0]!) : settle(seek, quotation, candidates);
    if (placement) placements.set(quotation, placement);
  });
  const unsettled = withWords.filter((quotation) => !placements.has(quotation));
  likeStretches(text, skeleton, unsettled).forEach((likes, i) => {
    const quotation = unsettled[i]!;
    placements.set(quotation, doubtful(seek, quotation, likes, verbatim.get(quotation)!));
  });
  return quotations.map((quotation) => placements.get(quotation) ?? { kind: 'lost' });
}

/** What is searched. */
interface Seek {
  readonly text: Uint8Array;
  readonly index: CodePointIndex;
  readonly skeleton: Skeleton;
  readonly isLabel: (label: string) => boolean;
}

function candidateAt({ text, skeleton }: Seek, { context }: Quotation, { start, end }: Span): Candidate {
  return {
    start,
    end,
    before: sideBefore(context, text, skeleton, start),
    after: sideAfter(context, text, skeleton, end),
    around: () => ({
      before: pointsBefore(skeleton.bytes, start, AROUND),
      after: pointsAfter(skeleton.bytes, end, AROUND),
    }),
  };
}

/** The byte of the text where the words of a quotation would begin, were it where it was coded. */
function startOf({ text, index }: Seek, { anchor }: Quotation): number {
  return trimStart(text, index.toBytes(anchor.start), text.length);
}

/** Whether the two code points of context next to the quotation stand beside a place on one side at least. */
function adjoins(bytes: Uint8Array, { lead, whole, bytes: words }: Quotation, { start, end }: Span): boolean {
  const before = lead < 2 ? 0 : previous(whole, previous(whole, lead));
  const tail = lead + words.length;
  let after = tail;
  for (let n = 0; n < 2 && after < whole.length; n++) after += sizeOf(whole[after]!);
  const isBefore = lead > before && holds(bytes, start - (lead - before), whole.subarray(before, lead));
  return isBefore || (after > tail && holds(bytes, end, whole.subarray(tail, after)));
}

/** The placement of a quotation whose words stand at the candidates; null where what stands there is too little. */
function settle(seek: Seek, { anchor, words, context }: Quotation, candidates: readonly Candidate[]): Placement | null {
  if (candidates.length === 0) return null;
  const decision = decide(words, context, candidates);
  if (decision.kind === 'unsure') return null;
  if (decision.kind === 'ambiguous') return ambiguous(seek, decision.candidates);
  return sureAt(seek, anchor, decision.candidate);
}

function ambiguous({ skeleton }: Seek, places: readonly Span[]): Placement {
  return { kind: 'ambiguous', candidates: places.map((place) => spanOf(skeleton, place)) };
}

function sureAt({ text, index, skeleton }: Seek, anchor: Anchor, place: Span): Placement {
  const span = withBlanks(spanOf(skeleton, place), anchor, text);
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

function spanOf(skeleton: Skeleton, { start, end }: Span): Span {
  return { start: skeleton.original(start, 'start'), end: skeleton.original(end, 'end') };
}

/** The placement of a quotation that no place is sure for, by what is like it and where its words stand. */
function doubtful(seek: Seek, quotation: Quotation, likes: readonly Like[], verbatim: readonly Span[]): Placement {
  const { text, index, skeleton } = seek;
  const relabelled = likes.flatMap((like) => {
    const place = labelsMayDiffer(quotation.anchor, text, skeleton, like, seek.isLabel);
    return place ? [candidateAt(seek, quotation, place)] : [];
  });
  const settled = settle(seek, quotation, relabelled);
  if (settled) return settled;
  const [best, second] = likes;
  if (best === undefined) {
    if (verbatim.length > 1) return ambiguous(seek, verbatim);
    return verbatim.length === 1 ? fuzzy(1, verbatim[0]!) : { kind: 'lost' };
  }
  if (second && second.together > best.together - MARGIN) {
    return ambiguous(
      seek,
      likes.filter(({ together }) => together > best.together - MARGIN),
    );
  }
  return fuzzy(best.similarity, best);

  function fuzzy(similarity: number, place: Span): Placement {
    const span = spanOf(skeleton, place);
    return { kind: 'fuzzy', ...span, moved: index.toCodePoints(span.start) - quotation.anchor.start, similarity };
  }
}

/** Whether bytes stand in the text at a byte. */
function holds(text: Uint8Array, at: number, bytes: Uint8Array): boolean {
  if (at < 0) return false;
  for (let i = 0; i < bytes.length; i++) if (text[at + i] !== bytes[i]) return false;
  return true;
}
