import { trimStart } from './blank.js';
import { chooseLabels } from './choice.js';
import { isExportLine } from './export.js';
import { frontLines, type Front } from './front.js';
import { labelAt, type LabelLine, type TimeLine } from './label.js';
import { shapeOf } from './name.js';
import { nameTable, type Candidate, type Name } from './name-table.js';
import { searchable } from './search.js';
import { isKnownLabel, roleOf } from './speaker.js';
import { seconds, timeWords } from './time.js';
import type { Furniture, Role, Turn } from './transcript.js';
import { mergeFurniture, sortedFurniture, turnsFrom, type TurnStart } from './turn.js';
import { decode } from './utf8.js';

/** The structure of a text: turns and furniture other than markers. */
export interface Structure {
  readonly turns: readonly Turn[];
  readonly furniture: readonly Furniture[];
  readonly doubtful: readonly Candidate[];
}

/** Declared speakers by key (`labelKey`); a role where one is declared. */
export type Declared = ReadonlyMap<string, Role | undefined>;

interface Scan {
  readonly times: TimeLine[];
  readonly exports: Furniture[];
}

function isLabelLine(line: LabelLine | TimeLine): line is LabelLine {
  return 'style' in line;
}

/** Goes over the lines once: candidates into the table, the rest that is no speech into lists. */
function scanLines(text: Uint8Array, add: (line: LabelLine, afterBlank: boolean) => void): Scan {
  const buffer = searchable(text);
  const scan: Scan = { times: [], exports: [] };
  let afterBlank = true;
  for (let start = 0; start < text.length;) {
    const feed = buffer.indexOf(0x0a, start);
    const end = feed < 0 ? text.length : feed;
    if (end > start) {
      const line = labelAt(text, start, end);
      if (line === null) {
        if (isExportLine(text, start, end)) scan.exports.push({ kind: 'export', start, end });
      } else if (!isLabelLine(line)) scan.times.push(line);
      else if (line.style === 'below' && !couldBeBelow(text, line, end)) scan.times.push(asTimeLine(line));
      else add(line, afterBlank);
    }
    afterBlank = end === start || (text[start]! <= 0x20 && trimStart(text, start, end) === end);
    start = end + 1;
  }
  return scan;
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
const breaks = /^(?:break|ad break|commercial break|sponsor break|intermission|music|休息|中场休息|中場休息|广告|廣告|音乐|音樂)$/;
function isBreak({ line, name }: Candidate): boolean {
  return line.alone && line.style !== 'heading' && breaks.test(name.key);
}

/** How a role is told: declared, given by a header line, or named by the label itself. */
export function roleTeller(declared: Declared, given: ReadonlyMap<string, string>, labels: readonly string[]): (name: Name) => Role {
  const roles = new Map<Name, Role>();
  return (name) => {
    let role = roles.get(name);
    if (role === undefined) {
      role = declared.get(name.key) ?? (given.get(name.key) as Role | undefined) ?? roleOf(name.shown, labels) ?? 'other';
      roles.set(name, role);
    }
    return role;
  };
}

/** The structure of a labelled text (`.txt`, `.md`). */
export function labelledStructure(text: Uint8Array, declared: Declared): Structure {
  const table = nameTable(text, new Set(declared.keys()));
  const { times, exports } = scanLines(text, table.add);
  const front = frontLines(text, table.candidates);
  table.remove(front.fields);
  const choice = chooseLabels(table);
  const taken: Candidate[] = [];
  const rest: Furniture[] = [...front.furniture, ...exports];
  for (const candidate of table.candidates) {
    if (!choice.taken(candidate)) {
      if (beginsWithTime(candidate)) times.push(asTimeLine(candidate.line));
    } else if (isBreak(candidate)) rest.push({ kind: 'marker', start: candidate.line.start, end: candidate.line.end });
    else taken.push(candidate);
  }
  times.sort((a, b) => a.start - b.start);
  const labelled = taken.length > 0;
  const starts = labelled ? labelStarts(taken, declared, front) : timeStarts(text, times);
  if (labelled && ascend(text, times)) for (const { start, end } of times) rest.push({ kind: 'time', start, end });
  rest.push(...titlesBefore(text, front, starts));
  const labels = starts.map(({ start, end, speaker }): Furniture => ({ kind: speaker === null ? 'time' : 'label', start, end }));
  const furniture = mergeFurniture(labels, sortedFurniture(rest));
  const from = furniture.reduce((end, piece) => piece.kind === 'header' ? Math.max(end, piece.end) : end, 0);
  return { turns: turnsFrom(text, starts, from, furniture), furniture, doubtful: choice.doubtful };
}

/** Whether a time stands at the beginning of the line, before what could be a label. */
function beginsWithTime({ line }: Candidate): boolean {
  return line.timeStart >= 0 && line.timeStart < line.nameStart;
}

function labelStarts(taken: readonly Candidate[], declared: Declared, front: Front): TurnStart[] {
  const labels = [...new Set(taken.map(({ name }) => name.shown))];
  const roleFor = roleTeller(declared, front.roles, labels);
  return taken.map(({ line, name }) => ({
    start: line.start, end: line.end, speaker: name.shown, role: roleFor(name), timeStart: line.timeStart, timeEnd: line.timeEnd,
  }));
}

/** Whether two and more times at the beginning of lines ascend, as a recording's do (`10:30 we left` does not). */
function ascend(text: Uint8Array, times: readonly TimeLine[]): boolean {
  let last = 0;
  return times.length >= 2 && times.every(({ timeStart, timeEnd }) => {
    const now = seconds(timeWords(text, timeStart, timeEnd));
    const later = now >= last;
    last = now;
    return later;
  });
}

/** In a file that names nobody, two and more ascending times at the beginning of lines each begin a turn. */
function timeStarts(text: Uint8Array, times: readonly TimeLine[]): TurnStart[] {
  if (!ascend(text, times)) return [];
  return times.map(({ start, end, timeStart, timeEnd }) => ({ start, end, speaker: null, role: 'other', timeStart, timeEnd }));
}

/** Title lines count as header when only they stand above the first turn and a blank line sets them off. */
function titlesBefore(text: Uint8Array, front: Front, starts: readonly TurnStart[]): readonly Furniture[] {
  const last = front.titles[front.titles.length - 1];
  if (last === undefined || starts.length === 0) return [];
  const first = starts[0]!.start;
  return last.end <= first && text[last.end] === 0x0a && trimStart(text, last.end, first) === first ? front.titles : [];
}
