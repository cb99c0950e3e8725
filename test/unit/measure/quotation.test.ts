import { describe, expect, it } from '@jest/globals';
import {
  addToExamples,
  createExamples,
  describeSelection,
  mergeExamples,
  selectExamples,
} from '../../../src/measure/examples.js';
import { kwicLines } from '../../../src/measure/kwic.js';
import { WITHHELD, mayQuote, quotationsOf } from '../../../src/measure/quotation.js';
import type { CodedSource } from '../../../src/measure/coded-source.js';
import type { Turn } from '../../../src/text/transcript.js';
import { parseTranscript } from '../../../src/text/parse.js';
import { encode } from '../../../src/text/utf8.js';
import { byHand, byRule, codebookOf, sourceOf, transcriptOf } from './build.js';

const codebook = codebookOf([['trust'], ['fear']]);
const ids = codebook.codes.map(({ id }) => id);

const said = [
  { speaker: '访谈者', role: 'interviewer', text: '你们\n怎么看政府？' },
  { speaker: '罗总', text: '我们信任政府，但是不太信任科长。真的。' },
] as const;
const transcript = { ...transcriptOf('a/1.txt', said), linesBefore: 4 };
const source: CodedSource = {
  ...sourceOf('a/1.txt', { said }),
  transcript,
  case: 'A1',
  codings: [
    {
      ...byRule(transcript, 0, '我们信任政府，但是不太信任科长。'),
      hits: [...byRule(transcript, 0, '信任').hits, ...byRule(transcript, 0, '信任', '信任', 1).hits],
    },
    byHand(transcript, 1, '真的。'),
  ],
};

describe('a quotation', () => {
  it('carries its place, its question and its marks', () => {
    const [first, second] = quotationsOf(source, ids);
    expect(first).toEqual({
      source: 'a/1.txt',
      case: 'A1',
      speaker: '罗总',
      line: 8,
      turn: 2,
      start: 20,
      end: 36,
      code: 'trust',
      coders: [],
      memos: [],
      question: { speaker: '访谈者', text: '你们 怎么看政府？' },
      pieces: [
        { text: '我们', marked: false },
        { text: '信任', marked: true },
        { text: '政府，但是不太', marked: false },
        { text: '信任', marked: true },
        { text: '科长。', marked: false },
      ],
    });
    expect(second).toMatchObject({ code: 'fear', coders: ['ann'], pieces: [{ text: '真的。', marked: false }] });
  });

  it('asks for consent only those whose turns it touches', () => {
    const many = Array.from({ length: 50 }, (_, i) => ({ speaker: `R${i}`, text: `Word${i}x.` }));
    const one = sourceOf('x', { said: many });
    const across = { ...byHand(one.transcript, 0, 'Word7x.'), end: byHand(one.transcript, 0, 'Word9x.').end };
    const asked: number[] = [];
    const allBut = (who: number) => (turn: Turn) => {
      asked.push(turn.index);
      return turn.index !== who;
    };
    expect(mayQuote({ ...one, quotable: allBut(0) }, across)).toBe(true);
    expect(asked).toEqual([7, 8, 9]);
    for (const who of [6, 7, 8, 9, 10])
      expect(mayQuote({ ...one, quotable: allBut(who) }, across)).toBe(who < 7 || who > 9);
  });

  it('has the end of a long question', () => {
    const long = [
      { speaker: 'I', role: 'interviewer', text: `${'Well. '.repeat(60)}Why?` },
      { speaker: 'R', text: 'Trust.' },
    ] as const;
    const one = sourceOf('x', { said: long });
    const coded = { ...one, codings: [byRule(one.transcript, 0, 'Trust.')] };
    const { question } = quotationsOf(coded, ids)[0]!;
    expect(question!.text).toMatch(/^….*Well\. Why\?$/);
    expect(question!.text.length).toBe(161);
  });

  it('leaves out the lines between two cues, and keeps markers', () => {
    const srt =
      '1\n00:00:00,110 --> 00:00:01,069\nWe do (laughs)\n\n2\n00:00:01,110 --> 00:00:02,069\nnot trust them.\n';
    const { value } = parseTranscript('a.srt', encode(srt), { file: 'a.srt' });
    const start = srt.indexOf('We');
    const end = srt.indexOf(' them.') + 6;
    const hit = { start: srt.indexOf('trust'), end: srt.indexOf('trust') + 5, code: 0, rule: 0 };
    const coded = {
      ...sourceOf('a.srt', { said: [] }),
      transcript: value!,
      codings: [{ start, end, code: 0, hits: [hit], coders: [] }],
    };
    expect(quotationsOf(coded, ids)[0]!.pieces.map(({ text }) => text)).toEqual([
      'We do (laughs) not ',
      'trust',
      ' them.',
    ]);
    expect(kwicLines(coded, 30)[0]).toMatchObject({ before: 'We do (laughs) not ', match: 'trust', after: ' them.' });
  });

  it('names whoever speaks after the first, and leaves out whom the filters leave out', () => {
    const talk = sourceOf('x', {
      said: [
        { speaker: 'Lee', text: 'No trust.' },
        { speaker: 'I', role: 'interviewer', text: 'Never?' },
        { speaker: '李四', text: 'Some trust.' },
        { speaker: '李四', text: 'A little.' },
      ],
    });
    const whole = {
      ...byHand(talk.transcript, 0, 'No trust.'),
      end: byHand(talk.transcript, 0, 'A little.').end,
      hits: byRule(talk.transcript, 0, 'Some trust.', 'trust').hits,
    };
    const shown = (included: CodedSource['included']) => {
      const [quotation] = quotationsOf({ ...talk, included, codings: [whole] }, ids);
      return [quotation!.speaker, quotation!.pieces.map(({ text, marked }) => (marked ? `*${text}*` : text)).join('')];
    };
    expect(shown(() => true)).toEqual(['Lee', 'No trust.\n\nI: Never?\n\n李四: Some *trust*. A little.']);
    expect(shown(({ role }) => role !== 'interviewer')).toEqual([
      'Lee',
      'No trust.\n\n[…]\n\n李四: Some *trust*. A little.',
    ]);
    expect(shown(({ speaker }) => speaker === '李四')).toEqual(['李四', '[…]\n\nSome *trust*. A little.']);
  });

  it('does not show words whose speaker did not consent', () => {
    const silent = { ...source, quotable: () => false };
    expect(quotationsOf(silent, ids).map(({ pieces, question }) => [pieces, question])).toEqual(
      Array(2).fill([[{ text: WITHHELD, marked: false }], undefined]),
    );
    expect(kwicLines(silent, 20).map(({ before, match, after }) => before + match + after)).toEqual([
      WITHHELD,
      WITHHELD,
    ]);
    const tally = createExamples(codebook, 3);
    addToExamples(tally, silent);
    expect(selectExamples(tally, [])).toEqual([[], []]);
  });

  it('leaves out turns that do not pass the filters', () => {
    const none = { ...source, included: () => false };
    expect(quotationsOf(none, ids)).toEqual([]);
    expect(kwicLines(none, 20)).toEqual([]);
  });
});

describe('a keyword in context', () => {
  it('has so many columns on either side, within the turn, on one line', () => {
    const lines = kwicLines(source, 8);
    expect(lines.map(({ before, match, after }) => [before, match, after])).toEqual([
      ['我们', '信任', '政府，但'],
      ['但是不太', '信任', '科长。真'],
    ]);
    expect(lines[0]).toMatchObject({
      source: 'a/1.txt',
      case: 'A1',
      speaker: '罗总',
      role: 'respondent',
      line: 8,
      start: 22,
      end: 24,
      code: 0,
    });
  });

  it('puts line breaks and runs of white space as one space', () => {
    const one = sourceOf('x', { said: [{ speaker: 'R', text: 'They  do\nnot   trust\n them at all.' }] });
    const coded = { ...one, codings: [byRule(one.transcript, 0, 'trust\n them')] };
    expect(kwicLines(coded, 8)[0]).toMatchObject({ before: 'do not ', match: 'trust them', after: ' at all.' });
  });

  it('has no white space at its outer ends', () => {
    const one = sourceOf('x', {
      said: [
        { speaker: 'R', text: 'They trust' },
        { speaker: 'R', text: 'trust in us' },
      ],
    });
    const coded = {
      ...one,
      codings: [byRule(one.transcript, 0, 'trust'), byRule(one.transcript, 0, 'trust', 'trust', 1)],
    };
    expect(kwicLines(coded, 4).map(({ before, after }) => [before, after])).toEqual([
      ['hey ', ''],
      ['', ' in'],
    ]);
  });

  it('cuts between characters, never through one', () => {
    const one = sourceOf('x', { said: [{ speaker: 'R', text: `${'👍'.repeat(50)}x${'é😀'.repeat(50)}` }] });
    const coded = { ...one, codings: [byRule(one.transcript, 0, 'x')] };
    for (let width = 0; width < 12; width++) {
      const { before, after } = kwicLines(coded, width)[0]!;
      expect([...before].every((character) => character === '👍')).toBe(true);
      expect([...before]).toHaveLength(Math.floor(width / 2));
      expect(/^(é😀)*é?$/u.test(after)).toBe(true);
    }
  });
});

describe('the examples of a code', () => {
  const long = 'and so it went on for years in this city of ours';
  const make = (
    name: string,
    ofCase: string,
    texts: readonly string[],
    coders: readonly number[] = [],
  ): CodedSource => {
    const lines = texts.map((text) => ({ speaker: 'R', text }));
    const one = transcriptOf(name, lines);
    return {
      ...sourceOf(name, { said: lines }),
      case: ofCase,
      codings: texts.map((text, i) => (coders.includes(i) ? byHand(one, 0, text) : byRule(one, 0, text))),
    };
  };
  const study = [
    make('b.txt', 'B', [`trust b1 ${long}`, `trust b2 ${long}`]),
    make('a2.txt', 'A', [`trust a3 ${long}`]),
    make('a1.txt', 'A', ['trust!', `trust a2 ${long}`, `trust a1 ${long}`], [2]),
    make('c.txt', 'C', ['trust', `trust ${long.repeat(9)}`]),
  ];
  const select = (sources: readonly CodedSource[], limit: number): string[] => {
    const tally = createExamples(codebook, limit);
    for (const one of sources) addToExamples(tally, one);
    return selectExamples(tally, ['A', 'B', 'C'])[0]!.map(({ pieces }) =>
      pieces
        .map(({ text }) => text)
        .join('')
        .slice(0, 8),
    );
  };

  it('come from different cases first, the fittest of each', () => {
    expect(select(study, 1)).toEqual(['trust a1']);
    expect(select(study, 3)).toEqual(['trust a1', 'trust b1', 'trust']);
    expect(select(study, 5)).toEqual(['trust a1', 'trust a2', 'trust b1', 'trust b2', 'trust']);
    expect(select(study, 9)).toHaveLength(8);
  });

  it('are the same in whatever order sources come, and when tallies are merged', () => {
    const order = ['A', 'B', 'C'];
    for (let limit = 1; limit < 8; limit++) {
      const [whole, one, other] = [
        createExamples(codebook, limit),
        createExamples(codebook, limit),
        createExamples(codebook, limit),
      ];
      study.forEach((each, i) => {
        addToExamples(whole, each);
        addToExamples(i % 2 ? one : other, each);
      });
      expect(select([...study].reverse(), limit)).toEqual(select(study, limit));
      mergeExamples(one, structuredClone(other));
      expect(selectExamples(one, order)).toEqual(selectExamples(whole, order));
    }
  });

  it('give every case its turn over the codes of a report', () => {
    const both = study.map((one) => ({
      ...one,
      codings: one.codings.flatMap((coding) => [coding, { ...coding, code: 1 }]),
    }));
    const tally = createExamples(codebook, 2);
    for (const one of both) addToExamples(tally, one);
    const cases = selectExamples(tally, ['A', 'B', 'C']).map((quotations) =>
      quotations.map((quotation) => quotation.case),
    );
    expect(cases).toEqual([
      ['A', 'B'],
      ['A', 'C'],
    ]);
  });

  it('look through a bounded number of cases', () => {
    const many = Array.from({ length: 120 }, (_, i) =>
      make(`s${i}`, `case ${String(i).padStart(3, '0')}`, [`trust ${long}`]),
    );
    const tally = createExamples(codebook, 2);
    for (const one of many.reverse()) addToExamples(tally, one);
    expect([...tally.shelves[0]!.cases.keys()].sort().at(-1)).toBe('case 049');
    expect(describeSelection(2)).toMatch(/^At most 2 quotations a code/);
    expect(describeSelection(1)).toMatch(/^At most 1 quotation a code/);
    expect(describeSelection(2)).toContain('in more than 50 cases, the first 50 by their ids');
  });
});
