import { currentId } from '../codebook/former.js';
import type { Lookup } from '../coding/asked-place.js';
import { type Choice, eventsOf } from '../coding/reanchor.js';
import type { Diagnostic, Outcome } from '../core/diagnostic.js';
import { byCodePoint } from '../core/order.js';
import { appendEvents } from './append.js';
import { newEventId, timeNow } from './identity.js';
import { readLogOf } from './read-log.js';
import type { Source } from './sources.js';
import { type StoredCoding, type StoredSource, readStored } from './stored-codings.js';
import type { Study } from './study.js';

/** A source, and which of its stored codings are not where they were coded. */
export interface Reanchored {
  readonly source: Source;
  readonly lookup: Lookup;
  /** All that is stored, by how it is placed. */
  readonly counts: Readonly<Record<StoredCoding['placement']['kind'], number>>;
  /** What is not exact, by position as coded, then coder. */
  readonly open: readonly StoredCoding[];
}

/** Reads the sources that have logs of these coders, and finds what is not exact in them. */
export async function notExact(
  study: Study,
  wanted: (coder: string) => boolean,
  tell: (diagnostics: readonly Diagnostic[]) => void,
): Promise<Reanchored[]> {
  const logged = new Set(study.logs.filter(({ coder }) => wanted(coder)).map(({ source }) => source));
  const found: Reanchored[] = [];
  for (const source of study.sources) {
    if (!logged.has(source.id)) continue;
    const { value, diagnostics } = await readStored(study, source, wanted);
    tell(diagnostics);
    if (value) found.push(reanchoredOf(value));
  }
  return found;
}

export function reanchoredOf({
  source,
  lookup,
  codings,
}: Pick<StoredSource, 'source' | 'lookup' | 'codings'>): Reanchored {
  const counts = { exact: 0, moved: 0, fuzzy: 0, ambiguous: 0, lost: 0 };
  for (const { placement } of codings) counts[placement.kind]++;
  const open = codings
    .filter(({ placement }) => placement.kind !== 'exact')
    .sort((a, b) => a.event.anchor.start - b.event.anchor.start || byCodePoint(a.coder, b.coder));
  return { source, lookup, counts, open };
}

/** A choice in the log of a coder. */
export interface Chosen {
  readonly coder: string;
  readonly choice: Choice;
}

/**
 * Records choices about one source, for each coder as one action, and says of how many codings: what the log does not
 * hold any more is left as it is. Without a value not all could be saved.
 */
export function record(study: Study, { source, lookup }: Reanchored, chosen: readonly Chosen[]): Outcome<number> {
  const at = timeNow();
  const current = currentId(study.codebook ?? { codes: [] });
  let recorded = 0;
  for (const coder of new Set(chosen.map((one) => one.coder))) {
    const choices = chosen.flatMap((one) => (one.coder === coder ? [one.choice] : []));
    const log = readLogOf(study.folder, coder, source.id, current);
    if (!log.value) return { diagnostics: log.diagnostics };
    const events = eventsOf(choices, log.value.events, lookup.anchoring, at, newEventId);
    const refused = appendEvents(study.folder, coder, source.id, events);
    if (refused) return { diagnostics: [refused] };
    const gone = new Set(events.flatMap((event) => (event.event === 'remove' ? event.targets : [])));
    recorded += choices.filter(({ event }) => gone.has(event.id)).length;
  }
  return { value: recorded, diagnostics: [] };
}
