import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command, Invocation } from '../cli/command.js';
import { UsageError } from '../cli/failure.js';
import { tellOn } from '../cli/findings.js';
import { accountOf, readIncoming } from '../cli/importing.js';
import { finding } from '../store/finding.js';
import { locateStudy, pathFrom, shownPath, studyFolder } from '../store/locate.js';

const DEFAULT_FOLDER = 'transcripts';

export const importCommand: Command = {
  name: 'import',
  summary: 'bring Word documents and text files into a study as transcripts',
  description:
    'Word documents (.docx) become text, with an account of what a transcript cannot hold: images, comments, footnotes, tracked deletions and the like. ' +
    '.txt, .md, .srt and .vtt files are copied as they are. A folder stands for all such files below it; its sub-folders are kept, and name cases. Nothing is ever written over.',
  arguments: [
    { name: 'files', description: 'files and folders to import', required: true, variadic: true, complete: 'file' },
  ],
  options: [
    {
      flags: '--into <folder>',
      description: `folder of the study (${DEFAULT_FOLDER}); a sub-folder names the case`,
      complete: 'folder',
    },
    {
      flags: '--study <folder>',
      description: 'the study: a folder with a qcode.yaml (else the nearest above)',
      complete: 'folder',
    },
  ],
  examples: [
    { line: 'qcode import transcripts/A1-1.txt --into drafts', shows: 'a copy in another folder of the study' },
  ],
  run,
};

async function run({ arguments: files, values, shell }: Invocation): Promise<0 | 1> {
  const named = values.one('study');
  const folder = named === undefined ? locateStudy(shell.folder) : studyFolder(shell.folder, named);
  if (folder === null)
    throw new UsageError(
      'there is no study to import into',
      'Make one with qcode init STUDY FILES…, or name it with --study.',
    );
  const into = join(folder, values.one('into') ?? DEFAULT_FOLDER);
  if (pathFrom(folder, into).split('/')[0] === '..') {
    throw new UsageError(
      `${values.one('into')} lies outside the study`,
      'Name a folder of the study, relative to its qcode.yaml.',
    );
  }
  const findings = tellOn(shell);
  const { incoming, diagnostics } = await readIncoming(shell.folder, files);
  findings.tell(diagnostics);
  for (const each of incoming) {
    const path = join(into, each.name);
    const shown = shownPath(shell.folder, path);
    if (existsSync(path)) {
      findings.tell([finding('QC433', `${shown} is there already`, { file: each.from })]);
      continue;
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, each.bytes, { flag: 'wx' });
    shell.out.write(accountOf(each, shown));
  }
  return findings.exitCode();
}
