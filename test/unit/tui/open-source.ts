import { anchoringOf } from '../../../src/coding/anchoring.js';
import type { Event } from '../../../src/coding/event.js';
import { foldEvents } from '../../../src/coding/fold.js';
import { lineIndex } from '../../../src/text/offset.js';
import { parseTranscript } from '../../../src/text/parse.js';
import { encode } from '../../../src/text/utf8.js';
import type { History } from '../../../src/tui/model/history.js';
import { ownWork } from '../../../src/tui/shell/own.js';
import type { OpenSource } from '../../../src/tui/model/state.js';

/** A text as a source that is open, with a log laid over it. */
export function openSourceOf(text: string, events: readonly Event[] = [], codes = ['a', 'b']): OpenSource {
  return openedOf(text, events, codes).source;
}

/** The same, and what can be undone in it. */
export function openedOf(
  text: string,
  events: readonly Event[],
  codes = ['a', 'b'],
): { readonly source: OpenSource; readonly history: History } {
  const id = 'transcripts/a.txt';
  const transcript = parseTranscript(id, encode(text), { file: id }).value!;
  const anchoring = anchoringOf(transcript.text);
  const log = { events, folded: foldEvents(events) };
  const { history, ...own } = ownWork(log, new Set(codes), transcript, anchoring);
  const [digest, points] = [anchoring.digest(), anchoring.index];
  const lines = lineIndex(transcript.text);
  const source = { id, transcript, digest, lines, points, ...own, suggestions: [], others: [], memo: '' };
  return { source, history };
}
