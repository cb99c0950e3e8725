import { describe, expect, it } from '@jest/globals';
import { pickList, sourceList } from '../../../src/tui/model/pick-list.js';
import { begin } from './study.js';
import { code } from './shell.js';

const CODES = [
  code('amount-funded', 'Amount funded'),
  code('fund', 'Fundraising'),
  code('refund', 'Refund asked for'),
  code('late-payment', '拖欠資金'),
  code('office', 'Street office'),
  code('f-o', 'Front of house'),
  code('trust', 'Trust'),
];

const ids = (query: string, recent: readonly string[] = []): string[] =>
  pickList(CODES, query, recent).map(({ entry }) => entry.id);

describe('the list of codes', () => {
  it('holds all codes without letters, those used last before the others', () => {
    expect(ids('')).toEqual(CODES.map(({ id }) => id));
    expect(ids(' ', ['trust', 'office', 'gone']).slice(0, 3)).toEqual(['trust', 'office', 'amount-funded']);
  });

  it('puts the code itself before beginnings, word beginnings, initials, pieces and scattered letters', () => {
    expect(ids('fund')).toEqual(['fund', 'amount-funded', 'refund']);
    expect(ids('trust')).toEqual(['trust']);
    expect(ids('af')).toEqual(['amount-funded', 'refund']);
    expect(ids('so')[0]).toBe('office');
    expect(ids('foh')[0]).toBe('f-o');
  });

  it.each([
    ['case', 'TRUST', 'trust'],
    ['width', 'ｔｒｕｓｔ', 'trust'],
    ['the script of Han', '资金', 'late-payment'],
    ['spaces between', 'str off', 'office'],
    ['spaces left out', 'streetoffice', 'office'],
  ])('does not mind %s', (_, query, id) => {
    expect(ids(query)[0]).toBe(id);
  });

  it('finds a code by its id too', () => {
    expect(ids('late-p')).toEqual(['late-payment']);
    expect(pickList(CODES, 'late-p')[0]!.matched).toEqual([]);
  });

  it('tells which letters of the name fit', () => {
    const matched = (query: string): string => {
      const [first] = pickList(CODES, query);
      return first!.matched.map((i) => first!.entry.name[i]).join('');
    };
    expect(matched('amfu')).toBe('Amfu');
    expect(matched('拖资')).toBe('拖資');
    expect(matched('str off')).toBe('Stroff');
  });

  it('is empty where nothing fits', () => {
    expect(ids('xyz')).toEqual([]);
  });
});

describe('the list of sources', () => {
  const { sources } = begin().state;

  it('fits letters to paths', () => {
    expect(sourceList(sources, '').map(({ entry }) => entry.id)).toEqual(['A1.txt', 'B2.txt']);
    expect(sourceList(sources, 'b2').map(({ entry }) => entry.id)).toEqual(['B2.txt']);
  });
});
