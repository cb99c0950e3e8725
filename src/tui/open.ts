import { foldEvents } from '../coding/fold.js';
import { placeLog } from '../coding/placed.js';
import type { Outcome } from '../core/diagnostic.js';
import { bySpan } from '../core/span.js';
import { findLogs } from '../store/logs.js';
import { readMemo } from '../store/memos.js';
import { digestOf, readTranscript } from '../store/read-transcript.js';
import { readStopped } from '../store/stopped.js';
import { codePointIndex, lineIndex } from '../text/offset.js';
import type { Transcript } from '../text/transcript.js';
import { type Desk, eventsOf, isBlind } from './desk.js';
import type { History } from './history.js';
import { ownWork } from './own.js';
import type { ForeignCoding, OpenSource } from './state.js';

/** A source with all that is laid over it, and what can be undone in it. */
export interface Opened {
  readonly source: OpenSource;
  readonly history: History;
}

/** Bytes of text from which suggestions are looked for only once the first frame is on the screen. */
const LARGE = 1_000_000;

/** Whether the suggestions of a source are still to be looked for once it is open. */
export function suggestsLater(desk: Desk, { id, transcript }: OpenSource): boolean {
  return transcript.text.length > LARGE && !isBlind(desk, id);
}

/** Reads a source and lays over it what its coder, the rules and other coders coded. */
export async function openSource(desk: Desk, id: string): Promise<Outcome<Opened>> {
  const source = desk.study.known.find((each) => each.id === id);
  if (!source) throw new Error(`the study has no source "${id}"`);
  const { value: transcript, diagnostics } = await readTranscript(desk.study, source);
  if (!transcript) return { diagnostics };
  return layOver(desk, transcript, digestOf(transcript.text));
}

/** Lays everything anew over a source that is open. Without a value the coder's log cannot be read. */
export function layOver(desk: Desk, transcript: Transcript, digest: string): Outcome<Opened> {
  const { source: id, text } = transcript;
  const events = eventsOf(desk, desk.coder, id);
  if (!events.value) return { diagnostics: events.diagnostics };
  const points = codePointIndex(text);
  const codes = new Set(desk.codebook.codes.map((code) => code.id));
  const { history, ...own } = ownWork(events.value, codes, transcript, digest, points);
  const laid = { id, transcript, digest, lines: lineIndex(text), points, ...own, suggestions: [], others: [] };
  const source: OpenSource = { ...laid, memo: readMemo(desk.study.folder, { source: id }) };
  if (isBlind(desk, id)) return { value: { source, history }, diagnostics: [] };
  const suggestions = suggestsLater(desk, source) ? [] : desk.suggest(transcript);
  return {
    value: { source: { ...source, suggestions, others: othersOf(desk, transcript, codes) }, history },
    diagnostics: [],
  };
}

/** What other coders laid over a source, and which of the rules' codings they accepted. */
function othersOf(desk: Desk, { source, text }: Transcript, codes: ReadonlySet<string>): ForeignCoding[] {
  const logs = findLogs(desk.study.folder).filter((log) => log.source === source && log.coder !== desk.coder);
  return logs
    .flatMap(({ coder, id: file }) => {
      const folded = foldEvents(eventsOf(desk, coder, source).value ?? []);
      const { codings, verdicts } = placeLog(folded, { coder, source, file }, text, codes);
      const accepted = verdicts.filter(({ verdict }) => verdict === 'accept');
      return [...codings, ...accepted].map(({ segment: { start, end }, code, memo }) => ({
        start,
        end,
        code,
        coder,
        ...(memo !== undefined && { memo }),
      }));
    })
    .sort(bySpan);
}

/** The byte where the coder stopped in a source; its beginning where that is not known. */
export function stoppedAt({ study, coder }: Desk, { id, points }: OpenSource): number {
  return points.toBytes(readStopped(study.folder, coder).places[id] ?? 0);
}
