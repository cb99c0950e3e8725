// ripgrep 15 from npm, for the benchmark alone: it goes into a folder that git ignores, not among the dependencies.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = '@vscode/ripgrep-linux-x64';
const VERSION = '1.18.0';
const FOLDER = fileURLToPath(new URL('./competitors/', import.meta.url));

/** The path of the program, which is installed when it is not there yet. */
export function ripgrep() {
  const program = join(FOLDER, 'node_modules', PACKAGE, 'bin/rg');
  if (!existsSync(program)) {
    const words = [
      'install',
      '--prefix',
      FOLDER,
      '--no-save',
      '--no-package-lock',
      '--no-audit',
      '--no-fund',
      `${PACKAGE}@${VERSION}`,
    ];
    const { status, stderr } = spawnSync('npm', words, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`ripgrep could not be installed: ${stderr}`);
  }
  return program;
}

const LIMITS = ['--regex-size-limit', '1G', '--dfa-size-limit', '1G'];

/**
 * The fair line: byte-wise classes, since with Unicode's the typographic quotes defeat ripgrep's automaton; one thread;
 * every match with its offset. In Chinese there are no word boundaries and no letter case.
 */
export function ripgrepLine(language, patterns, folder) {
  const words = language === 'english' ? ['-w', '-i'] : [];
  return [
    ripgrep(),
    '--no-config',
    '--no-ignore',
    '--no-unicode',
    ...words,
    '-o',
    '-b',
    '-j1',
    ...LIMITS,
    '-f',
    patterns,
    folder,
  ];
}
