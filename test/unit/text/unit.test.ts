import { describe, expect, it } from '@jest/globals';
import type { Furniture, FurnitureKind, Transcript, Turn, UnitKind } from '../../../src/text/transcript.js';
import { unitFinder } from '../../../src/text/unit-finder.js';
import { units } from '../../../src/text/unit.js';
import { decode, encode } from '../../../src/text/utf8.js';

/** A transcript of ASCII text in which `label:` begins a turn; furniture is named by its words. */
function transcript(
  text: string,
  furniture: Partial<Record<FurnitureKind, string[]>> = {},
  paragraphPerLine = false,
): Transcript {
  const starts = [...text.matchAll(/^[A-Z]: ?/gm)];
  const turns: Turn[] = starts.map((match, index) => ({
    index,
    start: match.index,
    speech: match.index + match[0].length,
    end: starts[index + 1]?.index ?? text.length,
    speaker: match[0].replace(/: ?$/, ''),
    role: 'other',
  }));
  const pieces: Furniture[] = Object.entries(furniture).flatMap(([kind, words]) =>
    words.flatMap((word) => {
      const start = text.indexOf(word);
      return [{ kind: kind as FurnitureKind, start, end: start + word.length }];
    }),
  );
  pieces.sort((a, b) => a.start - b.start);
  return {
    source: 'a.txt',
    text: encode(text),
    linesBefore: 0,
    header: {},
    turns,
    furniture: pieces,
    paragraphPerLine,
    encoding: 'utf-8',
  };
}

const read = (source: Transcript, kind: UnitKind) =>
  units(source, kind).map(({ start, end }) => decode(source.text, start, end));

const talk = transcript('A: One. Two\nlines.\n\nNext one? Yes.\n\nB:\n  \nC: Last. [laughs]\n', {
  marker: ['[laughs]'],
});

describe('units', () => {
  it('of a turn: its speech, trimmed; an empty turn is none', () => {
    expect(read(talk, 'turn')).toEqual(['One. Two\nlines.\n\nNext one? Yes.', 'Last. [laughs]']);
  });

  it('paragraphs, lines and sentences; a marker joins the sentence before it', () => {
    expect(read(talk, 'paragraph')).toEqual(['One. Two\nlines.', 'Next one? Yes.', 'Last. [laughs]']);
    expect(read(talk, 'line')).toEqual(['One. Two', 'lines.', 'Next one? Yes.', 'Last. [laughs]']);
    expect(read(talk, 'sentence')).toEqual(['One.', 'Two\nlines.', 'Next one?', 'Yes.', 'Last. [laughs]']);
  });

  it('are numbered within the next larger unit, and know their turn', () => {
    expect(units(talk, 'sentence').map(({ turn, index }) => [turn, index])).toEqual([
      [0, 0],
      [0, 1],
      [0, 0],
      [0, 1],
      [2, 0],
    ]);
    expect(units(talk, 'paragraph').map(({ turn, index }) => [turn, index])).toEqual([
      [0, 0],
      [0, 1],
      [2, 0],
    ]);
  });

  it('a source is one, even an empty one', () => {
    expect(units(transcript(''), 'source')).toEqual([{ kind: 'source', index: 0, turn: 0, start: 0, end: 0 }]);
    expect(units(transcript(''), 'sentence')).toEqual([]);
  });

  it('leave out times and tags at their ends, not within', () => {
    const source = transcript('A: [00:01] One <i>two</i> three. [00:09]\nB: x', {
      time: ['[00:01]', '[00:09]'],
      cue: ['<i>'],
    });
    expect(read(source, 'turn')).toEqual(['One <i>two</i> three.', 'x']);
    expect(read(source, 'sentence')).toEqual(['One <i>two</i> three.', 'x']);
  });

  it('go on from cue to cue, but not over a page header', () => {
    const source = transcript('A: One\n\n2\n0:01 --> 0:02\ntwo. Three\n1/5\nfour.', {
      cue: ['\n2\n0:01 --> 0:02\n'],
      export: ['1/5'],
    });
    const cues = 'One\n\n2\n0:01 --> 0:02\n';
    expect(read(source, 'sentence')).toEqual([`${cues}two.`, 'Three', 'four.']);
    expect(read(source, 'paragraph')).toEqual([`${cues}two. Three`, 'four.']);
    expect(read(source, 'line')).toEqual(['One', 'two. Three', 'four.']);
    expect(read(source, 'turn')).toEqual([`${cues}two. Three\n1/5\nfour.`]);
  });

  it('follow the lines where each is a paragraph', () => {
    const source = transcript('A: one\ntwo. Three', {}, true);
    expect(read(source, 'paragraph')).toEqual(['one', 'two. Three']);
    expect(read(source, 'sentence')).toEqual(['one', 'two.', 'Three']);
  });
});

describe('finding the unit of a byte', () => {
  it.each<UnitKind>(['sentence', 'paragraph', 'turn', 'line', 'source'])(
    '%s: the one that holds it, else the next, else the last',
    (kind) => {
      const all = units(talk, kind);
      const ascending = unitFinder(talk, kind);
      const bytes = Array.from(talk.text, (_, byte) => byte);
      const expected = (byte: number) => all.find(({ end }) => byte < end) ?? all.at(-1);
      for (const byte of bytes) expect(expected(byte)).toMatchObject(ascending(byte));
      const descending = unitFinder(talk, kind);
      for (const byte of bytes.reverse()) expect(expected(byte)).toMatchObject(descending(byte));
    },
  );

  it('is an empty one at the end where there is no speech', () => {
    expect(unitFinder(transcript('\n\n'), 'sentence')(0)).toEqual({ start: 2, end: 2 });
  });
});
