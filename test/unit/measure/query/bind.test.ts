import { describe, expect, it } from '@jest/globals';
import { renderDiagnostic } from '../../../../src/core/render.js';
import { bindQuery } from '../../../../src/measure/query/bind.js';
import { type Bound, isCondition } from '../../../../src/measure/query/bound.js';
import { parseQuery } from '../../../../src/measure/query/parse.js';
import { codebookOf } from '../build.js';

const codebook = codebookOf([
  ['strategy'],
  ['alliance', 'strategy'],
  ['merger', 'strategy'],
  ['bank-merger', 'merger'],
  ['信任'],
  ['资金'],
  ['资金到位', '资金'],
  ['and'],
]);

function bind(text: string) {
  return bindQuery(parseQuery(text).value!, text, codebook);
}

/** A bound query with the ids of its codes. */
function shown(bound: Bound): string {
  switch (bound.kind) {
    case 'codes':
      return bound.codes.map((code) => codebook.codes[code]!.id).join('|');
    case 'condition':
      return bound.test.kind === 'words'
        ? `[${bound.test.of} ${bound.test.search}]`
        : `[${bound.test.name} ${bound.test.comparison} ${bound.test.value}${bound.test.isPattern ? ' pattern' : ''}]`;
    case 'case':
      return `case ${bound.at}`;
    case 'not':
      return `not ${shown(bound.of)}`;
    default:
      return `(${shown(bound.left)} ${bound.kind === 'relation' ? bound.operator : bound.kind} ${shown(bound.right)})`;
  }
}

describe('a bound query', () => {
  it.each([
    ['merger', 'merger'],
    ['strategy/*', 'alliance|merger|bank-merger'],
    ['strategy/*merger', 'merger|bank-merger'],
    ['*merger', 'merger|bank-merger'],
    ['资金*', '资金|资金到位'],
    ['信任 near 资金', '(信任 near 资金)'],
    ['"and" and merger', '(and and merger)'],
    ['speaker = Ann*', '[speaker = Ann* pattern]'],
    ['speaker = "Ann*"', '[speaker = Ann*]'],
    ['text ~ fund* and (memo ~ /x/ or text ~ 资金)', '([text 0] and ([memo 1] or [text 2]))'],
    ['merger and case has 信任', '(merger and case 0)'],
    ['(case has 信任) or case has (merger and coder = ann)', '(case 0 or case 1)'],
    ['"text" = interview', '[text = interview]'],
    ['case has 信任 and (merger or founded < 2000)', 'case 0'],
  ])('%s', (text, expected) => {
    const { value, diagnostics } = bind(text);
    expect(diagnostics).toEqual([]);
    expect(shown(value!.root)).toBe(expected);
  });

  it('holds what cases are asked, and the keywords as written', () => {
    const { value } = bind('merger and text ~ "social service" and case has (信任 and memo ~ /x/i)');
    expect(value!.searches).toEqual(['social service', '/x/i']);
    expect(value!.cases.map(shown)).toEqual(['(信任 and [memo 1])']);
  });

  it('is plain data, which workers can be given', () => {
    const { value } = bind('merger near 信任 within 2 turns and text ~ fund* and case has 资金');
    expect(structuredClone(value)).toEqual(value);
  });

  it('tells conditions from selections', () => {
    const root = (text: string): Bound => bind(text).value!.root;
    expect(isCondition(root('not (speaker = Ann and case has merger)'))).toBe(true);
    expect(isCondition(root('speaker = Ann or merger'))).toBe(false);
  });

  it.each([
    ['mergr', 'query:1:1: error QC471: the codebook has no code "mergr"', 'Did you mean merger?'],
    ['信任 and 资金x', 'query:1:8: error QC471: the codebook has no code "资金x"', 'Did you mean 资金?'],
    ['fund*', 'query:1:1: error QC471: no code is fund*', 'qcode codebook list shows them.'],
    ['alliance/*', 'query:1:1: error QC471: no code is alliance/*', 'qcode codebook list shows them.'],
    ['"strategy/*"', 'query:1:1: error QC471: the codebook has no code "strategy/*"', null],
    ['text = fund', 'query:1:1: error QC470: text is not compared', null],
    ['speaker ~ Ann', 'query:1:1: error QC470: ~ is asked of text and memo, not of speaker', null],
    ['text ~ /(/', 'query:1:8: error QC470: the expression cannot be compiled', null],
    ['case has (merger and case has 信任)', 'query:1:22: error QC470: case has stands within case has', null],
    [
      'case has (merger and 信任 and coder = ann)',
      'query:1:1: error QC470: the condition belongs to no one code',
      null,
    ],
    // In a case somebody else may be meant than who laid the first.
    ['case has 信任 and (merger or coder = ann)', 'query:1:1: error QC470: the condition belongs to no one code', null],
    ['case has not (信任 and (merger or text ~ x))', 'query:1:1: error QC470: the condition belongs to no', null],
  ])('%s is refused', (text, head, remedy) => {
    const { value, diagnostics } = bind(text);
    expect(value).toBeUndefined();
    const [first] = diagnostics.map(renderDiagnostic);
    expect(first).toContain(head);
    if (remedy !== null) expect(first).toContain(`remedy: ${remedy}`);
  });

  it('names all codes that there are not', () => {
    expect(bind('x1 near y1').diagnostics).toHaveLength(2);
  });
});
