import type { Candidate, Name } from './name-table.js';
import { tails } from './name-words.js';
import { roleOf } from './speaker.js';

/*
 * Labels known by where they stand. `会计：` or `Lady with red hat:` look like no name, but where they part two turns of
 * the same speaker (I, IE, I, IE), the talk goes to and fro between the two. A remark inside an answer stands between
 * the respondent and the interviewer.
 */

/** Where a name stands among the turns of sure speakers. */
interface Standing {
  /** Directly behind a sure speaker whose next turn is that speaker's too. */
  between: number;
  /** Behind one sure speaker and before another, or behind another doubtful name. */
  within: number;
  /** Behind the last sure speaker, or before the first. */
  open: number;
  /** Between two turns of an interviewer. */
  asked: number;
}

const speaks = new RegExp(`(?:${tails.join('|')})$`);
const verbs =
  /(?:\b(?:is|are|was|were|be|that|this|says?|said|asks?|asked|told|goes|went|like|to|of|the|a|an|and|or|for|with))$/i;

/** Whether the words, whatever they look like, could be somebody's label: no `他说`, no `the question is`, no list's number. */
export function couldSpeak({ shown, head }: Name): boolean {
  return (
    !head &&
    !speaks.test(shown) &&
    !verbs.test(shown) &&
    !/[，,、。]$|^\d{1,2}[.)]?$|^(?:https?|www)\b|^第/.test(shown) &&
    shown.split(' ').length <= 7 &&
    (/^[^\x00-\u024f]{1,12}/.test(shown) ? [...shown].length <= 12 : /^["'(#]?[A-Z\d]|^\S+$/.test(shown))
  );
}

/** How the sought names stand among the sure ones. `candidates` are the file's, in text order. */
function standings(
  candidates: readonly Candidate[],
  sure: ReadonlySet<Name>,
  sought: ReadonlySet<Name>,
): Map<Name, Standing> {
  const found = new Map<Name, Standing>();
  const asking = new Set([...sure].filter((name) => roleOf(name.shown) === 'interviewer'));
  const of = (name: Name): Standing => {
    let standing = found.get(name);
    if (standing === undefined) found.set(name, (standing = { between: 0, within: 0, open: 0, asked: 0 }));
    return standing;
  };
  let before: Name | null = null;
  let first: Name | null = null;
  let others = new Set<Name>();
  const close = (after: Name | null): void => {
    if (first === null) return;
    const standing = of(first);
    if (before === null || after === null) standing.open++;
    else if (before !== after) standing.within++;
    else {
      standing.between++;
      if (others.size === 0 && asking.has(before)) standing.asked++;
    }
    for (const other of others) of(other).within++;
    first = null;
    if (others.size > 0) others = new Set();
  };
  for (const { name } of candidates) {
    if (sure.has(name)) {
      close(name);
      before = name;
    } else if (sought.has(name)) {
      if (first === null) first = name;
      else if (name !== first) others.add(name);
    }
  }
  close(null);
  return found;
}

/** What the places of doubtful names tell. */
export interface Alternation {
  /** Names that stand where a speaker stands: they are labels. */
  readonly speakers: ReadonlySet<Name>;
  /** Names that stood between two turns of one speaker at least once. */
  readonly suspects: ReadonlySet<Name>;
}

/**
 * @param sure the names taken, by which the others are judged
 * @param doubtful names not taken that could speak
 * @param timesOf how often a name stands as a label
 */
export function alternation(
  candidates: readonly Candidate[],
  sure: ReadonlySet<Name>,
  doubtful: ReadonlySet<Name>,
  timesOf: (name: Name) => number,
): Alternation {
  const speakers = new Set<Name>();
  const suspects = new Set<Name>();
  if (sure.size === 0 || doubtful.size === 0) return { speakers, suspects };
  const recurring = new Set([...doubtful].filter((name) => timesOf(name) >= 2));
  for (const [name, { between, within, open }] of standings(candidates, sure, recurring)) {
    if (between + open < 2 || between <= 2 * within) continue;
    // A word that heads remarks is not taken, but told.
    if (name.head) suspects.add(name);
    else speakers.add(name);
  }
  const single = new Set([...doubtful].filter((name) => !speakers.has(name) && !name.head));
  for (const [name, { between, asked }] of standings(candidates, new Set([...sure, ...speakers]), single)) {
    if (between > 0) suspects.add(name);
    if (asked === 1 && timesOf(name) === 1 && name.shape === 'name') speakers.add(name);
  }
  return { speakers, suspects };
}
