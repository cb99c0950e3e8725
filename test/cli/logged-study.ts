import { createHash } from 'node:crypto';
import { anchorOf } from '../../src/coding/anchor.js';
import type { ApplyEvent, Event, SeenEvent } from '../../src/coding/event.js';
import { printEvent } from '../../src/coding/print-event.js';
import { parseTranscript } from '../../src/text/parse.js';
import { encode } from '../../src/text/utf8.js';
import { folderWith } from './run.js';

/** What a coder did in a source, in the notation of these tests. */
export interface Entry {
  readonly at: string;
  /** A sentence that was marked as seen. */
  readonly seen?: string;
  /** The words that got the code; absent where the whole source was only seen. */
  readonly words?: string;
  readonly code?: string;
  readonly id?: string;
  readonly more?: Partial<ApplyEvent>;
  /** Ids that are taken back. */
  readonly removes?: readonly string[];
}

/** The log of a coder over a transcript, as files hold it. */
export function logFor(file: string, entries: readonly Entry[]): string {
  const { text } = parseTranscript('a.txt', encode(file), { file: 'a.txt' }).value!;
  const digest = createHash('sha256').update(text).digest('hex');
  const eventOf = ({
    at,
    seen,
    words,
    code,
    id = `e${at}${seen ?? words ?? ''}${code ?? ''}`,
    more,
    removes,
  }: Entry): Event => {
    if (removes) return { event: 'remove', id, at, targets: removes };
    if (words === undefined) {
      const canonical = Buffer.from(text).toString();
      const start = [...canonical.slice(0, seen === undefined ? 0 : canonical.indexOf(seen))].length;
      const end = start + [...(seen ?? canonical)].length;
      const unit = { kind: seen === undefined ? 'source' : 'sentence', start, end, digest };
      return { event: 'seen', id, at, unit, codebook: 'c'.repeat(64) } satisfies SeenEvent;
    }
    const start = Buffer.from(text).indexOf(words);
    if (start < 0) throw new Error(`${words} is not there`);
    const anchor = anchorOf({ start, end: start + encode(words).length }, text, digest);
    return { event: 'apply', id, at, code: code!, anchor, ...more };
  };
  return entries.map((entry) => `${printEvent(eventOf(entry))}\n`).join('');
}

/** A study with these files, and logs by coder and source. */
export function loggedStudy(
  files: Readonly<Record<string, string>>,
  logs: Readonly<Record<string, Readonly<Record<string, readonly Entry[]>>>>,
): string {
  const written = Object.entries(logs).flatMap(([coder, sources]) =>
    Object.entries(sources).map(([source, entries]) => [
      `codings/${coder}/${source}.jsonl`,
      logFor(files[source]!, entries),
    ]),
  );
  return folderWith({ ...files, ...(Object.fromEntries(written) as Record<string, string>) });
}
