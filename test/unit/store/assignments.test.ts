import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { assignedSources, assignmentBytes, readAssignments, writeAssignments } from '../../../src/store/assignments.js';
import { folderWith, removeFolders } from './temporary.js';

afterAll(removeFolders);

const FILE = `coder,source,round,blind,seed,why
ann,t/a.txt,1,yes,7,
ann,b,1,no,7,"first, by hand"
ben,t/b.txt,,,,
ann,t/a.txt,2,no,8,
`;
const KNOWN = [{ id: 't/a.txt' }, { id: 't/b.txt' }];

describe('assignments.csv', () => {
  it('says who is to code what; the last round of a source holds', async () => {
    const { value, diagnostics } = await readAssignments(folderWith({ 'assignments.csv': FILE }), KNOWN);
    expect(diagnostics).toEqual([]);
    expect(assignedSources(value!, 'ann')).toEqual([
      { source: 't/a.txt', blind: false, round: 2 },
      { source: 't/b.txt', blind: false, round: 1 },
    ]);
    expect(assignedSources(value!, 'ben')).toEqual([{ source: 't/b.txt', blind: false, round: 1 }]);
    expect(assignedSources(value!, 'eve')).toEqual([]);
  });

  it('may be missing', async () => {
    expect(await readAssignments(folderWith({}))).toEqual({ value: [], diagnostics: [] });
  });

  it('warns of what names no single source, and counts an unreadable blind as blind', async () => {
    const rows = 'coder,source,blind\nann,nowhere,no\nann,t/a.txt,perhaps\n,t/a.txt,no\n';
    const { value, diagnostics } = await readAssignments(folderWith({ 'assignments.csv': rows }), KNOWN);
    expect(diagnostics.map(({ code, place }) => `${code} ${place!.line}`)).toEqual(['QC438 3', 'QC413 4', 'QC414 2']);
    expect(value!.map(({ source, blind }) => ({ source, blind }))).toEqual([{ source: 't/a.txt', blind: true }]);
  });

  it('gets a round in the place of what was drawn for it, and keeps the rest', async () => {
    const folder = folderWith({ 'assignments.csv': FILE });
    const { value } = await readAssignments(folder);
    const added = [{ coder: 'ann', source: 't/b.txt', round: 1, blind: true, seed: 9 }];
    expect(writeAssignments(folder, assignmentBytes(folder), value!, 'ann', 1, added)).toBeNull();
    expect(readFileSync(join(folder, 'assignments.csv'), 'utf8')).toBe(
      'coder,source,round,blind,seed,why\nben,t/b.txt,,,,\nann,t/a.txt,2,no,8,\nann,t/b.txt,1,yes,9,\n',
    );
  });

  it('is not written over what somebody else drew in the meantime', async () => {
    const added = [{ coder: 'ann', source: 't/b.txt', round: 1, blind: true, seed: 9 }];
    for (const files of [{}, { 'assignments.csv': FILE }] as const) {
      const folder = folderWith(files);
      const [before, { value }] = [assignmentBytes(folder), await readAssignments(folder)];
      expect(writeAssignments(folder, before, value!, 'eve', 1, [{ ...added[0]!, coder: 'eve' }])).toBeNull();
      const theirs = readFileSync(join(folder, 'assignments.csv'), 'utf8');
      expect(writeAssignments(folder, before, value!, 'ann', 1, added)).toMatchObject({ code: 'QC436' });
      expect(readFileSync(join(folder, 'assignments.csv'), 'utf8')).toBe(theirs);
    }
  });
});
