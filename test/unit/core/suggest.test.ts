import { describe, expect, it } from '@jest/globals';
import { nearest } from '../../../src/core/suggest.js';

const keys = ['id', 'name', 'definition', 'keywords', 'except', 'codes', 'color'];

describe('nearest', () => {
  it('finds what a slip of the finger meant', () => {
    expect(nearest('keyword', keys)).toBe('keywords');
    expect(nearest('nmae', keys)).toBe('name');
    expect(nearest('colour', keys)).toBe('color');
    expect(nearest('Definiton', keys)).toBe('definition');
    expect(nearest('excpet', keys)).toBe('except');
  });

  it('passes over case', () => {
    expect(nearest('ID', keys)).toBe('id');
  });

  it('counts a swap of neighbours as one edit', () => {
    expect(nearest('di', ['id'])).toBe('id');
  });

  it('does not guess', () => {
    expect(nearest('zzz', keys)).toBeUndefined();
    expect(nearest('x', ['y'])).toBeUndefined();
    expect(nearest('', keys)).toBeUndefined();
    expect(nearest('grounds', keys)).toBeUndefined();
  });

  it('prefers the nearer, then the first', () => {
    expect(nearest('codess', ['coded', 'codes'])).toBe('codes');
    expect(nearest('cat', ['bat', 'rat'])).toBe('bat');
  });

  it('counts code points', () => {
    expect(nearest('资金链', ['资金池', '资产'])).toBe('资金池');
  });

  it('is quick with a long name', () => {
    expect(nearest('a'.repeat(1_000_000), keys)).toBeUndefined();
  });
});
