import { type Anchoring, anchoringOf } from '../../coding/anchoring.js';
import { foldEvents } from '../../coding/fold.js';
import { placeLog } from '../../coding/placed.js';
import type { Outcome } from '../../core/diagnostic.js';
import { bySpan } from '../../core/span.js';
import { findLogs } from '../../store/logs.js';
import { readTranscript } from '../../store/read-transcript.js';
import type { Source } from '../../store/sources.js';
import { readStopped } from '../../store/stopped.js';
import { lineIndex } from '../../text/offset.js';
import type { Transcript } from '../../text/transcript.js';
import { type Desk, isBlind, logOf, memoOf } from './desk.js';
import { type Read, readOf } from './fresh.js';
import type { History } from '../model/history.js';
import { ownWork } from './own.js';
import type { ForeignCoding, OpenSource } from '../model/state.js';
import { suggestionsIn } from './suggestions.js';
import { uncountedTurns } from './uncounted.js';

/** A source with all that is laid over it, and what can be undone in it. */
export interface Opened {
  readonly source: OpenSource;
  readonly history: History;
}

/** Bytes of text from which suggestions are looked for only once the first frame is on the screen. */
const LARGE = 1_000_000;

/** Whether the suggestions of a source are still to be looked for once it is open. */
export function suggestsLater(desk: Desk, { id, transcript }: OpenSource): boolean {
  return transcript.text.length > LARGE && !isBlind(desk, id) && desk.adjudication === undefined;
}

/** Reads a source and lays over it what its coder, the rules and other coders coded. */
export async function openSource(desk: Desk, id: string): Promise<Outcome<Opened & { readonly read: Read }>> {
  const read = readOf(desk, id);
  const { value, diagnostics } = await readTranscript(desk.study, sourceOf(desk, id));
  if (!value) return { diagnostics };
  const laid = layOver(desk, value);
  const told = [...laid.diagnostics, ...diagnostics];
  return laid.value ? { value: { ...laid.value, read }, diagnostics: told } : { diagnostics: told };
}

/** Reads a source without what is laid over it: enough to lay codings there. */
export async function bareSource(desk: Desk, id: string): Promise<Outcome<OpenSource>> {
  const { value, diagnostics } = await readTranscript(desk.study, sourceOf(desk, id));
  return value ? { value: bare(desk, value, anchoringOf(value.text)), diagnostics } : { diagnostics };
}

function sourceOf({ study }: Desk, id: string): Source {
  const source = study.known.find((each) => each.id === id);
  if (!source) throw new Error(`the study has no source "${id}"`);
  return source;
}

function bare(desk: Desk, transcript: Transcript, { digest, index }: Anchoring): OpenSource {
  const { source: id, text } = transcript;
  const own = { codings: [], verdicts: [], seen: [], unplaced: 0, memo: '' };
  const others = { suggestions: [], others: [], uncounted: uncountedTurns(desk.study, sourceOf(desk, id), transcript) };
  return { id, transcript, digest: digest(), lines: lineIndex(text), points: index, ...own, ...others };
}

/**
 * Lays everything anew over a source that is open. Without a value the coder's log cannot be read, and nobody knows what
 * is coded already.
 */
export function layOver(desk: Desk, transcript: Transcript): Outcome<Opened> {
  const { source: id } = transcript;
  const { value, diagnostics } = logOf(desk, desk.coder, id);
  if (!value) return { diagnostics };
  const codes = new Set(desk.codebook.codes.map((code) => code.id));
  const anchoring = anchoringOf(transcript.text);
  const source = bare(desk, transcript, anchoring);
  const { history, ...own } = ownWork(value, codes, transcript, anchoring);
  const laid = { ...source, ...own, memo: memoOf(desk, id) };
  if (isBlind(desk, id)) return { value: { source: laid, history }, diagnostics };
  // Who decides between coders is not to be led by rules.
  const isLeft = desk.adjudication !== undefined || suggestsLater(desk, source);
  const suggestions = isLeft ? [] : suggestionsIn(source, desk.suggest);
  const others = othersOf(desk, id, anchoring, codes);
  return { value: { source: { ...laid, suggestions, others }, history }, diagnostics };
}

/** What other coders laid over a source, and which of the rules' codings they accepted. */
function othersOf(desk: Desk, source: string, anchoring: Anchoring, codes: ReadonlySet<string>): ForeignCoding[] {
  const logs = findLogs(desk.study.folder).filter((log) => log.source === source && log.coder !== desk.coder);
  return logs
    .flatMap(({ coder, id: file }) => {
      const folded = logOf(desk, coder, source).value?.folded ?? foldEvents([]);
      const { codings, verdicts } = placeLog(folded, { coder, source, file }, anchoring, codes);
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
