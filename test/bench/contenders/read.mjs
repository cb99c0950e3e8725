// Reads and decodes the transcripts and does nothing with them: node read.mjs FOLDER
import { readFileSync } from 'node:fs';
import { filesOf } from '../generate/files.mjs';

let characters = 0;
for (const file of filesOf(process.argv[2])) characters += readFileSync(file, 'utf8').length;
console.log(characters);
