import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The transcripts of a folder, case by case, in order of their names. */
export function filesOf(folder) {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .flatMap((name) =>
      readdirSync(join(folder, name))
        .sort()
        .map((file) => join(folder, name, file)),
    );
}

/** The case of a transcript: the folder that it lies in. */
export const caseOf = (file) => basename(dirname(file));
