import { bySpan, type Span } from '../../core/span.js';
import { firstEndingAfter } from '../../text/furniture.js';
import { turnAt, type Furniture } from '../../text/transcript.js';
import type { Look } from './frame.js';
import type { Mark } from '../model/marks.js';
import { matchesBetween } from '../model/search.js';
import type { TagState } from '../model/state.js';
import { codeShown, MATCH, ROLE_LOOK } from './looks.js';

/** A stretch of text that looks the same from its first byte on, up to where the next begins. */
export interface Styled {
  readonly start: number;
  readonly look: Look;
}

/** What the keys would act upon, where that is not the unit at the cursor. */
export function focusOf({ mode }: TagState): Span | null {
  switch (mode.name) {
    case 'select':
      return { start: mode.fixed.start, end: Math.max(mode.fixed.end, mode.moving.end) };
    case 'pick':
      return mode.purpose.for === 'apply' ? mode.purpose.segment : null;
    case 'write':
      return mode.purpose.for === 'new code' && mode.purpose.then?.for === 'apply' ? mode.purpose.then.segment : null;
    case 'choose':
      return mode.choices[mode.index] ?? null;
    default:
      return null;
  }
}

const STRENGTH = { own: 3, accepted: 3, other: 2, suggested: 1 } as const;

/** The mark whose colour the text takes: what was coded by hand before what was not, the shortest of them. */
function topmost(marks: readonly Mark[]): Mark | undefined {
  let top: Mark | undefined;
  for (const mark of marks) {
    if (top === undefined) top = mark;
    else {
      const stronger = STRENGTH[mark.kind] - STRENGTH[top.kind];
      if (stronger > 0 || (stronger === 0 && mark.end - mark.start <= top.end - top.start)) top = mark;
    }
  }
  return top;
}

function furnitureLook(state: TagState, { kind, start }: Furniture): Look {
  if (kind !== 'label') return { dim: true };
  return ROLE_LOOK[turnAt(state.source.transcript.turns, start)?.role ?? 'other'];
}

function holds(span: Span | null, byte: number): boolean {
  return span !== null && span.start <= byte && byte < span.end;
}

/** How the text of a stretch looks, piece by piece. `marks` are those that touch it. */
export function stylesOf(state: TagState, shown: Span, marks: readonly Mark[]): Styled[] {
  const { furniture } = state.source.transcript;
  const outside: Furniture[] = [];
  for (let f = firstEndingAfter(furniture, shown.start); f < furniture.length && furniture[f]!.start < shown.end; f++)
    outside.push(furniture[f]!);
  const focus = focusOf(state);
  const { queue } = state;
  const place = state.mode.name === 'read' ? queue?.places[queue.index] : undefined;
  const there = place?.source === state.source.id ? place : null;
  // A unit that is to be decided stands out by itself where the cursor is.
  const here = there !== null && queue?.kind === 'adjudicate' && bySpan(there, state.cursor) === 0 ? null : there;
  const matches = state.search === '' ? [] : matchesBetween(state, shown);
  const edges = new Set([shown.start]);
  const mark = ({ start, end }: Span): void => {
    if (start > shown.start && start < shown.end) edges.add(start);
    if (end > shown.start && end < shown.end) edges.add(end);
  };
  [...marks, ...outside, ...matches, state.cursor].forEach(mark);
  if (focus !== null) mark(focus);
  if (here !== null) mark(here);

  const lookAt = (byte: number): Look => {
    const piece = outside[firstEndingAfter(outside, byte)];
    const top = topmost(marks.filter((one) => holds(one, byte)));
    return {
      ...(holds(state.cursor, byte) && { bold: true }),
      ...(top !== undefined && { color: codeShown(state, top.code).color }),
      ...(top !== undefined && top.kind !== 'suggested' && { underline: true }),
      ...(piece !== undefined && holds(piece, byte) && furnitureLook(state, piece)),
      ...(matches.some((match) => holds(match, byte)) && MATCH),
      ...((holds(focus, byte) || holds(here, byte)) && { inverse: true }),
    };
  };
  return [...edges].sort((a, b) => a - b).map((start) => ({ start, look: lookAt(start) }));
}
