import { describe, expect, it } from '@jest/globals';
import { painter, plainRows } from '../../../src/tui/view/paint.js';

const line = [
  { text: 'plain ', look: {} },
  { text: 'red', look: { color: '#cc0000', bold: true } },
  { text: '', look: { inverse: true } },
  { text: ' here ', look: { inverse: true, underline: true } },
];

describe('painting rows', () => {
  it.each([
    [3, '\x1b[38;2;204;0;0m\x1b[1mred\x1b[22m\x1b[39m'],
    [2, '\x1b[38;5;160m\x1b[1mred\x1b[22m\x1b[39m'],
    [1, '\x1b[31m\x1b[1mred\x1b[22m\x1b[39m'],
    [0, '\x1b[1mred\x1b[22m'],
  ] as const)('with colours at level %d brings a colour down to what the terminal has', (level, red) => {
    expect(painter(level)([line])).toEqual([`plain ${red}\x1b[4m\x1b[7m here \x1b[27m\x1b[24m`]);
  });

  it('gives rows as plain text', () => {
    expect(plainRows([line])).toEqual(['plain red here']);
  });
});
