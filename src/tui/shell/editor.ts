import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What came back from an editor: the text, null where nothing was changed, or why there is none. */
export type Written = { readonly text: string | null } | { readonly failure: string };

type Environment = Readonly<Record<string, string | undefined>>;

/** Editors to try, the first that is there: what the coder names, else what most systems have. */
function editorsOf(environment: Environment): string[] {
  const named = environment['VISUAL'] || environment['EDITOR'];
  return named ? [named] : ['vi', 'nano'];
}

/** What a shell answers when there is no such program. */
const NOT_FOUND = 127;

/** Has a text written in the coder's editor, which has the terminal until it ends. */
export function writeInEditor(text: string, environment: Environment): Written {
  const folder = mkdtempSync(join(tmpdir(), 'qcode-'));
  const file = join(folder, 'memo.md');
  try {
    writeFileSync(file, text === '' ? '' : `${text.trimEnd()}\n`);
    for (const editor of editorsOf(environment)) {
      // A shell reads the name, as git does, so that `code --wait` works.
      const { status, signal } = spawnSync('/bin/sh', ['-c', `${editor} "$1"`, 'sh', file], { stdio: 'inherit' });
      if (status === NOT_FOUND) continue;
      if (status !== 0) return { failure: `${editor} ended with ${signal ?? `code ${status}`}; the text is as it was` };
      const written = readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trimEnd();
      return { text: written === text.trimEnd() ? null : written };
    }
    const missing = editorsOf(environment).join(' or ');
    return { failure: `there is no ${missing} here: name an editor in the environment variable EDITOR` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
