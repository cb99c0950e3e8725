import { isSeen as isSeenBy } from '../../coding/is-seen.js';
import type { Span } from '../../core/span.js';
import { overlapping } from './overlapping.js';
import type { OpenSource, Progress, WalkKind } from './state.js';
import { countUnits, walkOf } from './walk.js';

/** Whether the coder marked a unit seen, as a whole or piece by piece. */
export function isSeen({ seen, transcript }: OpenSource, unit: Span): boolean {
  return isSeenBy(overlapping(seen, unit), unit, transcript);
}

/** Whether an own coding or an accepted suggestion touches a unit. */
export function isCoded({ codings, verdicts }: OpenSource, unit: Span): boolean {
  return (
    overlapping(codings, unit).length > 0 || overlapping(verdicts, unit).some(({ verdict }) => verdict === 'accept')
  );
}

/** The units that one of the spans touches, each once. */
function touched(source: OpenSource, kind: WalkKind, spans: readonly Span[]): Span[] {
  const walk = walkOf(source.transcript, kind);
  const found = new Map<number, Span>();
  let reached = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    let unit = walk.from(Math.max(start, reached));
    for (; unit !== null && unit.start < end; unit = walk.from(unit.end)) found.set(unit.start, unit);
    reached = Math.max(reached, unit?.start ?? end);
  }
  return [...found.values()];
}

function tally(source: OpenSource, units: readonly Span[]): { readonly seen: number; readonly coded: number } {
  let seen = 0;
  let coded = 0;
  for (const unit of units) {
    if (isSeen(source, unit)) seen++;
    if (isCoded(source, unit)) coded++;
  }
  return { seen, coded };
}

/** What is done of a source. */
function worked(source: OpenSource, kind: WalkKind): { readonly seen: number; readonly coded: number } {
  return tally(source, touched(source, kind, [...source.seen, ...source.codings, ...source.verdicts]));
}

/** How much of a source is worked through. Looks at all that is laid over it: for when a source is opened. */
export function progressOf(source: OpenSource, kind: WalkKind): Progress {
  return { units: countUnits(source.transcript, kind), ...worked(source, kind) };
}

/** Bytes from which on the sentences of a text are not counted before it is on the screen. */
const LARGE = 1 << 20;

/** The same for the first look at a source, of which 0 units say that they are still to be counted. */
export function firstProgress(source: OpenSource, kind: WalkKind): Progress {
  if (kind !== 'sentence' || source.transcript.text.length < LARGE) return progressOf(source, kind);
  return { units: 0, ...worked(source, kind) };
}

/** The progress after a change: only the units that the changed spans touch are looked at again. */
export function progressAfter(
  progress: Progress,
  kind: WalkKind,
  before: OpenSource,
  after: OpenSource,
  changed: readonly Span[],
): Progress {
  const units = touched(after, kind, changed);
  const was = tally(before, units);
  const is = tally(after, units);
  return {
    units: progress.units,
    seen: progress.seen + is.seen - was.seen,
    coded: progress.coded + is.coded - was.coded,
  };
}
