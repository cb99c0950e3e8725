import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { parseCodebook } from '../../src/codebook/parse.js';
import { compileMatcher } from '../../src/match/matcher.js';
import { guardedExpressions } from '../../src/store/expressions.js';
import { parseTranscript } from '../../src/text/parse.js';
import { unicodeVersion } from '../../src/text/tables/unicode-version.js';
import { units } from '../../src/text/unit.js';
import { decode, encode } from '../../src/text/utf8.js';
import { countWords } from '../../src/text/word.js';
import { blocksOf, codeSpans, documentOf, filesOf, rowsOf, sessionsOf } from './docs-blocks.js';
import { LOG, SOURCE, logOfCoder, methodsStudy } from './methods-study.js';
import { partOf } from './measure-examples.js';
import { folderWith, qcode, removeFolders, wordsOf } from './run.js';

const methods = documentOf('METHODS.md');
const files = filesOf(methods);
let study = '';

beforeAll(() => {
  study = methodsStudy();
});
afterAll(removeFolders);

describe('the example study of METHODS', () => {
  it('is whole and without mistakes', () => {
    expect(Object.keys(files)).toEqual([
      'qcode.yaml',
      'codebook.yaml',
      'cases.csv',
      'transcripts/A1-1.txt',
      'transcripts/A1-2.txt',
      'transcripts/A2-1.txt',
      'transcripts/D1-1.txt',
    ]);
    expect(qcode(study, ['check'])).toEqual({
      // The example does without languages.
      stdout: expect.stringMatching(/QC462.*\n.*\n0 errors, 0 warnings, 1 note in a study of 4 sources\n$/),
      stderr: '',
      code: 0,
    });
  });

  it.each(sessionsOf(methods).map(({ line, output }) => [line, output]))('%s', (line, output) => {
    const { stdout, stderr, code } = qcode(study, wordsOf(line).slice(1));
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    if (output.endsWith('\n...\n')) expect(stdout.startsWith(output.slice(0, -'...\n'.length))).toBe(true);
    else expect(stdout).toBe(output);
  });
});

describe('the rest of the example', () => {
  it('the log that FORMATS shows is the one of this study', () => {
    expect(blocksOf(documentOf('FORMATS.md')).find(({ kind }) => kind === 'jsonl')!.content).toBe(logOfCoder());
  });

  it('consent hides words and leaves the counts, or takes the speaker out', () => {
    const people = (consent: string): string =>
      folderWith({
        ...files,
        [LOG]: logOfCoder(),
        'people.csv': `source,speaker,consent\n${SOURCE},梁生,${consent}\n`,
      });
    for (const consent of ['paraphrase', 'count']) {
      const reserved = people(consent);
      expect(qcode(reserved, ['frequency', '--format', 'csv']).stdout).toBe(
        qcode(study, ['frequency', '--format', 'csv']).stdout,
      );
      const { stdout } = qcode(reserved, ['quotes', '--code', 'trust', '--format', 'csv']);
      expect(stdout).toContain('[withheld: no consent to quote]');
      expect(stdout).not.toContain('街道帮过我们');
    }
    expect(qcode(people('none'), ['frequency', '--code', 'trust', '--format', 'csv']).stdout).not.toContain('trust,,1');
  });
});

describe('figures named in the text of METHODS', () => {
  it.each([
    ['the Unicode version', `tables of Unicode ${unicodeVersion} alone`],
    ['rates of funding', `${((4 / 29) * 1000).toFixed(2)}⣿`],
    ['the pooled rate', ((5 / 56) * 1000).toFixed(2)],
    ['the mean of the rates', ((4 / 29 + 1 / 27) * 500).toFixed(2)],
  ])('%s', (_, figure) => {
    expect(methods).toContain(figure);
  });
});

describe('sentences of METHODS', () => {
  const examples = methods.split('\n').filter((line) => line.startsWith('- `') && line.includes('` → `'));

  it.each(examples.map((line) => codeSpans(line)))('%s', (text, ...expected) => {
    const transcript = parseTranscript('a.txt', encode(text), { file: 'a.txt' }).value!;
    const found = units(transcript, 'sentence').map(({ start, end }) => decode(transcript.text, start, end));
    expect(found).toEqual(expected);
  });
});

describe('words of METHODS', () => {
  it.each(rowsOf(methods, 'text'))('%s', (text, words, characters) => {
    const transcript = parseTranscript('a.txt', encode(codeSpans(text)[0]!), { file: 'a.txt' }).value!;
    const counted = countWords(transcript.text, { start: 0, end: transcript.text.length }, transcript.furniture);
    expect([counted.words, counted.characters]).toEqual([Number(words), Number(characters)]);
  });
});

describe('matching in METHODS', () => {
  const rules = [...rowsOf(methods, 'keyword'), ...rowsOf(methods, 'rule')];

  it.each(rules.map(([rule, texts]) => [codeSpans(rule!)[0]!, codeSpans(texts!)] as const))('%s', (rule, texts) => {
    const yaml = /^[*/=]/.test(rule) ? `'${rule}'` : rule.startsWith('{') ? rule : JSON.stringify(rule);
    const { value: codebook, diagnostics } = parseCodebook(
      `codes:\n  - id: a\n    keywords:\n      - ${yaml}\n`,
      'codebook.yaml',
    );
    expect(diagnostics).toEqual([]);
    const match = compileMatcher(codebook!, { stem: (word) => porter.stem(word), run: guardedExpressions().run });
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.map((text) => marked(text.replace(/[«»]/g, ''), match))).toEqual(texts);
  });

  function marked(shown: string, match: ReturnType<typeof compileMatcher>): string {
    const speakers = { A: { role: 'respondent' }, I: { role: 'interviewer' } } as const;
    const transcript = parseTranscript('a.txt', encode(shown.replaceAll('↵', '\n')), {
      file: 'a.txt',
      speakers,
    }).value!;
    const { text } = transcript;
    let out = '';
    let at = 0;
    for (const { start, end } of match(transcript)) {
      out += `${decode(text, at, start)}«${decode(text, start, end)}»`;
      at = end;
    }
    return (out + decode(text, at, text.length)).replaceAll('\n', '↵');
  }
});

describe('METHODS', () => {
  it('is short enough to be read, but for Measures, where one looks things up', () => {
    const text = methods.replace(partOf(methods, 'Measures'), '');
    expect(text.trimEnd().split('\n').length).toBeLessThan(1100);
  });
});
