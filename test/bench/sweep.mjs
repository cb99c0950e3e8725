// The core by itself, without processes, files or output: the sweep of co-occurrence in segments a second, and parsing,
// matching and laying codings in MB of text a second. node test/bench/sweep.mjs [--json]
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { codebooks, transcripts } from './generate/corpus.mjs';
import { filesOf } from './generate/files.mjs';
import { generator, sampler, zipf } from './generate/random.mjs';
import { median } from './measure.mjs';
import { source } from './source.mjs';

const RUNS = 7;
const CODES = 200;
const SEGMENTS = 1_000_000;

const { newScratch, newTriangles, sweep } = await source(['measure/sweep']);
const { autocode, compileMatcher, parseCodebook, parseTranscript } = await source([
  'match/autocode',
  'match/matcher',
  'codebook/parse',
  'text/parse',
]);

const sparse = segmentRate(1.5);
const dense = segmentRate(4);
const rows = [
  ['sweep, 200 codes, 1.5 segments a unit', `${sparse.toFixed(1)} million segments a second`],
  ['sweep, 200 codes, 4 segments a unit', `${dense.toFixed(1)} million segments a second`],
  ...['english', 'chinese'].flatMap(textRows),
];
if (process.argv.includes('--json')) console.log(JSON.stringify({ segments: sparse, dense, rows }));
else for (const [what, rate] of rows) console.log(`${what.padEnd(40)} ${rate}`);

/** Median seconds of several runs, after one that warms up. */
function secondsOf(work) {
  const times = [];
  for (let i = 0; i <= RUNS; i++) {
    const start = process.hrtime.bigint();
    work();
    times.push(Number(process.hrtime.bigint() - start) / 1e9);
  }
  return median(times.slice(1));
}

/** Sentences of about a hundred bytes in paragraphs of four hundred; codes drawn by Zipf; half rest on shared words. */
function segmentRate(perUnit) {
  const random = generator(7);
  const drawCode = sampler(zipf(CODES, 1));
  const draws = Array.from({ length: SEGMENTS }, () => ({
    unit: Math.floor((random() * SEGMENTS) / perUnit),
    part: Math.floor(random() * 4),
    code: drawCode(random),
  }));
  draws.sort((a, b) => a.unit - b.unit || a.part - b.part || a.code - b.code);
  const column = (of) => Int32Array.from(draws, of);
  const start = column(({ unit, part }) => unit * 400 + part * 100);
  const codings = {
    count: SEGMENTS,
    start,
    end: start.map((at) => at + 98),
    code: column(({ code }) => code),
    wordsStart: start.map((at, i) => at + (i % 2) * 20),
    wordsEnd: start.map((at, i) => at + (i % 2) * 20 + 10),
    hitsOf: (at) => [{ start: start[at] + (at % 2) * 20, end: start[at] + (at % 2) * 20 + 10 }],
  };
  const touched = [...new Set(draws.map(({ unit }) => unit))];
  const units = {
    count: touched.length,
    start: Int32Array.from(touched, (unit) => unit * 400),
    end: Int32Array.from(touched, (unit) => unit * 400 + 398),
    caseSlot: new Int32Array(touched.length),
  };
  const caseSets = [new Uint32Array((CODES * CODES) >> 5)];
  return SEGMENTS / 1e6 / secondsOf(() => sweep(units, codings, caseSets, newTriangles(CODES), newScratch(CODES)));
}

/** Parsing alone; matching with each codebook alone, then with codings laid. */
function textRows(language) {
  const { stem } = createRequire(import.meta.url)('natural/lib/natural/stemmers/porter_stemmer.js');
  const texts = filesOf(transcripts(language, 100)).map((file) => ({ file, bytes: readFileSync(file) }));
  const megabytes = texts.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
  const rate = (seconds) => `${(megabytes / seconds).toFixed(0)} MB a second`;
  const parse = () => texts.map(({ file, bytes }) => parseTranscript(file, bytes, { file }).value);
  const parsed = parse();
  const matching = [20, 200, 2000].flatMap((size) => {
    const file = join(codebooks(language), `${size}.yaml`);
    const codebook = parseCodebook(readFileSync(file, 'utf8'), file).value;
    const match = compileMatcher(codebook, { stem, run: () => [] });
    const hits = parsed.map((transcript) => match(transcript));
    return [
      [
        `matching, ${language}, ${size} keywords`,
        rate(secondsOf(() => parsed.forEach((transcript) => match(transcript)))),
      ],
      [
        `laying codings, ${language}, ${size} keywords`,
        rate(secondsOf(() => parsed.forEach((transcript, i) => autocode(hits[i], transcript, codebook)))),
      ],
    ];
  });
  return [[`parsing, ${language}`, rate(secondsOf(parse))], ...matching];
}
