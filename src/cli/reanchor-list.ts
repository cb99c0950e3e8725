import { markedDiff, oneLine } from '../coding/marked-diff.js';
import { isSure } from '../coding/place.js';
import type { Span } from '../core/span.js';
import type { Reanchored } from '../store/reanchored.js';
import type { StoredCoding } from '../store/stored-codings.js';
import { decode } from '../text/utf8.js';

/** Candidates of an ambiguous coding that are shown: those a single key can choose. */
export const SHOWN = 9;
/** Code points of context around a candidate. */
const AROUND = 20;
const QUOTED = 60;

/** A source's codings that are not exact, with how their quotations differ. */
export function listed(found: Reanchored): string[] {
  if (found.open.length === 0) return [];
  return [found.source.id, ...found.open.flatMap((coding) => described(coding, found)), ''];
}

/** One coding: what it is, where it was, where it would be, and how its quotation differs there. */
export function described(coding: StoredCoding, found: Reanchored): string[] {
  const { coder, event, placement } = coding;
  const { start, end, exact } = event.anchor;
  const code = event.verdict === undefined ? event.code : `${event.code} (${event.verdict})`;
  const was = `was at characters ${start}–${end}`;
  const head = (state: string): string => `  ${state}  ${code}  ${coder}  ${event.id}  ${was}`;
  if (placement.kind === 'lost') return [head('lost'), `    [-${clipped(oneLine(exact))}-]`];
  if (placement.kind === 'ambiguous') {
    const { candidates } = placement;
    const more = candidates.length - SHOWN;
    return [
      `${head('ambiguous')}; ${candidates.length > 1 ? `may be at any of ${candidates.length} places` : 'another coding has the only place'}`,
      `    ${clipped(oneLine(exact))}`,
      ...candidatesOf(coding, found).map(
        (place, i) => `    ${i + 1}  ${placeOf(place, found)}: ${inContext(place, found)}`,
      ),
      ...(more > 0 ? [`    and ${more} more`] : []),
    ];
  }
  const state = placement.kind === 'fuzzy' ? `fuzzy ${percent(placement.similarity)}` : placement.kind;
  return [
    `${head(state)}; ${isSure(placement) ? 'now' : 'may be'} at ${placeOf(placement, found)}`,
    `    ${markedDiff(exact, wordsAt(placement, found))}`,
  ];
}

/** The candidates that are shown: those nearest to where it was, in text order. */
export function candidatesOf({ event, placement }: StoredCoding, { lookup }: Reanchored): readonly Span[] {
  if (placement.kind !== 'ambiguous') return [];
  const far = ({ start }: Span): number => Math.abs(lookup.anchoring.index.toCodePoints(start) - event.anchor.start);
  return [...placement.candidates]
    .sort((a, b) => far(a) - far(b) || a.start - b.start)
    .slice(0, SHOWN)
    .sort((a, b) => a.start - b.start);
}

function placeOf({ start, end }: Span, found: Reanchored): string {
  const { index } = found.lookup.anchoring;
  return `line ${lineOf(start, found)}, characters ${index.toCodePoints(start)}–${index.toCodePoints(end)}`;
}

function inContext({ start, end }: Span, found: Reanchored): string {
  const { index } = found.lookup.anchoring;
  const from = index.toBytes(Math.max(0, index.toCodePoints(start) - AROUND));
  const to = index.toBytes(index.toCodePoints(end) + AROUND);
  const part = (a: number, b: number): string => oneLine(wordsAt({ start: a, end: b }, found));
  return `${part(from, start)}[${clipped(part(start, end))}]${part(end, to)}`;
}

function wordsAt({ start, end }: Span, { lookup }: Reanchored): string {
  return decode(lookup.transcript.text, start, end);
}

/** The 1-based line of the file on disk that holds a byte. */
function lineOf(byte: number, { lookup }: Reanchored): number {
  return lookup.transcript.linesBefore + lookup.lines.lineOf(byte);
}

function clipped(text: string): string {
  const characters = [...text];
  return characters.length > QUOTED ? `${characters.slice(0, QUOTED - 1).join('')}…` : text;
}

function percent(similarity: number): string {
  return `${Math.floor(similarity * 100)}%`;
}

/** The codings that are not exact, for scripts: positions in code points of canonical text, lines of the file. */
export function asJson(all: readonly Reanchored[]): string {
  const rows = all.flatMap((found) => found.open.map((coding) => row(coding, found)));
  return `${JSON.stringify(rows, null, 2)}\n`;
}

function row({ coder, event, placement }: StoredCoding, found: Reanchored): object {
  const { index } = found.lookup.anchoring;
  const place = (span: Span): object => ({
    start: index.toCodePoints(span.start),
    end: index.toCodePoints(span.end),
    line: lineOf(span.start, found),
    exact: wordsAt(span, found),
  });
  const { start, end, exact } = event.anchor;
  return {
    source: found.source.id,
    coder,
    id: event.id,
    code: event.code,
    ...(event.verdict !== undefined && { verdict: event.verdict }),
    state: placement.kind,
    was: { start, end, exact },
    ...('start' in placement && { place: place(placement) }),
    ...(placement.kind === 'fuzzy' && { similarity: Number(placement.similarity.toFixed(4)) }),
    ...(placement.kind === 'ambiguous' && { candidates: placement.candidates.map(place) }),
  };
}
