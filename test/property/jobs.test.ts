import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { folderWith, qcode, removeFolders, sampleStudy, wordsOf } from '../cli/run.js';

/* However many threads share the work, every byte of every output is the same. */

afterAll(removeFolders);

/** Numbers from 0 up to a bound, the same in every run (Numerical Recipes' generator). */
function numbers(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

const WORDS = [
  'fund',
  'funding',
  'the',
  'grant',
  'of',
  'trust',
  'distrust',
  'we',
  'They’re',
  'late payment',
  'NGO',
  'ＮＧＯ',
  'competing',
  'and',
  'so',
  '資金',
  '资金',
  '信任',
  '我們',
  '的',
  '拖欠',
  '政府',
  '𠮷',
  'café',
  '(laughs)',
  '2019',
  'RMB 500',
];
const FILLERS = [
  'and',
  'then',
  'they',
  'asked',
  'another',
  'meeting',
  '后来',
  '我们',
  '又',
  '开会',
  '的时候',
  'well',
  'I',
  'said',
];
const STOPS = ['. ', '? ', '。', '！', '; ', '……', '\n', '\n\n'];

const CODEBOOK = `title: Random
fold: {han: true}
codes:
  - id: money
    keywords: [fund*, 资金, /RMB\\s\\d+/]
    except: [funding of trust]
    codes:
      - id: grant
        segment: paragraph
        keywords: [grant, late payment]
      - id: late
        segment: match
        keywords: [拖欠, late payment]
  - id: trust
    segment: turn
    keywords: [{any: [trust, 信任], near: [grant, 政府], within: {words: 9, chars: 9}, unless: [distrust]}]
  - id: compete
    keywords: [{stem: compete}, {any: [NGO], speaker: respondent}]
  - id: latent
`;

/** Sixty-six interviews of eleven cases, some of a speaker of another case; two coders; one bad file among them. */
function randomStudy(): string {
  const random = numbers(7);
  const pick = <T>(list: readonly T[]): T => list[random(list.length)]!;
  const files: Record<string, string | Uint8Array> = {
    'qcode.yaml': 'title: Random\nexclude_roles: [interviewer]\nunit: sentence\nanalysis: all\n',
    'codebook.yaml': CODEBOOK,
    'cases.csv': `case,agency,type\n${Array.from({ length: 11 }, (_, i) => `C${i},Agency ${i % 9},${i < 8 ? 'provider' : 'government'}\n`).join('')}`,
    'transcripts/33-bad.txt': new Uint8Array([0, 1, 2, 255, 254, 0, 0, 9]),
  };
  let people = 'source,speaker,case,consent,background\n';
  for (let i = 0; i < 66; i++) {
    const name = `transcripts/${String(i).padStart(2, '0')}.txt`;
    let text = '';
    while (text.length < 24_000) {
      let speech = '';
      for (let sentence = random(9); sentence >= 0; sentence--) {
        for (let word = 1 + random(14); word > 0; word--) speech += `${pick(random(5) === 0 ? WORDS : FILLERS)} `;
        speech = speech.trimEnd() + pick(STOPS);
      }
      text += `${pick(['Interviewer', 'Respondent', 'Ms Lee', '何主任'])}: ${speech.replace(/\n+$/, '')}\n\n`;
    }
    files[name] = `---\ncase: C${random(11)}\n---\n${text}`;
    if (random(3) === 0)
      people += `${name},何主任,C${random(11)},${pick(['quote', 'count'])},${pick(['trade', 'office'])}\n`;
    for (const coder of ['ann', 'ben'])
      if (random(3) === 0) files[`codings/${coder}/${name}.jsonl`] = logOf(text, coder, random);
  }
  return folderWith({ ...files, 'people.csv': people });
}

function logOf(text: string, coder: string, random: (bound: number) => number): string {
  const characters = [...text];
  return Array.from({ length: 6 }, (_, i) => {
    const start = random(characters.length - 60);
    const exact = characters.slice(start, start + 1 + random(50)).join('');
    const anchor = { start, end: start + [...exact].length, exact, prefix: '', suffix: '', digest: '0'.repeat(64) };
    const code = ['latent', 'trust', 'money'][random(3)];
    return `${JSON.stringify({ event: 'apply', id: `${coder}${i}`, at: '2026-01-02T03:04:05Z', code, anchor, memo: `memo ${i}` })}\n`;
  }).join('');
}

const SAMPLE = [
  'code',
  'frequency --long --format csv',
  'cooccurrence --measure cases --format markdown',
  'quotes --format json',
  'report',
  'report --json --rollup --all',
];

const RANDOM = [
  ...SAMPLE,
  'code --json',
  'kwic --format csv',
  'frequency --count words --by speaker --include-interviewer --format csv',
  'frequency --count cases --mean --rollup --json',
  'cooccurrence --unit case --long --json',
  'cooccurrence --unit overlap --long --format csv',
  'cooccurrence --pairs --by speaker --include-interviewer --min-count 0 --json',
  'cooccurrence --pairs --unit case --by role --rollup --format csv',
  'quotes --limit 3',
  'quotes --limit 2 --format markdown --manual',
  'quotes --group speaker,code --sort=-length,coded --context "2 sentences" --show all --all --json',
  'report --json --code money --below --all',
  'compare money --by speaker --limit 3',
  'compare trust money --json',
  'sources --json --speakers',
  'codebook unused --format csv',
  'frequency --query "money/* and case has trust and not late" --all --format csv',
  'quotes --query "trust and not coder = ann and case has (trust near grant within 2 turns)" --return unit --json',
  'code --query "money near trust within 9 words and text ~ /资金|fund/"',
];

describe.each([
  ['the sample study', sampleStudy, SAMPLE, 0],
  ['a random study of 66 files, one of them bad', randomStudy, RANDOM, 1],
] as const)('%s', (_, make, lines, exit) => {
  let study = '';
  beforeAll(() => {
    study = make();
  });

  it.each(lines)('%s', (line) => {
    const words = wordsOf(line);
    const alone = qcode(study, words);
    const shared = qcode(study, [...words, '--jobs', '2']);
    expect(alone.code).toBe(exit);
    expect(alone.stdout.length).toBeGreaterThan(0);
    expect({ ...shared, stdout: digest(shared.stdout) }).toEqual({ ...alone, stdout: digest(alone.stdout) });
  });

  it('report as a folder of CSV files', () => {
    const folders = ['1', '3'].map((jobs) => {
      const out = join(study, `report-${jobs}`);
      expect(qcode(study, ['report', '--format', 'csv', '-o', out, '--jobs', jobs]).code).toBe(exit);
      return Object.fromEntries(
        readdirSync(out)
          .sort()
          .map((file) => [file, digest(readFileSync(join(out, file), 'utf8'))]),
      );
    });
    expect(Object.keys(folders[0]!).length).toBeGreaterThan(4);
    expect(folders[1]).toEqual(folders[0]);
  });
});

/** A difference is told by the digest; which line it is in, by running the command. */
function digest(text: string): string {
  return `${text.length} characters, ${createHash('sha256').update(text).digest('hex')}`;
}
