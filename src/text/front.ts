import { shapeOf } from './name.js';
import { count, type Candidate } from './name-table.js';
import { searchable } from './search.js';
import { labelKey, roleOf, shownLabel } from './speaker.js';
import type { Furniture } from './transcript.js';
import { decode } from './utf8.js';

/**
 * Lines at the top of a transcript that tell about the interview: `采访时间：2020/11/27`, `Interviewer: Jane Doe`, and the
 * title above them. They stand before the first turn and end with it.
 */
export interface Front {
  /** Title and field lines, in text order, each with its line feed. */
  readonly furniture: readonly Furniture[];
  /** Candidates that are fields and so no labels. */
  readonly fields: readonly Candidate[];
  /** Names that the fields give to a role: `采访人：李明` → 李明 interviews. Keys as of `labelKey`. */
  readonly roles: ReadonlyMap<string, string>;
  /** Title lines that are such only if nothing but they and blank lines stands before the first turn. */
  readonly titles: readonly Furniture[];
}

const fieldNames =
  /^(?:(?:采访|採訪|访谈|訪談|访问|訪問|录音|錄音|会议|會議|受访者?|受訪者?|被访者?|被訪者?|interview|recording|meeting|respondent|interviewee|participant) ?'?s? ?)?(?:时间|時間|日期|地点|地點|地址|方式|形式|对象|對象|主题|主題|题目|題目|标题|標題|编号|編號|代号|代號|时长|時長|长度|長度|语言|語言|性别|性別|年龄|年齡|职业|職業|职务|職務|职位|職位|单位|單位|机构|機構|背景|学历|學歷|城市|项目|項目|文件名?|姓名|备注|備註|说明|說明|date|time|place|location|venue|duration|length|language|title|topic|subject|id|no|number|file|filename|file name|code|name|age|gender|sex|occupation|position|organi[sz]ation|agency|institution|medium|mode|type|project|study|session|note|notes)$|^(?:整理|整理人|整理者|记录|記錄|记录人|記錄人|记录者|记录员|誊写|謄寫|转录|轉錄|转录人|转写|轉寫|校对|校對|在场|在場|在场人|出席|出席者|出席人员|列席|与会者|與會者|参加者|參加者|参加人员|参与人员|transcribed by|transcriber|transcriptionist|transcript by|recorded by|conducted by|typed by|present|attendees|also present|participants|interviewers|interviewees|speakers|date of interview|place of interview|date and time|keywords?)$/;

/** Fields and titles end after so many lines. */
const LINES = 40;
/** The longest line, in bytes, that is a field or a title. */
const LONGEST = 160;

interface Line {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly afterBlank: boolean;
}

/** The first lines that are not blank, each with the byte after its line feed. */
function firstLines(text: Uint8Array): Line[] {
  const buffer = searchable(text);
  const lines: Line[] = [];
  let start = 0;
  let afterBlank = false;
  for (let n = 0; n < LINES && start < text.length; n++) {
    const feed = buffer.indexOf(0x0a, start);
    const end = feed < 0 ? text.length : feed;
    if (end - start > LONGEST) break;
    const words = decode(text, start, end).trim();
    if (words !== '') lines.push({ start, end: feed < 0 ? end : feed + 1, words, afterBlank });
    afterBlank = words === '';
    start = end + 1;
  }
  return lines;
}

function isSentence(words: string): boolean {
  return /[。！？!?…]|[.;；][”"')）]?$|[.!?] [A-Z]/.test(words);
}

function isTitle(words: string): boolean {
  return words.length <= 60 && !isSentence(words) && !/[，,：:]$/.test(words) && !/^[>*\-“"「（([]/.test(words);
}

/**
 * Finds the header lines.
 *
 * @param candidates the lines of the file that could begin a turn, in text order
 */
export function frontLines(text: Uint8Array, candidates: readonly Candidate[]): Front {
  const byStart = new Map(candidates.slice(0, LINES).map((candidate) => [candidate.line.start, candidate]));
  const titles: Furniture[] = [];
  const fields: Candidate[] = [];
  const lines: Furniture[] = [];
  let certain = 0;
  let marked = 0;
  // Up to here the fields are sure to be some: `访谈者：好` after a blank line is one only if a field follows.
  let sure = 0;
  for (const line of firstLines(text)) {
    const candidate = byStart.get(line.start);
    const span: Furniture = { kind: 'header', start: line.start, end: line.end };
    if (/^# [^#]/.test(line.words) && !/[：:]$/.test(line.words) && titles.length + fields.length === 0) {
      titles.push(span);
      marked = 1;
      continue;
    }
    const field = candidate === undefined ? null : fieldKind(text, candidate, line, certain > 0);
    if (field !== null) {
      fields.push(candidate!);
      lines.push(span);
      if (field === 'field') certain++;
      if (field === 'field' || (!line.afterBlank && sure === fields.length - 1)) sure = fields.length;
      continue;
    }
    if (
      fields.length > 0 ||
      titles.length >= 3 ||
      (candidate !== undefined && candidate.line.style !== 'bare heading') ||
      !isTitle(line.words)
    )
      break;
    titles.push(span);
  }
  fields.length = lines.length = sure;
  // Two people named by their roles make a header too; one such line could be a turn.
  if (
    certain === 0 &&
    !(fields.length >= 2 && fields.length < candidates.length && fields.every((field) => namesSomebody(text, field)))
  ) {
    return { furniture: titles.slice(0, marked), fields: [], roles: new Map(), titles: titles.slice(marked) };
  }
  return { furniture: [...titles, ...lines], fields, roles: rolesGiven(text, fields), titles: [] };
}

/** The words behind the colon. */
function valueOf(text: Uint8Array, { line }: Candidate): string {
  const end = text.indexOf(0x0a, line.end);
  return decode(text, line.end, end < 0 ? text.length : end).trim();
}

const fieldStyles: ReadonlySet<string> = new Set(['plain', 'emphasis', 'item']);

function fieldKind(
  text: Uint8Array,
  candidate: Candidate,
  line: Line,
  amongFields: boolean,
): 'field' | 'person' | null {
  const { name } = candidate;
  if (!fieldStyles.has(candidate.line.style) || candidate.line.timeStart >= 0) return null;
  if (name.declared && roleOf(name.shown) === undefined) return null;
  const key = name.key.replace(/[*_]/g, '');
  const value = valueOf(text, candidate);
  const recurs = count(name, 'plain') + count(name, 'emphasis') + count(name, 'item') > 1;
  if (fieldNames.test(key) && !recurs && value !== '') return 'field';
  if (roleOf(name.shown) === undefined || /^.\d*$/.test(key) || value === '' || isSentence(line.words)) return null;
  // `Interviewer: Bob` at the end of a block of fields is one, though the interviewer has that label.
  const closes = amongFields && !line.afterBlank && text[line.end] === 0x0a && shapeOf(shownLabel(value)) === 'name';
  return (!recurs || closes) && value.length <= 30 ? 'person' : null;
}

function namesSomebody(text: Uint8Array, field: Candidate): boolean {
  const value = shownLabel(valueOf(text, field));
  return value.length > 1 && shapeOf(value) === 'name';
}

function rolesGiven(text: Uint8Array, fields: readonly Candidate[]): Map<string, string> {
  const roles = new Map<string, string>();
  for (const field of fields) {
    const role = roleOf(field.name.shown);
    if (role !== undefined) for (const name of namesIn(valueOf(text, field))) roles.set(name, role);
  }
  return roles;
}

/** The names of a list such as `周科长、林副科长` or `Jane and Tom`, as keys. */
export function namesIn(value: string): string[] {
  return value
    .split(/[、,，;；/；&]| and /)
    .map((part) => labelKey(part.replace(/[（(].*$/, '')))
    .filter((key) => key !== '' && key.length <= 40);
}
