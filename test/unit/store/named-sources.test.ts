import { describe, expect, it } from '@jest/globals';
import { readCases } from '../../../src/store/cases.js';
import { casesBySource, peopleBySource, sourceNames } from '../../../src/store/named-sources.js';
import { readPeople } from '../../../src/store/people.js';
import { parseTable } from '../../../src/store/table.js';

const known = ['transcripts/Ann.txt', 'transcripts/x/Bo.srt', 'transcripts/y/Bo.txt', 'transcripts/y/Bo'].map((id) => ({
  id,
}));
const sourcesNamed = sourceNames(known);
const cases = (csv: string) => casesBySource(readCases(parseTable(csv, 'cases.csv').value!).value!, known);
const people = (csv: string) => peopleBySource(readPeople(parseTable(csv, 'people.csv').value!).value!, known);

describe('a source named in a table', () => {
  it.each(['transcripts/Ann.txt', 'Ann.txt', 'Ann', 'Ann.docx', 'transcripts/Ann.docx'])('is found as %s', (name) => {
    expect(sourcesNamed(name)).toEqual(['transcripts/Ann.txt']);
  });

  it('is not found by part of its name, in another case, or as a document where it never was one', () => {
    for (const name of ['nn', 'ann', 'An', 'scripts/Ann.txt', 'x/Bo.docx', '']) expect(sourcesNamed(name)).toEqual([]);
  });

  it('is any of those that share the name, but for one whose id it is', () => {
    expect(sourcesNamed('Bo')).toEqual(['transcripts/x/Bo.srt', 'transcripts/y/Bo.txt', 'transcripts/y/Bo']);
    expect(sourcesNamed('x/Bo')).toEqual(['transcripts/x/Bo.srt']);
    expect(sourcesNamed('transcripts/y/Bo')).toEqual(['transcripts/y/Bo']);
  });
});

describe('tables by source', () => {
  it('have their rows by id, whatever name was written', () => {
    const { value, diagnostics } = cases('source,agency\nAnn.docx,Hope\n');
    expect([...value.rows].map(([id, { cells }]) => [id, cells['agency']])).toEqual([['transcripts/Ann.txt', 'Hope']]);
    expect(diagnostics).toEqual([]);
    const speakers = people('source,speaker,consent\nAnn,Ms Lee,none\nAnn.docx,Mr Wu,\n').value.get(
      'transcripts/Ann.txt',
    )!;
    expect([...speakers.values()].map(({ source, speaker, consent }) => [source, speaker, consent])).toEqual([
      ['transcripts/Ann.txt', 'Ms Lee', 'none'],
      ['transcripts/Ann.txt', 'Mr Wu', 'quote'],
    ]);
  });

  it('leave out a row that names no source, or several, and say which', () => {
    const { value, diagnostics } = cases('source,agency\nCy,Hope\nBo,Faith\n');
    expect(value.rows.size).toBe(0);
    expect(diagnostics.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      ['QC414', 'warning', 'the study has no source "Cy"'],
      ['QC414', 'warning', '"Bo" may be any of transcripts/x/Bo.srt, transcripts/y/Bo.txt, transcripts/y/Bo'],
    ]);
  });

  it('name a second row of one source, however it is written', () => {
    const said = ['"Ann.docx" is transcripts/Ann.txt, described in line 2 already'];
    expect(cases('source,agency\nAnn,Hope\nAnn.docx,Faith\n').diagnostics.map(({ message }) => message)).toEqual(said);
    expect(people('source,speaker\nAnn,A\nAnn.docx,A\nAnn,B\n').diagnostics.map(({ message }) => message)).toEqual(
      said,
    );
  });

  it('stand as they are where they are keyed by case', () => {
    expect([...cases('case,agency\nAnn,Hope\n').value.rows.keys()]).toEqual(['Ann']);
  });
});
