import { fold } from './fold.js';
import type { Role, Transcript } from './transcript.js';

/**
 * Speakers' labels: when two spellings are one speaker, and which words name a role.
 *
 * Labels come with variants within one study (`Interviewer2 2:`, `interviewee:`, `访谈者 1：`); roles are recognised
 * after case, width, spaces, numbers and punctuation are normalised.
 */

const interviewers = [
  'interviewer', 'interviewers', 'int', 'intv', 'iv', 'ivr', 'ir', 'i', 'q', 'question', 'questioner', 'moderator', 'mod', 'facilitator',
  'researcher', 'host', 'presenter', 'therapist', 'counselor', 'counsellor',
  '访谈者', '訪談者', '访谈人', '訪談人', '访谈员', '訪談員', '访问者', '訪問者', '访问员', '訪問員', '访员', '訪員', '访者', '訪者',
  '采访者', '採訪者', '采访人', '採訪人', '采访', '採訪', '访谈', '訪談', '研究者', '研究員', '研究员', '调查员', '調查員', '问', '問', '提问', '提問',
  '提问者', '提問者', '提问人', '提問人', '主持人', '主持', '主席', '记者', '記者', '访', '訪', '笔者', '筆者',
];

const respondents = [
  'interviewee', 'interviewees', 'respondent', 'respondents', 'resp', 'res', 'ie', 'r', 'answer', 'participant', 'informant', 'client',
  'patient', 'guest', 'subject', 'ivee',
  '受访者', '受訪者', '受访人', '受訪人', '受访', '受訪', '被访者', '被訪者', '被访人', '被訪人', '被访谈者', '被訪談者', '被采访者', '被採訪者',
  '被采访人', '被採訪人', '受访谈者', '受訪談者', '访谈对象', '訪談對象', '采访对象', '採訪對象', '参与者', '參與者', '答', '回答', '答复', '答覆',
  '回答者', '受试者', '受試者', '被试', '对象', '對象', '嘉宾', '嘉賓', '来宾', '來賓',
];

/** Labels that name no role, yet are labels even where they stand once. */
const others = [
  'speaker', 'unknown', 'unknown speaker', 'unidentified', 'unidentified speaker', 'all', 'everyone', 'both', 'group',
  'audience', 'audience member', 'audience question', 'male', 'female', 'male speaker', 'female speaker', 'man', 'woman', 'person', 'voice',
  'translator', 'interpreter', 'observer', 'multiple speakers', 'transcriber', 'operator',
  '说话人', '說話人', '说话者', '說話者', '发言人', '發言人', '发言者', '發言者', '讲者', '講者', '众人', '眾人', '全体', '全體', '所有人', '大家',
  '翻译', '翻譯', '译者', '譯者', '旁人', '旁听', '旁聽', '观察员', '觀察員', '记录员', '記錄員', '未知', '不明', '听众', '聽眾', '观众', '觀眾', '男', '女',
];

const roles: ReadonlyMap<string, Role> = new Map([
  ...interviewers.map((word): [string, Role] => [word, 'interviewer']),
  ...respondents.map((word): [string, Role] => [word, 'respondent']),
]);
/** Words that name a role where they recur, and head remarks as well. */
const weak: ReadonlySet<string> = new Set([
  'question', 'answer', 'subject', 'guest', 'host', 'presenter', 'all', 'everyone', 'both', 'group', 'male', 'female',
  'man', 'woman', 'person', 'voice', '采访', '採訪', '访谈', '訪談', '访', '訪', '提问', '提問', '回答', '答复', '答覆', '主持', '主席', '参与者', '參與者', '来宾', '來賓', '大家', '男', '女', '对象', '對象',
]);
const known: ReadonlySet<string> = new Set([...roles.keys(), ...others].filter((word) => !weak.has(word)));

/** Without differences of case and width. */
function folded(label: string): string {
  return String.fromCodePoint(...[...label].map((character) => fold(character.codePointAt(0)!, { han: false })));
}

/** A label as shown: white space collapsed and trimmed, what does not show (zero-width space) left out. */
export function shownLabel(label: string): string {
  return label.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '').replace(/[\s\u3000]+/g, ' ').trim();
}

/** What two spellings of one label have in common: case, width and spaces (also before a number) do not count. */
export function labelKey(label: string): string {
  return folded(shownLabel(label)).replace(/([^\d ]) (?=\d)/g, '$1');
}

/** The words of a label without numbers and punctuation: `Interviewer2 2` → `interviewer`, `SPEAKER_00` → `speaker`. */
function roleWords(label: string): string {
  return labelKey(label).replace(/[\d_#.\-–—'"“”<>()[\]【】*/:]+/g, ' ').replace(/[一二三四五六七八九十甲乙丙丁]$|(?<=[a-z]{3,}) [a-z]$|(?<=[\u4e00-\u9fff]{2,})[a-z]$/, '').replace(/ +/g, ' ').trim();
}

/** Whether a label names a role or a speaker in general, so that it is a label even where it stands once. */
export function isKnownLabel(label: string): boolean {
  if (/^(?:ie|res|ir)$/.test(label)) return false; // “ie: that is”; as labels they have a capital
  return known.has(roleWords(label)) || /^[psemf] ?\d{1,3}$/.test(labelKey(label));
}

/** Words that name a role where they recur, and head remarks as well (Question, 提问). */
export function isWeakLabel(label: string): boolean {
  return weak.has(roleWords(label));
}

/**
 * The role that a label names, or undefined. `A` answers only where the file asks: `others` are the file's labels, and
 * without a `Q` or `I` among them `A:` and `B:` are just two speakers. `访谈者（张）` and `张（访谈者）` both interview.
 */
export function roleOf(label: string, others: readonly string[] = []): Role | undefined {
  const words = roleWords(label);
  const role = roles.get(words);
  if (role !== undefined) return role;
  const bracket = /^(.+?)\s*[（(]([^（）()]+)[）)]$/.exec(label);
  if (bracket !== null) return roleOf(bracket[1]!, others) ?? roleOf(bracket[2]!);
  if (words === 'a' && others.some((other) => /^(q|i)$/.test(roleWords(other)))) return 'respondent';
  return undefined;
}

/** A speaker of a source with the number of turns, in order of first speaking; turns without a label are left out. */
export interface Speaker {
  readonly speaker: string;
  readonly role: Role;
  readonly turns: number;
}

/** The speakers of a source, for proposing them to the user. */
export function speakersOf(transcript: Pick<Transcript, 'turns'>): Speaker[] {
  const found = new Map<string, { speaker: string; role: Role; turns: number }>();
  for (const { speaker, role } of transcript.turns) {
    if (speaker === null) continue;
    const entry = found.get(speaker);
    if (entry === undefined) found.set(speaker, { speaker, role, turns: 1 });
    else entry.turns++;
  }
  return [...found.values()];
}
