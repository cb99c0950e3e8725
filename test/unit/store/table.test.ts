import { describe, expect, it } from '@jest/globals';
import { readCases } from '../../../src/store/cases.js';
import { readPeople } from '../../../src/store/people.js';
import { parseTable } from '../../../src/store/table.js';

const table = (text: string) => parseTable(text, 'cases.csv').value!;
const codes = (outcome: { diagnostics: readonly { code: string }[] }) => outcome.diagnostics.map(({ code }) => code);

describe('parseTable', () => {
  it('reads cells by column, trimmed, with the line where each row begins', () => {
    const { columns, rows } = table('case,agency\nA1, Hope \n"A2","Two\nlines"\nA3,x\n');
    expect(columns).toEqual(['case', 'agency']);
    expect(rows.map(({ cells }) => cells['agency'])).toEqual(['Hope', 'Two\nlines', 'x']);
    expect(rows.map(({ place }) => place.line)).toEqual([2, 3, 5]);
  });

  it.each([
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['commas', ','],
  ])('reads cells separated by %s', (_, delimiter) => {
    expect(table(`case${delimiter}agency\nA1${delimiter}Hope\n`).rows[0]!.cells).toEqual({
      case: 'A1',
      agency: 'Hope',
    });
  });

  it('skips rows that a spreadsheet left empty', () => {
    expect(table('case,agency\n,\nA1,Hope\n\n').rows).toHaveLength(1);
  });

  it('reports rows that are shorter or longer than the header', () => {
    const outcome = parseTable('a,b\n1\n1,2,3\n', 'cases.csv');
    expect(outcome.value!.rows[0]!.cells).toEqual({ a: '1', b: '' });
    expect(codes(outcome)).toEqual(['QC410', 'QC410']);
    expect(outcome.diagnostics[0]!.message).toBe('the row has 1 cell, the header 2');
    expect(outcome.diagnostics[1]!.place).toMatchObject({ line: 3, excerpt: '1,2,3' });
  });

  it.each([
    ['a,b\n"1,2\n', 2],
    ['a,b\nx,y\n"1,2\n3,4\n', 3],
    ['a,b\n"x\n""y"" ",z\n"1,2\n3,"4"\n', 4],
  ])('points to the quotation mark that is left open: %j', (text, line) => {
    const outcome = parseTable(text, 'cases.csv');
    expect(outcome.value).toBeUndefined();
    expect(outcome.diagnostics.map(({ code, place }) => [code, place?.line])).toEqual([['QC410', line]]);
  });

  it('reports cells under no name, and lets empty columns be', () => {
    expect(codes(parseTable('a,,b\n1,,2\n', 'cases.csv'))).toEqual([]);
    expect(codes(parseTable('a,,b\n1,x,2\n', 'cases.csv'))).toEqual(['QC410']);
  });

  it.each(['Case,City', 'CASE,City', 'ｃａｓｅ,City', 'Case，City', 'case；City'])(
    'knows its columns however they are written: %s',
    (header) => {
      const cells = header.includes('，') ? 'A1，x' : header.includes('；') ? 'A1；x' : 'A1,x';
      expect(table(`${header}\n${cells}\n`).rows[0]!.cells).toEqual({ case: 'A1', City: 'x' });
    },
  );
});

describe('readCases', () => {
  it('is keyed by source where there is such a column, else by case', () => {
    expect(readCases(table('case,agency\nA1,x\n')).value).toMatchObject({ key: 'case', attributes: ['agency'] });
    expect(readCases(table('source,case,agency\na.txt,A1,x\n')).value).toMatchObject({
      key: 'source',
      attributes: ['case', 'agency'],
    });
  });

  it('finds a key in either normal form', () => {
    const { rows } = readCases(table('case,a\ncafe\u0301,1\n')).value!;
    expect(rows.has('caf\u00e9')).toBe(true);
  });

  it('reports every mistake and keeps what is right', () => {
    const outcome = readCases(table('case,a\nA1,1\nA1,2\n,3\nA2,4\n'));
    expect(codes(outcome)).toEqual(['QC412', 'QC413']);
    expect([...outcome.value!.rows.keys()]).toEqual(['A1', 'A2']);
    expect(outcome.value!.rows.get('A1')!.cells['a']).toBe('1');
  });
});

describe('readPeople', () => {
  it('maps labels of a source to persons', () => {
    const people = readPeople(
      table('source,speaker,person,role,case,consent,background\na.txt,A,P1,respondent,C1,paraphrase,law\n'),
    ).value!;
    expect(people.get('a.txt')!.get('A')).toMatchObject({
      person: 'P1',
      role: 'respondent',
      case: 'C1',
      consent: 'paraphrase',
      attributes: { background: 'law' },
    });
  });

  it('takes an empty consent for consent to be quoted, and an unknown one for none', () => {
    const outcome = readPeople(table('source,speaker,consent\na.txt,A,\na.txt,B,maybe\n'));
    const people = outcome.value!.get('a.txt')!;
    expect([people.get('A')!.consent, people.get('B')!.consent]).toEqual(['quote', 'none']);
    expect(codes(outcome)).toEqual(['QC417']);
  });
});
