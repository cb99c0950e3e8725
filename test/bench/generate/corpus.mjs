// The seeded corpora and codebooks of the benchmark. They are written once and used again as long as the stamp fits.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chineseVocabulary, chineseWriter } from './chinese.mjs';
import { SIZES, codebookYaml, codesOf, keywordsOf, ripgrepPatterns } from './codebooks.mjs';
import { englishVocabulary, englishWriter } from './english.mjs';
import { generator } from './random.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
export const CORPUS = fileURLToPath(new URL('../corpus/', import.meta.url));
/** Each case has a folder of its own: seven agencies and a department. */
const CASES = ['agency-1', 'agency-2', 'agency-3', 'agency-4', 'agency-5', 'agency-6', 'agency-7', 'department'];
const LANGUAGES = {
  english: { vocabulary: englishVocabulary, writer: englishWriter, words: 8000 },
  chinese: { vocabulary: chineseVocabulary, writer: chineseWriter, words: 8800 },
};

/**
 * A folder of `files` transcripts of 33 to 77 KB; file n is the same whatever the number of files.
 *
 * @param {'english' | 'chinese'} language
 * @param {number} files how many transcripts
 * @param {number} [words] how long they are on the average
 * @returns {string} the folder
 */
export function transcripts(language, files, words = LANGUAGES[language].words) {
  return once(join(CORPUS, `${language}-${files}`), `${GENERATORS} ${words}`, (folder) => {
    const { vocabulary, writer } = LANGUAGES[language];
    const write = writer(vocabulary());
    for (const name of CASES) mkdirSync(join(folder, name));
    for (let n = 0; n < files; n++) {
      const random = generator(1000 + n);
      const length = Math.round(words * (0.6 + 0.8 * random()));
      const name = `interview-${String(n + 1).padStart(4, '0')}.txt`;
      writeFileSync(join(folder, CASES[n % CASES.length], name), write(random, length));
    }
  });
}

/**
 * A folder with the codebooks of a language: `20.yaml`, the same for competitors as `20.json` (codes with their
 * keywords) and `20.patterns` (ripgrep), and so on for each size.
 */
export function codebooks(language) {
  return once(join(CORPUS, `${language}-codebooks`), GENERATORS, (folder) => {
    const vocabulary = LANGUAGES[language].vocabulary();
    for (const size of SIZES) {
      const keywords = keywordsOf(vocabulary, size, language);
      const codes = codesOf(keywords);
      writeFileSync(join(folder, `${size}.yaml`), codebookYaml(codes, size));
      writeFileSync(join(folder, `${size}.json`), JSON.stringify(codes, null, 1));
      writeFileSync(join(folder, `${size}.patterns`), ripgrepPatterns(keywords));
    }
  });
}

/** Fills the folder unless what lies there bears the stamp. */
function once(folder, stamp, fill) {
  const stampFile = join(folder, '.stamp');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return folder;
  process.stderr.write(`making ${folder}\n`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  fill(folder);
  writeFileSync(stampFile, stamp);
  return folder;
}

const GENERATORS = readdirSync(HERE)
  .sort()
  .reduce((hash, name) => hash.update(readFileSync(join(HERE, name))), createHash('sha256'))
  .digest('hex');
