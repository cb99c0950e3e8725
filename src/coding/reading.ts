import { once } from '../core/once.js';
import type { Span } from '../core/span.js';
import type { CodePointIndex } from '../text/offset.js';
import { labelTest } from './labels-changed.js';
import { withBlankLabels } from './label-shape.js';
import { type Beside, type Side, besideOf, better, compare } from './sides.js';
import { type Skeleton, skeletonOf } from './skeleton.js';

/** A text that quotations are looked for in. */
export interface Reading {
  readonly text: Uint8Array;
  readonly index: CodePointIndex;
  readonly skeleton: Skeleton;
  /** The skeleton without what looks like labels, made at the first question. */
  readonly bare: () => Skeleton;
  /** Whether a label begins several lines of the text. */
  readonly isLabel: (label: string) => boolean;
}

export function readingOf(text: Uint8Array, index: CodePointIndex): Reading {
  const bare = once(() => skeletonOf(withBlankLabels(text)));
  return { text, index, skeleton: skeletonOf(text), bare, isLabel: labelTest(text) };
}

/** A place where words stand, whatever quotation they are of. All of it is found out once, when first asked for. */
export interface Place {
  /** The byte of the skeleton where it begins. */
  readonly at: number;
  /** Bytes of the text. */
  readonly span: () => Span;
  readonly beside: () => Beside;
  /** The same without what looks like labels. */
  readonly bare: () => Beside;
}

/** @param found bytes of the skeleton */
export function placeAt({ skeleton, bare }: Reading, found: Span): Place {
  const span = once(() => originalOf(skeleton, found));
  return {
    at: found.start,
    span,
    beside: once(() => besideOf(skeleton.bytes, found)),
    bare: once(() => {
      const { start, end } = span();
      return besideOf(bare().bytes, { start: bare().offsetOf(start), end: bare().offsetOf(end) });
    }),
  };
}

/** The bytes of the text that a stretch of a skeleton comes from. */
export function originalOf(skeleton: Skeleton, { start, end }: Span): Span {
  return { start: skeleton.original(start, 'start'), end: skeleton.original(end, 'end') };
}

/** A place in the skeleton without labels, with the bytes of the text that the quotation has there. */
export function bareAt(skeleton: Skeleton, found: Span, span: Span): Place {
  const beside = once(() => besideOf(skeleton.bytes, found));
  return { at: found.start, span: () => span, beside, bare: beside };
}

/** A place, and how much of a quotation's context stands there. */
export interface Candidate {
  readonly place: Place;
  readonly before: Side;
  readonly after: Side;
}

/**
 * Compares the context of a quotation with what stands beside a place. Labels of speakers may have changed there.
 *
 * @param most edits of a side beyond this are not counted
 */
export function candidateAt({ plain, bare }: Contexts, place: Place, most = Infinity): Candidate {
  const sideAt = (side: keyof Beside): Side => {
    const whole = compare(plain[side], place.beside()[side], most);
    if (whole.complete || plain[side].length === bare[side].length) return whole;
    return better(whole, compare(bare[side], place.bare()[side], most));
  };
  return { place, before: sideAt('before'), after: sideAt('after') };
}

/** The context of a quotation as it stands, and without labels. */
export interface Contexts {
  readonly plain: Beside;
  readonly bare: Beside;
}
