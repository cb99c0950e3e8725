import { fold } from './fold.js';
import { interviewers, others, respondents, weak } from './role-words.js';
import type { Role, Transcript } from './transcript.js';

/**
 * Speakers' labels: when two spellings are one speaker, and which words name a role.
 *
 * Labels come with variants within one study (`Interviewer2 2:`, `interviewee:`, `访谈者 1：`); roles are recognised
 * after case, width, spaces, numbers and punctuation are normalised.
 */

const roles: ReadonlyMap<string, Role> = new Map([
  ...interviewers.map((word): [string, Role] => [word, 'interviewer']),
  ...respondents.map((word): [string, Role] => [word, 'respondent']),
]);
const known: ReadonlySet<string> = new Set([...roles.keys(), ...others].filter((word) => !weak.has(word)));

/** Without differences of case and width. */
function folded(label: string): string {
  return String.fromCodePoint(...[...label].map((character) => fold(character.codePointAt(0)!, { han: false })));
}

/** A label as shown: white space collapsed and trimmed, what does not show (zero-width space) left out. */
export function shownLabel(label: string): string {
  return label
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\s\u3000]+/g, ' ')
    .trim();
}

/** What two spellings of one label have in common: case, width and spaces (also before a number) do not count. */
export function labelKey(label: string): string {
  return folded(shownLabel(label.normalize('NFC'))).replace(/([^\d ]) (?=\d)/g, '$1');
}

/** The words of a label without numbers and punctuation: `Interviewer2 2` → `interviewer`, `SPEAKER_00` → `speaker`. */
function roleWords(label: string): string {
  return labelKey(label)
    .replace(/[\d_#.\-–—'"“”<>()[\]【】*/:]+/g, ' ')
    .replace(/[一二三四五六七八九十甲乙丙丁]$|(?<=[a-z]{3,}) [a-z]$|(?<=[\u4e00-\u9fff]{2,})[a-z]$/, '')
    .replace(/ +/g, ' ')
    .trim();
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
