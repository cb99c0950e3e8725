import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { edits, fieldOf, insert } from '../../../src/tui/model/field.js';
import { decode, encode } from '../../../src/text/utf8.js';
import type { Field } from '../../../src/tui/model/state.js';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const graphemes = fc.constantFrom('a', ' ', '好', '🇭🇰', '👩‍💻', 'é', 'नि', '\n', '❤️');
const text = fc.array(graphemes, { maxLength: 20 }).map((parts) => parts.join(''));
const names = Object.keys(edits) as (keyof typeof edits)[];

/** Whether the cursor stands between graphemes, as readers see them line by line. */
function between({ text: written, at }: Field): boolean {
  let before = 0;
  for (const line of written.split('\n')) {
    if (at <= before + line.length) {
      const bounds = [...segmenter.segment(line)].map(({ index }) => index);
      return [...bounds, line.length].includes(at - before);
    }
    before += line.length + 1;
  }
  return false;
}

describe('a field', () => {
  it('keeps characters whole, whatever is done to it', () => {
    fc.assert(
      fc.property(text, fc.array(fc.oneof(fc.constantFrom(...names), text), { maxLength: 30 }), (written, deeds) => {
        let field = fieldOf(written);
        for (const deed of deeds) {
          field = deed in edits ? edits[deed as keyof typeof edits](field) : insert(field, deed);
          expect(field.text).toBe(decode(encode(field.text)));
          // What is put in beside a mark or flag may join it: then the cursor follows what was put in.
          if (deed in edits && deed !== 'rub out' && deed !== 'delete') expect(between(field)).toBe(true);
        }
      }),
      { seed: 20260113, numRuns: 500 },
    );
  });

  it('rubs out words of its line', () => {
    const rub = edits['rub out word'];
    expect(rub(fieldOf('late payment  ')).text).toBe('late ');
    expect(rub(fieldOf('late')).text).toBe('');
    expect(rub(fieldOf('one\n'))).toEqual({ text: '', at: 0 });
  });

  it('takes no control characters', () => {
    expect(insert(fieldOf('a'), '\u0007b\tc\r\nd\u009b').text).toBe('ab c\nd');
  });
});
