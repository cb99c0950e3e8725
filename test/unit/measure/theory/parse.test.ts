import { describe, expect, it } from '@jest/globals';
import type { Codebook } from '../../../../src/codebook/codebook.js';
import { renderDiagnostic } from '../../../../src/core/render.js';
import type { SavedQueries } from '../../../../src/measure/query/saved.js';
import type { CaseExpression } from '../../../../src/measure/theory/expression.js';
import { parseTheory } from '../../../../src/measure/theory/parse.js';
import { codebookOf } from '../build.js';

const plain = codebookOf([['信任'], ['money'], ['grant', 'money'], ['brand']]);
const codebook: Codebook = {
  ...plain,
  codes: plain.codes.map((code) => ({ ...code, was: code.id === '信任' ? ['trust', 'faith'] : [] })),
};

const read = (yaml: string, queries: SavedQueries = {}) => parseTheory(yaml, 'theory.yaml', { codebook, queries });

/** The expression of the first rule with its facts in words. */
function shown(condition: string, then = 'x'): string {
  const { value, diagnostics } = read(`rules:\n  - {name: a, if: '${condition}', then: [${then}]}\n`);
  if (!value) return diagnostics.map(({ message }) => message).join('; ');
  const words = (of: CaseExpression): string => {
    if (of.kind === 'fact') return `[${value.facts[of.at]!.text}]`;
    if (of.kind === 'theme') return `{${of.name}}`;
    if (of.kind === 'not') return `not ${words(of.of)}`;
    return `(${words(of.left)} ${of.kind} ${words(of.right)})`;
  };
  return words(value.rules[0]!.condition);
}

describe('what a rule asks', () => {
  it.each([
    ['信任 and not money', '([信任] and not [money])'],
    ['case has (信任 or money)', '([信任] or [money])'],
    ['信任 precedes money within 2 turns', '[信任 precedes money within 2 turns]'],
    ['(信任 or brand) near money', '[(信任 or brand) near money]'],
    // A condition beside a code is asked of the code's codings …
    ['信任 and coder = mchan', '[信任 and coder = mchan]'],
    ['not (信任 and speaker = Ann)', 'not [信任 and speaker = Ann]'],
    // … beside a theme of the case; joined by or, of the case, too.
    ['x and type = provider', '({x} and [type = provider])'],
    ['信任 or type = provider', '([信任] or [type = provider])'],
    ['type = provider and founded < 2000', '[type = provider and founded < 2000]'],
    ['not type = provider', '[not type = provider]'],
    ['x and not 信任', '({x} and not [信任])'],
    ['money/* or brand*', '([money/*] or [brand*])'],
  ])('%s is %s', (condition, expected) => {
    expect(shown(condition)).toBe(expected);
  });

  it('asks each thing once, however it is written', () => {
    const { value } = read(
      'rules:\n  - {name: a, if: "信任 near (money)", then: [x]}\n  - {name: b, if: "（信任） NEAR money and brand", then: [y], expect: brand}\ngoal: x and brand\n',
    );
    expect(value!.facts.map(({ text }) => text)).toEqual(['信任 near money', 'brand']);
  });
});

describe('former ids in a theory', () => {
  const THEORY = `rules:
  - {name: a, if: trust and money, then: [x], expect: not trust}
  - {name: b, if: faith or 信任, then: [y]}
judgements:
  - {case: A1, code: trust, value: true, why: w}
`;

  it('are read as the codes that they are now, and told once each with all lines', () => {
    const { value, diagnostics } = read(THEORY);
    expect(value!.facts.map(({ text }) => text)).toEqual(['信任', 'money']);
    expect(value!.rules.map(({ text }) => text)).toEqual([
      '信任 and money (trust and money)',
      '信任 or 信任 (faith or 信任)',
    ]);
    expect(value!.judgements.map(({ name }) => name)).toEqual(['信任']);
    expect(diagnostics.map((one) => renderDiagnostic(one).split('\n')[0])).toEqual([
      'theory.yaml:2:19: warning QC477: the code "trust" was renamed or merged: it is 信任 now (lines 2, 5)',
      'theory.yaml:3:19: warning QC477: the code "faith" was renamed or merged: it is 信任 now',
    ]);
  });

  it('do not let one case be judged twice of what is one code now', () => {
    const { value, diagnostics } = read(`${THEORY}  - {case: A1, code: 信任, value: false, why: w}\n`);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ message }) => message)).toContain('"信任" in A1 is judged on line 5 already');
  });

  it('are no themes', () => {
    expect(shown('money', 'trust')).toBe('"trust" is a code');
  });
});

describe('saved queries in a theory', () => {
  const at = { file: 'qcode.yaml', line: 9, column: 6, excerpt: '  a: x' };
  const queries = {
    pair: { text: 'case has (信任 near money)', place: at },
    wrong: { text: 'mony', place: { ...at, excerpt: '  a: mony' } },
  };

  it('are parts of the expression that names them', () => {
    const { value, diagnostics } = read(
      'rules:\n  - {name: a, if: not @pair and x, then: [x], expect: "@pair"}\n',
      queries,
    );
    expect(diagnostics).toEqual([]);
    expect(value!.facts.map(({ text }) => text)).toEqual(['信任 near money']);
    expect(value!.rules[0]!.text).toBe('(not (信任 near money)) and x (not @pair and x)');
  });

  it.each([
    ['"@wrong or money"', 'qcode.yaml:9:6: error QC471: the codebook has no code "mony"'],
    ['money or @pare', 'theory.yaml:2:28: error QC478: qcode.yaml has no query "pare"'],
  ])('%s is refused where the mistake stands', (condition, head) => {
    const { value, diagnostics } = read(`rules:\n  - {name: a, if: ${condition}, then: [x]}\n`, queries);
    expect(value).toBeUndefined();
    expect(diagnostics.map((one) => renderDiagnostic(one).split('\n')[0])).toEqual([head]);
  });
});

it('gives the queries as they are written, also of a theory that cannot be read', () => {
  const { value, asked } = read(
    'rules:\n  - {name: a, if: trust and mony, then: [x]}\njudgements:\n  - {case: A1, code: faith, value: true, why: w}\n  - {case: A1, code: x, value: true, why: w}\n',
  );
  expect(value).toBeUndefined();
  expect(asked.map(({ text, place }) => [text, place.line])).toEqual([
    ['trust and mony', 2],
    ['"faith"', 4],
  ]);
});
