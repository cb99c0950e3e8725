// One regular expression for each code (its keywords, longest first, between word boundaries; in Chinese without), a
// count for each code and case. node regex.mjs CODES.json FOLDER [every nth file]
import { readFileSync } from 'node:fs';
import { caseOf, filesOf } from '../generate/files.mjs';

const [, , codesFile, folder, step = '1'] = process.argv;
const codes = JSON.parse(readFileSync(codesFile, 'utf8')).map(({ id, keywords }) => ({
  id,
  expression: expressionOf(keywords),
}));

function expressionOf(keywords) {
  const substrings = keywords.every(({ kind }) => kind === 'substring');
  const longestFirst = [...keywords].sort((a, b) => b.text.length - a.text.length);
  const alternatives = longestFirst.map(({ kind, text }) =>
    kind === 'prefix' ? `${text}\\w*` : text.replace(' ', '\\s+'),
  );
  return substrings ? new RegExp(alternatives.join('|'), 'g') : new RegExp(`\\b(?:${alternatives.join('|')})\\b`, 'gi');
}

const counts = new Map();
filesOf(folder).forEach((file, i) => {
  if (i % Number(step) !== 0) return;
  const text = readFileSync(file, 'utf8');
  for (const { id, expression } of codes) {
    const found = text.match(expression)?.length ?? 0;
    const cell = `${id},${caseOf(file)}`;
    if (found > 0) counts.set(cell, (counts.get(cell) ?? 0) + found);
  }
});
for (const [cell, count] of [...counts].sort()) console.log(`${cell},${count}`);
