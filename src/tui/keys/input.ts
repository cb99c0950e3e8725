import type { Key } from '../model/action.js';
import { cleaned } from '../model/field.js';

/** What a sequence means that a key sends: https://invisible-island.net/xterm/ctlseqs/ctlseqs.html and older habits. */
const NAMED: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  F: 'end',
  H: 'home',
  Z: 'tab',
  '1~': 'home',
  '3~': 'delete',
  '4~': 'end',
  '5~': 'pageup',
  '6~': 'pagedown',
  '7~': 'home',
  '8~': 'end',
};

const PASTE_BEGINS = '\x1b[200~';
const PASTE_ENDS = '\x1b[201~';
const CTRL_C = '\x03';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Milliseconds in which the rest of a sequence comes after its Esc, where a slow line cut it. */
const PATIENCE = 50;
const BEGUN = /^\x1b{1,2}(?:\[\[?[0-?]*[ -/]*|O)?$/;
const WHOLE = /^\x1b{1,2}(?:\[\[?[0-?]*[ -/]*[@-~]|O[@-~])/;

/**
 * Joins escape sequences that came in pieces, which Ink waits for no longer than an instant; else half an arrow would be
 * an Esc. What it is given and what it hands on is text, a lone escape, or an escape sequence.
 */
export function joined(take: (sequence: string) => void): (sequence: string) => void {
  let begun = '';
  let timer: NodeJS.Timeout | undefined;
  const giveUp = (): void => {
    clearTimeout(timer);
    const sequence = begun;
    begun = '';
    if (sequence !== '') take(sequence);
  };
  const feed = (sequence: string): void => {
    if (WHOLE.test(sequence)) giveUp();
    const all = begun + sequence;
    const whole = WHOLE.exec(all)?.[0];
    if (BEGUN.test(all)) {
      clearTimeout(timer);
      begun = all;
      timer = setTimeout(giveUp, PATIENCE);
    } else if (begun !== '' && whole !== undefined) {
      begun = whole;
      giveUp();
      if (all.length > whole.length) take(all.slice(whole.length));
    } else {
      giveUp();
      if (BEGUN.test(sequence)) feed(sequence);
      else take(sequence);
    }
  };
  return feed;
}

/** Turns what the terminal sends into keys; a paste becomes one key, however many pieces it comes in. */
export type KeyReader = (sequence: string) => Key[];

/**
 * Reads keys from what the terminal sends: each call brings an escape sequence, a lone escape, or text between them, as
 * Ink takes input apart. Sequences that mean nothing here are passed over.
 */
export function keyReader(): KeyReader {
  let pasted: string | null = null;
  return (sequence) => {
    if (sequence === PASTE_BEGINS) {
      pasted = '';
      return [];
    }
    if (pasted === null) return keysOf(sequence);
    // A paste whose end was lost must not keep the coder from leaving.
    if (sequence !== PASTE_ENDS && sequence !== CTRL_C) {
      pasted += sequence;
      return [];
    }
    const text = cleaned(pasted);
    pasted = null;
    return [...(text === '' ? [] : [textKey(text)]), ...(sequence === CTRL_C ? keysOf(sequence) : [])];
  };
}

function keysOf(sequence: string): Key[] {
  // Pressed twice in quick succession it comes as one sequence.
  if (/^\x1b+$/.test(sequence)) return [...sequence].map(() => namedKey('escape'));
  if (!sequence.startsWith('\x1b')) return [...segmenter.segment(sequence)].flatMap(({ segment }) => pressed(segment));
  if (/^.{1,2}[[O]/su.test(sequence) && sequence.length > 2) return functionKey(sequence);
  const keys = pressed(sequence.slice(1));
  return keys.map(withMeta);
}

/** `ESC [ 1 ; modifier letter`, `ESC [ number ; modifier ~`, or either without the modifier. */
function functionKey(sequence: string): Key[] {
  const match = /^\x1b{1,2}(?:\[|O)(?:(\d+)(?:;(\d+))?)?([A-Za-z~])$/.exec(sequence);
  if (!match) return [];
  const [, number, modifier, letter] = match;
  const name = NAMED[letter === '~' ? `${number}~` : letter!];
  if (name === undefined) return [];
  const bits = (Number(modifier ?? 1) || 1) - 1;
  const shift = (bits & 1) !== 0 || letter === 'Z';
  return [{ text: '', name, shift, meta: (bits & 2) !== 0 || sequence.startsWith('\x1b\x1b'), ctrl: (bits & 4) !== 0 }];
}

/** A key that sends one character, or several that make one grapheme. */
function pressed(grapheme: string): Key[] {
  switch (grapheme) {
    case '\r':
      return [namedKey('return')];
    // Segmenting joins the two; terminals send them for one press of Return in some modes.
    case '\r\n':
      return [namedKey('return')];
    case '\n':
      return [{ ...namedKey('return'), meta: true }];
    case '\t':
      return [namedKey('tab')];
    case '\b':
    case '\x7f':
      return [namedKey('backspace')];
  }
  const code = grapheme.codePointAt(0) ?? 0;
  if (code >= 0x01 && code <= 0x1a) return [{ ...namedKey(String.fromCharCode(code + 0x60)), ctrl: true }];
  return code < 0x20 || (code >= 0x7f && code < 0xa0) ? [] : [textKey(grapheme)];
}

/** With Alt held a letter is a named key: it writes no text. */
function withMeta(key: Key): Key {
  return key.text === '' ? { ...key, meta: true } : { ...key, name: key.text, text: '', meta: true };
}

export function namedKey(name: string): Key {
  return { text: '', name, ctrl: false, shift: false, meta: false };
}

export function textKey(text: string): Key {
  return { text, name: '', ctrl: false, shift: false, meta: false };
}
