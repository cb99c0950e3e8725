import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { displayWidth } from '../../../src/core/width.js';
import type { Frame } from '../../../src/tui/view/frame.js';
import { frameOf, screenOf } from '../../../src/tui/view/frame-of.js';
import { someState } from './random-states.js';

const SEED = { seed: 3, numRuns: 300 };

const textOf = (line: Frame[number]): string => line.map(({ text }) => text).join('');

/** Controls, and the marks that turn the direction of what follows or split rows. */
const RAW = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b\u00ad]/u;

describe('a frame, whatever the state', () => {
  it('has as many lines as the terminal has rows, each as wide as it has columns', () => {
    fc.assert(
      fc.property(someState, (state) => {
        const widths = frameOf(state).map((line) => displayWidth(textOf(line)));
        expect(widths).toEqual(new Array(state.size.rows).fill(state.size.columns));
      }),
      SEED,
    );
  });

  it('holds nothing that a terminal could obey', () => {
    fc.assert(
      fc.property(someState, (state) => {
        expect(
          frameOf(state)
            .map(textOf)
            .filter((line) => RAW.test(line)),
        ).toEqual([]);
      }),
      SEED,
    );
  });

  it('begins no piece with a mark of the one before', () => {
    fc.assert(
      fc.property(someState, (state) => {
        const pieces = frameOf(state).flatMap((line) => line.map(({ text }) => text));
        expect(pieces.filter((text) => /^\p{Mn}/u.test(text))).toEqual([]);
      }),
      SEED,
    );
  });

  it('has colours that a painter knows', () => {
    fc.assert(
      fc.property(someState, (state) => {
        const colours = frameOf(state).flatMap((line) => line.flatMap(({ look }) => [look.color, look.background]));
        expect(colours.filter((color) => color !== undefined && !/^#[0-9a-f]{6}$/u.test(color))).toEqual([]);
      }),
      SEED,
    );
  });

  it('has its cursor on the screen, on a piece that shows it, where text is typed', () => {
    fc.assert(
      fc.property(someState, (state) => {
        const { mode, size } = state;
        const caret = screenOf(state).caret;
        const typing = ['pick', 'write', 'ask', 'sources'].includes(mode.name) && size.columns >= 60 && size.rows >= 12;
        expect(caret !== null).toBe(typing);
        if (caret === null) return;
        let column = 0;
        const under = frameOf(state)[caret.row]!.find(({ text }) => (column += displayWidth(text)) > caret.column);
        expect(under?.look.inverse).toBe(true);
        expect(column - displayWidth(under!.text)).toBe(caret.column);
      }),
      SEED,
    );
  });
});
