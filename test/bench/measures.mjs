// The measures with their goals: agreement with intervals, unitizing α, co-occurrence over millions of codings.
// node test/bench/measures.mjs [--quick] [--only agreement|unitizing|cooccurrence]; exits with 1 where a goal is missed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { codeNames, codingsOf, laidSegments, ratedUnits, ratingsCsv } from './generate/coders.mjs';
import { englishVocabulary, englishWriter } from './generate/english.mjs';
import { generator } from './generate/random.mjs';
import { median } from './measure.mjs';
import { run } from './process.mjs';
import { source } from './source.mjs';

const QUICK = process.argv.includes('--quick');
const ROUNDS = QUICK ? 3 : 5;
const UNITS = QUICK ? 10_000 : 100_000;
const SEGMENTS = QUICK ? 1_000 : 10_000;
const MILLIONS = QUICK ? [0.1, 0.2, 0.5, 1] : [1, 2, 5, 10];
const CODES = 200;
const RESAMPLES = { resamples: 1000, seed: 1 };
/** Time for a coding among the most of them, over that among the fewest. */
const LINEAR = 1.25;
const BIN = fileURLToPath(new URL('../../bin/qcode.js', import.meta.url));

const library = await source(['index', 'text/unit', 'coding/laid']);
const folder = mkdtempSync(join(tmpdir(), 'qcode-measures-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const wanted = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : '';
const contenders = [agreement, unitizing, cooccurrence].flatMap((group) =>
  group.name.startsWith(wanted) ? group() : [],
);
for (const contender of contenders) contender.work();
const times = contenders.map(() => []);
for (let round = 0; round < ROUNDS; round++) contenders.forEach(({ work }, i) => times[i].push(work()));

let missed = 0;
contenders.forEach(({ name, goal, note = () => '' }, i) => {
  const seconds = secondsOf(i);
  const processor = median(times[i].map((time) => time.processor));
  print(
    name,
    `${seconds.toFixed(3)} s`,
    judged(seconds, goal),
    `${processor.toFixed(3)} on the processor${note(seconds)}`,
  );
});
const perCoding = contenders.flatMap(({ codings }, i) => (codings ? [secondsOf(i) / codings] : []));
perCoding.forEach((each, i) => {
  const ratio = each / perCoding[0];
  const name = `time for a coding, ${MILLIONS[i]} million against ${MILLIONS[0]}`;
  if (i > 0) print(name, `${ratio.toFixed(2)} ×`, judged(ratio, LINEAR), '');
});
process.exitCode = missed > 0 ? 1 : 0;

function secondsOf(contender) {
  return median(times[contender].map(({ seconds }) => seconds));
}

function print(name, measured, verdict, note) {
  console.log(`${name.padEnd(72)} ${measured.padStart(9)}   ${verdict.padEnd(14)} ${note}`.trimEnd());
}

function judged(value, goal) {
  if (goal === undefined) return '';
  if (value >= goal) missed++;
  return value < goal ? `< ${goal}` : `MISSED: ${goal}`;
}

/** How long something takes in this process, and how long on the processor: more on a busy machine is waiting. */
function timed(work) {
  return () => {
    const used = process.cpuUsage();
    const start = process.hrtime.bigint();
    work();
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    const { user, system } = process.cpuUsage(used);
    return { seconds, processor: (user + system) / 1e6 };
  };
}

/** A whole process. */
function wholeProcess(line) {
  return () => {
    const result = run(line);
    if (result.failure !== null) throw new Error(result.failure);
    return result;
  };
}

/** All measures of three coders, over all codes and for each, with a thousand resamples of the sources. */
function agreement() {
  const shapes = [
    { sources: 100, codes: 20, most: 1, what: 'one code a unit, 20 codes, 100 sources' },
    { sources: 100, codes: 20, most: 3, what: 'up to 3 codes a unit, 20 codes, 100 sources' },
    { sources: 1000, codes: 50, most: 1, what: 'one code a unit, 50 codes, 1,000 sources' },
  ];
  return shapes.flatMap(({ what, ...shape }, i) => {
    const compared = ratedUnits(generator(11 + i), { units: UNITS, coders: 3, ...shape });
    const file = join(folder, `ratings-${i}.csv`);
    writeFileSync(file, ratingsCsv(compared));
    const goal = i < 2 ? 2 : undefined;
    return [
      {
        name: `agreement, 3 coders, ${UNITS} units: ${what}`,
        goal,
        work: timed(() => library.agreementOf(compared, RESAMPLES)),
      },
      {
        name: `  qcode agree --ratings, the same from a table, whole process`,
        work: wholeProcess([process.execPath, BIN, 'agree', '--ratings', file, '--json']),
      },
    ];
  });
}

/** Coders who each laid so many segments: α of unitizing on one continuum, and all measures with intervals. */
function unitizing() {
  const continuum = laidSegments(generator(21), { segments: SEGMENTS, coders: 3, codes: 20 });
  const texts = Array.from({ length: 100 }, (_, i) =>
    laidSegments(generator(22 + i), { segments: SEGMENTS / 100, coders: 3, codes: 20 }),
  );
  const compared = {
    coders: ['coder-1', 'coder-2', 'coder-3'],
    codes: codeNames(20),
    mayBeEmpty: true,
    sources: texts.map(({ length, coders }, i) => ({
      source: `interview-${i + 1}`,
      units: [],
      text: { stretches: [{ length, seen: [true, true, true], asked: null }], segments: coders },
    })),
  };
  return [
    {
      name: `unitizing α, 3 coders with ${SEGMENTS} units each, 20 codes`,
      goal: 1,
      work: timed(() => {
        const { value } = library.coincidencesOf(continuum);
        library.unitizingAlpha(value);
        library.segmentationAlpha(value);
        library.codingAlpha(value);
        library.codeAlphas(value);
      }),
    },
    {
      name: `  the same in 100 sources with 1,000 resamples, of each code too, and F1`,
      work: timed(() => library.agreementOf(compared, RESAMPLES)),
    },
  ];
}

/** Millions of codings in sources of fifty thousand; text is read where a unit is coded, as in a pass. */
function cooccurrence() {
  const codebook = { codes: codeNames(CODES).map((id) => ({ id, parent: null, rules: [{}], name: id, depth: 0 })) };
  const write = englishWriter(englishVocabulary());
  const each = QUICK ? 5_000 : 50_000;
  const sources = Array.from({ length: 4 }, (_, i) => {
    const name = `interview-${i + 1}.txt`;
    const bytes = new TextEncoder().encode(write(generator(31 + i), each * 10));
    const transcript = library.parseTranscript(name, bytes, { file: name }).value;
    const units = library.units(transcript, 'paragraph');
    const codings = codingsOf(generator(41 + i), { units, codings: each, codes: CODES }).sort(library.byPlace);
    return {
      transcript,
      attributes: {},
      codings,
      lookedAt: () => true,
      included: () => true,
      turnAttribute: () => undefined,
      personal: new Set(),
    };
  });
  const options = { unit: 'paragraph', rollup: false, units: true };
  const tallyOf = (codings) => {
    const tally = library.createCooccurrence(codebook, options);
    for (let i = 0; i < codings / each; i++)
      library.addToCooccurrence(tally, { ...sources[i % sources.length], case: `case ${i}` });
    return library.finishCooccurrence(tally, codebook);
  };
  const table = tallyOf(MILLIONS.at(-1) * 1e6);
  return [
    ...MILLIONS.map((millions) => ({
      name: `co-occurrence, ${millions} million codings, ${CODES} codes, by paragraph`,
      codings: millions * 1e6,
      note: (seconds) => `, ${((millions * 1e3) / seconds).toFixed(0)} thousand codings a second`,
      work: timed(() => tallyOf(millions * 1e6)),
    })),
    {
      name: `  all ${library.associations.length} measures of their ${(CODES * (CODES - 1)) / 2} pairs`,
      work: timed(() => {
        for (let a = 0; a < CODES; a++)
          for (let b = a + 1; b < CODES; b++) {
            const counts = { ...table.pair(a, b), units: table.units };
            for (const { measure } of library.associations) measure(counts);
          }
      }),
    },
  ];
}
