// What a query costs over 100,000 codings, beyond start-up, reading and matching: whole processes in turn, with and without it.
// `case has` reads the sources twice; its second reading is taken to cost what the first does, and left out too.
// node test/bench/query.mjs [--json]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { generator } from './generate/random.mjs';
import { median } from './measure.mjs';

const BIN = fileURLToPath(new URL('../../bin/qcode.js', import.meta.url));
const RUNS = 7;
const LIMIT = 0.3;
const SOURCES = 50;
/** Sentences of a source; each is coded with one code. */
const SENTENCES = 2000;
const KEYWORDS = ['trust', 'fund', 'grant', '资金', '信任', 'bid', 'merger', 'staff'];
const QUERIES = [
  'k0 or k1',
  'k0 and not k1',
  'k0 precedes k1 within 2 turns',
  'k0 near k3 within 50 words',
  'k0 near (k1 or k2)',
  'k4 and text ~ /信任/',
  'k0 and case has (k1 precedes k2 within 1 sentence) and not k9',
];

const folder = mkdtempSync(join(tmpdir(), 'qcode-query-'));
try {
  write(folder);
  const rows = measured(folder);
  if (process.argv.includes('--json')) console.log(JSON.stringify({ limit: LIMIT, rows }));
  else {
    for (const { query, seconds } of rows)
      console.log(`${query.padEnd(64)} ${seconds.toFixed(3)} s  ${seconds <= LIMIT ? 'met' : 'missed'} (≤ ${LIMIT} s)`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A study of 50 interviews in turns of some sentences, every sentence with a keyword. */
function write(to) {
  const next = generator(11);
  const below = (bound) => Math.floor(next() * bound);
  mkdirSync(join(to, 'transcripts'));
  const codes = [...KEYWORDS.map((word, i) => [`k${i}`, word]), ['k9', 'nowhere']];
  writeFileSync(
    join(to, 'codebook.yaml'),
    `codes:\n${codes.map(([id, word]) => `  - id: ${id}\n    keywords: [${word}]\n`).join('')}`,
  );
  writeFileSync(join(to, 'qcode.yaml'), 'title: Queries\nunit: paragraph\n');
  for (let i = 0; i < SOURCES; i++) {
    let text = `---\ncase: C${i % 20}\n---\n`;
    for (let sentence = 0; sentence < SENTENCES; sentence++) {
      if (sentence % 5 === 0) text += sentence % 10 === 0 ? '\n\nInterviewer: ' : '\n\nRespondent: ';
      text += `We said that the ${KEYWORDS[below(KEYWORDS.length)]} came in the end. `;
    }
    writeFileSync(join(to, 'transcripts', `${String(i).padStart(2, '0')}.txt`), text);
  }
}

function measured(study) {
  const figures = ['frequency', '--format', 'csv'];
  const lines = [['--version'], figures, ...QUERIES.map((query) => [...figures, '--query', query])];
  const times = lines.map(() => []);
  for (let run = 0; run < RUNS; run++) lines.forEach((words, i) => times[i].push(secondsOf(study, words)));
  const [start, bare, ...asked] = times.map(median);
  return QUERIES.map((query, i) => {
    const readings = query.includes('case has') ? 2 : 1;
    return { query, seconds: asked[i] - start - readings * (bare - start), readings, reading: bare - start };
  });
}

function secondsOf(study, words) {
  const begin = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, [BIN, ...words], {
    cwd: study,
  });
  if (status !== 0) throw new Error(`${words.join(' ')}: ${stderr}`);
  return Number(process.hrtime.bigint() - begin) / 1e9;
}
