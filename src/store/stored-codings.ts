import { readFileSync } from 'node:fs';
import { currentId } from '../codebook/former.js';
import { type Lookup, lookupIn } from '../coding/asked-place.js';
import { withCurrentCodes } from '../coding/current-codes.js';
import type { ApplyEvent } from '../coding/event.js';
import { foldEvents } from '../coding/fold.js';
import { parseLog } from '../coding/log.js';
import { type Placement, isSure, placeAnchors } from '../coding/place.js';
import type { Diagnostic, Outcome } from '../core/diagnostic.js';
import { byCodePoint } from '../core/order.js';
import type { Span } from '../core/span.js';
import type { CodedSource } from '../measure/coded-source.js';
import { describe } from './coded.js';
import { unreadable } from './finding.js';
import type { Log } from './logs.js';
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
  { coder, path, id }: Log,
  { codebook }: Study,
  { transcript, points }: Lookup,
): { codings: StoredCoding[]; eventIds: string[]; diagnostics: readonly Diagnostic[] } {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return { codings: [], eventIds: [], diagnostics: [unreadable(id, error)] };
  }
  const { value = [], diagnostics } = parseLog(text, id);
  const folded = foldEvents(codebook ? withCurrentCodes(value, currentId(codebook)) : value);
  const events = [...folded.codings, ...folded.verdicts];
  const placements = placeAnchors(
    events.map(({ anchor }) => anchor),
    transcript.text,
    points,
  );
  const codings = events.map((event, i) => {
    const placement = placements[i]!;
    const span = isSure(placement) ? { start: placement.start, end: placement.end } : null;
    return { coder, event, placement, span };
  });
  return { codings, eventIds: value.map((event) => event.id), diagnostics };
}

/** At one place in the order of the codebook, codes that it lacks last. */
function byPlace({ codebook }: Study): (a: StoredCoding, b: StoredCoding) => number {
  const positions = new Map((codebook?.codes ?? []).map(({ id }, i) => [id, i]));
  const position = ({ event }: StoredCoding): number => positions.get(event.code) ?? positions.size;
  return (a, b) =>
    startOf(a) - startOf(b) ||
    endOf(a) - endOf(b) ||
    position(a) - position(b) ||
    byCodePoint(a.coder, b.coder) ||
    byCodePoint(a.event.id, b.event.id);
}

/** What has no sure place stands last, in the order in which it was coded. */
function startOf({ span, event }: StoredCoding): number {
  return span?.start ?? Number.MAX_SAFE_INTEGER / 2 + event.anchor.start;
}

function endOf({ span, event }: StoredCoding): number {
  return span?.end ?? event.anchor.end;
}
