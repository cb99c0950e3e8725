import { Buffer } from 'node:buffer';
import type { Diagnostic } from '../core/diagnostic.js';
import { chooseLabels } from './choice.js';
import { readCues, type Cue } from './cue.js';
import { labelAt } from './label.js';
import type { LabelLine } from './label-line.js';
import { roleTeller, type Declared, type Structure } from './labelled.js';
import { nameTable, type Candidate } from './name-table.js';
import type { Furniture } from './transcript.js';
import { sortedFurniture, turnsFrom, type TurnStart } from './turn.js';
import { decode } from './utf8.js';

/**
 * Turns of SRT and WebVTT. A speaker is named by a voice (`<v Ann>`) or by a label at the beginning of a line; cues that
 * name nobody, and cues that name the same speaker again, continue the turn. Where no cue names anybody, a turn ends
 * with a cue that ends a sentence and before a silence of two seconds.
 */

/** Seconds of silence that end a turn where nobody is named. */
const SILENCE = 2;

/** A label or voice within a cue. */
interface Found {
  readonly cue: Cue;
  readonly candidate: Candidate;
  /** Whether it begins the cue's text. */
  readonly first: boolean;
}

/** Voices within a line, behind its first characters. */
const laterVoice = /<v(?:\.[^\s>]*)?[ \t]+([^<>\n]+)>/gi;

const tag = /<(?:\/?(?:v|c|i|b|u|s|ruby|rt|lang|font)(?:[.\s][^<>\n]*)?|\d[\d:.,]*)>|\{\\[^{}\n]*\}/gi;
const voice = /^<v(?:\.[^\s>]*)?[ \t]+([^<>\n]+)>/i;

/** The structure of a subtitle file. */
export function cueStructure(text: Uint8Array, declared: Declared, file: string, diagnostics: Diagnostic[]): Structure {
  const { cues, furniture, diagnostics: findings } = readCues(text, file);
  diagnostics.push(...findings);
  const table = nameTable(text, new Set(declared.keys()));
  const found: Found[] = [];
  const pieces: Furniture[] = [...furniture];
  for (const cue of cues) {
    for (let start = cue.textStart; start < cue.textEnd;) {
      const feed = text.indexOf(0x0a, start);
      const end = feed < 0 ? cue.textEnd : Math.min(feed, cue.textEnd);
      const line = labelIn(text, start, end);
      if (line !== null) found.push({ cue, candidate: table.add(line, false), first: start === cue.textStart });
      for (const later of voicesIn(text, line?.end ?? start, end)) {
        found.push({ cue, candidate: table.add(later, false), first: later.start === cue.textStart });
      }
      pieces.push(...tagsIn(text, start, end));
      start = end + 1;
    }
  }
  const choice = chooseLabels(table);
  const named = found.filter(({ candidate }) => choice.taken(candidate));
  const starts = named.length > 0 ? namedStarts(named, declared, cues) : unnamedStarts(text, cues);
  // A name that is the one before it begins no turn: it parts no phrase, as a label would.
  const begins = new Set(starts.map(({ end }) => end));
  const labels = named.map(({ candidate: { line } }): Furniture => ({
    kind: begins.has(line.end) ? 'label' : 'cue',
    start: line.start,
    end: line.end,
  }));
  const sorted = sortedFurniture([...labels, ...pieces]);
  const from = cues.length > 0 ? cues[0]!.start : 0;
  return {
    turns: turnsFrom(text, starts, from, sorted),
    furniture: sorted,
    doubtful: choice.doubtful,
    suspect: choice.suspect,
  };
}

/** The label or voice that begins a line of a cue, after a dialogue dash. */
function labelIn(text: Uint8Array, start: number, end: number): LabelLine | null {
  let at = start;
  if ((text[at] === 0x2d || text[at] === 0x3e) && text[at + 1] === 0x20) at += 2;
  else if (text[at] === 0x3e && text[at + 1] === 0x3e) at += text[at + 2] === 0x20 ? 3 : 2;
  if (text[at] === 0x3c) {
    const match = voice.exec(decode(text, at, Math.min(end, at + 200)));
    if (match !== null) {
      const close = text.indexOf(0x3e, at);
      const nameStart = close - Buffer.byteLength(match[1]!);
      return {
        style: 'voice',
        start: at,
        nameStart,
        nameEnd: close,
        end: close + 1,
        timeStart: -1,
        timeEnd: -1,
        alone: close + 1 === end,
        depth: 0,
      };
    }
  }
  const line = labelAt(text, at, end);
  return line !== null && 'style' in line && !/heading|below/.test(line.style) ? line : null;
}

/** The voices of a line from byte `start` on: `<v Mei>yes</v> <v Bob>no`. */
function voicesIn(text: Uint8Array, start: number, end: number): LabelLine[] {
  let marked = false;
  for (let i = start; i < end && !marked; i++) marked = text[i] === 0x3c && (text[i + 1]! | 0x20) === 0x76;
  if (!marked) return [];
  const words = decode(text, start, end);
  return [...words.matchAll(laterVoice)].map((match) => {
    const at = start + Buffer.byteLength(words.slice(0, match.index));
    const close = at + Buffer.byteLength(match[0]);
    const nameEnd = close - 1;
    return {
      style: 'voice',
      start: at,
      nameStart: nameEnd - Buffer.byteLength(match[1]!),
      nameEnd,
      end: close,
      timeStart: -1,
      timeEnd: -1,
      alone: close === end,
      depth: 0,
    };
  });
}

/** Tags of a line (`<i>`, `</v>`, `<00:00:01.000>`, `{\an8}`) as furniture. */
function tagsIn(text: Uint8Array, start: number, end: number): Furniture[] {
  let marked = false;
  for (let i = start; i < end && !marked; i++) marked = text[i] === 0x3c || text[i] === 0x7b;
  if (!marked) return [];
  const words = decode(text, start, end);
  return [...words.matchAll(tag)].map((match) => {
    const from = start + Buffer.byteLength(words.slice(0, match.index));
    return { kind: 'cue', start: from, end: from + Buffer.byteLength(match[0]) };
  });
}

/** Turns where speakers are named: a name that is the one before it continues the turn. */
function namedStarts(named: readonly Found[], declared: Declared, cues: readonly Cue[]): TurnStart[] {
  const roleFor = roleTeller(declared, new Map(), [...new Set(named.map(({ candidate }) => candidate.name.shown))]);
  const starts: TurnStart[] = [];
  let before: Candidate['name'] | null = null;
  const [firstCue] = cues;
  const [firstNamed] = named;
  if (firstCue !== undefined && firstNamed !== undefined && firstNamed.cue !== firstCue) starts.push(unnamed(firstCue));
  const voiced = new Set(named.filter(({ candidate: { line } }) => line.style === 'voice').map(({ cue }) => cue));
  const naming = new Set(named.map(({ cue }) => cue));
  let next = 0;
  // A voice ends with its cue: after one, a cue without is somebody's who is not named.
  const silentUntil = (cue: Cue | undefined): void => {
    for (; next < cues.length && cues[next] !== cue; next++) {
      if (next === 0 || !voiced.has(cues[next - 1]!) || naming.has(cues[next]!)) continue;
      starts.push(unnamed(cues[next]!));
      before = null;
    }
  };
  for (const {
    cue,
    candidate: { line, name },
    first,
  } of named) {
    silentUntil(cue);
    if (name === before) continue;
    before = name;
    starts.push({
      start: first ? cue.start : line.start,
      end: line.end,
      speaker: name.shown,
      role: roleFor(name),
      timeStart: cue.timeStart,
      timeEnd: cue.timeEnd,
    });
  }
  silentUntil(undefined);
  return starts;
}

function unnamed({ start, textStart, timeStart, timeEnd }: Cue): TurnStart {
  return { start, end: textStart, speaker: null, role: 'other', timeStart, timeEnd };
}

/** Turns where nobody is named: by sentence ends and silences. */
function unnamedStarts(text: Uint8Array, cues: readonly Cue[]): TurnStart[] {
  return cues
    .filter((cue, i) => {
      const before = cues[i - 1];
      if (before === undefined) return true;
      return (
        cue.from - before.to >= SILENCE ||
        /[.?!。？！…][”"’')）」』]*(?:<[^<>]*>)*\s*$/.test(
          decode(text, Math.max(before.textStart, before.textEnd - 24), before.textEnd),
        )
      );
    })
    .map(unnamed);
}
