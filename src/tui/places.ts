import type { SegmentKind } from '../codebook/codebook.js';
import { foldEvents } from '../coding/fold.js';
import { isSure, placeAnchors } from '../coding/place.js';
import { bySpan } from '../core/span.js';
import { segmenterOf } from '../match/segment.js';
import { firstColumns, lastColumns } from '../core/columns.js';
import { onOneLine } from '../measure/excerpt.js';
import type { KwicLine } from '../measure/kwic.js';
import { readTranscript } from '../store/read-transcript.js';
import { codePointIndex } from '../text/offset.js';
import type { Transcript } from '../text/transcript.js';
import { type Desk, eventsOf } from './desk.js';
import type { QueuedPlace } from './state.js';

/** Columns of a quotation in a list of places. */
const COLUMNS = 120;
/** Columns of them before what was found. */
const BEFORE = 16;

/** The coder's codings of a code in all sources, accepted suggestions among them; what has no sure place is left out. */
export async function incidentsOf(desk: Desk, code: string): Promise<QueuedPlace[]> {
  const found: QueuedPlace[] = [];
  for (const source of desk.study.sources) {
    const { codings, verdicts } = foldEvents(eventsOf(desk, desk.coder, source.id).value ?? []);
    const held = [...codings, ...verdicts.filter(({ verdict }) => verdict === 'accept')];
    const wanted = held.filter((event) => event.code === code);
    if (wanted.length === 0) continue;
    const { value: transcript } = await readTranscript(desk.study, source);
    if (!transcript) continue;
    const anchors = wanted.map(({ anchor }) => anchor);
    const places = placeAnchors(anchors, transcript.text).flatMap((placement, i): QueuedPlace[] => {
      if (!isSure(placement)) return [];
      const { id, anchor } = wanted[i]!;
      const { start, end } = placement;
      const excerpt = firstColumns(onOneLine(anchor.exact), COLUMNS);
      return [{ source: source.id, start, end, excerpt, coding: id, ticked: false, done: false }];
    });
    found.push(...places.sort(bySpan));
  }
  return found;
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
): Promise<QueuedPlace[]> {
  const nameOf = ({ source, start, end }: QueuedPlace): string => `${start}:${end}:${source}`;
  const coded = new Set((await incidentsOf(desk, code)).map(nameOf));
  const places: QueuedPlace[] = [];
  for (const source of desk.study.sources) {
    const own = lines.filter((line) => line.source === source.id);
    if (own.length === 0) continue;
    const { value: transcript } = await readTranscript(desk.study, source);
    if (transcript) places.push(...placesIn(transcript, own, kind));
  }
  return places.filter((place) => !coded.has(nameOf(place)));
}

function placesIn(transcript: Transcript, lines: readonly KwicLine[], kind: SegmentKind): QueuedPlace[] {
  const points = codePointIndex(transcript.text);
  const segment = segmenterOf(transcript);
  const places = new Map<string, QueuedPlace>();
  for (const { source, start, end, before, match, after } of lines) {
    const span = segment({ start: points.toBytes(start), end: points.toBytes(end) }, kind);
    const key = `${span.start}:${span.end}`;
    const excerpt = firstColumns(`${lastColumns(before, BEFORE)}${match}${after}`, COLUMNS);
    if (!places.has(key))
      places.set(key, { source, start: span.start, end: span.end, excerpt, ticked: false, done: false });
  }
  return [...places.values()];
}
