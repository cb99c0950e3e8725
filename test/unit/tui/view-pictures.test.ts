import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { plainRows } from '../../../src/tui/view/paint.js';
import { frameOf } from '../../../src/tui/view/frame-of.js';
import { CASES } from './picture-cases.js';

/** The pictures by name, without the line of keys, which `view-looks.test.ts` checks. */
const pictures = new Map(
  readFileSync('test/unit/tui/pictures.txt', 'utf8')
    .split(/^=== /mu)
    .slice(1)
    .map((part) => {
      const [name, ...rows] = part.replace(/\n$/u, '').split('\n');
      return [name!, rows] as const;
    }),
);

describe('the screen', () => {
  it.each(Object.entries(CASES))('%s', (name, state) => {
    expect(plainRows(frameOf(state)).slice(0, -1)).toEqual(pictures.get(name));
  });

  it('has a case for each picture', () => {
    expect([...pictures.keys()]).toEqual(Object.keys(CASES));
  });
});
