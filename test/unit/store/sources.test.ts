import { afterAll, describe, expect, it } from '@jest/globals';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { chosenSources, givenSources, studySources } from '../../../src/store/sources.js';
import { folderWith, removeFolders } from './temporary.js';

afterAll(removeFolders);

const ids = ({ sources }: { sources: readonly { id: string }[] }) => sources.map(({ id }) => id);
const codes = ({ diagnostics }: { diagnostics: readonly { code: string }[] }) => diagnostics.map(({ code }) => code);

describe('the sources of a study', () => {
  const folder = folderWith({
    'transcripts/b.txt': '',
    'transcripts/A1/a.md': '',
    'transcripts/A1/deep/c.srt': '',
    'transcripts/d.VTT': '',
    'transcripts/README.md': '',
    'transcripts/.hidden.txt': '',
    'transcripts/~$a.docx': '',
    'transcripts/e.docx': '',
    'transcripts/codings/x.txt': '',
    'transcripts/memos/m.md': '',
    'transcripts/table.csv': '',
    'notes.txt': '',
  });

  it('are what its patterns match, in code-point order, with the first sub-folder as a case', () => {
    const found = studySources(folder, ['transcripts/**'], folder);
    expect(found.sources.map(({ id, folder: ofCase }) => [id, ofCase])).toEqual([
      ['transcripts/A1/a.md', 'A1'],
      ['transcripts/A1/deep/c.srt', 'A1'],
      ['transcripts/b.txt', null],
      ['transcripts/d.VTT', null],
    ]);
  });

  it('may be taken away again', () => {
    expect(ids(studySources(folder, ['transcripts', '!transcripts/A1/**'], folder))).toEqual([
      'transcripts/b.txt',
      'transcripts/d.VTT',
    ]);
  });

  it('may be one file', () => {
    expect(ids(studySources(folder, ['notes.txt'], folder))).toEqual(['notes.txt']);
  });

  it('tells of Word documents and of patterns that match nothing', () => {
    expect(codes(studySources(folder, ['transcripts', 'nothing/**'], folder))).toEqual(['QC408', 'QC406']);
  });

  it('tells of other documents that may be interviews, not of tables', () => {
    const mixed = folderWith({ 'a.txt': '', 'b.rtf': '', 'c.PDF': '', 'd.csv': '', 'e.png': '' });
    for (const { diagnostics } of [studySources(mixed, ['**'], mixed), givenSources(['.'], mixed)]) {
      expect(diagnostics.map(({ message }) => message)).toEqual(['b.rtf, c.PDF: files of these kinds are not read']);
    }
  });

  it('can be chosen from by files and folders', () => {
    const all = studySources(folder, ['transcripts'], folder).sources;
    expect(ids(chosenSources(all, ['transcripts/A1'], folder))).toEqual([
      'transcripts/A1/a.md',
      'transcripts/A1/deep/c.srt',
    ]);
    expect(ids(chosenSources(all, ['b.txt'], join(folder, 'transcripts')))).toEqual(['transcripts/b.txt']);
    expect(codes(chosenSources(all, ['notes.txt'], folder))).toEqual(['QC406']);
  });
});

describe('sources given by path', () => {
  const folder = folderWith({
    'x/A1/a.txt': '',
    'x/b.txt': '',
    'y/b.txt': '',
    'z/empty.csv': '',
    'c.text': '',
    'd.docx': '',
  });

  it('have ids relative to the path given; a file is its name', () => {
    expect(ids(givenSources(['x'], folder))).toEqual(['A1/a.txt', 'b.txt']);
    expect(ids(givenSources(['x/A1/a.txt', 'c.text'], folder))).toEqual(['a.txt', 'c.text']);
  });

  it('may be given twice', () => {
    expect(ids(givenSources(['x/b.txt', 'x/b.txt'], folder))).toEqual(['b.txt']);
  });

  it('must not share an id', () => {
    expect(codes(givenSources(['x', 'y'], folder))).toEqual(['QC407']);
    const alike = folderWith({ 'e\u0301.txt': 'x', '\u00e9.txt': 'y' });
    for (const found of [givenSources(['.'], alike), studySources(alike, ['*.txt'], alike)]) {
      expect(codes(found)).toEqual(['QC407']);
      expect(found.diagnostics[0]!.message).toContain('NFC and NFD');
    }
  });

  it('must be there', () => {
    expect(codes(givenSources(['nowhere', 'z', 'd.docx'], folder))).toEqual(['QC402', 'QC406', 'QC408']);
  });

  it('are found through links to files, but not through links to folders', () => {
    const linked = folderWith({ 'in/a.txt': '' });
    symlinkSync(join(linked, 'in/a.txt'), join(linked, 'in/link.txt'));
    symlinkSync(join(linked, 'in'), join(linked, 'in/circle'));
    expect(ids(givenSources(['in'], linked))).toEqual(['a.txt', 'link.txt']);
  });
});
