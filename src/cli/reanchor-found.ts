import { currentId } from '../codebook/former.js';
import { withCurrentCodes } from '../coding/current-codes.js';
import type { Event } from '../coding/event.js';
import { type Choice, eventsOf } from '../coding/reanchor.js';
import { byCodePoint } from '../core/order.js';
import { appendEvents } from '../store/append.js';
import { newEventId, timeNow } from '../store/identity.js';
import { readLogOf } from '../store/own-log.js';
import type { Source } from '../store/sources.js';
import { type StoredCoding, readStored } from '../store/stored-codings.js';
import type { Study } from '../store/study.js';
import { digestOf } from '../text/digest.js';
import { type CodePointIndex, type LineIndex } from '../text/offset.js';
import { decode } from '../text/utf8.js';
import { Halt } from './failure.js';
import type { Findings } from './findings.js';

/** A source, and which of its stored codings are not where they were coded. */
export interface Reanchored {
  readonly source: Source;
  readonly text: Uint8Array;
  readonly points: CodePointIndex;
  /** The 1-based line of the file on disk that holds a byte. */
  readonly lineOf: (byte: number) => number;
  /** All that is stored, by how it is placed. */
  readonly counts: Readonly<Record<StoredCoding['placement']['kind'], number>>;
  /** By position as coded, then coder. */
  readonly open: readonly StoredCoding[];
}

/** Reads the sources that have logs of these coders, and finds what is not exact in them. */
export async function notExact(
  study: Study,
  wanted: (coder: string) => boolean,
  findings: Findings,
): Promise<Reanchored[]> {
  const logged = new Set(study.logs.filter(({ coder }) => wanted(coder)).map(({ source }) => source));
  const found: Reanchored[] = [];
  for (const source of study.sources) {
    if (!logged.has(source.id)) continue;
    const { value, diagnostics } = await readStored(study, source, wanted);
    findings.tell(diagnostics);
    if (!value) continue;
    const { transcript, points, lines } = value.lookup;
    found.push(reanchoredOf(source, transcript.text, points, lines, transcript.linesBefore, value.codings));
  }
  return found;
}

export function reanchoredOf(
  source: Source,
  text: Uint8Array,
  points: CodePointIndex,
  lines: LineIndex,
  linesBefore: number,
  codings: readonly StoredCoding[],
): Reanchored {
  const counts = { exact: 0, moved: 0, fuzzy: 0, ambiguous: 0, lost: 0 };
  for (const { placement } of codings) counts[placement.kind]++;
  const open = codings
    .filter(({ placement }) => placement.kind !== 'exact')
    .sort((a, b) => a.event.anchor.start - b.event.anchor.start || byCodePoint(a.coder, b.coder));
  return { source, text, points, lineOf: (byte) => lines.lineOf(byte) + linesBefore, counts, open };
}

/** A choice in the log of a coder. */
export interface Chosen {
  readonly coder: string;
  readonly choice: Choice;
}

/** Records choices about one source, for each coder as one action, and says how many. Stops where it cannot save. */
export function record(study: Study, { source, text, points }: Reanchored, chosen: readonly Chosen[]): number {
  const at = timeNow();
  const anchoring = { text, digest: digestOf(text), index: points };
  const current = study.codebook ? currentId(study.codebook) : (id: string): string => id;
  for (const coder of new Set(chosen.map((one) => one.coder))) {
    const choices = chosen.filter((one) => one.coder === coder).map(({ choice }) => choice);
    const log = readLogOf(study, coder, source.id);
    if (!log.value) throw new Halt(log.diagnostics);
    const events: Event[] = eventsOf(choices, withCurrentCodes(log.value, current), anchoring, at, newEventId);
    const refused = appendEvents(study.folder, coder, source.id, events);
    if (refused) throw new Halt([refused]);
  }
  return chosen.length;
}

/** The text of a stretch of bytes. */
export function wordsAt({ text }: Pick<Reanchored, 'text'>, { start, end }: { start: number; end: number }): string {
  return decode(text, start, end);
}
