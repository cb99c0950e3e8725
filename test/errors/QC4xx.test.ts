import { existsSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { studyEntries } from '../../src/core/catalogue/study.js';
import { docxOf, p } from '../unit/exchange/build-zip.js';
import { SMALL, folderWith, qcode, removeFolders } from '../cli/run.js';

afterAll(removeFolders);

/** Files that bring a diagnostic about, the command that meets it, and how its first line reads. */
interface Case {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly words: readonly string[];
  readonly says: string;
  readonly code: 0 | 1 | 2;
}

const small = (changes: Readonly<Record<string, string | Uint8Array>> = {}) => ({ ...SMALL, ...changes });
const check = (changes: Readonly<Record<string, string | Uint8Array>>, says: string, code: 0 | 1 | 2): Case => ({
  files: small(changes),
  words: ['check'],
  says,
  code,
});
const importing = (csv: string) => ({
  files: small({ 'in.csv': csv }),
  words: ['codings', 'import', 'in.csv', '--coder', 'ann'],
});
const people = (rows: string) => `source,speaker,role,consent\n${rows}\n`;

const cases: Readonly<Record<string, Case>> = {
  QC401: { files: {}, words: ['frequency'], says: 'error QC401: there is no qcode.yaml here', code: 2 },
  QC402: check({ 'qcode.yaml': 'codebook: codes.yaml\n' }, 'codes.yaml: error QC402: codes.yaml does not exist', 1),
  QC404: check({ 'qcode.yaml': 'titel: x\n' }, 'qcode.yaml:1:1: error QC404: unknown key "titel"', 1),
  QC405: check(
    { 'qcode.yaml': 'unit: chapter\n' },
    'qcode.yaml:1:7: error QC405: this must be one of sentence, paragraph',
    1,
  ),
  QC406: check(
    { 'qcode.yaml': 'transcripts: [transcripts, more/**]\n' },
    'qcode.yaml: warning QC406: "more/**" matches no transcript',
    0,
  ),
  QC407: {
    files: { 'a/x.txt': 'x', 'b/x.txt': 'x' },
    words: ['sources', 'a', 'b'],
    says: 'b/x.txt: error QC407: "x.txt" would be the id of a/x.txt and of b/x.txt',
    code: 2,
  },
  QC408: check({ 'transcripts/e.docx': '' }, 'warning QC408: transcripts/e.docx: Word documents are not read', 0),
  QC409: check(
    { 'qcode.yaml': 'cases: transcripts\n' },
    'transcripts: error QC409: transcripts cannot be read: it is a folder',
    1,
  ),
  QC410: check({ 'cases.csv': 'case,agency\n"A1,Hope\n' }, 'cases.csv:2:1: error QC410', 1),
  QC411: check(
    { 'cases.csv': 'name,agency\nA1,Hope\n' },
    'cases.csv:1:1: error QC411: cases.csv has neither a column "case" nor a column "source"',
    1,
  ),
  QC412: check(
    { 'cases.csv': 'case,agency\nA1,x\nD1,y\nA1,z\n' },
    'cases.csv:4:1: error QC412: the case "A1" is in line 2 already',
    1,
  ),
  QC413: check({ 'cases.csv': 'case,agency\nA1,x\nD1,y\n,z\n' }, 'cases.csv:4:1: error QC413: the row has no case', 1),
  QC414: check(
    { 'people.csv': people('transcripts/x.txt,R,,') },
    'people.csv:2:1: warning QC414: the study has no source "transcripts/x.txt"',
    0,
  ),
  QC415: check(
    { 'cases.csv': 'case,agency\nA1,x\nD1,y\nA2,z\n' },
    'cases.csv:4:1: warning QC415: no source belongs to the case "A2"',
    0,
  ),
  QC416: check({ 'cases.csv': 'case,agency\nA1,x\n' }, 'cases.csv: warning QC416: the case "D1" has no row', 0),
  QC417: check(
    { 'people.csv': people('transcripts/a.txt,Respondent,boss,quote') },
    'people.csv:2:1: error QC417: the role "boss" is none of',
    1,
  ),
  QC418: check(
    { 'cases.csv': 'case,agency,agency\nA1,x,y\nD1,x,y\n' },
    'cases.csv:1:1: error QC418: the column "agency" is there twice',
    1,
  ),
  QC419: check(
    { 'qcode.yaml': 'case_attribute: city\n' },
    'error QC419: no case has the attribute "city" that case_attribute names; cases.csv has agency, type',
    1,
  ),
  QC420: {
    files: small({ 'codings/ann/transcripts/a.txt.jsonl': '', 'codings/ben/transcripts/a.txt.jsonl': '' }),
    words: ['frequency'],
    says: 'error QC420: there are codings of ann, ben',
    code: 2,
  },
  QC421: {
    files: small({ 'codings/ann/transcripts/a.txt.jsonl': '' }),
    words: ['frequency', '--coder', 'anna'],
    says: 'error QC421: there are no codings of "anna"; there are those of ann',
    code: 2,
  },
  QC422: check(
    { 'codings/ann/transcripts/x.txt.jsonl': '' },
    'codings/ann/transcripts/x.txt.jsonl: warning QC422: the study has no source "transcripts/x.txt"',
    0,
  ),
  QC423: check(
    { 'people.csv': people('transcripts/a.txt,Respondant,,') },
    'people.csv:2:1: warning QC423: nobody speaks as "Respondant" in transcripts/a.txt; did you mean "Respondent"?',
    0,
  ),
  QC424: check(
    { 'codebook.yaml': "codes:\n  - id: a\n    keywords: ['/(a+)+$/']\n", 'transcripts/a.txt': `${'a'.repeat(60)}!\n` },
    'codebook.yaml:3:16: error QC424: the expression /(a+)+$/ of the code "a" ran out of time',
    1,
  ),
  QC425: {
    files: small(),
    words: ['frequency', '-o', 'cases.csv'],
    says: 'error QC425: cases.csv is read by this very command',
    code: 2,
  },
  QC426: {
    files: small(),
    words: ['frequency', '-o', 'no/x.csv'],
    says: 'error QC426: the folder no does not exist',
    code: 2,
  },
  QC427: check(
    { 'transcripts/a.txt': 'Interviewer: Well?\nInterviewer: So?\n' },
    'transcripts/a.txt: warning QC427: all speech is of Interviewer, and left out',
    0,
  ),
  QC428: check(
    { 'transcripts/a.txt': 'Respondent: Well?\nRespondent: So?\n', 'qcode.yaml': 'title: x\n' },
    'transcripts/a.txt: warning QC428: only Respondent speaks here',
    0,
  ),
  QC429: check(
    { 'transcripts/a.txt': 'Mei: Well?\nLi: So?\nMei: Yes.\nLi: No.\n' },
    'transcripts/a.txt: warning QC429: nobody here is of a role that is left out (interviewer); there are Mei, Li',
    0,
  ),
  QC430: { files: small({ 'x.docx': 'plain' }), words: ['import', 'x.docx'], says: 'x.docx: error QC430', code: 1 },
  QC431: {
    files: small({ 'x.docx': docxOf(p('A: Kept.', '<w:del w:id="1"><w:r><w:delText>x</w:delText></w:r></w:del>')) }),
    words: ['import', 'x.docx'],
    says: 'x.docx: warning QC431: not in the transcript: 1 tracked deletions',
    code: 0,
  },
  QC432: {
    files: small({ 'x.pdf': '%PDF' }),
    words: ['import', 'x.pdf'],
    says: 'x.pdf: error QC432: x.pdf is of a kind that is not imported',
    code: 1,
  },
  QC433: {
    files: small({ 'a.txt': 'x' }),
    words: ['import', 'a.txt'],
    says: 'a.txt: error QC433: transcripts/a.txt is there already',
    code: 1,
  },
  QC434: check(
    { 'transcripts/b.txt': SMALL['transcripts/a.txt'] },
    'transcripts/b.txt: warning QC434: this is the same as transcripts/a.txt',
    0,
  ),
  QC435: check(
    { 'codebook.yaml': 'codes:\n  - id: a\n    keywords:\n      - {any: [trust], speaker: Respndent}\n' },
    'codebook.yaml:4:9: warning QC435: a rule of "a" asks for "Respndent", who speaks nowhere; did you mean',
    0,
  ),
  QC437: {
    files: small({ 'codebook.yaml': Buffer.from('codes:\n  - id: caf\u00e9\n    keywords: [x]\n', 'latin1') }),
    words: ['codebook', 'add', 'Trust', '--yes'],
    says: 'codebook.yaml: error QC437: codebook.yaml is not stored as UTF-8',
    code: 1,
  },
  QC438: check(
    { 'assignments.csv': 'coder,source,round,blind\nann,a,first,no\n' },
    'assignments.csv:2:1: error QC438: the round "first" is no whole number from 1',
    1,
  ),
  QC440: {
    files: small({ codings: 'a file' }),
    words: ['codings', 'add', 'a', '--code', 'trust', '--turn', '2', '--coder', 'ann'],
    says: 'codings/ann/transcripts/a.txt.jsonl: error QC440: nothing was saved: a file stands where the folder',
    code: 2,
  },
  QC441: {
    files: small(),
    words: ['codings', 'add', 'a', '--code', 'trust', '--turn', '2', '--coder', '../ann'],
    says: 'error QC441: the coder "../ann" has a name that begins or ends with a dot',
    code: 2,
  },
  QC442: {
    ...importing('source,code,quotation\na,trust,never said\n'),
    says: 'in.csv:2:1: error QC442: row 1: the quotation does not stand in the transcript',
    code: 1,
  },
  QC443: {
    ...importing('source,code,turn\na,trust,2\na,trust,2\n'),
    says: 'in.csv:3:1: error QC443: row 2: ann has laid trust over this segment already: row 1',
    code: 1,
  },
  QC444: {
    ...importing('source,code,turn\na,trsut,2\n'),
    says: 'in.csv:2:1: error QC444: row 1: the codebook has no code "trsut"',
    code: 1,
  },
  QC445: {
    ...importing('source,code,turn,verdict\na,latent,2,accept\n'),
    says: 'in.csv: warning QC445: 1 verdict answers no coding of a rule: row 1',
    code: 0,
  },
  QC446: {
    files: small(),
    words: ['codings', 'add', 'a', '--code', 'trust', '--turn', '1', '--coder', 'ann'],
    says: 'warning QC446: 1 coding is of speech that figures leave out, and counts nowhere: trust',
    code: 0,
  },
};

describe('diagnostics of a study', () => {
  it('each have a case here', () => {
    const apart = Object.keys(studyEntries).filter((name) => existsSync(`test/errors/${name}.test.ts`));
    expect([...Object.keys(cases), ...apart].sort()).toEqual(Object.keys(studyEntries).sort());
  });

  it.each(Object.entries(cases))('%s', (name, { files, words, says, code }) => {
    const run = qcode(folderWith(files), words);
    const all = run.stdout + run.stderr;
    expect(all).toContain(says);
    expect(all).toContain(name);
    expect(all).toContain('remedy: ');
    expect(run.code).toBe(code);
  });
});
