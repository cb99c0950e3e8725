import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { anchorOf } from '../../src/coding/anchor.js';
import type { ApplyEvent, Event, SeenEvent } from '../../src/coding/event.js';
import { foldEvents, type Folded } from '../../src/coding/fold.js';
import { parseLog } from '../../src/coding/log.js';
import { printEvent } from '../../src/coding/print-event.js';
import { encode } from '../../src/text/utf8.js';
import { SMALL, folderWith } from './run.js';

const AT = '2026-01-02T03:04:05.678Z';

export const SOURCE = 'transcripts/a.txt';

/** An interview whose words and surroundings can be told apart. */
export const INTERVIEW = [
  'Interviewer: How did the money reach you in the first years?',
  'Respondent: It came late. We never trusted the office with the dates it gave us.',
  'Interviewer: And then?',
  'Respondent: Then the street committee helped us, twice, with rice and a room.',
  '访谈者：现在呢？',
  '梁生：现在好多了，资金是按季度拨的，我们也信任他们了。',
  '',
].join('\n');

export function logOf(coder: string): string {
  return `codings/${coder}/${SOURCE}.jsonl`;
}

/** A coding of the first occurrence of words in the interview. */
export function coding(id: string, code: string, words: string, more: Partial<ApplyEvent> = {}): ApplyEvent {
  const start = encode(INTERVIEW.slice(0, INTERVIEW.indexOf(words))).length;
  const anchor = anchorOf({ start, end: start + encode(words).length }, encode(INTERVIEW), digestOf(INTERVIEW));
  return { event: 'apply', id, at: AT, code, anchor, ...more };
}

/** A turn that was seen, stored as before units carried the digest of their text. */
export function seenTurn(id: string, words: string): SeenEvent {
  const start = [...INTERVIEW.slice(0, INTERVIEW.indexOf(words))].length;
  const unit = { kind: 'turn', start, end: start + [...words].length, digest: digestOf(INTERVIEW) };
  return { event: 'seen', id, at: AT, unit, codebook: 'c'.repeat(64) };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A study whose transcript reads `text` now, with what coders stored while it read as the interview. */
export function studyOf(text: string, logs: Readonly<Record<string, readonly Event[]>>): string {
  const files = Object.entries(logs).map(([coder, events]) => [
    logOf(coder),
    events.map((event) => `${printEvent(event)}\n`).join(''),
  ]);
  return folderWith({
    'qcode.yaml': SMALL['qcode.yaml'],
    'codebook.yaml': SMALL['codebook.yaml'],
    [SOURCE]: text,
    ...(Object.fromEntries(files) as Record<string, string>),
  });
}

/** The events of a coder's log as they are on the disk. */
export function eventsIn(folder: string, coder: string): Event[] {
  return parseLog(readFileSync(join(folder, logOf(coder)), 'utf8'), 'log').value!;
}

/** What holds in a coder's log. */
export function foldedIn(folder: string, coder: string): Folded {
  return foldEvents(eventsIn(folder, coder));
}
