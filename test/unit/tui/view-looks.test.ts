import { describe, expect, it } from '@jest/globals';
import { displayWidth } from '../../../src/core/width.js';
import type { Frame, Look, Piece } from '../../../src/tui/view/frame.js';
import { footerKeys } from '../../../src/tui/keys/footer.js';
import { helpRows } from '../../../src/tui/keys/help.js';
import { PALETTE, readableColor } from '../../../src/tui/view/palette.js';
import { frameOf } from '../../../src/tui/view/frame-of.js';
import type { TagState } from '../../../src/tui/model/state.js';
import { sampleState, spanOf } from './sample-state.js';

const state = sampleState({ columns: 80, rows: 14 });

/** The look of the first piece that holds the words. */
function lookOf(frame: Frame, words: string): Look | undefined {
  return frame.flat().find(({ text }) => text.includes(words))?.look;
}

function textOf(line: readonly Piece[]): string {
  return line.map(({ text }) => text).join('');
}

describe('the text of the transcript', () => {
  const frame = frameOf(state);

  it('is bold in the unit at the cursor', () => {
    expect(lookOf(frame, 'The grant comes late')?.bold).toBe(true);
    expect(lookOf(frame, 'How is the work paid')?.bold).toBeUndefined();
  });

  it('has the colour of the shortest coding over it, underlined where it was coded by hand', () => {
    expect(lookOf(frame, 'The grant comes late')).toMatchObject({ color: '#d9485f', underline: true });
    expect(lookOf(frame, 'people, and pay it back')).toMatchObject({ color: '#b8691b', underline: true });
    const blank = { ...state, source: { ...state.source, codings: [] } };
    expect(lookOf(frameOf(blank), 'people, and pay it back')).toEqual({ color: '#a3702f', bold: true });
  });

  it('has labels bold, by the role of who speaks', () => {
    expect(lookOf(frame, 'Interviewer:')).toMatchObject({ bold: true });
    expect(lookOf(frame, 'Interviewer:')?.color).not.toBe(lookOf(frame, 'Ms Fong:')?.color);
  });

  it('is inverse where words are selected', () => {
    const selecting: TagState = {
      ...state,
      mode: {
        name: 'select',
        fixed: spanOf(state.source, 'grant'),
        moving: spanOf(state.source, 'every'),
        extentOf: null,
      },
    };
    const inverse = frameOf(selecting)
      .slice(1, -2)
      .flat()
      .filter(({ look }) => look.inverse);
    expect(inverse.map(({ text }) => text).join('')).toBe('grant comes late, every');
  });

  it('shows what was searched for', () => {
    const found = lookOf(frameOf({ ...state, search: 'church' }), 'church');
    expect(found).toMatchObject({ underline: true });
    expect(found?.background).toBeDefined();
  });
});

describe('what is not saved', () => {
  it('is said on the first line and on a line of its own, inverse', () => {
    const frame = frameOf({ ...state, saved: { state: 'failed', message: 'no space left' }, message: 'coded: Money' });
    expect(textOf(frame[0]!)).toContain('NOT SAVED');
    expect(textOf(frame.at(-3)!)).toContain('NOT SAVED: no space left');
    expect(frame.at(-3)!.every(({ text, look }) => look.inverse === true || text === '')).toBe(true);
    // What the next key does is said all the same.
    expect(textOf(frame.at(-2)!)).toContain('coded: Money');
  });

  it.each([
    [80, 24],
    [60, 12],
  ])('begins with the reason and ends with what to do, on a screen of %i×%i', (columns, rows) => {
    const reason = 'its disk is full';
    const remedy = 'Make room on the disk or see to the permissions of the folder codings/, then lay the coding again.';
    const message = `${reason}. ${remedy}`;
    const modes = [state.mode, { name: 'ask', purpose: 'line', field: { text: '', at: 0 } }, { name: 'help', top: 0 }];
    for (const mode of modes as TagState['mode'][]) {
      const frame = frameOf({ ...state, mode, size: { columns, rows }, saved: { state: 'failed', message }, message });
      const shown = frame.map(textOf);
      expect(shown).toHaveLength(rows);
      for (const line of shown) expect(displayWidth(line)).toBe(columns);
      expect(shown.find((line) => line.includes('NOT SAVED:'))).toMatch(/^ NOT SAVED: its disk is full\./u);
      expect(shown.map((line) => line.trim()).join(' ')).toContain(message);
    }
  });

  it('says with … that a reason is longer than the lines that are left to it', () => {
    const message = `it is long: ${'/a/long/path'.repeat(60)}`;
    const frame = frameOf({ ...state, size: { columns: 60, rows: 12 }, saved: { state: 'failed', message }, message });
    expect(frame.map(textOf).slice(-5, -1)).toEqual([
      expect.stringMatching(/^ NOT SAVED: it is long: /u),
      expect.any(String),
      expect.any(String),
      expect.stringMatching(/… *$/u),
    ]);
  });
});

describe('the line of keys', () => {
  it('has as many of the keys that work as there is room for, none of them cut', () => {
    for (const columns of [60, 80, 120, 200]) {
      const narrow = { ...state, size: { columns, rows: 20 } };
      const line = textOf(frameOf(narrow).at(-1)!).trim();
      const all = footerKeys(narrow).map(({ keys, name }) => `${keys} ${name}`);
      const shown = line.split(/ {2}/u);
      expect(shown).toEqual(all.slice(0, shown.length));
      const next = all[shown.length];
      if (next !== undefined) expect(1 + displayWidth(line) + 2 + displayWidth(next)).toBeGreaterThan(columns);
    }
  });
});

describe('the help', () => {
  it('shows the rows from its top on, and how many follow', () => {
    const rows = helpRows(120);
    const frame = frameOf({ ...state, size: { columns: 120, rows: 24 }, mode: { name: 'help', top: 3 } });
    const first = rows[3];
    if (first === null || first === undefined || !('help' in first)) throw new Error('row 3 is a binding');
    expect(textOf(frame[2]!)).toContain(first.help);
    expect(textOf(frame[1]!)).toContain(`Help, ${rows.length - 3 - 20} more lines below`);
  });

  it('scrolls no further than to its last row', () => {
    const frame = frameOf({ ...state, size: { columns: 120, rows: 24 }, mode: { name: 'help', top: 10_000 } });
    const last = helpRows(120).at(-1);
    if (last === null || last === undefined || !('help' in last)) throw new Error('the last row is a binding');
    expect(textOf(frame[2]!)).toContain(last.help);
  });
});

describe('the palette', () => {
  const luminance = (color: string): number => {
    const [red, green, blue] = [1, 3, 5].map((i) => {
      const part = parseInt(color.slice(i, i + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };

  it('is readable on a black ground and on a white one (contrast after WCAG)', () => {
    for (const color of PALETTE) {
      expect((luminance(color) + 0.05) / 0.05).toBeGreaterThan(3.8);
      expect(1.05 / (luminance(color) + 0.05)).toBeGreaterThan(3.8);
    }
  });

  it('leaves readable colours as they are', () => {
    for (const color of PALETTE) expect(readableColor(color)).toBe(color);
  });

  it('makes declared colours readable on either ground, and keeps their hue', () => {
    for (const color of ['#000000', '#ffffff', '#ffff00', '#00ff00', '#0000ff', '#da9f98', '#1a1a40']) {
      const shown = luminance(readableColor(color));
      expect((shown + 0.05) / 0.05).toBeGreaterThan(3.2);
      expect(1.05 / (shown + 0.05)).toBeGreaterThan(3.2);
    }
    expect(readableColor('#ffff00')).toMatch(/^#([0-9a-f]{2})\1[0-4][0-9a-f]$/u);
  });
});
