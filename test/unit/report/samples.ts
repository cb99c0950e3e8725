import type { Codebook, Code, Rule } from '../../../src/codebook/codebook.js';
import type { Cooccurrence, Pair } from '../../../src/measure/cooccurrence-types.js';
import type { Counting, Frequency, FrequencyColumn } from '../../../src/measure/frequency-types.js';
import type { SourceGlance } from '../../../src/measure/glance.js';
import type { Basis } from '../../../src/report/basis.js';
import type { Quotation } from '../../../src/report/model.js';

/* A study so small that every figure can be checked by eye: three codes, two providers, one department. */

export const basis: Basis = {
  set: { kind: 'rules' },
  filters: ['turns of interviewers left out'],
  sources: 3,
  cases: 3,
};

const codes = [
  { id: 'delivery', name: 'Service delivery', depth: 0, parent: null },
  { id: 'amount', name: '资助金额', depth: 1, parent: 'delivery' },
  { id: 'logic', name: 'Dependent to survive', depth: 0, parent: null },
];

const rule = (code: string, name: string): Rule => ({
  code,
  index: 0,
  name,
  any: [],
  near: [],
  unless: [],
  segment: 'sentence',
  line: 1,
  column: 1,
});

export const codebook: Codebook = {
  file: 'codebook.yaml',
  title: 'Procurement',
  fold: { han: true },
  properties: {},
  relationTypes: [],
  relations: [],
  codes: codes.map(({ id, name, depth, parent }): Code => ({
    id,
    was: [],
    name,
    depth,
    parent,
    ...(id === 'amount' ? { definition: 'How much money a project brings.' } : {}),
    examples: [],
    rules: id === 'logic' ? [] : [rule(id, `${id}*`)],
    except: [],
    line: 1,
    column: 1,
  })),
};

export const rows = codes.map(({ id, name, depth }) => ({ code: id, label: name, depth }));

const none = [null, null, null];

/** A column with these segments by code, and 1,000 words. */
function column(key: string, group: string, segments: readonly (number | null)[], cases: number): FrequencyColumn {
  const figures: Record<Counting, readonly (number | null)[]> = {
    segments,
    hits: none,
    sources: none,
    cases: segments.map((n) => (n === null ? null : Math.min(n, cases))),
    words: none,
    characters: none,
  };
  const all = segments.reduce<number>((sum, n) => sum + (n ?? 0), 0);
  const base = {
    sources: cases,
    cases,
    turns: 20 * cases,
    speakers: cases,
    segments: all,
    hits: null,
    words: 1000 * cases,
    characters: null,
    paragraphs: null,
  };
  const casesLookedAt = segments.map((n) => (n === null ? 0 : cases));
  const lookedAt = {
    words: casesLookedAt.map((n) => 1000 * n),
    characters: none,
    paragraphs: none,
    sources: casesLookedAt,
    cases: casesLookedAt,
  };
  return { key, group, figures, rated: figures, casesLookedAt, lookedAt, base };
}

const heli = column('Heli 和里', 'provider', [4, 12, null], 1);
const tongzhou = column('Tongzhou 同舟', 'provider', [0, 3, null], 1);
const bureau = column('民政局', 'government', [1, 0, null], 1);

export const frequency: Frequency = {
  rows,
  columns: [heli, tongzhou, bureau],
  groups: [
    { group: 'provider', total: column('total', 'provider', [4, 15, null], 2), cases: [heli, tongzhou] },
    { group: 'government', total: column('total', 'government', [1, 0, null], 1), cases: [bureau] },
  ],
  options: { by: 'agency', groupBy: 'type', rollup: false, needs: { words: true } },
  scripts: { han: 2, spaced: 1 },
};

/** The same with every code's descendants: 2 of Heli's segments have both codes. */
export const rolledUp: Frequency = (() => {
  const [one, other, third] = [
    column('Heli 和里', 'provider', [14, 12, null], 1),
    column('Tongzhou 同舟', 'provider', [3, 3, null], 1),
    column('民政局', 'government', [1, 0, null], 1),
  ];
  return {
    ...frequency,
    columns: [one, other, third],
    groups: [
      { group: 'provider', total: column('total', 'provider', [17, 15, null], 2), cases: [one, other] },
      { group: 'government', total: column('total', 'government', [1, 0, null], 1), cases: [third] },
    ],
    options: { ...frequency.options, rollup: true },
  };
})();

const met: Pair = { both: 2, sameWords: 1, cases: 1, first: 5, second: 4 };

export const cooccurrence: Cooccurrence = {
  rows: [...rows, { code: 'choice', label: 'Choice', depth: 0 }],
  options: { unit: 'paragraph', rollup: false, units: true },
  units: 40,
  cases: 3,
  pair(first, second): Pair {
    if (first === second) return { both: 5, sameWords: 0, cases: 2, first: 5, second: 5 };
    if (first + second === 1)
      return { both: null, sameWords: null, cases: null, first: 5, second: 5, blank: 'related' };
    if (first === 2 || second === 2) {
      return { both: null, sameWords: null, cases: null, first: null, second: null, blank: 'not looked at' };
    }
    return first === 0 || second === 0 ? met : { both: 1, sameWords: 1, cases: 1, first: 3, second: 3 };
  },
};

export const quotation: Quotation = {
  source: 'A1-1.txt',
  case: 'Heli 和里',
  speaker: '罗总',
  time: '00:01:23',
  line: 34,
  turn: 8,
  start: 120,
  end: 140,
  code: 'amount',
  coders: [],
  memos: [],
  question: { speaker: '访谈者', text: '资金够吗？' },
  pieces: [
    { text: '我们第一年拿到的', marked: false },
    { text: '资金', marked: true },
    { text: '只有三十万，\n不够用。', marked: false },
  ],
};

export const glances: readonly SourceGlance[] = [
  glance('A1-1.txt', 'Heli 和里', 'provider', 1000, 900, 16),
  glance('A2-1.txt', 'Tongzhou 同舟', 'provider', 1000, 10, 3),
  glance('D1-1.txt', '民政局', 'government', 1000, 950, 0),
];

function glance(
  source: string,
  agency: string,
  type: string,
  words: number,
  han: number,
  codings: number,
): SourceGlance {
  return {
    source,
    case: agency,
    attributes: { agency, type },
    encoding: 'utf-8',
    counted: true,
    turns: 20,
    words,
    characters: 4000,
    hanCharacters: han,
    codings,
    codes: codings > 0 ? 2 : 0,
    byCode: new Map(
      codings > 0
        ? [
            [0, codings - 1],
            [1, 1],
          ]
        : [],
    ),
    speakers: [{ label: '罗总', role: 'respondent', turns: 20, words, characters: 4000 }],
  };
}
