// `qcode tag` on transcripts of a million words, driven in a pseudo-terminal: opening it, and keys at its middle.
// node test/bench/tag.mjs [--quick]; Linux, with `script` of util-linux.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Buffer } from 'node:buffer';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { chineseVocabulary, chineseWriter } from './generate/chinese.mjs';
import { codebookYaml, codesOf, keywordsOf } from './generate/codebooks.mjs';
import { englishVocabulary, englishWriter } from './generate/english.mjs';
import { generator } from './generate/random.mjs';
import { Terminal } from './terminal.mjs';

const BIN = fileURLToPath(new URL('../../bin/qcode.js', import.meta.url));
/** The small one shows what a screen costs whatever the text. */
const TEXTS = [
  ['english', 5_000],
  ['english', 1_000_000],
  ['chinese', 1_000_000],
];
/** An even number: keys that undo one another leave all as it was. */
const PRESSES = process.argv.includes('--quick') ? 16 : 102;
const STARTS = process.argv.includes('--quick') ? 3 : 9;
const SCREENS = [
  { columns: 80, rows: 24, goal: 16 },
  { columns: 200, rows: 50, goal: 50 },
];
const OPENING_GOAL = 500;
const LANGUAGES = {
  english: { vocabulary: englishVocabulary, writer: englishWriter, search: 'people' },
  chinese: { vocabulary: chineseVocabulary, writer: chineseWriter, search: '我们' },
};

/** Stands for the word that is searched for. */
const SEARCH = Symbol('search');

/** Keys that are pressed in turn, so that the place stays about the same. */
const KEYS = [
  { name: 'next unit and back', keys: ['j', 'k'] },
  { name: 'page down and up', keys: ['\x1b[6~', '\x1b[5~'] },
  { name: 'a word more and less of a selection', before: ['v'], keys: ['l', 'h'], after: ['\x1b'] },
  { name: 'a letter of a search for codes, and away', before: ['a'], keys: ['e', '\x7f'], after: ['\x1b'] },
  { name: 'next match and back', before: ['/', SEARCH, '\r'], keys: ['n', 'N'], after: ['\x1b'] },
  { name: 'coding and undoing it, on the disk', before: ['a', '\r', 'z'], keys: ['1', 'z'], after: [] },
];

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const ninth = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * 0.9)];
const shown = (milliseconds) => `${milliseconds.toFixed(1).padStart(7)} ms`;

const folder = mkdtempSync(join(tmpdir(), 'qcode-tag-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

function study(name, text, codebook) {
  const path = join(folder, name);
  mkdirSync(join(path, 'transcripts'), { recursive: true });
  writeFileSync(join(path, 'qcode.yaml'), `title: ${name}\n`);
  writeFileSync(join(path, 'codebook.yaml'), codebook);
  writeFileSync(join(path, 'transcripts/one.txt'), text);
  return path;
}

const tag = (path, screen) =>
  new Terminal([process.execPath, BIN, 'tag', '--coder', 'bench'], { ...screen, folder: path });

/** Milliseconds to the first picture, each time with another process. */
async function openings(path) {
  const times = [];
  for (let i = 0; i < STARTS; i++) {
    const terminal = tag(path, SCREENS[0]);
    times.push(await terminal.first());
    await terminal.end('q');
  }
  return median(times);
}

/** Begins with a study in which nobody coded anything, as if no other screen had been measured. */
async function keysAtTheMiddle(path, screen, { search, lines }) {
  rmSync(join(path, 'codings'), { recursive: true, force: true });
  const terminal = tag(path, screen);
  await terminal.first();
  const press = (key) => terminal.press(key === SEARCH ? search : key);
  for (const key of [':', String(lines >> 1), '\r']) await press(key);
  const rows = [];
  for (const { name, before = [], keys, after = [] } of KEYS) {
    for (const key of before) await press(key);
    const times = [];
    for (let i = 0; i < PRESSES; i++) times.push(await press(keys[i % keys.length]));
    for (const key of after) await press(key);
    rows.push({ name, times });
  }
  await terminal.end('q');
  return rows;
}

const small = study('small', 'A: Hello there.\n\nB: Good day.\n', 'codes:\n  - id: a\n    keywords: [hello]\n');
const startUp = await openings(small);
console.log(`start-up, with a transcript of four words: ${shown(startUp)}`);
let missed = 0;
const judged = (value, goal) => {
  if (value >= goal) missed++;
  return value < goal ? `< ${goal}` : `MISSED: ${goal}`;
};
for (const [language, length] of TEXTS) {
  const { vocabulary, writer, search } = LANGUAGES[language];
  const words = vocabulary();
  const text = writer(words)(generator(3), length);
  const path = study(`${language}-${length}`, text, codebookYaml(codesOf(keywordsOf(words, 200, language)), 200));
  const opening = (await openings(path)) - startUp;
  const megabytes = (Buffer.byteLength(text) / 1e6).toFixed(2);
  console.log(`\n${language}, ${length} words, ${megabytes} MB, 40 codes with 200 keywords`);
  console.log(`opening, beyond start-up                         ${shown(opening)}   ${judged(opening, OPENING_GOAL)}`);
  for (const screen of SCREENS) {
    const rows = await keysAtTheMiddle(path, screen, { search, lines: text.split('\n').length });
    console.log(`${screen.columns}×${screen.rows}: ${PRESSES} presses each                     median     nine in ten`);
    for (const { name, times } of rows) {
      const middle = median(times);
      console.log(`  ${name.padEnd(45)} ${shown(middle)} ${shown(ninth(times))}   ${judged(middle, screen.goal)}`);
    }
  }
}
process.exitCode = missed > 0 ? 1 : 0;
