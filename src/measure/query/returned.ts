import { type LaidCoding, byPlace } from '../../coding/laid.js';
import { byCodePoint } from '../../core/order.js';
import type { Span } from '../../core/span.js';
import type { Transcript, UnitKind } from '../../text/transcript.js';
import { unitFinder } from '../../text/unit-finder.js';
import { type Bound, type BoundRelation, isCondition } from './bound.js';
import type { Chosen } from './evaluate.js';
import { stands } from './relation.js';
import type { Operator } from './syntax.js';

/** What stands for a coding that a query selects: its segment, the part shared with a partner, or the study's unit around it. */
export const RETURNS = ['segment', 'overlap', 'unit'] as const;
export type Returned = (typeof RETURNS)[number];

/** Operators under which two segments share text. */
const SHARING: ReadonlySet<Operator> = new Set([
  'equals',
  'within',
  'encloses',
  'overlaps',
  'overlapped-by',
  'co-occurs',
]);

/** The relation whose partners share text, where it stands at the top of a query, perhaps beside conditions; else null. */
export function sharingRelation(root: Bound): BoundRelation | null {
  if (root.kind === 'and') {
    if (isCondition(root.right)) return sharingRelation(root.left);
    return isCondition(root.left) ? sharingRelation(root.right) : null;
  }
  return root.kind === 'relation' && SHARING.has(root.operator) ? root : null;
}

/** The parts that codings share with codings that stand so to them. */
export function sharedParts(
  codings: readonly LaidCoding[],
  { operator }: BoundRelation,
  all: readonly LaidCoding[],
  partners: Chosen,
): LaidCoding[] {
  const others = all.filter((_, i) => partners[i] === 1);
  return distinct(
    codings.flatMap((coding) =>
      others
        .filter((other) => stands(operator, coding, other))
        .map((other) => over(coding, Math.max(coding.start, other.start), Math.min(coding.end, other.end))),
    ),
  );
}

/** Codings widened to the units that they lie in. */
export function inUnits(codings: readonly LaidCoding[], transcript: Transcript, kind: UnitKind): LaidCoding[] {
  const unit = unitFinder(transcript, kind);
  return distinct(codings.map((coding) => over(coding, ...wholeUnits(coding, unit))));
}

function wholeUnits({ start, end }: Span, unit: (byte: number) => Span): [number, number] {
  const [first, last] = [unit(start), unit(end - 1)];
  return [Math.min(start, first.start), Math.max(end, last.end)];
}

function over(coding: LaidCoding, start: number, end: number): LaidCoding {
  return { ...coding, start, end, hits: coding.hits.filter((hit) => start <= hit.start && hit.end <= end) };
}

/** One coding for each segment and code: those that have become one have the hits, coders and memos of all. */
function distinct(codings: readonly LaidCoding[]): LaidCoding[] {
  const found: LaidCoding[] = [];
  for (const coding of [...codings].sort(byPlace)) {
    const last = found.at(-1);
    if (last && byPlace(last, coding) === 0) found[found.length - 1] = merged(last, coding);
    else found.push(coding);
  }
  return found;
}

function merged(one: LaidCoding, other: LaidCoding): LaidCoding {
  const hits = [...new Set([...one.hits, ...other.hits])].sort((a, b) => a.start - b.start || a.end - b.end);
  const coders = [...new Set([...one.coders, ...other.coders])].sort(byCodePoint);
  const memos = [...new Set([...(one.memos ?? []), ...(other.memos ?? [])])];
  const [at] = [one.at, other.at].filter((each) => each !== undefined).sort();
  return { ...one, hits, coders, ...(memos.length > 0 && { memos }), ...(at !== undefined && { at }) };
}
