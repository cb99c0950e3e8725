import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Command, Invocation } from '../cli/command.js';
import { Halt, UsageError } from '../cli/failure.js';
import { type Findings, tellOn } from '../cli/findings.js';
import { type Incoming, accountOf, readIncoming } from '../cli/importing.js';
import { passFor } from '../cli/passing.js';
import {
  GIT_ATTRIBUTES,
  GIT_IGNORE,
  STARTER_CASES,
  STARTER_CODEBOOK,
  languageOf,
  speakersFound,
  studyYaml,
} from '../cli/new-study.js';
import { type Aside, asideFolder } from '../store/aside.js';
import { NO_FILTERS } from '../store/filters.js';
import { finding } from '../store/finding.js';
import { STUDY_FILE, shownPath } from '../store/locate.js';
import { tallyPass } from '../store/pass.js';
import { loadStudy } from '../store/study.js';
import { isFolder } from '../store/walk.js';

export const init: Command = {
  name: 'init',
  summary: 'make a study of a folder, with transcripts if you have them',
  description:
    'Writes qcode.yaml with a comment for each choice and the speakers and roles that it found, a codebook to begin with, a table of cases, and the lines that let git merge logs of codings and leave alone where a coder stopped. ' +
    'Word documents, text and subtitles are imported as transcripts. What is there already is kept as it is.',
  arguments: [
    { name: 'study', description: 'the folder: made where it is missing', required: true, complete: 'folder' },
    { name: 'files', description: 'files and folders to import', variadic: true, complete: 'file' },
  ],
  options: [
    { flags: '--cases <file>', description: 'a table of cases to copy into the study', complete: 'file' },
    { flags: '--codebook <file>', description: 'a codebook to copy into the study', complete: 'file' },
    { flags: '--title <text>', description: 'the title of reports (the name of the folder)' },
  ],
  examples: [
    {
      line: 'qcode init ../my-study transcripts/A1-1.txt transcripts/A3-1.txt --cases cases.csv',
      shows: 'a study of two interviews',
    },
  ],
  run,
};

/** Files of a new study by their paths within it. */
type Files = Map<string, Uint8Array | string>;

async function run(invocation: Invocation): Promise<0 | 1> {
  const {
    arguments: [given = '', ...paths],
    values,
    shell,
  } = invocation;
  if (given === '') throw new UsageError('the name of the study is empty', 'Name a folder; . is this one.');
  const target = resolve(shell.folder, given);
  if (existsSync(target) && !isFolder(target))
    throw new UsageError(`${given} is a file, not a folder`, 'Name another folder for the study.');
  if (existsSync(join(target, STUDY_FILE))) {
    throw new UsageError(`${given} is a study already`, 'Add transcripts with qcode import FILES… --study FOLDER.');
  }
  const findings = tellOn(shell);
  const { incoming, diagnostics } = await readIncoming(shell.folder, paths);
  // A path that was mistyped can be mended at once; a study without the file would be in the way of that.
  const missing = diagnostics.filter(({ code }) => code === 'QC402' || code === 'QC409');
  if (missing.length > 0) throw new Halt(missing);
  findings.tell(diagnostics);
  const files: Files = new Map();
  for (const each of incoming) take(files, target, each, findings);
  files.set('codebook.yaml', copyOf(shell.folder, values.one('codebook')) ?? STARTER_CODEBOOK);
  files.set('cases.csv', copyOf(shell.folder, values.one('cases')) ?? STARTER_CASES);
  files.set('.gitattributes', GIT_ATTRIBUTES);
  files.set('.gitignore', GIT_IGNORE);
  // A new folder appears complete or not at all. One that is there stays the same: somebody's shell may stand in it.
  const aside = existsSync(target) ? null : asideFolder(target);
  const folder = aside?.path ?? target;
  try {
    const kept = writeMissing(folder, files);
    await describe(invocation, folder, values.one('title') ?? basename(target), findings);
    aside?.commit();
    tellWhat(invocation, target, incoming, files, kept);
  } catch (error) {
    discard(aside);
    throw error;
  }
  return findings.exitCode();
}

function discard(aside: Aside | null): void {
  aside?.discard();
}

function copyOf(cwd: string, file: string | undefined): Uint8Array | null {
  return file === undefined ? null : readFileSync(resolve(cwd, file));
}

function take(files: Files, target: string, incoming: Incoming, findings: Findings): void {
  const path = `transcripts/${incoming.name}`;
  if (files.has(path) || existsSync(join(target, path))) {
    findings.tell([finding('QC433', `${path} is there already`, { file: incoming.from })]);
  } else files.set(path, incoming.bytes);
}

/** Writes what is not there yet; returns what was. */
function writeMissing(folder: string, files: Files): string[] {
  const kept: string[] = [];
  mkdirSync(join(folder, 'transcripts'), { recursive: true });
  for (const [name, content] of files) {
    const path = join(folder, name);
    if (existsSync(path)) kept.push(name);
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content, { flag: 'wx' });
    }
  }
  return kept;
}

/** Reads the transcripts as a study of nothing but defaults would, and writes what was found into qcode.yaml. */
async function describe(invocation: Invocation, folder: string, title: string, findings: Findings): Promise<void> {
  // With a codebook and paths no study above this folder is looked for.
  const codebook = join(folder, 'codebook.yaml');
  const loaded = await loadStudy({ cwd: folder, codebook, paths: [join(folder, 'transcripts')], needsCodebook: false });
  const study = loaded.value && { ...loaded.value, codebook: null };
  const pass = study && passFor(invocation, study, findings, { set: { kind: 'rules' }, filters: NO_FILTERS });
  const glances = pass ? (await tallyPass(pass, { glance: {} })).value.glance : [];
  const yaml = studyYaml({
    title,
    codebook: 'codebook.yaml',
    speakers: speakersFound(glances),
    language: languageOf(glances),
  });
  writeFileSync(join(folder, STUDY_FILE), yaml, { flag: 'wx' });
}

function tellWhat(
  { shell }: Invocation,
  target: string,
  incoming: readonly Incoming[],
  files: Files,
  kept: readonly string[],
): void {
  const shown = shownPath(shell.folder, target);
  for (const each of incoming) {
    if (files.get(`transcripts/${each.name}`) === each.bytes)
      shell.out.write(accountOf(each, `${shown}/transcripts/${each.name}`));
  }
  const lines: Readonly<Record<string, string>> = { '.gitattributes': GIT_ATTRIBUTES, '.gitignore': GIT_IGNORE };
  for (const name of kept) {
    shell.out.write(`kept as it is: ${shown}/${name}\n`);
    if (lines[name])
      shell.out.write(`  What it lacks of this, add:\n${lines[name].replace(/^/gm, '    ').trimEnd()}\n`);
  }
  const made = [
    STUDY_FILE,
    ...[...files.keys()].filter((name) => !name.startsWith('transcripts/') && !kept.includes(name)),
  ];
  shell.out.write(`made: ${made.map((name) => `${shown}/${name}`).join(', ')}\n`);
  shell.out.write(
    `Look over ${shown}/${STUDY_FILE}: its speakers and roles are proposals. Then: qcode check --study ${shown}\n`,
  );
}
