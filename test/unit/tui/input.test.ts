import { describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { joined, keyReader, namedKey, textKey } from '../../../src/tui/keys/input.js';

const read = (...sequences: string[]) => {
  const reader = keyReader();
  return sequences.flatMap((sequence) => reader(sequence));
};

describe('keys from what a terminal sends', () => {
  it('takes text apart into what people call characters', () => {
    expect(read('jj')).toEqual([textKey('j'), textKey('j')]);
    expect(read('資e\u0301👩‍👩‍👧')).toEqual([textKey('資'), textKey('e\u0301'), textKey('👩‍👩‍👧')]);
    expect(read(' ')).toEqual([textKey(' ')]);
  });

  it.each([
    ['\r', 'return'],
    ['\t', 'tab'],
    ['\x7f', 'backspace'],
    ['\b', 'backspace'],
    ['\x1b', 'escape'],
    ['\x1b[A', 'up'],
    ['\x1bOB', 'down'],
    ['\x1b[3~', 'delete'],
    ['\x1b[5~', 'pageup'],
    ['\x1b[6~', 'pagedown'],
    ['\x1b[H', 'home'],
    ['\x1b[4~', 'end'],
  ])('names %j %s', (sequence, name) => {
    expect(read(sequence)).toEqual([namedKey(name)]);
  });

  it('takes two escapes for two', () => {
    expect(read('\x1b\x1b')).toEqual([namedKey('escape'), namedKey('escape')]);
  });

  it('tells what is held', () => {
    expect(read('\x12')).toEqual([{ ...namedKey('r'), ctrl: true }]);
    expect(read('\x1bb')).toEqual([{ ...namedKey('b'), meta: true }]);
    expect(read('\x1b[1;2C')).toEqual([{ ...namedKey('right'), shift: true }]);
    expect(read('\x1b[1;5D')).toEqual([{ ...namedKey('left'), ctrl: true }]);
    expect(read('\x1b[Z')).toEqual([{ ...namedKey('tab'), shift: true }]);
    expect(read('\n')).toEqual([{ ...namedKey('return'), meta: true }]);
    expect(read('\x1b\r')).toEqual([{ ...namedKey('return'), meta: true }]);
  });

  it('makes one key of a paste, its line breaks line feeds and without what moves a cursor', () => {
    expect(read('\x1b[200~', 'a\r\nb\tc\x07', '\x1b[A', 'd', '\x1b[201~', 'j')).toEqual([
      textKey('a\nb c[Ad'),
      textKey('j'),
    ]);
    expect(read('\x1b[200~', '\x1b[201~')).toEqual([]);
  });

  it('lets the coder leave where the end of a paste was lost', () => {
    expect(read('\x1b[200~', 'a', '\x03', 'j')).toEqual([textKey('a'), { ...namedKey('c'), ctrl: true }, textKey('j')]);
  });

  it.each(['\x1b[1;5P', '\x1b[15~', '\x1b[I', '\x1b[<0;3;4M', '\x1b[?1;2c', '\x1b[99;7u', '\x1b[', '\x00'])(
    'passes over %j, which means nothing',
    (sequence) => {
      expect(read(sequence).filter(({ text }) => text !== '')).toEqual([]);
    },
  );
});

describe('sequences that come in pieces', () => {
  /** Pieces with a pause in milliseconds between them, and what is made of them. */
  async function join(...pieces: readonly (string | number)[]): Promise<string[]> {
    const taken: string[] = [];
    const feed = joined((sequence) => taken.push(sequence));
    for (const piece of pieces) {
      if (typeof piece === 'number') await pause(piece);
      else feed(piece);
    }
    await pause(100);
    return taken;
  }

  it('are joined: half an arrow is no Esc', async () => {
    expect(await join('\x1b', 20, '[A')).toEqual(['\x1b[A']);
    expect(await join('\x1b', 20, '[1;2', 20, 'Cjj')).toEqual(['\x1b[1;2C', 'jj']);
    expect(await join('\x1b[20', 20, '1~')).toEqual(['\x1b[201~']);
    expect(await join('\x1b', 20, 'OB')).toEqual(['\x1bOB']);
  });

  it('are not waited for longer than a line takes', async () => {
    expect(await join('\x1b', 100, '[A')).toEqual(['\x1b', '[A']);
  });

  it('keep what was pressed in its order', async () => {
    expect(await join('\x1b', 'j')).toEqual(['\x1b', 'j']);
    expect(await join('\x1b', '\x1b[A', 'j')).toEqual(['\x1b', '\x1b[A', 'j']);
    expect(await join('\x1b', '\x1b', 'j')).toEqual(['\x1b\x1b', 'j']);
    expect(await join('a', '\x1bb', '\x1b[A', '\x1b')).toEqual(['a', '\x1bb', '\x1b[A', '\x1b']);
  });
});
