import { describe, expect, it } from '@jest/globals';
import { coderFault, coderName, newEventId, timeNow } from '../../../src/store/identity.js';

const given = (coder?: string) => ({ one: (name: string) => (name === 'coder' ? coder : undefined) });

describe('the coder', () => {
  it('is the one named, else that of the environment, else the user', () => {
    expect(coderName(given('ann'), { QCODE_CODER: 'ben' }, [], () => 'root').value).toBe('ann');
    expect(coderName(given(), { QCODE_CODER: 'ben' }, [], () => 'root').value).toBe('ben');
    expect(coderName(given(), { QCODE_CODER: '' }, [], () => 'root').value).toBe('root');
    expect(coderName(given('Zoe\u0308'), {}).value).toBe('Zo\u00eb');
    expect(coderName(given('陈 小姐'), {}).value).toBe('陈 小姐');
  });

  it('has a name that a folder can have everywhere, and that is read again', () => {
    for (const name of [
      '',
      ' ',
      '.',
      '..',
      '.ann',
      'ann.',
      ' ann',
      'a/b',
      'a\\b',
      'a:b',
      'a\nb',
      'a*',
      'con',
      'Aux.old',
      'LPT1',
      '名'.repeat(90),
    ]) {
      expect(coderFault(name)).not.toBeNull();
      expect(coderName(given(name), {}).diagnostics[0]).toMatchObject({ code: 'QC441', severity: 'error' });
    }
  });

  it('differs from others of the study in more than capitals, which not every system tells apart', () => {
    expect(coderFault('Ann', ['ben', 'ann'])).toBe('differs only in capitals from "ann", who codes here');
    expect(coderName(given('ANN'), {}, ['ann']).diagnostics[0]!.code).toBe('QC441');
    expect(coderFault('Ann', ['ann', 'Ann'])).toBeNull();
    expect(coderFault('Anna', ['ann'])).toBeNull();
  });

  it('is nobody where the system knows no user, and not the one of agreed codings', () => {
    expect(coderName(given(), {}, [], () => undefined).value).toBeUndefined();
    expect(coderName(given('adjudicated'), {}).diagnostics[0]!.message).toContain('agreed codings');
  });
});

describe('ids and times of events', () => {
  it('are of letters and digits, and new each time', () => {
    const ids = new Set(Array.from({ length: 10_000 }, () => newEventId('c')));
    expect(ids.size).toBe(10_000);
    for (const id of ids) expect(id).toMatch(/^c[0-9a-z]{10}$/);
    expect(timeNow()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });
});
