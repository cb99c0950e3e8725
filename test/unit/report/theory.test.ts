import { describe, expect, it } from '@jest/globals';
import { parseCodebook } from '../../../src/codebook/parse.js';
import type { CodedSource } from '../../../src/measure/coded-source.js';
import { addToEvidence, createEvidence } from '../../../src/measure/theory/evidence.js';
import { parseTheory } from '../../../src/measure/theory/parse.js';
import { testTheory } from '../../../src/measure/theory/tested.js';
import type { Figures, List, QuotationGroup, Quotations, Section } from '../../../src/report/model.js';
import { theoryReport } from '../../../src/report/theory.js';
import type { TheoryShown } from '../../../src/report/theory-shown.js';
import { theoryTable } from '../../../src/report/theory-table.js';
import { byHand, sourceOf, transcriptOf } from '../measure/build.js';

const codebook = parseCodebook(
  'codes:\n  - {id: growth, name: Growth}\n  - {id: brand}\n  - {id: 淡化, name: 品牌淡化}\n',
  'codebook.yaml',
).value!;

/** What is coded in a case: so many codings of growth, brand and 淡化, each with as many quotations, by a coder's hand. */
type Counts = readonly [growth: number, brand: number, diluted: number];

function theoryOf(yaml: string, cases: Readonly<Record<string, Counts>>, more: Partial<TheoryShown> = {}): TheoryShown {
  const theory = parseTheory(yaml, 'theory.yaml', { codebook, queries: {} }).value!;
  const tally = createEvidence(codebook, {
    facts: theory.facts.map(({ bound }) => bound),
    judged: [],
    byStance: false,
    unit: 'turn',
    limit: 9,
  });
  for (const [name, counts] of Object.entries(cases))
    for (const one of sourcesOf(name, counts)) addToEvidence(tally, one);
  return {
    theory,
    cases: testTheory(theory, codebook, tally, null),
    fixpoint: false,
    byStance: false,
    basis: { set: { kind: 'manual' }, filters: [], sources: 2, cases: 2 },
    caveats: [],
    caseNames: new Map(),
    codes: codebook.codes,
    quotes: 3,
    footings: theory.rules.map(() => null),
    ...more,
  };
}

/** Two sources of a case; what is coded stands in the first, a line each. */
function sourcesOf(name: string, counts: Counts): CodedSource[] {
  const coded = counts.flatMap((n, code) =>
    Array.from({ length: n }, (_, i) => ({ code, text: `${name} ${codebook.codes[code]!.id} ${i + 1}` })),
  );
  const said = coded.map(({ text }) => ({ speaker: 'R', text }));
  const transcript = transcriptOf(`${name}-1.txt`, said);
  return [
    sourceOf(`${name}-1.txt`, {
      case: name,
      said,
      codings: coded.map(({ code, text }) => byHand(transcript, code, text)),
    }),
    sourceOf(`${name}-2.txt`, { case: name, said: [{ speaker: 'R', text: '没有别的了。' }] }),
  ];
}

const RULE = 'rules:\n  - {name: more is known, if: growth, then: [known], expect: brand and not 淡化}\n';

const sectionOf = (shown: TheoryShown, heading: string): Section =>
  theoryReport(shown, []).sections.find((section) => section.heading === heading)!;

function groupsIn(shown: TheoryShown, name: string): readonly QuotationGroup[] {
  const blocks = sectionOf(shown, '1. more is known').blocks;
  const block = blocks.find((one): one is Quotations => one.kind === 'quotations' && one.name === name);
  return block?.groups ?? [];
}

const texts = ({ quotations }: QuotationGroup): string[] =>
  quotations.map(({ pieces }) => pieces.map(({ text }) => text).join(''));

describe('the evidence for a claim', () => {
  it('is spread over the cases that support it, and no more than asked for', () => {
    const shown = theoryOf(RULE, { A: [1, 4, 0], B: [1, 4, 0], C: [1, 1, 0], D: [1, 2, 0] });
    const groups = groupsIn(shown, 'evidence');
    expect(groups.map(({ heading }) => heading)).toEqual(['A', 'B', 'C', 'D']);
    expect(groups.map(texts)).toEqual([['A brand 1'], ['B brand 1'], ['C brand 1'], []]);
    expect(groups[3]!.note).toBe('brand: 2 codings (D-1.txt:3); 淡化: looked for in 2 sources, none found.');
  });

  it('goes round again where there are fewer cases than quotations', () => {
    const groups = groupsIn(theoryOf(RULE, { A: [1, 4, 0], B: [1, 1, 0] }), 'evidence');
    expect(groups.map(texts)).toEqual([['A brand 1', 'A brand 2'], ['B brand 1']]);
  });

  it('takes cases first that other claims were not quoted from', () => {
    const two = `${RULE}  - {name: again, if: brand, then: [again], expect: growth}\n`;
    const shown = theoryOf(two, { A: [1, 1, 0], B: [1, 1, 0] }, { quotes: 1 });
    const quoted = ['1. more is known', '2. again'].map((heading) =>
      sectionOf(shown, heading).blocks.flatMap((block) =>
        block.kind === 'quotations' ? block.groups.flatMap(texts) : [],
      ),
    );
    expect(quoted).toEqual([['A brand 1'], ['B growth 1']]);
  });

  it('says so where no case supports it', () => {
    const blocks = sectionOf(theoryOf(RULE, { A: [1, 0, 0] }), '1. more is known').blocks;
    expect(blocks).toContainEqual({ kind: 'paragraph', text: 'Evidence: no case supports it.' });
  });
});

describe('the counter-evidence', () => {
  it('is what the claim wants absent, and what is for the claim beside it', () => {
    const [against, all] = groupsIn(theoryOf(RULE, { A: [1, 2, 1] }), 'counter-evidence');
    expect([against!.heading, against!.note, texts(against!)]).toEqual(['A', '淡化: 1 coding.', ['A 淡化 1']]);
    expect([all!.heading, all!.note, texts(all!)]).toEqual([
      '',
      'All the same, for the claim: brand: 2 codings.',
      ['A brand 1'],
    ]);
  });

  it('is that nothing was found where something is wanted', () => {
    const groups = groupsIn(theoryOf(RULE, { A: [1, 0, 0] }), 'counter-evidence');
    expect(groups).toEqual([{ heading: 'A', note: 'brand: looked for in 2 sources, none found.', quotations: [] }]);
  });

  it('was looked for where none is found, in as many sources and cases as could have had some', () => {
    const shown = theoryOf(RULE, { A: [1, 1, 0], B: [1, 1, 0], C: [0, 0, 0] });
    expect(sectionOf(shown, '1. more is known').blocks).toContainEqual({
      kind: 'paragraph',
      text: 'Counter-evidence: looked for in 4 sources of 2 cases, none found.',
    });
  });

  it('was not looked for where no case meets the IF', () => {
    expect(sectionOf(theoryOf(RULE, { A: [0, 1, 0] }), '1. more is known').blocks).toContainEqual({
      kind: 'paragraph',
      text: 'Counter-evidence: no case was asked.',
    });
  });
});

describe('a pattern of codes', () => {
  it('that no code of it reaches is not said to have too few codings', () => {
    const yaml = 'threshold: 2\nrules:\n  - {name: more is known, if: "*r*", then: [known], expect: 淡化}\n';
    const reason = (counts: Counts) => theoryTable(theoryOf(yaml, { A: counts })).rows[0]!.cells[6]!.value;
    expect(reason([1, 1, 0])).toBe('IF false: *r*: 2 codings (A-1.txt:1), no code has 2.');
    expect(reason([0, 1, 0])).toBe('IF false: *r*: only 1 coding (A-1.txt:1).');
  });
});

describe('judgements', () => {
  const judged = `${RULE}judgements:\n  - {case: A, code: 淡化, value: false, why: It is of others., quotations: [theirs]}\n`;

  it('stand with their reasons, in place of the codings that they are about', () => {
    const groups = groupsIn(theoryOf(judged, { A: [1, 1, 1] }), 'evidence');
    expect(groups.map(({ heading, note }) => [heading, note])).toEqual([
      ['A', 'brand: 1 coding.'],
      ['', 'Judged: 淡化 is false. It is of others. (1 quotation not found in what was read)'],
    ]);
  });

  it('are missing where nothing is expected and nobody judged', () => {
    const open = 'rules:\n  - {name: more is known, if: growth, then: [known]}\n';
    const groups = groupsIn(theoryOf(open, { A: [1, 0, 0] }), 'silent');
    expect(groups[0]!.note).toBe('growth: 1 coding (A-1.txt:1). Nobody judged whether what is claimed holds.');
  });
});

describe('the figures of a claim', () => {
  const figures = (shown: TheoryShown): Record<string, unknown> => {
    const block = sectionOf(shown, '1. more is known').blocks[0] as Figures;
    return Object.fromEntries(block.figures.map(({ label, value }) => [label, value]));
  };

  it('name the codes whose names say more than their ids', () => {
    expect(figures(theoryOf(RULE, { A: [1, 1, 0] }))['Codes']).toBe('growth: Growth; 淡化: 品牌淡化');
  });

  it('tell groups of cases apart, and only where there are several', () => {
    const cases: Readonly<Record<string, Counts>> = { A: [1, 1, 0], B: [1, 0, 0], D: [0, 0, 0] };
    const groups = (last: string) => ({
      groups: { by: 'type', of: new Map(['A', 'B', 'D'].map((id, i) => [id, i < 2 ? 'provider' : last])) },
    });
    expect(figures(theoryOf(RULE, cases, groups('government')))['By type']).toBe(
      'supports in provider 1 of 2 (1 contradicts); government 0 of 0',
    );
    expect(figures(theoryOf(RULE, cases, groups('provider')))).not.toHaveProperty('By type');
  });

  it('tell tests from checks of a pattern that was known', () => {
    const footings = [['pattern check', 'test', 'pattern check']] as const;
    const found = figures(theoryOf(RULE, { A: [1, 1, 0], B: [1, 1, 0], C: [1, 0, 0] }, { footings }))['Found'];
    expect(found).toBe(
      'The IF holds in 3 of 3 cases: 2 support the claim (1 test, 1 pattern check), 1 contradicts it (1 pattern check).',
    );
  });
});

describe('the table for spreadsheets', () => {
  it('has a row for each case and rule', () => {
    const { columns, rows } = theoryTable(theoryOf(RULE, { A: [1, 1, 0], B: [0, 0, 0] }));
    expect(columns.map(({ key }) => key)).toEqual([
      'case',
      'rule',
      'if',
      'expected',
      'verdict',
      'goal',
      'reason',
      'check',
    ]);
    expect(rows.map(({ cells }) => cells.slice(0, 5).map(({ value }) => value))).toEqual([
      ['A', 'more is known', 1, 1, 'supports'],
      ['B', 'more is known', 0, 0, 'IF not met'],
    ]);
  });
});

describe('where no case contradicts a claim', () => {
  it('says that this does not show that it is right', () => {
    const { blocks } = sectionOf(theoryOf(RULE, { A: [1, 1, 0] }), 'Claims that cases speak against');
    expect(blocks).toEqual([
      {
        kind: 'paragraph',
        text: 'No case contradicts a claim. That does not show that the claims are right.',
      },
    ]);
  });

  it('else names the codes to compare', () => {
    const { blocks } = sectionOf(theoryOf(RULE, { A: [1, 1, 1] }), 'Claims that cases speak against');
    expect((blocks[0] as List).items).toEqual(['1. more is known: A. qcode compare brand 淡化 --memo']);
  });
});
