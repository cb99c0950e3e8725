import { describe, expect, it } from '@jest/globals';
import { codePointIndex, lineIndex } from '../../../src/text/offset.js';
import { encode } from '../../../src/text/utf8.js';

describe('code points', () => {
  const index = codePointIndex(encode('a社𠮷b'));

  it('are converted from bytes', () => {
    expect([0, 1, 4, 8, 9].map(index.toCodePoints)).toEqual([0, 1, 2, 3, 4]);
  });

  it('are converted to bytes; beyond the end is the end', () => {
    expect([0, 1, 2, 3, 4, 5, 99].map(index.toBytes)).toEqual([0, 1, 4, 8, 9, 9, 9]);
  });

  it('are none in an empty text', () => {
    expect([codePointIndex(encode('')).toCodePoints(0), codePointIndex(encode('')).toBytes(0)]).toEqual([0, 0]);
  });
});

describe('lines', () => {
  const index = lineIndex(encode('甲\n\nb\n'));

  it('are counted from 1; a line feed is of the line that it ends', () => {
    expect([0, 3, 4, 5, 6, 7].map(index.lineOf)).toEqual([1, 1, 2, 3, 3, 4]);
  });

  it('begin after a line feed', () => {
    expect([1, 2, 3, 4, 5].map(index.startOf)).toEqual([0, 4, 5, 7, 7]);
  });
});
