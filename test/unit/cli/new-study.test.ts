import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { STARTER_CODEBOOK, languageOf, scalar, speakersFound, studyYaml } from '../../../src/cli/new-study.js';
import { parseCodebook } from '../../../src/codebook/parse.js';
import type { SourceGlance } from '../../../src/measure/glance.js';
import { parseSettings } from '../../../src/store/parse-settings.js';

const glance = (
  labels: readonly [string | null, 'interviewer' | 'respondent' | 'other'][],
  words = 10,
  hanCharacters = 0,
) => ({ words, hanCharacters, speakers: labels.map(([label, role]) => ({ label, role })) }) as unknown as SourceGlance;

describe('a new study', () => {
  it('proposes each speaker once, interviewers first, then the most frequent', () => {
    const found = speakersFound([
      glance([
        ['R', 'respondent'],
        ['Q', 'interviewer'],
      ]),
      glance([
        ['q', 'interviewer'],
        ['Ms Fong', 'respondent'],
        [null, 'other'],
      ]),
      glance([['Ms  Fong', 'respondent']]),
    ]);
    expect(found).toEqual([
      { label: 'Q', role: 'interviewer', sources: 2 },
      { label: 'Ms Fong', role: 'respondent', sources: 2 },
      { label: 'R', role: 'respondent', sources: 1 },
    ]);
  });

  it('is in the language of most words', () => {
    expect(languageOf([glance([], 100, 60), glance([], 100, 60)])).toBe('zh');
    expect(languageOf([glance([], 100, 60), glance([], 100, 0)])).toBe('en');
    expect(languageOf([])).toBeNull();
  });

  it('is described by a qcode.yaml without mistakes, whatever its names are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 3 }),
        (title, labels) => {
          const speakers = labels.map((label) => ({ label, role: 'respondent' as const, sources: 1 }));
          const yaml = studyYaml({ title, codebook: 'codebook.yaml', speakers, language: 'en' });
          const { value, diagnostics } = parseSettings(yaml, 'qcode.yaml');
          expect(diagnostics).toEqual([]);
          expect(value).toMatchObject({ title: title.trim(), excludeRoles: ['interviewer'] });
          expect(Object.keys(value!.speakers).sort()).toEqual([...labels].sort());
        },
      ),
      { seed: 7, numRuns: 200 },
    );
  });

  it.each([
    ['Small study', 'Small study'],
    ['访谈 1', '访谈 1'],
    ['no', '"no"'],
    ['a: b', '"a: b"'],
    ['', '""'],
    ['#1', '"#1"'],
  ])('writes %j as %s', (text, yaml) => {
    expect(scalar(text)).toBe(yaml);
  });

  it('begins with a codebook without mistakes', () => {
    expect(parseCodebook(STARTER_CODEBOOK, 'codebook.yaml').diagnostics).toEqual([]);
  });
});
