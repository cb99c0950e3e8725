import { describe, expect, it } from '@jest/globals';
import { moveCode } from '../../../../src/codebook/edit/move.js';

const move = (yaml: string, id: string, below: string | null): string => {
  const { value, diagnostics } = moveCode(yaml, 'codebook.yaml', { id, below });
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return value;
};

describe('moving a code', () => {
  it('takes what is below it along, with its comments', () => {
    const yaml =
      'codes:\n  - id: a # one\n    codes:\n      - id: b\n        # on b\n        keywords: [x] # why\n  - id: c\n  - id: d\n    codes:\n      - id: e\n';
    expect(move(yaml, 'a', 'd')).toBe(
      'codes:\n  - id: c\n  - id: d\n    codes:\n      - id: e\n      - id: a # one\n        codes:\n          - id: b\n            # on b\n            keywords: [x] # why\n',
    );
    expect(move(yaml, 'b', null)).toBe(
      'codes:\n  - id: a # one\n  - id: c\n  - id: d\n    codes:\n      - id: e\n  - id: b\n    # on b\n    keywords: [x] # why\n',
    );
    expect(move(yaml, 'b', 'a')).toBe(yaml);
  });

  it('makes a list where the other code has none, and between brackets', () => {
    expect(move('codes:\n  - id: a\n  - id: b\n', 'a', 'b')).toBe('codes:\n  - id: b\n    codes:\n      - id: a\n');
    expect(move('codes: [{id: a}, {id: b}]\n', 'a', 'b')).toBe('codes: [{id: b, codes: [{id: a}]}]\n');
  });

  it('keeps what its rules code', () => {
    const yaml = 'codes:\n  - id: a\n    segment: turn\n    codes:\n      - id: b\n        keywords: [x]\n  - id: c\n';
    expect(move(yaml, 'b', 'c')).toBe(
      'codes:\n  - id: a\n    segment: turn\n  - id: c\n    codes:\n      - id: b\n        segment: turn\n        keywords: [x]\n',
    );
    expect(move(yaml, 'c', 'a')).toContain('      - id: c\n        segment: sentence\n');
  });

  it.each([
    ['a', 'a', '"a" cannot lie below itself'],
    ['a', 'b', '"b" lies below "a"'],
    ['a', 'none', 'the codebook has no code "none"'],
    ['none', null, 'the codebook has no code "none"'],
  ])('refuses %j below %j', (id, below, message) => {
    const yaml = 'codes:\n  - id: a\n    codes:\n      - id: b\n';
    expect(() => move(yaml, id, below)).toThrow(message);
  });

  it('refuses to lose a comment', () => {
    expect(() => move('codes: [{id: a, # one\n  name: A}, {id: b}]\n', 'a', 'b')).toThrow('qcode cannot edit');
  });
});
