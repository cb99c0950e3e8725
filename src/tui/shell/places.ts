import type { SegmentKind } from '../../codebook/codebook.js';
import type { ApplyEvent } from '../../coding/event.js';
import { anchoringOf } from '../../coding/anchoring.js';
import { foldEvents } from '../../coding/fold.js';
import { isSure } from '../../coding/place.js';
import { placeEvents } from '../../coding/place-events.js';
import { type Diagnostic, type Outcome, isError } from '../../core/diagnostic.js';
import { bySpan } from '../../core/span.js';
import { segmenterOf } from '../../match/segment.js';
import { firstColumns, lastColumns } from '../../core/columns.js';
import { onOneLine } from '../../measure/excerpt.js';
import type { KwicLine } from '../../measure/kwic.js';
import { readTranscript } from '../../store/read-transcript.js';
import { digestOf } from '../../text/digest.js';
import { codePointIndex } from '../../text/offset.js';
import type { Transcript } from '../../text/transcript.js';
import { type Desk, logOf } from './desk.js';
import type { FoundPlace, QueuedPlace, ReviewedPlace } from '../model/state.js';

/** Columns of a quotation in a list of places. */
const COLUMNS = 120;
/** Columns of them before what was found. */
const BEFORE = 16;

/**
 * The coder's codings of a code in all sources, accepted suggestions among them; what has no sure place is left out.
 * Without a value a log or a transcript cannot be read.
 */
export async function incidentsOf(desk: Desk, code: string): Promise<Outcome<ReviewedPlace[]>> {
  const found: ReviewedPlace[] = [];
  const told: Diagnostic[] = [];
  for (const source of desk.study.sources) {
    const log = logOf(desk, desk.coder, source.id);
    told.push(...log.diagnostics);
    const { codings, verdicts } = log.value?.folded ?? foldEvents([]);
    const held = [...codings, ...verdicts];
    if (held.every((event) => event.code !== code)) continue;
    const { value: transcript, diagnostics } = await readTranscript(desk.study, source);
    told.push(...diagnostics);
    if (transcript) found.push(...incidentsIn(transcript, held, code));
  }
  return told.some(isError) ? { diagnostics: told } : { value: found, diagnostics: told };
}

function incidentsIn(transcript: Transcript, held: readonly ApplyEvent[], code: string): ReviewedPlace[] {
  const places = placeEvents(held, anchoringOf(transcript.text)).flatMap(({ event, placement }): ReviewedPlace[] => {
    if (event.code !== code || event.verdict === 'reject' || !isSure(placement)) return [];
    const { start, end } = placement;
    const excerpt = firstColumns(onOneLine(event.anchor.exact), COLUMNS);
    return [{ source: transcript.source, start, end, excerpt, coding: event.id, done: false }];
  });
  return places.sort(bySpan);
}

/**
 * The places where something was found, each the segment of a kind that holds it; what is found twice in a segment is
 * one place, and what the coder coded with the code already is left out.
 *
 * @param lines in the order of the sources, then of the text
 */
export async function foundPlaces(
  desk: Desk,
  code: string,
  lines: readonly KwicLine[],
  kind: SegmentKind,
): Promise<Outcome<FoundPlace[]>> {
  const nameOf = ({ source, start, end }: QueuedPlace): string => `${start}:${end}:${source}`;
  const { value: incidents, diagnostics } = await incidentsOf(desk, code);
  if (!incidents) return { diagnostics };
  const coded = new Set(incidents.map(nameOf));
  const places: FoundPlace[] = [];
  for (const source of desk.study.sources) {
    const own = lines.filter((line) => line.source === source.id);
    if (own.length === 0) continue;
    const { value: transcript } = await readTranscript(desk.study, source);
    if (transcript) places.push(...placesIn(transcript, own, kind));
  }
  return { value: places.filter((place) => !coded.has(nameOf(place))), diagnostics };
}

function placesIn(transcript: Transcript, lines: readonly KwicLine[], kind: SegmentKind): FoundPlace[] {
  const points = codePointIndex(transcript.text);
  const segment = segmenterOf(transcript);
  const digest = digestOf(transcript.text);
  const places = new Map<string, FoundPlace>();
  for (const { source, start, end, before, match, after } of lines) {
    const span = segment({ start: points.toBytes(start), end: points.toBytes(end) }, kind);
    const key = `${span.start}:${span.end}`;
    const excerpt = firstColumns(`${lastColumns(before, BEFORE)}${match}${after}`, COLUMNS);
    if (!places.has(key))
      places.set(key, { source, digest, start: span.start, end: span.end, excerpt, ticked: false, done: false });
  }
  return [...places.values()];
}
