import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Codebook } from '../codebook/codebook.js';
import { currentId } from '../codebook/former.js';
import { parseCodebook } from '../codebook/parse.js';
import { withCurrentCodes } from '../coding/current-codes.js';
import { foldEvents } from '../coding/fold.js';
import { parseLog } from '../coding/log.js';
import { shownDiff } from '../core/line-diff.js';
import type { Outcome } from '../core/diagnostic.js';
import { counted } from '../report/basis.js';
import { readCodebookText, replaceCodebook } from '../store/edit-codebook.js';
import { findLogs } from '../store/logs.js';
import { shownPath } from '../store/locate.js';
import { moveMemo } from '../store/move-memo.js';
import { loadStudy } from '../store/study.js';
import type { Invocation } from './command.js';
import { confirmed } from './confirm.js';
import { Halt } from './failure.js';
import { tellOn } from './findings.js';
import { studyRequest } from './study-options.js';

/** An edit of the codebook, and what it means for what is coded. */
export interface CodebookEdit {
  readonly edit: (yaml: string, file: string) => Outcome<string>;
  /** The code whose codings it touches; null where there are none yet. */
  readonly touches: string | null;
  /** The id under which these codings count from then on. */
  readonly becomes: string;
}

/** Lines around a change in the preview. */
const AROUND = 3;

/** Shows what an edit makes of the codebook and what it touches, and writes it once that is wanted. */
export async function editCodebookFile(
  invocation: Invocation,
  editFor: (codebook: Codebook | null) => CodebookEdit,
): Promise<0 | 1> {
  const { shell } = invocation;
  const findings = tellOn(shell);
  const { path, folder } = await codebookFile(invocation);
  const shown = shownPath(shell.folder, path);
  const read = readCodebookText(path, shown);
  if (!read.value) throw new Halt(read.diagnostics);
  const { yaml } = read.value;
  const present = parseCodebook(yaml, shown).value ?? null;
  const { edit, touches, becomes } = editFor(present);
  const edited = edit(yaml, shown);
  if (edited.value === undefined) throw new Halt(edited.diagnostics);
  if (edited.value === yaml) {
    shell.out.write(`${shown} says this already.\n`);
    return 0;
  }
  shell.out.write(`${[shown, ...shownDiff(yaml, edited.value, AROUND)].join('\n')}\n`);
  if (touches !== null && present && folder !== null)
    shell.out.write(`${touchedBy(folder, present, touches)} What was coded ${touches} counts as ${becomes}.\n`);
  findings.tell(newWarnings(parseCodebook(yaml, shown), edited));
  if (!(await confirmed(invocation, `Write this to ${shown}?`))) return 1;
  const refused = replaceCodebook(path, shown, read.value, edited.value);
  if (refused) throw new Halt([refused]);
  shell.out.write(`written: ${shown}\n`);
  if (touches !== null && folder !== null && moveMemo(folder, touches, becomes)) {
    shell.out.write(`The memo on ${touches} is one on ${becomes} now.\n`);
  }
  return 0;
}

/** Where the codebook lies, and the study whose codings are made with it. */
async function codebookFile(invocation: Invocation): Promise<{ path: string; folder: string | null }> {
  const { values, shell } = invocation;
  const named = values.one('codebook');
  const { value, diagnostics } = await loadStudy(studyRequest({ ...invocation, arguments: [] }, false));
  const folder = value?.located ? value.folder : null;
  if (named !== undefined) return { path: resolve(shell.folder, named), folder };
  if (!value) throw new Halt(diagnostics);
  return { path: join(value.folder, value.settings.codebook), folder };
}

/** How many codings a code has, and whose. Verdicts on hits of its rules are among them. */
function touchedBy(folder: string, codebook: Codebook, id: string): string {
  const current = currentId(codebook);
  const logs = findLogs(folder).flatMap(({ path, id: file, coder }) => {
    const { codings, verdicts } = foldEvents(
      withCurrentCodes(parseLog(readFileSync(path, 'utf8'), file).value ?? [], current),
    );
    const held = [...codings, ...verdicts].filter(({ code }) => code === id).length;
    return held > 0 ? [{ coder, held }] : [];
  });
  const held = logs.reduce((sum, log) => sum + log.held, 0);
  const coders = new Set(logs.map(({ coder }) => coder)).size;
  if (held === 0) return `No coding by hand has the code ${id}.`;
  return `${counted(held, 'coding')} by hand in ${counted(logs.length, 'log')} of ${counted(coders, 'coder')} ${held === 1 ? 'has' : 'have'} the code ${id}.`;
}

/** What is doubtful in the edited codebook and was not before: lines may have moved. */
function newWarnings(before: Outcome<Codebook>, after: Outcome<string>): Outcome<string>['diagnostics'] {
  const known = new Set(before.diagnostics.map(({ code, place }) => `${code} ${place?.excerpt?.trim()}`));
  return after.diagnostics.filter(({ code, place }) => !known.has(`${code} ${place?.excerpt?.trim()}`));
}
