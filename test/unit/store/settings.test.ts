import { describe, expect, it } from '@jest/globals';
import { readSaved } from '../../../src/measure/query/read.js';
import { parseSettings } from '../../../src/store/parse-settings.js';
import { DEFAULTS } from '../../../src/store/settings.js';
import { codebookOf } from '../measure/build.js';

const settings = (yaml: string) => parseSettings(yaml, 'qcode.yaml');

const codebook = codebookOf([['trust'], ['信任'], ['资金']]);

describe('parseSettings', () => {
  it('has a default for everything', () => {
    expect(settings('')).toEqual({ value: DEFAULTS, diagnostics: [] });
    expect(settings('title:\n')).toEqual({ value: DEFAULTS, diagnostics: [] });
  });

  it('reads every key', () => {
    const { value, diagnostics } = settings(`
title: A study
codebook: ../codes.yaml
transcripts: [a/**, '!a/b.txt']
cases: c.csv
people: p.csv
case_attribute: district
case_group: kind
unit: sentence
speakers: {访谈者: interviewer, Ms Fong: {role: respondent}, R2: }
exclude_roles: [interviewer, other]
language: zh
encoding: gb18030
markers: [（嘆氣）]
analysis: coder:mchan
queries: {core: trust near 资金}
`);
    expect(diagnostics).toEqual([]);
    expect(value).toEqual({
      title: 'A study',
      codebook: '../codes.yaml',
      transcripts: ['a/**', '!a/b.txt'],
      cases: 'c.csv',
      people: 'p.csv',
      caseAttribute: 'district',
      casesNameThemselves: true,
      caseGroup: 'kind',
      unit: 'sentence',
      speakers: { 访谈者: { role: 'interviewer' }, 'Ms Fong': { role: 'respondent' }, R2: {} },
      excludeRoles: ['interviewer', 'other'],
      language: 'zh',
      encoding: 'gb18030',
      markers: ['（嘆氣）'],
      markersAreSpeech: false,
      analysis: { kind: 'coder', coder: 'mchan' },
      queries: {
        core: {
          text: 'trust near 资金',
          place: { file: 'qcode.yaml', line: 16, column: 17, excerpt: 'queries: {core: trust near 资金}', width: 13 },
        },
      },
    });
  });

  it('takes one text where a list is wanted', () => {
    expect(settings('transcripts: interviews').value!.transcripts).toEqual(['interviews']);
  });

  it('reports all mistakes, each where it stands, and keeps the defaults for them', () => {
    const { value, diagnostics } = settings('titel: x\nunit: paragraf\nspeakers: {A: boss}\nanalysis: some\n');
    expect(diagnostics.map(({ code, place }) => [code, place!.line, place!.column])).toEqual([
      ['QC404', 1, 1],
      ['QC405', 2, 7],
      ['QC405', 3, 15],
      ['QC405', 4, 11],
    ]);
    expect(diagnostics.slice(0, 2).map(({ remedy }) => remedy)).toEqual([
      'Did you mean "title"?',
      'Did you mean "paragraph"?',
    ]);
    expect(value).toMatchObject({ title: '', unit: 'paragraph', analysis: null });
  });

  it('reports mistakes of queries where they stand in them, not before they are used', () => {
    const places = (text: string) => {
      const { value, diagnostics } = settings(text);
      const { queries } = value!;
      const used = Object.keys(queries).flatMap((name) => readSaved(name, { codebook, queries }).diagnostics);
      const told = diagnostics.length > 0 ? diagnostics : used;
      return told.map(({ code, message, place }) => [code, message, place!.line, place!.column]);
    };
    expect(places("queries:\n  a: trust near\n  b: '信任) 资金'\n")).toEqual([
      ['QC472', 'the query ends where a code should stand', 2, 16],
      ['QC472', 'there is ) where nothing more should stand', 3, 9],
    ]);
    // Folded over lines it stands nowhere as it is read.
    expect(places('queries:\n  a: >\n    trust\n    near\n')).toEqual([
      ['QC472', 'the query ends where a code should stand', 2, 6],
    ]);
    expect(places('queries: [trust]\n')).toEqual([['QC405', 'this must be a map of names to queries', 1, 10]]);
    expect(places('queries: {a: [trust]}\n')).toEqual([['QC405', 'this must be a query', 1, 14]]);
  });
});
