// Words and prefixes by natural's tokenizer and Porter stemmer with a Map of stems, a count for each code and case.
// (It can do neither phrases nor positions.) node natural.mjs CODES.json FOLDER [every nth file]
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { caseOf, filesOf } from '../generate/files.mjs';

const require = createRequire(import.meta.url);
const Tokenizer = require('natural/lib/natural/tokenizers/aggressive_tokenizer.js');
const stemmer = require('natural/lib/natural/stemmers/porter_stemmer.js');

const [, , codesFile, folder, step = '1'] = process.argv;
const codesOfStem = new Map();
for (const { id, keywords } of JSON.parse(readFileSync(codesFile, 'utf8'))) {
  for (const { kind, text } of keywords) {
    if (kind === 'phrase') continue;
    const stem = stemmer.stem(text);
    codesOfStem.set(stem, [...(codesOfStem.get(stem) ?? []), id]);
  }
}

const tokenizer = new Tokenizer();
const counts = new Map();
filesOf(folder).forEach((file, i) => {
  if (i % Number(step) !== 0) return;
  for (const word of tokenizer.tokenize(readFileSync(file, 'utf8'))) {
    for (const code of codesOfStem.get(stemmer.stem(word)) ?? []) {
      const cell = `${code},${caseOf(file)}`;
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
  }
});
for (const [cell, count] of [...counts].sort()) console.log(`${cell},${count}`);
