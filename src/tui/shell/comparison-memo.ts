import process from 'node:process';
import type { Shell } from '../../cli/shell.js';
import { UsageError } from '../../cli/failure.js';
import type { Report } from '../../report/model.js';
import { plain } from '../../report/style.js';
import { renderTerminal } from '../../report/terminal.js';
import {
  type ComparedCodes,
  type Found,
  comparisonMemo,
  newComparisonMemo,
  writeComparisonMemo,
} from '../../store/comparison-memo.js';
import { textIn } from '../../store/memos.js';
import { reasonOf } from '../../store/refusal.js';
import { writeInEditor } from './editor.js';
import { dieOf, hearEndings } from './signals.js';

/** What stands below this line in the editor is there to be read, and is not kept. */
const CUT = '<!-- ✂ The memo ends here. What stands below is what was compared; it is not kept. -->';
/** Columns of the comparison beneath the memo: one group below the other. */
const WIDTH = 80;

/** An editor needs a terminal: said before anything is read. */
export function requireEditor(folder: string, compared: ComparedCodes): void {
  if (process.stdin.isTTY && process.stdout.isTTY) return;
  const { path } = comparisonMemo(folder, compared);
  throw new UsageError(
    '--memo opens an editor, and there is no terminal for it',
    `Run it in a terminal and not in a pipe, or write the memo yourself: ${path}.`,
  );
}

/** Has the memo on a comparison written in the analyst's editor, with the comparison beneath it. */
export function writeMemoOn(compared: ComparedCodes, report: Report, found: Found, folder: string, shell: Shell): void {
  const memo = comparisonMemo(folder, compared);
  const before = (memo.bytes ? Buffer.from(memo.bytes).toString('utf8') : newComparisonMemo(compared, found)).trimEnd();
  const beneath = renderTerminal(report, { width: WIDTH, style: plain });
  const endings = hearEndings(dieOf);
  const written = endings.heedless(() => writeInEditor(`${before}\n\n\n${CUT}\n\n${beneath}`, process.env));
  endings.stop();
  if ('failure' in written) throw new UsageError(`no memo was written: ${written.failure}`);
  const text = written.text === null ? before : memoIn(written.text);
  const isEmpty = textIn(`${text}\n`) === '';
  if (text === before || (isEmpty && memo.bytes === null)) {
    shell.err.write('The memo is as it was: nothing was written.\n');
    return;
  }
  try {
    const path = writeComparisonMemo(folder, memo, `${text}\n`);
    const meanwhile = `${memo.path} was changed meanwhile and stays as it is.\n`;
    if (!isEmpty) shell.err.write(`The memo is ${path}.\n`);
    else if (path === null) shell.err.write(`The memo was emptied: ${memo.path} is gone.\n`);
    if (path !== null && (isEmpty || path !== memo.path)) shell.err.write(meanwhile);
  } catch (error) {
    // The words are nowhere else.
    shell.err.write(`${text}\n`);
    throw new UsageError(
      `the memo cannot be written to ${memo.path}: ${reasonOf(error as NodeJS.ErrnoException)}`,
      'Its words stand above: keep them.',
    );
  }
}

function memoIn(written: string): string {
  const end = written.indexOf(CUT);
  return (end < 0 ? written : written.slice(0, end)).trimEnd();
}
