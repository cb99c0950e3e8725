import { byCodePoint } from '../../core/order.js';
import { type Folded, foldEvents } from '../../coding/fold.js';
import { caseOf } from '../../store/case-of.js';
import { findLogs } from '../../store/logs.js';
import { readTranscript } from '../../store/read-transcript.js';
import type { Source } from '../../store/sources.js';
import type { Header } from '../../text/transcript.js';
import { units } from '../../text/unit.js';
import { type Desk, logOf } from './desk.js';
import type { SourceEntry } from '../model/state.js';

/** What was found out of a source by reading its transcript. */
export interface Known {
  readonly units: number;
  readonly header: Header;
}

/** The coder's logs, folded, by source. */
export type OwnLogs = ReadonlyMap<string, Folded>;

/** Reads all logs of the coder. What cannot be read is left out here and told where its source is opened. */
export function ownLogs(desk: Desk): OwnLogs {
  const own = findLogs(desk.study.folder).filter(({ coder }) => coder === desk.coder);
  return new Map(own.map(({ source }) => [source, logOf(desk, desk.coder, source).value?.folded ?? foldEvents([])]));
}

/**
 * The sources as the list shows them, from the logs alone: transcripts are not read for it, so units are 0 and the case
 * is what tables say until a source is known.
 */
export function sourceEntries(desk: Desk, logs: OwnLogs, known: ReadonlyMap<string, Known>): SourceEntry[] {
  const { study, assigned } = desk;
  return study.sources.map((source) => {
    const log = logs.get(source.id);
    const read = known.get(source.id);
    return {
      id: source.id,
      case: caseOf(study, source, read?.header ?? {}).case,
      units: read?.units ?? 0,
      seen: log ? new Set(log.seen.map(({ unit: { start, end } }) => `${start}:${end}`)).size : 0,
      codings: log?.codings.length ?? 0,
      assigned: assigned.size === 0 || assigned.has(source.id),
    };
  });
}

/** The coder's codings of each code over all sources; suggestions accepted are not among them. */
export function codeCounts(desk: Desk, logs: OwnLogs): Record<string, number> {
  const counts = new Map(desk.codebook.codes.map(({ id }) => [id, 0]));
  for (const { codings } of logs.values()) {
    for (const { code } of codings) {
      const count = counts.get(code);
      if (count !== undefined) counts.set(code, count + 1);
    }
  }
  return Object.fromEntries(counts);
}

/** Reads a source to learn its case and how many units it has; null where it cannot be read. */
export async function learn({ study, walk }: Desk, source: Source): Promise<Known | null> {
  const { value } = await readTranscript(study, source);
  return value ? { units: units(value, walk).length, header: value.header } : null;
}

/** How many codes the digits 1 to 9 stand for. */
const DIGITS = 9;

/** Ids of the codes that the coder used last, the latest first. */
export function recentCodes({ codebook }: Desk, logs: OwnLogs): string[] {
  const latest = new Map<string, string>();
  for (const { codings } of logs.values()) {
    for (const { code, at } of codings) if (at > (latest.get(code) ?? '')) latest.set(code, at);
  }
  return codebook.codes
    .flatMap(({ id }) => (latest.has(id) ? [id] : []))
    .sort((a, b) => byCodePoint(latest.get(b)!, latest.get(a)!))
    .slice(0, DIGITS);
}
