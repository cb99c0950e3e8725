import { trimEnd, trimStart } from './blank.js';
import { chooseLabels } from './choice.js';
import { isExportLine } from './export.js';
import { frontLines, type Front } from './front.js';
import { labelAt } from './label.js';
import type { LabelLine, TimeLine } from './label-line.js';
import { breakSize, lineBreaks } from './line-break.js';
import { shapeOf, withoutAffiliation } from './name.js';
import { nameTable, type Candidate, type Name } from './name-table.js';
import { isKnownLabel, labelKey, roleOf } from './speaker.js';
import { seconds, timeWords } from './time.js';
import type { Furniture, Role, Turn } from './transcript.js';
import { mergeFurniture, sortedFurniture, turnsFrom, type TurnStart } from './turn.js';
import { decode } from './utf8.js';

/** The structure of a text: turns and furniture other than markers. */
export interface Structure {
  readonly turns: readonly Turn[];
  readonly furniture: readonly Furniture[];
  readonly doubtful: readonly Candidate[];
  readonly suspect: readonly Candidate[];
}

/** Declared speakers by key (`labelKey`); a role where one is declared. */
export type Declared = ReadonlyMap<string, Role | undefined>;

interface Scan {
  readonly times: TimeLine[];
  readonly exports: Furniture[];
  /** Rules (`---`) between turns. */
  readonly rules: Furniture[];
}

function isLabelLine(line: LabelLine | TimeLine): line is LabelLine {
  return 'style' in line;
}

/** Goes over the lines once: candidates into the table, the rest that is no speech into lists. */
function scanLines(text: Uint8Array, declared: Declared, add: (line: LabelLine, afterBlank: boolean) => void): Scan {
  const scan: Scan = { times: [], exports: [], rules: [] };
  const nextBreak = lineBreaks(text);
  const longest = Math.max(0, ...[...declared.keys()].map((key) => key.length)) * 3 + 8;
  let afterBlank = true;
  for (let start = 0; start < text.length;) {
    const end = nextBreak(start);
    if (end > start) {
      const line =
        labelAt(text, start, end) ??
        (declared.size > 0 && end - start <= longest ? bareLine(text, start, end, declared) : null);
      if (line === null) {
        if (isExportLine(text, start, end)) scan.exports.push({ kind: 'export', start, end });
        else if (isRule(text, start, end)) scan.rules.push({ kind: 'header', start, end });
      } else if (!isLabelLine(line)) scan.times.push(line);
      else if (line.style === 'below' && !couldBeBelow(text, line, end)) scan.times.push(asTimeLine(line));
      else add(line, afterBlank);
    }
    afterBlank = end === start || (text[start]! <= 0x20 && trimStart(text, start, end) === end);
    start = end + breakSize(text, end);
  }
  return scan;
}

/** A line that is nothing but a declared name. */
function bareLine(text: Uint8Array, start: number, end: number, declared: Declared): LabelLine | null {
  const nameStart = trimStart(text, start, end);
  const nameEnd = trimEnd(text, nameStart, end);
  if (nameEnd === nameStart || !declared.has(labelKey(decode(text, nameStart, nameEnd)))) return null;
  return { style: 'bare line', start, nameStart, nameEnd, end, timeStart: -1, timeEnd: -1, alone: true, depth: 0 };
}

/** Whether the line is three and more `-`, `*` or `_`, perhaps with spaces between them. */
function isRule(text: Uint8Array, start: number, end: number): boolean {
  const mark = text[start];
  if (mark !== 0x2d && mark !== 0x2a && mark !== 0x5f) return false;
  let marks = 0;
  for (let i = start; i < end; i++) {
    if (text[i] === mark) marks++;
    else if (text[i] !== 0x20 && text[i] !== 0x09) return false;
  }
  return marks >= 3;
}

/** `00:00:03 Speaker 1` names a speaker only if the line below is text that has no time of its own. */
function couldBeBelow(text: Uint8Array, line: LabelLine, end: number): boolean {
  const below = end + 1;
  if (below >= text.length || text[below] === 0x0a) return false;
  const next = text.indexOf(0x0a, below);
  const following = labelAt(text, below, next < 0 ? text.length : next);
  if (following !== null && following.timeStart >= 0) return false;
  const name = decode(text, line.nameStart, line.nameEnd);
  return shapeOf(name) === 'name' || isKnownLabel(name);
}

function asTimeLine({ start, timeStart, timeEnd, nameStart }: LabelLine): TimeLine {
  return { start, timeStart, timeEnd, end: nameStart };
}

/** Labels of breaks: not speakers, but notes that nothing was said. */
const breaks =
  /^(?:break|ad break|commercial break|sponsor break|intermission|music|休息|中场休息|中場休息|广告|廣告|音乐|音樂)$/;
function isBreak({ line, name }: Candidate): boolean {
  return line.alone && line.style !== 'heading' && breaks.test(name.key);
}

/** How a role is told: declared, given by a header line, or named by the label itself. */
export function roleTeller(
  declared: Declared,
  given: ReadonlyMap<string, string>,
  labels: readonly string[],
): (name: Name) => Role {
  const roles = new Map<Name, Role>();
  return (name) => {
    let role = roles.get(name);
    if (role === undefined) {
      role =
        declared.get(name.key) ??
        declared.get(labelKey(withoutAffiliation(name.shown))) ??
        (given.get(name.key) as Role | undefined) ??
        roleOf(name.shown, labels) ??
        'other';
      roles.set(name, role);
    }
    return role;
  };
}

/** The structure of a labelled text (`.txt`, `.md`). */
export function labelledStructure(text: Uint8Array, declared: Declared): Structure {
  const table = nameTable(text, new Set(declared.keys()));
  const { times, exports, rules } = scanLines(text, declared, table.add);
  const front = frontLines(text, table.candidates);
  table.remove(front.fields);
  const choice = chooseLabels(table);
  const taken: Candidate[] = [];
  const sections: Furniture[] = [...rules];
  const rest: Furniture[] = [...front.furniture, ...exports];
  for (const candidate of table.candidates) {
    if (!choice.taken(candidate)) {
      const {
        line: { style, start, end },
      } = candidate;
      if (beginsWithTime(candidate)) times.push(asTimeLine(candidate.line));
      else if (style === 'heading' || style === 'bare heading') sections.push({ kind: 'header', start, end });
    } else if (isBreak(candidate)) rest.push({ kind: 'marker', start: candidate.line.start, end: candidate.line.end });
    else taken.push(candidate);
  }
  times.sort((a, b) => a.start - b.start);
  const labelled = taken.length > 0;
  const starts = labelled ? labelStarts(taken, declared, front) : timeStarts(text, times);
  if (labelled && ascend(text, times)) for (const { start, end } of times) rest.push({ kind: 'time', start, end });
  rest.push(...titlesBefore(text, front, starts));
  const from = rest.reduce((end, piece) => (piece.kind === 'header' ? Math.max(end, piece.end) : end), 0);
  // Headings and rules between turns are nobody's speech; in a file without labels they are its text.
  if (labelled) rest.push(...sections.filter(({ start }) => start >= starts[0]!.start));
  const labels = starts.map(({ start, end, speaker }): Furniture => ({
    kind: speaker === null ? 'time' : 'label',
    start,
    end,
  }));
  const furniture = mergeFurniture(labels, sortedFurniture(rest));
  return {
    turns: turnsFrom(text, starts, from, furniture),
    furniture,
    doubtful: choice.doubtful,
    suspect: choice.suspect,
  };
}

/** Whether a time stands at the beginning of the line, before what could be a label. */
function beginsWithTime({ line }: Candidate): boolean {
  return line.timeStart >= 0 && line.timeStart < line.nameStart;
}

function labelStarts(taken: readonly Candidate[], declared: Declared, front: Front): TurnStart[] {
  const labels = [...new Set(taken.map(({ name }) => name.shown))];
  const roleFor = roleTeller(declared, front.roles, labels);
  return taken.map(({ line, name }) => ({
    start: line.start,
    end: line.end,
    speaker: name.shown,
    role: roleFor(name),
    timeStart: line.timeStart,
    timeEnd: line.timeEnd,
  }));
}

/** Whether two and more times at the beginning of lines ascend, as a recording's do (`10:30 we left` does not). */
function ascend(text: Uint8Array, times: readonly TimeLine[]): boolean {
  let last = 0;
  return (
    times.length >= 2 &&
    times.every(({ timeStart, timeEnd }) => {
      const now = seconds(timeWords(text, timeStart, timeEnd));
      const later = now >= last;
      last = now;
      return later;
    })
  );
}

/** In a file that names nobody, two and more ascending times at the beginning of lines each begin a turn. */
function timeStarts(text: Uint8Array, times: readonly TimeLine[]): TurnStart[] {
  if (!ascend(text, times)) return [];
  return times.map(({ start, end, timeStart, timeEnd }) => ({
    start,
    end,
    speaker: null,
    role: 'other',
    timeStart,
    timeEnd,
  }));
}

/** Title lines count as header when only they stand above the first turn and a blank line sets them off. */
function titlesBefore(text: Uint8Array, front: Front, starts: readonly TurnStart[]): readonly Furniture[] {
  const last = front.titles[front.titles.length - 1];
  if (last === undefined || starts.length === 0) return [];
  const first = starts[0]!.start;
  return last.end <= first && text[last.end] === 0x0a && trimStart(text, last.end, first) === first ? front.titles : [];
}
