import { describe, expect, it } from '@jest/globals';
import { drawn } from '../../../src/core/draw.js';

const names = Array.from({ length: 40 }, (_, i) => `t/${String(i).padStart(2, '0')}.txt`);

describe('drawing names', () => {
  it('draws the same with the same seed, in whatever order they are given', () => {
    const first = drawn(names, 8, 7);
    expect(first).toHaveLength(8);
    expect(drawn([...names].reverse(), 8, 7)).toEqual(first);
    expect(drawn(names, 8, 8)).not.toEqual(first);
    expect([...first].sort()).toEqual(first);
  });

  it('draws more by adding to what it drew', () => {
    const [few, many] = [drawn(names, 5, 7), drawn(names, 12, 7)];
    expect(many).toEqual(expect.arrayContaining(few));
    expect(drawn(names, 100, 7)).toEqual(names);
  });

  it('prefers no name: over seeds each is drawn about equally often', () => {
    const times = new Map(names.map((name) => [name, 0]));
    for (let seed = 0; seed < 2000; seed++) {
      for (const name of drawn(names, 10, seed)) times.set(name, times.get(name)! + 1);
    }
    // 500 expected, with a standard deviation of 19.4 (binomial): five of them either way.
    for (const count of times.values()) expect(Math.abs(count - 500)).toBeLessThan(97);
  });
});
