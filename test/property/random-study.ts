import fc from 'fast-check';
import {
  type Code,
  type Codebook,
  type Distance,
  type Expression,
  type Keyword,
  type Literal,
  type Rule,
  SPACE,
  STAR,
  type SegmentKind,
} from '../../src/codebook/codebook.js';
import type { Furniture, Role, Transcript, Turn } from '../../src/text/transcript.js';

/*
 * Random codebooks and transcripts over a small stock of characters, chosen so that keywords really occur and that
 * every trap occurs: two scripts, width, case that changes lengths elsewhere, decomposed accents, soft hyphens,
 * joiners, hard spaces, line breaks, astral letters and signs, variants of Han, apostrophes and dashes.
 */
const LETTERS = [
  'a',
  'b',
  'A',
  'B',
  'é',
  'e',
  'ß',
  'ẞ',
  'İ',
  'ı',
  'i',
  'K',
  'ſ',
  's',
  'Ａ',
  '1',
  '１',
  '_',
  '𝐚',
  '𐐀',
  '𐐨',
];
const HAN = ['资', '資', '合', '作', '社', '裡', '里', '裏', 'の', '𠮷'];
const SIGNS = ["'", '’', '-', '–', '.', '，', '。', '！', '😀'];
const BLANKS = [' ', ' ', ' ', '\u00a0', '\u3000', '\n', '\t'];
const HIDDEN = ['\u00ad', '\u200d', '\u200b', '\ufeff'];
const MARKS = ['\u0301', '\u0323'];

const letter = fc.constantFrom(...LETTERS);
const ideograph = fc.constantFrom(...HAN);

const soup = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: letter },
      { weight: 5, arbitrary: ideograph },
      { weight: 3, arbitrary: fc.constantFrom(...BLANKS) },
      { weight: 2, arbitrary: fc.constantFrom(...SIGNS) },
      { weight: 1, arbitrary: fc.constantFrom(...HIDDEN) },
      { weight: 1, arbitrary: fc.constantFrom(...MARKS) },
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((characters) => characters.join(''));

/** Words of a keyword: one or two letters, with stars here and there, or Han, or both. */
const word = fc
  .array(
    fc.oneof({ weight: 3, arbitrary: letter }, { weight: 1, arbitrary: fc.constantFrom('’', '-', '\u0301', '\u00ad') }),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((characters) => characters.join(''));
const starred = fc
  .tuple(fc.boolean(), word, fc.option(word, { nil: undefined }), fc.boolean())
  .map(
    ([before, first, second, after]) =>
      `${before ? '*' : ''}${first}${second === undefined ? '' : `*${second}`}${after ? '*' : ''}`,
  );
const hanWord = fc.array(ideograph, { minLength: 1, maxLength: 3 }).map((characters) => characters.join(''));
const mixed = fc.tuple(word, hanWord, fc.boolean()).map(([a, b, swap]) => (swap ? b + a : a + b));
const phrase = fc
  .array(fc.oneof(word, starred, hanWord), { minLength: 2, maxLength: 3 })
  .map((words) => words.join(' '));

function literalOf(written: string, exact: boolean): Literal {
  const atoms = [...written.normalize('NFC')].map((character) =>
    character === '*' ? STAR : character === ' ' ? SPACE : character.codePointAt(0)!,
  );
  return { kind: 'literal', written, atoms, exact };
}

const visible = (written: string): boolean =>
  /[^*\s\u00ad\u0300-\u036f]/u.test(written) && !/^[*\s]*[\u0300-\u036f]/u.test(written);

export const literal: fc.Arbitrary<Literal> = fc
  .tuple(
    fc
      .oneof(
        { weight: 4, arbitrary: word },
        { weight: 3, arbitrary: starred },
        { weight: 4, arbitrary: hanWord },
        mixed,
        {
          weight: 2,
          arbitrary: phrase,
        },
      )
      .filter(visible),
    fc.boolean(),
    fc.nat(9),
  )
  .map(([written, , dice]) => literalOf(written, dice === 0));

const expression: fc.Arbitrary<Expression> = fc
  .constantFrom('[ab]+', 'é', '\\b1', '[资資]\\S', 'a.b', '(?<=s)\\w', '。$', 'i$', '^\\p{L}', '\\S\\s+', 'x*')
  .map((pattern) => ({ kind: 'expression', written: `/${pattern}/`, pattern, flags: 'iu' }));

const keyword: fc.Arbitrary<Keyword> = fc.oneof(
  { weight: 9, arbitrary: literal },
  { weight: 1, arbitrary: expression },
);
const few = fc.array(keyword, { maxLength: 2 });
const rare = fc.oneof({ weight: 4, arbitrary: fc.constant<Keyword[]>([]) }, { weight: 1, arbitrary: few });

const distance: fc.Arbitrary<Distance | undefined> = fc.option(fc.record({ words: fc.nat(4), chars: fc.nat(6) }), {
  nil: undefined,
});
const segment = fc.constantFrom<SegmentKind>('match', 'sentence', 'paragraph', 'turn');

const rule = (code: string, index: number): fc.Arbitrary<Rule> =>
  fc
    .record({
      any: fc.array(keyword, { minLength: 1, maxLength: 3 }),
      near: rare,
      unless: rare,
      within: distance,
      speaker: fc.option(fc.constantFrom('interviewer', 'respondent', 'Ann'), { nil: undefined, freq: 8 }),
      segment,
    })
    .map(({ within, speaker, ...rest }) => ({
      code,
      index,
      name: rest.any.map(({ written }) => written).join(' | '),
      line: 1,
      column: 1,
      ...rest,
      ...(within !== undefined && { within }),
      ...(speaker !== undefined && { speaker }),
    }));

const code = (position: number): fc.Arbitrary<Code> =>
  fc.nat(2).chain((last) =>
    fc
      .record({
        rules: fc.tuple(...Array.from({ length: last + 1 }, (_, index) => rule(`code-${position}`, index))),
        except: rare,
      })
      .map(({ rules, except }) => ({
        id: `code-${position}`,
        was: [],
        name: `Code ${position}`,
        examples: [],
        parent: null,
        depth: 0,
        rules,
        except,
        line: 1,
        column: 1,
      })),
  );

export const codebook: fc.Arbitrary<Codebook> = fc
  .tuple(fc.boolean(), fc.integer({ min: 1, max: 3 }))
  .chain(([han, count]) =>
    fc.tuple(...Array.from({ length: count }, (_, position) => code(position))).map((codes) => ({
      file: 'codebook.yaml',
      title: 'Random',
      fold: { han },
      properties: {},
      relationTypes: [],
      relations: [],
      codes,
    })),
  );

/** A turn as it is made up: a label, then stretches of speech and markers. */
interface Draft {
  readonly speaker: string | null;
  readonly role: Role;
  readonly pieces: readonly string[];
}

const draft: fc.Arbitrary<Draft> = fc.record({
  speaker: fc.constantFrom('Ann', '李'),
  role: fc.constantFrom<Role>('interviewer', 'respondent', 'other'),
  pieces: fc.array(
    fc.oneof({ weight: 5, arbitrary: soup }, { weight: 1, arbitrary: fc.constantFrom('[laughs]', '（笑）') }),
    {
      minLength: 1,
      maxLength: 4,
    },
  ),
});

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const MARKER = /^(?:\[laughs\]|（笑）)$/u;

export const transcript: fc.Arbitrary<Transcript> = fc
  .tuple(fc.array(draft, { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([drafts, paragraphPerLine]) => {
    const turns: Turn[] = [];
    const furniture: Furniture[] = [];
    let text = '';
    const here = (): number => encode(text).length;
    drafts.forEach(({ speaker, role, pieces }, index) => {
      const start = here();
      text += `${speaker}：`;
      furniture.push({ kind: 'label', start, end: here() });
      const speech = here();
      for (const piece of pieces) {
        const from = here();
        text += piece;
        if (MARKER.test(piece)) furniture.push({ kind: 'marker', start: from, end: here() });
      }
      text += '\n';
      turns.push({ index, start, end: here(), speech, speaker, role });
    });
    return {
      source: 'random.txt',
      text: encode(text),
      linesBefore: 0,
      header: {},
      turns,
      furniture,
      paragraphPerLine,
      encoding: 'utf-8',
    };
  });
