import { currentId } from '../codebook/former.js';
import { type Lookup, lookupIn } from '../coding/asked-place.js';
import type { ApplyEvent } from '../coding/event.js';
import { type Placement, isSure } from '../coding/place.js';
import { placeEvents } from '../coding/place-events.js';
import type { Diagnostic, Outcome } from '../core/diagnostic.js';
import { byCodePoint } from '../core/order.js';
import type { Span } from '../core/span.js';
import type { CodedSource } from '../measure/coded-source.js';
import { describe } from './coded.js';
import type { Log } from './logs.js';
import { readLog } from './read-log.js';
import { readTranscript } from './read-transcript.js';
import type { Source } from './sources.js';
import type { Study } from './study.js';

/** A coding or verdict that holds, as it is stored and as it stands in the text now. */
export interface StoredCoding {
  readonly coder: string;
  /** Its code is the present id. */
  readonly event: ApplyEvent;
  readonly placement: Placement;
  /** Where it stands, in bytes; null where that is not sure. */
  readonly span: Span | null;
}

/** A source with what is stored of it. */
export interface StoredSource {
  readonly source: Source;
  readonly lookup: Lookup;
  /** The source without codings, for its case, its people, and filters. */
  readonly described: CodedSource;
  /** By place, then in the order of the codebook and by coder; those without a sure place last. */
  readonly codings: readonly StoredCoding[];
  /** Ids of all events of the logs, those that no longer hold among them. */
  readonly eventIds: readonly string[];
}

/** Reads a source and what these coders stored of it. Lines of logs that are no events are named and passed over. */
export async function readStored(
  study: Study,
  source: Source,
  wanted: (coder: string) => boolean,
): Promise<Outcome<StoredSource>> {
  const read = await readTranscript(study, source);
  if (!read.value) return { diagnostics: read.diagnostics };
  const lookup = lookupIn(read.value);
  const logs = study.logs.filter((log) => log.source === source.id && wanted(log.coder));
  const stored = logs.map((log) => codingsIn(log, study, lookup));
  const described = describe(study, source, read.value, { codings: [], lookedAt: () => false });
  return {
    value: {
      source,
      lookup,
      described,
      codings: stored.flatMap(({ codings }) => codings).sort(byPlace(study)),
      eventIds: stored.flatMap(({ eventIds }) => eventIds),
    },
    diagnostics: [...read.diagnostics, ...stored.flatMap(({ diagnostics }) => diagnostics)],
  };
}

function codingsIn(
  log: Log,
  { codebook }: Study,
  { anchoring }: Lookup,
): { codings: StoredCoding[]; eventIds: string[]; diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics } = readLog(log, currentId(codebook ?? { codes: [] }));
  if (!value) return { codings: [], eventIds: [], diagnostics };
  const placed = placeEvents([...value.folded.codings, ...value.folded.verdicts], anchoring);
  const codings = placed.map(({ event, placement }) => {
    const span = isSure(placement) ? { start: placement.start, end: placement.end } : null;
    return { coder: log.coder, event, placement, span };
  });
  return { codings, eventIds: value.events.map((event) => event.id), diagnostics };
}

/** What has no sure place last, by where it was coded; at one place in the order of the codebook, unknown codes last. */
function byPlace({ codebook }: Study): (a: StoredCoding, b: StoredCoding) => number {
  const positions = new Map((codebook?.codes ?? []).map(({ id }, i) => [id, i]));
  const position = ({ event }: StoredCoding): number => positions.get(event.code) ?? positions.size;
  return (a, b) =>
    Number(a.span === null) - Number(b.span === null) ||
    startOf(a) - startOf(b) ||
    endOf(a) - endOf(b) ||
    position(a) - position(b) ||
    byCodePoint(a.coder, b.coder) ||
    byCodePoint(a.event.id, b.event.id);
}

function startOf({ span, event }: StoredCoding): number {
  return span?.start ?? event.anchor.start;
}

function endOf({ span, event }: StoredCoding): number {
  return span?.end ?? event.anchor.end;
}
