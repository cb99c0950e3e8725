import { bySpan, type Span } from '../../core/span.js';
import { exactly, overlapping } from './overlapping.js';
import type { ForeignCoding, OpenSource, OwnCoding, OwnVerdict, TagState } from './state.js';

/** What stands over a stretch of the transcript, as the screen shows it. */
export interface Mark extends Span {
  readonly code: string;
  /** An own coding; a suggestion that was accepted; one that was not judged; another coder's coding. */
  readonly kind: 'own' | 'accepted' | 'suggested' | 'other';
  /** The id of the own coding's or verdict's event. */
  readonly id: string | null;
  /** The other coder. */
  readonly coder: string | null;
  readonly memo: string | null;
  readonly starred: boolean;
}

/**
 * Whether the coder gave a segment a code, by hand or by accepting a rule's coding.
 *
 * @param except the id of a coding or verdict that does not count
 */
export function hasCode({ codings, verdicts }: OpenSource, segment: Span, code: string, except?: string): boolean {
  const has = (each: OwnCoding | OwnVerdict): boolean => each.code === code && each.id !== except;
  const accepted = exactly(verdicts, segment).filter(({ verdict }) => verdict === 'accept');
  return exactly(codings, segment).some(has) || accepted.some(has);
}

/** Whether a rule's coding is still to be judged: neither rejected, nor the segment given its code. */
export function isOpen(source: OpenSource, suggestion: ForeignCoding): boolean {
  const { code } = suggestion;
  const rejected = exactly(source.verdicts, suggestion).some((each) => each.verdict === 'reject' && each.code === code);
  return !rejected && !hasCode(source, suggestion, code);
}

/** Suggestions over a stretch that are still to be judged. */
export function openSuggestions(source: OpenSource, span: Span): ForeignCoding[] {
  return overlapping(source.suggestions, span).filter((suggestion) => isOpen(source, suggestion));
}

/** What counts as the coder's own over a stretch: codings by hand, and suggestions accepted. */
export function ownOver({ codings, verdicts }: OpenSource, span: Span): (OwnCoding | OwnVerdict)[] {
  const accepted = overlapping(verdicts, span).filter(({ verdict }) => verdict === 'accept');
  return [...overlapping(codings, span), ...accepted].sort(bySpan);
}

/** Whether a star stands on a coding. */
export function isStarred({ properties }: OwnCoding | OwnVerdict): boolean {
  return properties?.star === 'yes';
}

/** Everything over a stretch, by start, then end. */
export function marksBetween(state: TagState, span: Span): readonly Mark[] {
  const { source, showOthers, blind } = state;
  const plain = { id: null, coder: null, memo: null, starred: false };
  const marks: Mark[] = overlapping(source.codings, span).map((coding) => ({
    ...place(coding),
    kind: 'own',
    id: coding.id,
    coder: null,
    memo: coding.memo ?? null,
    starred: isStarred(coding),
  }));
  for (const verdict of overlapping(source.verdicts, span)) {
    if (verdict.verdict === 'reject') continue;
    const { id, memo = null } = verdict;
    marks.push({ ...plain, ...place(verdict), kind: 'accepted', id, memo, starred: isStarred(verdict) });
  }
  if (!blind) {
    for (const suggestion of openSuggestions(source, span)) {
      marks.push({ ...plain, ...place(suggestion), kind: 'suggested' });
    }
  }
  if (showOthers && !blind) {
    for (const other of overlapping(source.others, span)) {
      marks.push({ ...plain, ...place(other), kind: 'other', coder: other.coder, memo: other.memo ?? null });
    }
  }
  return marks.sort(bySpan);
}

function place({ start, end, code }: Span & { readonly code: string }) {
  return { start, end, code };
}

/** The suggestion at the cursor that is judged next: the first that is open. */
export function suggestionAt({ source, cursor, blind }: TagState): ForeignCoding | null {
  return blind ? null : (openSuggestions(source, cursor)[0] ?? null);
}

/** The segment that the selection covers, or null in other modes. */
export function selection({ mode }: TagState): Span | null {
  return mode.name === 'select' ? segmentOf(mode) : null;
}

/** From the beginning of the one end to the end of the other. */
export function segmentOf({ fixed, moving }: { readonly fixed: Span; readonly moving: Span }): Span {
  return { start: fixed.start, end: moving.end };
}
