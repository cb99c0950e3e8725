import { describe, expect, it } from '@jest/globals';
import type { CodedSource } from '../../../src/measure/coded-source.js';
import { type Filters, NO_FILTERS, includedTurns, isSelective } from '../../../src/store/filters.js';
import { readPeople } from '../../../src/store/people.js';
import { personsOf, speakersOf } from '../../../src/store/persons.js';
import { NO_CASES } from '../../../src/store/cases.js';
import { DEFAULTS } from '../../../src/store/settings.js';
import type { Study } from '../../../src/store/study.js';
import { parseTable } from '../../../src/store/table.js';
import { parseTranscript } from '../../../src/text/parse.js';
import { encode } from '../../../src/text/utf8.js';

const CSV = `source,speaker,person,role,case,consent,age
s.txt,Ann,P1,respondent,,quote,30
s.txt,Ben,P2,respondent,C2,count,50
s.txt,Cy,P3,other,,none,
`;
const people = readPeople(parseTable(CSV, 'people.csv').value!).value!;
const study = { settings: DEFAULTS, cases: NO_CASES, people } as unknown as Study;
const transcript = parseTranscript('s.txt', encode('Q: a\nAnn: b\nBen: c\nCy: d\nAnn: e\n'), {
  file: 's',
  speakers: speakersOf(study, 's.txt'),
}).value!;
const persons = personsOf(study, 's.txt');
const source = {
  transcript,
  case: 'C1',
  attributes: { agency: 'Hope' },
  turnAttribute: persons.attribute,
  personal: persons.personal,
} as unknown as CodedSource;

const kept = (filters: Partial<Filters>): string => {
  const flags = includedTurns(source, { ...NO_FILTERS, ...filters }, 'agency');
  return transcript.turns
    .map(({ speaker }, i) => (flags === null || flags[i] ? speaker : ''))
    .join(' ')
    .trim()
    .replace(/ +/g, ' ');
};

describe('persons', () => {
  it('give turns their roles and attributes, and a case of their own', () => {
    expect(transcript.turns.map(({ role }) => role)).toEqual([
      'interviewer',
      'respondent',
      'respondent',
      'other',
      'respondent',
    ]);
    const [q, ann, ben] = transcript.turns;
    expect([q, ann, ben].map((turn) => persons.attribute(turn!, 'age'))).toEqual([undefined, '30', '50']);
    expect([q, ann, ben].map((turn) => persons.attribute(turn!, 'case'))).toEqual([undefined, undefined, 'C2']);
    expect([persons.silent, persons.reserved]).toEqual([true, true]);
  });

  it('are nobody where people.csv does not say', () => {
    expect(personsOf(study, 'other.txt')).toMatchObject({ silent: false, reserved: false, personal: new Set() });
  });
});

describe('filters', () => {
  it('leave in everything when there are none', () => {
    expect(includedTurns(source, NO_FILTERS, 'agency')).toBeNull();
  });

  it.each([
    [{ speakers: ['ann', 'BEN'] }, 'Ann Ben Ann'],
    [{ roles: ['respondent'] as const }, 'Ann Ben Ann'],
    [{ excludeRoles: ['interviewer', 'other'] as const }, 'Ann Ben Ann'],
    [{ cases: ['C2'] }, 'Ben'],
    [{ cases: ['C1'] }, 'Q Ann Cy Ann'],
    [{ cases: ['Hope'] }, 'Q Ann Cy Ann'],
    [{ where: [{ attribute: 'speaker', values: ['ann', '(none)'] }] }, 'Ann Ann'],
    [{ where: [{ attribute: 'age', values: ['30', '50'] }] }, 'Ann Ben Ann'],
    [{ where: [{ attribute: 'age', values: ['(none)'] }] }, 'Q Cy'],
    [{ where: [{ attribute: 'agency', values: ['Hope'] }], speakers: ['Ann'] }, 'Ann Ann'],
    [{ where: [{ attribute: 'agency', values: ['Faith'] }] }, ''],
  ])('%j leave in %s', (filters, expected) => {
    expect(kept(filters)).toBe(expected);
  });

  it('choose among sources, but for roles that are left out', () => {
    expect(isSelective({ ...NO_FILTERS, excludeRoles: ['interviewer'] })).toBe(false);
    expect(isSelective({ ...NO_FILTERS, cases: ['x'] })).toBe(true);
  });
});
