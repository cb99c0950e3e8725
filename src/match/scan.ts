import { type Alphabet, COMPOSING, IGNORED, SPELT } from './alphabet.js';
import type { Automaton } from './automaton.js';

/** What a scan found: parallel lists, in text order by end, of accepting states and the byte offsets they ended at. */
export interface Sightings {
  count: number;
  states: Int32Array;
  ends: Int32Array;
}

export function noSightings(): Sightings {
  return { count: 0, states: new Int32Array(1024), ends: new Int32Array(1024) };
}

/**
 * Runs the automaton once over the whole of a text and notes where it accepts. This is the inner loop of qcode:
 * one table look-up and one comparison a character, over bytes; other characters than ASCII are decoded in line.
 *
 * Nothing but the return stands behind the loop: V8 compiles the function while its first text is still being read,
 * and would throw that code away again and again at whatever it has not seen by then.
 *
 * @param text valid UTF-8
 * @param found overwritten; kept by the caller from text to text so that nothing is allocated
 * @returns bits of all symbols other than ASCII's: with COMPOSING among them, the text holds a character that Unicode
 *   composition (NFC) may change
 */
export function scan(automaton: Automaton, alphabet: Alphabet, text: Uint8Array, found: Sightings): number {
  const { transitions, accepting } = automaton;
  const { symbolOf, first, second } = alphabet;
  const { length } = text;
  let state = automaton.initial;
  let composing = 0;
  let at = 0;
  found.count = 0;
  while (at < length) {
    const lead = text[at]!;
    if (lead < 0x80) {
      at += 1;
      state = transitions[state + symbolOf[lead]!]!;
    } else {
      let codePoint: number;
      if (lead >= 0xf0) {
        codePoint =
          ((lead & 0x07) << 18) |
          ((text[at + 1]! & 0x3f) << 12) |
          ((text[at + 2]! & 0x3f) << 6) |
          (text[at + 3]! & 0x3f);
        at += 4;
      } else if (lead >= 0xe0) {
        codePoint = ((lead & 0x0f) << 12) | ((text[at + 1]! & 0x3f) << 6) | (text[at + 2]! & 0x3f);
        at += 3;
      } else {
        codePoint = ((lead & 0x1f) << 6) | (text[at + 1]! & 0x3f);
        at += 2;
      }
      const symbol = symbolOf[codePoint]!;
      composing |= symbol;
      if (symbol === IGNORED) continue;
      if ((symbol & SPELT) === 0) {
        state = transitions[state + (symbol & ~COMPOSING)]!;
      } else {
        const position = symbol & (SPELT - 1);
        state = transitions[transitions[state + first[position]!]! + second[position]!]!;
      }
    }
    if (state >= accepting) note(found, state, at);
  }
  return composing;
}

function note(found: Sightings, state: number, end: number): void {
  if (found.count === found.states.length) grow(found);
  found.states[found.count] = state;
  found.ends[found.count] = end;
  found.count += 1;
}

function grow(found: Sightings): void {
  const states = new Int32Array(found.states.length * 2);
  const ends = new Int32Array(found.ends.length * 2);
  states.set(found.states);
  ends.set(found.ends);
  found.states = states;
  found.ends = ends;
}
