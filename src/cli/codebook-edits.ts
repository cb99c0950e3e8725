import { join, resolve } from 'node:path';
import type { Codebook } from '../codebook/codebook.js';
import { currentId } from '../codebook/former.js';
import { parseCodebook } from '../codebook/parse.js';
import { shownDiff } from '../core/line-diff.js';
import type { Outcome } from '../core/diagnostic.js';
import { counted } from '../report/basis.js';
import { readCodebookText, replaceCodebook } from '../store/edit-codebook.js';
import { findLogs } from '../store/logs.js';
import { shownPath } from '../store/locate.js';
import { memoPath } from '../store/memos.js';
import { moveMemo } from '../store/move-memo.js';
import { readLog } from '../store/read-log.js';
import { isSystemError, reasonOf } from '../store/refusal.js';
import { keepSnapshot } from '../store/snapshots.js';
import { type Study, loadStudy } from '../store/study.js';
import type { Invocation } from './command.js';
import { confirmed } from './confirm.js';
import { Halt } from './failure.js';
import { type Findings, tellOn } from './findings.js';
import { queryConsequences } from './query-consequences.js';
import type { Shell } from './shell.js';
import { type CodedStudy, studyRequest } from './study-options.js';

/** An edit of the codebook, and what it means for what is coded. */
export interface CodebookEdit {
  readonly edit: (yaml: string, file: string) => Outcome<string>;
  /** The code whose codings it touches; null where there are none yet. */
  readonly touches: string | null;
  /** The id under which these codings count from then on. */
  readonly becomes: string;
  /** What else it does to what counts, in sentences. */
  readonly consequences?: (study: CodedStudy, after: Codebook) => Promise<readonly string[]>;
}

/** Lines around a change in the preview. */
const AROUND = 3;

/** Shows what an edit makes of the codebook and what it touches, and writes it once that is wanted. */
export async function editCodebookFile(invocation: Invocation, editing: CodebookEdit): Promise<0 | 1> {
  const { shell } = invocation;
  const findings = tellOn(shell);
  const { path, study } = await codebookFile(invocation);
  const shown = shownPath(shell.folder, path);
  const read = readCodebookText(path, shown);
  if (!read.value) throw new Halt(read.diagnostics);
  const { yaml } = read.value;
  const present = parseCodebook(yaml, shown).value ?? null;
  const { edit, touches, becomes, consequences } = editing;
  const edited = edit(yaml, shown);
  if (edited.value === undefined) throw new Halt(edited.diagnostics);
  if (edited.value === yaml) {
    shell.out.write(`${shown} says this already.\n`);
    return 0;
  }
  shell.out.write(`${[shown, ...shownDiff(yaml, edited.value, AROUND)].join('\n')}\n`);
  const after = parseCodebook(edited.value, shown).value;
  if (study) {
    const told = previewOf(study.folder, present, { touches, becomes }, findings);
    if (present && after)
      told.push(...(await queryConsequences(study, present, after, { touches: touches ?? becomes, becomes })));
    if (consequences && present && after) told.push(...(await consequences({ ...study, codebook: present }, after)));
    shell.out.write(told.map((sentence) => `${sentence}\n`).join(''));
  }
  findings.tell(newWarnings(parseCodebook(yaml, shown), edited));
  if (!(await confirmed(invocation, `Write this to ${shown}?`))) return 1;
  // Units that were seen with this state of the codebook know by it which codes there were.
  if (study && present && study.logs.length > 0)
    keepSnapshot(
      study.folder,
      read.value.bytes,
      present.codes.map(({ id }) => id),
    );
  const refused = replaceCodebook(path, shown, read.value, edited.value);
  if (refused) throw new Halt([refused]);
  shell.out.write(`written: ${shown}\n`);
  if (touches !== null && study) takeMemoAlong(shell, study.folder, touches, becomes);
  return findings.exitCode();
}

/** The codebook is written by then, so a memo that cannot be moved stays, and that is told. */
function takeMemoAlong(shell: Shell, folder: string, from: string, to: string): void {
  try {
    if (moveMemo(folder, from, to)) shell.out.write(`The memo on ${from} is one on ${to} now.\n`);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    shell.err.write(`The memo on ${from} cannot be made one on ${to}: ${reasonOf(error)}.\n`);
    shell.err.write(`It is still ${memoPath({ code: from })}; move it by hand.\n`);
  }
}

/** Where the codebook lies, and the study whose codings are made with it. */
async function codebookFile(invocation: Invocation): Promise<{ path: string; study: Study | null }> {
  const { values, shell } = invocation;
  const named = values.one('codebook');
  const { value, diagnostics } = await loadStudy(studyRequest({ ...invocation, arguments: [] }, false));
  const study = value?.located ? value : null;
  if (named !== undefined) return { path: resolve(shell.folder, named), study };
  if (!value) throw new Halt(diagnostics);
  return { path: join(value.folder, value.settings.codebook), study };
}

/** What an edit means for what is stored: whose codings it touches, and which will count that did not. */
export function previewOf(
  folder: string,
  present: Codebook | null,
  { touches, becomes }: Pick<CodebookEdit, 'touches' | 'becomes'>,
  findings: Pick<Findings, 'tell'>,
): string[] {
  const current = currentId(present ?? { codes: [] });
  const told: string[] = [];
  if (touches !== null && present) {
    const held = storedUnder(folder, current, touches, findings);
    told.push(
      held === null
        ? `No coding by hand has the code ${touches}. What was coded ${touches} counts as ${becomes}.`
        : `${held} the code ${touches}. What was coded ${touches} counts as ${becomes}.`,
    );
  }
  const orphans = current(becomes) === undefined ? storedUnder(folder, current, becomes, findings) : null;
  if (orphans !== null) told.push(`${orphans} the id ${becomes} already, which no code has: this counts then, too.`);
  return told;
}

/** How many codings have an id, and whose; null where none has. Verdicts on hits of rules are among them. */
function storedUnder(
  folder: string,
  current: (id: string) => string | undefined,
  id: string,
  findings: Pick<Findings, 'tell'>,
): string | null {
  const logs = findLogs(folder).flatMap((log) => {
    const { value, diagnostics } = readLog(log, current);
    if (!value) findings.tell(diagnostics);
    const events = [...(value?.folded.codings ?? []), ...(value?.folded.verdicts ?? [])];
    const held = events.filter(({ code }) => code === id).length;
    return held > 0 ? [{ coder: log.coder, held }] : [];
  });
  const held = logs.reduce((sum, log) => sum + log.held, 0);
  const coders = new Set(logs.map(({ coder }) => coder)).size;
  if (held === 0) return null;
  return `${counted(held, 'coding')} by hand in ${counted(logs.length, 'log')} of ${counted(coders, 'coder')} ${held === 1 ? 'has' : 'have'}`;
}

/** What is doubtful in the edited codebook and was not before: lines may have moved. */
function newWarnings(before: Outcome<Codebook>, after: Outcome<string>): Outcome<string>['diagnostics'] {
  const known = new Set(before.diagnostics.map(({ code, place }) => `${code} ${place?.excerpt?.trim()}`));
  return after.diagnostics.filter(({ code, place }) => !known.has(`${code} ${place?.excerpt?.trim()}`));
}
