import { describe, expect, it } from '@jest/globals';
import { parseSettings } from '../../../src/store/parse-settings.js';
import { DEFAULTS } from '../../../src/store/settings.js';

const settings = (yaml: string) => parseSettings(yaml, 'qcode.yaml');

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
});
