import { contains, overlaps, type Span } from '../core/span.js';
import { hasWord, trimmed } from '../text/furniture.js';
import type { Transcript } from '../text/transcript.js';
import type { Decided } from './adjudication.js';
import type { PlacedUnit } from './compared-source.js';
import type { StudySource } from './compared-study.js';

/** A segment that all who saw the units it touches laid alike, and these units. */
interface Common extends Span {
  readonly units: readonly PlacedUnit[];
}

/** What becomes of a code's segments in a source. */
export interface CodeSegments {
  /** Where the code is to stand, in the units that are decided and in what is left of segments that reach beyond them. */
  readonly wanted: readonly Span[];
  /** Stored ones that stand no longer. */
  readonly stale: readonly Span[];
}

/**
 * Where a code is laid by decision: over the segment that all laid alike, less the units that are decided without the code,
 * else over the unit. A larger segment, as of a turn that was decided whole, is cut by units in it that are decided
 * without the code, and stays one before and one after the cut.
 *
 * @param settled units that were decided before and stay so: one that a common segment joins to a changed one is laid
 * anew with it, so that the order of decisions makes no difference; but not where something else than that is stored in it
 * @param stored where the code is stored
 */
export function segmentsByDecision(
  source: StudySource,
  { changed, settled }: { readonly changed: readonly Decided[]; readonly settled: readonly Decided[] },
  code: string,
  position: number,
  stored: readonly Span[],
): CodeSegments {
  const { transcript } = source.described;
  const commons = commonSegments(source, position);
  const decided = withNeighbours(changed, settled, commons, stored, transcript);
  const touched = stored.filter((span) => decided.some(({ unit }) => overlaps(unit.place, span)));
  const isWithin = (span: Span) => (whole: Span) => contains(whole, span);
  const places = decided.map(({ unit }) => unit.place);
  const larger = touched.filter((span) => !places.some(isWithin(span)) && !commons.some(isWithin(span)));
  const withCode = decided.filter(({ codes }) => codes.includes(code)).map(({ unit }) => unit);
  const kept = larger.flatMap((span) => {
    const stays = ({ place }: PlacedUnit): boolean => contains(span, place);
    const staying = new Set<Span>(withCode.filter(stays).map(({ place }) => place));
    const cuts = places.filter((place) => !staying.has(place));
    return without(span, cuts, transcript);
  });
  const bare = new Set(withCode.filter(({ place }) => !kept.some((span) => contains(span, place))));
  const alike = commons.flatMap((common) => {
    if (!common.units.some((unit) => bare.has(unit))) return [];
    const others = common.units.filter((unit) => !bare.has(unit)).map(({ place }) => place);
    return without(common, others, transcript);
  });
  const whole = [...bare].flatMap(({ place }) =>
    alike.some((span) => overlaps(span, place)) ? [] : [{ start: place.start, end: place.end }],
  );
  const replaced = touched.filter((span) => !larger.includes(span));
  const rests = replaced.flatMap((span) => without(span, places, transcript));
  const wanted = [...new Map([...kept, ...alike, ...whole, ...rests].map((span) => [keyOf(span), span])).values()];
  return { wanted, stale: touched.filter((span) => !wanted.some((one) => keyOf(one) === keyOf(span))) };
}

/** A segment less what is cut out of it, as far as there are words in what is left. */
function without(span: Span, cuts: readonly Span[], transcript: Transcript): Span[] {
  const cutting = cuts.filter((cut) => overlaps(cut, span));
  if (cutting.length === 0) return [{ start: span.start, end: span.end }];
  const left: Span[] = [];
  let from = span.start;
  for (const { start, end } of [...cutting, { start: span.end, end: span.end }]) {
    const rest = { start: from, end: Math.min(start, span.end) };
    const own = rest.start < rest.end && hasWord(transcript, rest) ? trimmed(transcript, rest) : null;
    if (own !== null) left.push(own);
    from = Math.max(from, end);
  }
  return left;
}

/** The segments of a code that all who saw the units there laid, and that reach nowhere else. */
function commonSegments({ hands, units }: StudySource, position: number): Common[] {
  const laid = hands.map((hand) => (hand?.codings ?? []).filter((coding) => coding.code === position));
  return [...new Map(laid.flat().map((one) => [keyOf(one), one])).values()].flatMap(({ start, end }) => {
    const touched = units.filter(({ place }) => overlaps(place, { start, end }));
    if (touched.length === 0 || start < touched[0]!.place.start || end > touched.at(-1)!.place.end) return [];
    const isCommon = touched.every(({ sets }) =>
      sets.every((set, coder) => set === null || laid[coder]!.some((one) => one.start === start && one.end === end)),
    );
    return isCommon ? [{ start, end, units: touched }] : [];
  });
}

/** With the settled units that common segments join to those that are changed. */
function withNeighbours(
  changed: readonly Decided[],
  settled: readonly Decided[],
  commons: readonly Common[],
  stored: readonly Span[],
  transcript: Transcript,
): Decided[] {
  const chosen = new Set(changed.map(({ unit }) => unit));
  const free = new Set(
    settled.flatMap(({ unit }) => (stored.every((span) => isAsLaid(span, unit, commons, transcript)) ? [unit] : [])),
  );
  for (let size = -1; size < chosen.size;) {
    size = chosen.size;
    for (const { units } of commons.filter((common) => common.units.some((unit) => chosen.has(unit)))) {
      for (const unit of units) if (free.has(unit)) chosen.add(unit);
    }
  }
  return [...changed, ...settled.filter(({ unit }) => chosen.has(unit))].sort(
    (a, b) => a.unit.place.start - b.unit.place.start,
  );
}

/** Whether what is stored over a unit is that unit, or all that a common segment has of it. */
function isAsLaid(span: Span, { place }: PlacedUnit, commons: readonly Common[], transcript: Transcript): boolean {
  if (!overlaps(span, place) || keyOf(span) === keyOf(place)) return true;
  const here = ({ start, end }: Span): string => {
    const part = trimmed(transcript, { start: Math.max(start, place.start), end: Math.min(end, place.end) });
    return part === null ? '' : keyOf(part);
  };
  return commons.some((common) => contains(common, span) && here(common) === here(span));
}

function keyOf({ start, end }: Span): string {
  return `${start} ${end}`;
}
