// What is run against what. A group is a set of command lines that run in turn, round by round.
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { codebooks, transcripts } from './generate/corpus.mjs';
import { ripgrepLine } from './ripgrep.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const node = process.execPath;
const QCODE = [node, here('../../bin/qcode.js')];
const NOTHING = { name: 'node -e 0', line: [node, '-e', '0'] };
const NAMES = { english: 'English', chinese: 'Chinese' };
/** natural and a regular expression for each code are slow: they read every tenth file, and their time is scaled. */
const STEP = 10;
const SLOW_ROUNDS = 3;

export const FILES = { full: 1000, quick: 100, growth: 4000, study: 8 };

export const qcode = (command, language, size, folder) => [
  ...QCODE,
  command,
  '--codebook',
  join(codebooks(language), `${size}.yaml`),
  folder,
];
export const regex = (language, size, folder, step = 1) => [
  node,
  here('contenders/regex.mjs'),
  join(codebooks(language), `${size}.json`),
  folder,
  String(step),
];
const natural = (size, folder, step) => [
  node,
  here('contenders/natural.mjs'),
  join(codebooks('english'), `${size}.json`),
  folder,
  String(step),
];
const commands = (language, size, folder) =>
  ['frequency', 'code', 'cooccurrence'].map((command) => ({
    name: `qcode ${command}`,
    line: qcode(command, language, size, folder),
  }));

/** The three commands and their competitors on one corpus and codebook. */
function matching(language, size, files) {
  return {
    name: `${language}-${size}`,
    title: `${NAMES[language]}, ${files} files, ${size} keywords`,
    folder: () => transcripts(language, files),
    contenders: (folder) => [
      NOTHING,
      { name: 'reading and decoding in Node', line: [node, here('contenders/read.mjs'), folder] },
      { name: 'ripgrep', line: ripgrepLine(language, join(codebooks(language), `${size}.patterns`), folder) },
      ...commands(language, size, folder),
      {
        name: 'a regular expression for each code',
        line: regex(language, size, folder, STEP),
        step: STEP,
        rounds: SLOW_ROUNDS,
      },
      ...(language === 'english'
        ? [{ name: 'natural, stemmer and Map', line: natural(size, folder, STEP), step: STEP, rounds: SLOW_ROUNDS }]
        : []),
    ],
  };
}

/** What a researcher feels: the start of the program, and a study of eight interviews. */
const start = {
  name: 'start',
  title: 'Start, and an eight-file study of 0.5 MB (English, 200 keywords)',
  moreRounds: 2,
  folder: () => transcripts('english', FILES.study, 11_500),
  contenders: (folder) => [
    NOTHING,
    { name: 'qcode --version', line: [...QCODE, '--version'] },
    { name: 'qcode --help', line: [...QCODE, '--help'] },
    ...commands('english', 200, folder),
    { name: 'natural, stemmer and Map', line: natural(200, folder, 1) },
  ],
};

/** Memory on four times the text. */
const growth = {
  name: 'growth',
  title: `English, ${FILES.growth} files, 200 keywords`,
  folder: () => transcripts('english', FILES.growth),
  contenders: (folder) => [NOTHING, ...commands('english', 200, folder)],
};

/** @param {{quick: boolean, growth: boolean}} options */
export function groups(options) {
  if (options.quick) return [matching('english', 200, FILES.quick), matching('chinese', 200, FILES.quick), start];
  const sizes = [20, 200, 2000];
  const all = [
    ...sizes.map((size) => matching('english', size, FILES.full)),
    ...sizes.map((size) => matching('chinese', size, FILES.full)),
    start,
  ];
  return options.growth ? [...all, growth] : all;
}
