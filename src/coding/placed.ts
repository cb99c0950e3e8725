import { codingEntries } from '../core/catalogue/coding.js';
import type { Diagnostic, Severity } from '../core/diagnostic.js';
import type { Span } from '../core/span.js';
import type { Anchoring } from './anchoring.js';
import type { Coding } from './coding.js';
import type { ApplyEvent, SeenEvent, Verdict } from './event.js';
import type { Folded } from './fold.js';
import { type Doubt, isSure } from './place.js';
import { type PlacedEvent, placeEvents } from './place-events.js';

/** A coder's answer to the rules' coding of a segment, found in the text. */
export interface PlacedVerdict {
  readonly segment: Span;
  /** The code's id. */
  readonly code: string;
  readonly verdict: Verdict;
  readonly at: string;
  readonly memo?: string;
}

/** A coding or verdict whose place is not sure. */
export interface Doubtful {
  readonly event: ApplyEvent;
  readonly placement: Doubt;
}

/** One coder's log of one source, laid on its text. */
export interface PlacedLog {
  readonly coder: string;
  readonly codings: readonly Coding[];
  readonly verdicts: readonly PlacedVerdict[];
  readonly seen: readonly SeenEvent[];
  /** Codings and verdicts whose place is not sure (fuzzy, ambiguous, lost): they count nowhere. */
  readonly doubtful: readonly Doubtful[];
  /**
   * What found no place (QC207), what has no code in the codebook (QC208), ids used twice (QC209), and what was found in
   * another place than it was coded in (QC210). Nothing of it is dropped from the log.
   */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds the place of everything in a folded log. What has lost its place, or whose code is unknown, is reported and
 * left out: it counts nowhere. What has moved with its quotation is reported and counts. The log stays as it is.
 *
 * @param codes ids of the codebook's codes
 * @param file path of the log, for diagnostics
 */
export function placeLog(
  folded: Folded,
  log: { readonly coder: string; readonly source: string; readonly file: string },
  anchoring: Anchoring,
  codes: ReadonlySet<string>,
): PlacedLog {
  const { coder, source, file } = log;
  const diagnostics = folded.shared.map((id) =>
    finding('QC209', 'warning', `two different events have the id "${id}"`, file),
  );
  const codings: Coding[] = [];
  const verdicts: PlacedVerdict[] = [];
  const doubtful: Doubtful[] = [];
  const find = ({ event, placement }: PlacedEvent): Span | null => {
    const { id, code, anchor } = event;
    if (!codes.has(code)) {
      diagnostics.push(
        finding('QC208', 'warning', `coding "${id}" has the code "${code}", which the codebook lacks`, file),
      );
      return null;
    }
    const quoted = `coding "${id}" (${code}): “${clipped(anchor.exact)}”`;
    if (!isSure(placement)) {
      doubtful.push({ event, placement });
      const lost = `is not at characters ${anchor.start}–${anchor.end} of ${source}`;
      diagnostics.push(finding('QC207', 'warning', `${quoted} ${lost}; ${doubt(placement)}`, file));
      return null;
    }
    const { kind, start, end, moved } = placement;
    if (kind === 'moved') diagnostics.push(finding('QC210', 'info', `${quoted} ${movement(moved)} in ${source}`, file));
    return { start, end };
  };
  for (const placed of placeEvents([...folded.codings, ...folded.verdicts], anchoring)) {
    const segment = find(placed);
    if (segment === null) continue;
    const { id, at, code, memo, properties, verdict } = placed.event;
    if (verdict !== undefined) {
      verdicts.push({ segment, code, verdict, at, ...(memo !== undefined && { memo }) });
      continue;
    }
    const extra = { ...(memo !== undefined && { memo }), ...(properties !== undefined && { properties }) };
    codings.push({ id, source, segment, code, by: { coder, at }, ...extra });
  }
  return { coder, codings, verdicts, seen: folded.seen, doubtful, diagnostics };
}

/** What was found instead of a sure place. */
function doubt(placement: Doubt): string {
  switch (placement.kind) {
    case 'fuzzy':
      return `the likest words are ${Math.floor(placement.similarity * 100)}% alike (fuzzy)`;
    case 'ambiguous':
      return placement.candidates.length > 1
        ? `it may be at any of ${placement.candidates.length} places (ambiguous)`
        : 'another coding has the only place where its words stand (ambiguous)';
    case 'lost':
      return 'nothing is like it (lost)';
  }
}

function movement(moved: number): string {
  if (moved === 0) return 'has other white space or labels now';
  const by = Math.abs(moved);
  return `moved by ${by} ${by === 1 ? 'character' : 'characters'} towards the ${moved > 0 ? 'end' : 'beginning'}`;
}

function finding(
  code: 'QC207' | 'QC208' | 'QC209' | 'QC210',
  severity: Severity,
  message: string,
  file: string,
): Diagnostic {
  return { code, severity, message, remedy: codingEntries[code]!.remedy, place: { file } };
}

function clipped(text: string): string {
  const characters = [...text];
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : text;
}
