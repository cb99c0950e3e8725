import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { anchorOf } from '../../src/coding/anchor.js';
import type { Event } from '../../src/coding/event.js';
import { printEvent } from '../../src/coding/print-event.js';
import { fingerprintOf } from '../../src/coding/seen.js';
import { keepSnapshot } from '../../src/store/snapshots.js';
import { digestOf } from '../../src/text/digest.js';
import { codePointIndex } from '../../src/text/offset.js';
import { parseTranscript } from '../../src/text/parse.js';
import { units } from '../../src/text/unit.js';
import { encode } from '../../src/text/utf8.js';
import { folderWith, qcode, removeFolders } from './run.js';

afterAll(removeFolders);

const A = '问：钱呢？\n答：钱不够。\n问：信任呢？\n答：信任有。\n';
const B = '问：钱呢？\n答：够。\n';
const EARLY = 'codes:\n  - id: money\n  - id: trust\n';

const study = (): string =>
  folderWith({
    'qcode.yaml': 'title: Seen\n',
    'codebook.yaml': EARLY,
    'transcripts/a.txt': A,
    'transcripts/b.txt': B,
  });

/** Stores that ann saw turns of a source, by position, with the codebook as it is now. */
function see(folder: string, source: string, turns: readonly number[]): void {
  const { text, ...transcript } = parseTranscript(source, readFileSync(join(folder, source)), { file: source }).value!;
  const index = codePointIndex(text);
  const yaml = readFileSync(join(folder, 'codebook.yaml'));
  const codebook = keepSnapshot(
    folder,
    yaml,
    [...yaml.toString().matchAll(/id: (\S+)/g)].map(([, id]) => id!),
  );
  const all = units({ text, ...transcript }, 'turn');
  const events = turns.map((i): Event => {
    const { start, end } = all[i]!;
    const unit = {
      kind: 'turn',
      start: index.toCodePoints(start),
      end: index.toCodePoints(end),
      digest: digestOf(text),
      text: fingerprintOf(text, { start, end }),
    };
    return { event: 'seen', id: `s${source}${i}`, at: '2026-01-02T03:04:05Z', unit, codebook };
  });
  write(folder, source, events);
}

function write(folder: string, source: string, events: readonly Event[]): void {
  const path = join(folder, `codings/ann/${source}.jsonl`);
  mkdirSync(dirname(path), { recursive: true });
  appendFileSync(path, events.map((event) => `${printEvent(event)}\n`).join(''));
}

/** Figures of ann's by code: in a.txt, in b.txt, in all. Empty: nobody looked. */
const figures = (folder: string): string[] => {
  const { stdout } = qcode(folder, ['frequency', '--coder', 'ann', '--format', 'csv']);
  return stdout.trimEnd().split('\n').slice(1);
};

describe('0 and –', () => {
  it('an edit keeps which codes there were before it, for units seen by a program that did not', () => {
    const folder = study();
    see(folder, 'transcripts/a.txt', [0]);
    rmSync(join(folder, 'codings/.codebooks'), { recursive: true });
    qcode(folder, ['codebook', 'add', 'late', '--yes']);
    expect(figures(folder)).toEqual(['money,0,,0', 'trust,0,,0', 'late,,,']);
  });

  it('a code made after the units were seen was not looked for there', () => {
    const folder = study();
    see(folder, 'transcripts/a.txt', [0, 1, 2, 3]);
    expect(figures(folder)).toEqual(['money,0,,0', 'trust,0,,0']);
    qcode(folder, ['codebook', 'add', 'late', '--yes']);
    expect(figures(folder)).toEqual(['money,0,,0', 'trust,0,,0', 'late,,,']);
    see(folder, 'transcripts/b.txt', [0]);
    expect(figures(folder)).toEqual(['money,0,0,0', 'trust,0,0,0', 'late,,0,0']);
    // One more unit of a.txt, read with the new code in mind.
    see(folder, 'transcripts/a.txt', [1]);
    expect(figures(folder)).toEqual(['money,0,0,0', 'trust,0,0,0', 'late,0,0,0']);
  });

  it('a code that was renamed was there under its former id', () => {
    const folder = study();
    see(folder, 'transcripts/a.txt', [0]);
    qcode(folder, ['codebook', 'rename', 'trust', 'confidence', '--yes']);
    expect(figures(folder)).toEqual(['money,0,,0', 'confidence,0,,0']);
  });

  it('what a coder laid was looked for, and codings without seen units stand for a look at everything', () => {
    const folder = study();
    const text = encode(A);
    const start = encode('问：钱呢？\n答：').length;
    const anchor = anchorOf({ start, end: start + encode('钱不够。').length }, text, digestOf(text));
    write(folder, 'transcripts/a.txt', [
      { event: 'apply', id: 'c1', at: '2026-01-02T03:04:05Z', code: 'late', anchor },
    ]);
    writeFileSync(join(folder, 'codebook.yaml'), `${EARLY}  - id: late\n  - id: later\n`);
    expect(figures(folder)).toEqual(['money,0,,0', 'trust,0,,0', 'late,1,,1', 'later,0,,0']);
    writeFileSync(join(folder, 'codebook.yaml'), EARLY);
    see(folder, 'transcripts/a.txt', [1]);
    writeFileSync(join(folder, 'codebook.yaml'), `${EARLY}  - id: late\n  - id: later\n`);
    expect(figures(folder)).toEqual(['money,0,,0', 'trust,0,,0', 'late,1,,1', 'later,,,']);
  });

  it('what was seen of a text that has changed since is not seen any more', () => {
    const folder = study();
    see(folder, 'transcripts/b.txt', [1]);
    writeFileSync(join(folder, 'transcripts/b.txt'), '问：好吗？\n问：钱呢？\n答：够。\n');
    expect(figures(folder)).toEqual(['money,,0,0', 'trust,,0,0']);
    writeFileSync(join(folder, 'transcripts/b.txt'), '问：钱呢？\n答：不够。\n');
    expect(figures(folder)).toEqual(['money,,,', 'trust,,,']);
  });

  it('is said how much was read', () => {
    const folder = study();
    see(folder, 'transcripts/a.txt', [0, 1, 2]);
    see(folder, 'transcripts/b.txt', [0, 1]);
    const caveat =
      'ann has marked 5 of 6 turns seen: 1 source is not read to the end, and what is coded there may be less than there is.';
    expect(qcode(folder, ['report']).stdout.replace(/\s+/g, ' ')).toContain(caveat);
    see(folder, 'transcripts/a.txt', [3]);
    expect(qcode(folder, ['report']).stdout).not.toContain('has marked');
  });
});
