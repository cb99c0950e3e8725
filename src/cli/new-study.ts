import type { SourceGlance } from '../measure/glance.js';
import type { Role } from '../text/transcript.js';
import { labelKey } from '../text/speaker.js';

/** What is known of a study that is being made. */
export interface NewStudy {
  readonly title: string;
  readonly codebook: string;
  readonly speakers: readonly FoundSpeaker[];
  /** `zh` or `en` by most of the words. */
  readonly language: string | null;
}

/** A speaker label with the role that it seems to have, and in how many sources it stands. */
export interface FoundSpeaker {
  readonly label: string;
  readonly role: Role;
  readonly sources: number;
}

/**
 * Labels of all sources, each once, interviewers first, then the most frequent. Whoever is named beside an interviewer
 * is taken for a respondent: a proposal, to be looked over.
 */
export function speakersFound(glances: readonly SourceGlance[]): FoundSpeaker[] {
  const found = new Map<string, { label: string; role: Role; sources: number }>();
  for (const { speakers } of glances) {
    const interview = speakers.some(({ role }) => role === 'interviewer');
    for (const { label, role: named } of speakers) {
      if (label === null) continue;
      const role = named === 'other' && interview ? 'respondent' : named;
      const key = labelKey(label);
      const known = found.get(key);
      if (known) known.sources++;
      else found.set(key, { label, role, sources: 1 });
    }
  }
  const rank = (role: Role): number => ['interviewer', 'respondent', 'other'].indexOf(role);
  return [...found.values()].sort((a, b) => rank(a.role) - rank(b.role) || b.sources - a.sources);
}

/** The main language, by Han characters among words. */
export function languageOf(glances: readonly SourceGlance[]): string | null {
  const words = glances.reduce((sum, glance) => sum + glance.words, 0);
  const han = glances.reduce((sum, glance) => sum + glance.hanCharacters, 0);
  return words === 0 ? null : han * 2 > words ? 'zh' : 'en';
}

/** qcode.yaml of a new study, with a comment for each choice. */
export function studyYaml({ title, codebook, speakers, language }: NewStudy): string {
  const labels = speakers.map(
    ({ label, role, sources }) =>
      `  ${scalar(label)}: ${role}  # in ${sources} ${sources === 1 ? 'source' : 'sources'}`,
  );
  return `title: ${scalar(title)}
codebook: ${scalar(codebook)}

# Which files are transcripts: .txt, .md, .srt and .vtt. A pattern that begins with ! takes files away.
transcripts:
  - transcripts/**

# Attributes of cases, keyed by case or by source; the attribute that names the columns of tables.
cases: cases.csv
case_attribute: agency

# Where codes meet: sentence, paragraph, turn, line or source.
unit: paragraph
${language === null ? '' : `\nlanguage: ${language}\n`}
# Whose codings figures come from: rules, manual, all, adjudicated or coder:NAME.
# Without this line: keyword hits while there are no manual codings, else those of the only coder.
# analysis: all

# What interviewers say is neither matched nor counted. Take this line out to include it.
exclude_roles: [interviewer]

# Labels as they were found. Mend the roles (interviewer, respondent, other); take out what is no speaker.
${labels.length === 0 ? '# speakers:\n#   Interviewer: interviewer\n' : `speakers:\n${labels.join('\n')}\n`}`;
}

/** A codebook to begin with. */
export const STARTER_CODEBOOK = `title: Codebook
fold: {han: true}  # Traditional and Simplified characters match each other
codes:
  - id: funding              # stable: letters of any script, digits, - and _
    name: Funding
    definition: Where the money comes from, and what comes with it.
    include: Amounts, sources, delays.
    exclude: Salaries of single persons.
    keywords:
      - funding              # a word
      - grant*               # words that begin so
      - service contract     # a phrase
      - 资金                 # Han characters are found anywhere
    codes:                   # codes below this one
      - id: late-payment
        name: Late payment
        keywords: [late payment, 拨款晚]
  - id: trust
    name: Trust
    definition: A code without keywords is laid by hand only.
`;

/** What keeps git from spoiling logs when two coders' branches are merged. */
export const GIT_ATTRIBUTES = 'codings/**/*.jsonl merge=union\n';

/** Where each coder stopped concerns nobody else, and what was corrected may hold names that it should not. */
export const GIT_IGNORE = 'codings/.stopped/\ncodings/.edits/\n.replaced/\n';

export const STARTER_CASES = 'case,agency,type\n';

/** A YAML scalar: plain where that is safe, else in double quotes, whose escapes are those of JSON. */
export function scalar(text: string): string {
  const safe =
    /^[\p{L}\p{N}][\p{L}\p{N} ._/()-]*$/u.test(text) &&
    !/^(null|true|false|yes|no|on|off|~)$/i.test(text) &&
    text.trim() === text;
  return safe ? text : JSON.stringify(text);
}
