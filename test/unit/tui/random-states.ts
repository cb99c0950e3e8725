import fc from 'fast-check';
import { startState } from '../../../src/tui/model/start.js';
import type {
  CodeEntry,
  Field,
  Mode,
  OpenSource,
  Queue,
  Size,
  TagState,
  WalkKind,
} from '../../../src/tui/model/state.js';
import { graphemeBounds } from '../../../src/tui/layout/grapheme.js';
import { paletteColor } from '../../../src/tui/view/palette.js';
import { openSourceOf } from './open-source.js';

/** Words that are hard to lay out: wide, joined, marked, written from the right, empty, controlling, endless. */
export const HARD_WORDS = [
  'funding',
  'well-known',
  '“quoted”',
  '政府購買服務，',
  '（笑）',
  '「好嗎？」',
  '。',
  'cafe\u0301',
  'が',
  '한국어',
  '각',
  '👩‍💻',
  '👨‍👩‍👧‍👦',
  '🇹🇼🇹',
  '👍🏽',
  '❤️',
  '1️⃣',
  'שלום',
  'مرحبا',
  'नमस्ते',
  'น้ำ',
  '\t',
  '\u001b[31m',
  '\u202eabc',
  '\u2066x\u2069',
  '\u200b',
  '\u0007',
  '\u0085',
  '\u2028',
  '\u00ad',
  '\u0301',
  'https://example.org/a/very/long/path/that/has/no/space/in/it/at/all/and/goes/on/for/more/than/a/row',
  '長'.repeat(70),
  `z${'\u0335'.repeat(40)}`,
  '  ',
] as const;

const joint = fc.constantFrom(' ', '', '\n', '\n\n', ' ');

/** Text of hard words. */
export const hardText = (most: number): fc.Arbitrary<string> =>
  fc.array(fc.tuple(fc.constantFrom(...HARD_WORDS), joint), { maxLength: most }).map((words) => words.flat().join(''));

export const CODES: readonly CodeEntry[] = [
  'trust',
  '資金來源與撥款',
  '👩‍💻 work',
  '\u202eshout',
  'a very long name indeed',
].map((name, i) => ({
  id: `c${i}`,
  name,
  parent: i % 2 === 1 ? `c${i - 1}` : null,
  depth: i % 2,
  color: paletteColor(i),
  definition: `What ${name} means,\nand what it does not.`,
  memo: i === 1 ? 'a memo\u001b[0m' : '',
}));

/** The beginning of a grapheme at or before a share of the text. */
function boundAt({ transcript: { text } }: OpenSource, share: number): number {
  const bounds = graphemeBounds(text, 0, text.length);
  return bounds[Math.min(bounds.length - 1, Math.floor(share * bounds.length))]!;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const code = fc.constantFrom('c0', 'c1', 'c2', 'gone');

function withMarks(open: OpenSource, places: readonly (readonly [number, number, string])[]): OpenSource {
  const spans = places
    .map(([a, b, id]) => {
      const start = boundAt(open, Math.min(a, b));
      return { start, end: Math.max(start + 1, boundAt(open, Math.max(a, b))), code: id };
    })
    .filter(({ end }) => end <= open.transcript.text.length)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  return {
    ...open,
    codings: spans
      .filter((_, i) => i % 3 === 0)
      .map((span, i) => ({ kind: 'apply', ...span, id: `own${i}`, memo: 'why\u0007' })),
    suggestions: spans.filter((_, i) => i % 3 === 1).map((span) => ({ ...span, coder: null })),
    others: spans.filter((_, i) => i % 3 === 2).map((span) => ({ ...span, coder: 'w\u001bei' })),
    seen: spans
      .slice(0, 2)
      .map(({ start, end }, i) => ({ kind: 'seen', start, end, id: `s${i}`, unit: 'turn', codebook: '' })),
  };
}

const field: fc.Arbitrary<Field> = fc.tuple(hardText(12), share).map(([text, part]) => {
  const ends = [...new Intl.Segmenter().segment(text)].map(({ index }) => index);
  ends.push(text.length);
  return { text, at: ends[Math.min(ends.length - 1, Math.floor(part * ends.length))]! };
});

function modeOf(open: OpenSource, typed: Field, choice: number, index: number): Mode {
  const span = { start: boundAt(open, 0.2), end: boundAt(open, 0.7) };
  const modes: readonly Mode[] = [
    { name: 'read' },
    { name: 'select', fixed: { start: span.start, end: span.start }, moving: span, extentOf: null },
    { name: 'pick', purpose: { for: 'apply', segment: span }, query: { text: '', at: 0 }, index, ticked: ['c1'] },
    { name: 'pick', purpose: { for: 'merge', from: 'c0' }, query: typed, index, ticked: [] },
    { name: 'write', purpose: { for: 'code memo', code: 'c1' }, field: typed },
    { name: 'write', purpose: { for: 'new code', parent: 'c0', then: null }, field: typed },
    { name: 'ask', purpose: 'search', field: typed },
    { name: 'choose', purpose: 'remove', choices: [{ ...span, code: 'c1', id: 'own0' }], index: 0 },
    { name: 'sources', query: { text: '', at: 0 }, index },
    { name: 'codes', index: index % CODES.length },
    { name: 'places', index: index % 2 },
    { name: 'confirm', question: { for: 'merge', from: 'c0', into: 'c1' }, preview: [typed.text, 'and more'] },
    { name: 'help', top: index * 7 },
  ];
  return modes[choice % modes.length]!;
}

/** States of the terminal UI, whatever they hold. */
export const someState: fc.Arbitrary<TagState> = fc
  .record({
    text: hardText(120),
    columns: fc.integer({ min: 10, max: 210 }),
    rows: fc.integer({ min: 4, max: 55 }),
    marks: fc.array(fc.tuple(share, share, code), { maxLength: 12 }),
    walk: fc.constantFrom<WalkKind>('turn', 'paragraph', 'sentence'),
    at: share,
    top: share,
    typed: field,
    choice: fc.nat({ max: 100 }),
    index: fc.nat({ max: 12 }),
    words: hardText(6),
    failed: fc.boolean(),
  })
  .map(({ text, columns, rows, marks, walk, at, top, typed, choice, index, words, failed }) => {
    const size: Size = { columns, rows };
    const source = withMarks(openSourceOf(text), marks);
    const excerpt = words;
    const listed = { title: words, code: 'c0', index: 0 };
    const place = { start: 0, end: 0, source: source.id, excerpt, done: false };
    const queue: Queue =
      index % 2 === 0
        ? { kind: 'find', ...listed, places: [0, 1].map(() => ({ ...place, digest: '', ticked: true })) }
        : { kind: 'review', ...listed, places: [0, 1].map(() => ({ ...place, coding: 'own0' })) };
    const begun = startState({
      title: words,
      coder: words,
      blind: false,
      size,
      codes: CODES,
      counts: { c0: 12, c1: 1234 },
      sources: [
        { id: source.id, case: words, units: 3, seen: 1, codings: 2, assigned: true },
        { id: `${words}.txt`, case: 'b', units: 0, seen: 0, codings: 0, assigned: false },
      ],
      source,
      at: boundAt(source, at),
      walk,
      done: [],
      undone: [],
      queue: index % 3 === 0 || choice % 13 === 10 ? queue : null,
      digits: { recent: ['c1', 'c0'], lastUsed: ['c1', 'c0'] },
    });
    return {
      ...begun,
      top: boundAt(source, top),
      mode: modeOf(source, typed, choice, index),
      message: index % 4 === 0 ? words : '',
      saved: failed ? { state: 'failed', message: words } : { state: 'saved' },
    };
  });
