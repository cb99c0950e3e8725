import type { Span } from '../core/span.js';
import { trimEnd, trimStart } from '../text/blank.js';
import { trimmed } from '../text/furniture.js';
import { type LineIndex, lineIndex } from '../text/offset.js';
import { type Transcript, turnAt } from '../text/transcript.js';
import { type Anchoring, anchoringOf } from './anchoring.js';
import { quotationFinder } from './find-quotation.js';

/** A place as people name it: by lines, by a turn, by its words (perhaps within lines or a turn), or by positions. */
export interface AskedPlace {
  /** 1-based lines of the file on disk, both included. */
  readonly lines?: { readonly from: number; readonly to: number };
  /** 1-based among the source's turns. */
  readonly turn?: number;
  readonly quotation?: string;
  /** Which of several places of the quotation, from 1. */
  readonly nth?: number;
  /** Code points of canonical text, the end not included. */
  readonly points?: { readonly start: number; readonly end: number };
}

/** Why there is no such place, and what to do. */
export interface NoPlace {
  readonly message: string;
  readonly remedy: string;
}

/** A transcript in which places are looked up; what that needs is prepared once. */
export interface Lookup {
  readonly transcript: Transcript;
  readonly anchoring: Anchoring;
  readonly lines: LineIndex;
  readonly find: (words: string) => Span[];
}

export function lookupIn(transcript: Transcript): Lookup {
  const { text } = transcript;
  return { transcript, anchoring: anchoringOf(text), lines: lineIndex(text), find: quotationFinder(transcript) };
}

export function isPlace(found: Span | NoPlace): found is Span {
  return 'start' in found;
}

/**
 * The segment that is meant, in bytes: without white space at its ends, and where it is given by lines or a turn without
 * labels and times there. A place that holds no speech is none.
 */
export function findPlace(asked: AskedPlace, lookup: Lookup): Span | NoPlace {
  const { lines, turn, quotation, points } = asked;
  if (points) return byPoints(points, lookup);
  const within = lines ? byLines(lines, lookup) : turn === undefined ? null : byTurn(turn, lookup);
  if (within && !isPlace(within)) return within;
  if (quotation !== undefined) return byQuotation(quotation, asked.nth, within, lookup);
  return within ?? { message: 'no place is given', remedy: 'Name it by line, turn, quotation, or start and end.' };
}

/** Where a place does not begin in the lines and the turn that are said to be its own. */
export function contradiction(
  { lines: asked, turn }: AskedPlace,
  { start }: Span,
  { transcript, lines }: Lookup,
): NoPlace | null {
  const remedy = 'Correct what is wrong, or leave it out.';
  const line = transcript.linesBefore + lines.lineOf(start);
  if (asked && (line < asked.from || line > asked.to)) {
    const { from, to } = asked;
    const named = from === to ? `line ${from}` : `lines ${from} to ${to}`;
    return { message: `the place is in line ${line}, not in ${named}`, remedy };
  }
  const found = (turnAt(transcript.turns, start)?.index ?? -1) + 1;
  return turn === undefined || turn === found
    ? null
    : { message: `the place is in turn ${found}, not in turn ${turn}`, remedy };
}

function byPoints({ start, end }: Span, { transcript, anchoring }: Lookup): Span | NoPlace {
  const { text, index } = anchoring;
  const length = index.toCodePoints(text.length);
  if (start >= end || end > length) {
    const remedy =
      'Positions count characters (code points) from 0 in the text after its YAML header, the end not included.';
    return { message: `${start}–${end} is no stretch of a text of ${length} characters`, remedy };
  }
  const [from, to] = [index.toBytes(start), index.toBytes(end)];
  const first = trimStart(text, from, to);
  const span = { start: first, end: trimEnd(text, first, to) };
  return trimmed(transcript, span) ? span : noSpeech(`${start}–${end} holds`);
}

function byLines({ from, to }: { from: number; to: number }, { transcript, lines }: Lookup): Span | NoPlace {
  const { text, linesBefore } = transcript;
  const last = linesBefore + lines.lineOf(Math.max(0, text.length - 1));
  const named = from === to ? `line ${from}` : `lines ${from} to ${to}`;
  if (from > to || from < 1 || to > last) {
    const message = `there is nothing in ${named} of a file of ${last} lines`;
    return { message, remedy: 'Lines count from 1 in the file on disk, the first before the last.' };
  }
  if (from <= linesBefore) return noSpeech(`line ${from} stands in the YAML header, which holds`);
  const span = { start: lines.startOf(from - linesBefore), end: lines.startOf(to - linesBefore + 1) };
  return trimmed(transcript, span) ?? noSpeech(from === to ? `${named} holds` : `${named} hold`);
}

function byTurn(number: number, { transcript }: Lookup): Span | NoPlace {
  const { turns } = transcript;
  const turn = turns[number - 1];
  if (!turn) {
    const message = `there is no turn ${number}: the source has ${turns.length}`;
    return {
      message,
      remedy: 'Turns count from 1; `qcode codings list` and the status line of `qcode tag` name them.',
    };
  }
  return trimmed(transcript, { start: turn.speech, end: turn.end }) ?? noSpeech(`turn ${number} holds`);
}

function byQuotation(words: string, nth: number | undefined, within: Span | null, lookup: Lookup): Span | NoPlace {
  const everywhere = lookup.find(words).filter((span) => trimmed(lookup.transcript, span));
  const found = within ? everywhere.filter(({ start }) => within.start <= start && start < within.end) : everywhere;
  if (nth === undefined && found.length === 1) return found[0]!;
  const chosen = nth === undefined ? undefined : found[nth - 1];
  if (chosen) return chosen;
  if (found.length > 0) {
    const where = within ? ' in that place' : '';
    return {
      message: `the quotation stands ${found.length === 1 ? 'once' : `${found.length} times`}${where}: ${linesOf(found, lookup)}`,
      remedy: 'Say which with nth (1, 2 …) or by its line, or give more words.',
    };
  }
  if (everywhere.length > 0) {
    const message = `the quotation does not begin in that place; it stands in ${linesOf(everywhere, lookup)}`;
    return { message, remedy: 'Correct the line or the turn, or leave it out.' };
  }
  return {
    message: 'the quotation does not stand in the transcript',
    remedy: 'Give the words as the transcript has them; white space and line breaks may differ, nothing else.',
  };
}

/** How many lines a message lists. */
const MOST_LISTED = 8;

/** `line 13`, `lines 13, 14 (2), 20`: where several places begin in one line, how many. */
function linesOf(places: readonly Span[], { transcript, lines }: Lookup): string {
  const counts = new Map<number, number>();
  for (const { start } of places) {
    const line = transcript.linesBefore + lines.lineOf(start);
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const listed = [...counts]
    .slice(0, MOST_LISTED)
    .map(([line, count]) => (count > 1 ? `${line} (${count})` : `${line}`));
  return `${counts.size === 1 ? 'line' : 'lines'} ${listed.join(', ')}${counts.size > MOST_LISTED ? ', …' : ''}`;
}

function noSpeech(what: string): NoPlace {
  return { message: `${what} no speech`, remedy: 'Name a place where somebody says something.' };
}
