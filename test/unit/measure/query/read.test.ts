import { describe, expect, it } from '@jest/globals';
import type { Codebook } from '../../../../src/codebook/codebook.js';
import type { Outcome } from '../../../../src/core/diagnostic.js';
import { renderDiagnostic } from '../../../../src/core/render.js';
import { type QueryNames, readBound, readCaseQuery, readSaved } from '../../../../src/measure/query/read.js';
import { written } from '../../../../src/measure/query/written.js';
import { codebookOf } from '../build.js';

const plain = codebookOf([['strategy'], ['merger', 'strategy'], ['trust'], ['资金'], ['within']]);
const FORMER: Readonly<Record<string, readonly string[]>> = {
  trust: ['confidence', '信任'],
  strategy: ['plan'],
  within: ['inside'],
};
const codebook: Codebook = {
  ...plain,
  codes: plain.codes.map((code) => ({ ...code, was: FORMER[code.id] ?? [] })),
};

/** Names with the queries of a qcode.yaml, each on a line of its own. */
function namesOf(queries: Readonly<Record<string, string>>): QueryNames {
  const entries = Object.entries(queries).map(([name, text], i) => {
    const excerpt = `  ${name}: ${text}`;
    const place = { file: 'qcode.yaml', line: i + 2, column: excerpt.length - text.length + 1, excerpt };
    return [name, { text, place }] as const;
  });
  return { codebook, queries: Object.fromEntries(entries) };
}

const told = ({ diagnostics }: Outcome<unknown>): string => diagnostics.map(renderDiagnostic).join('\n');

describe('former ids in a query', () => {
  it.each([
    ['confidence', 'trust', 'query:1:1'],
    ['资金 and not 信任', '资金 and (not trust)', 'query:1:12'],
    ['资金 and "confidence"', '资金 and "trust"', 'query:1:8'],
    ['case has (资金 near confidence)', 'case has (资金 near trust)', 'query:1:19'],
    ['plan/*', 'strategy/*', 'query:1:1'],
    ['plan/m*', 'strategy/m*', 'query:1:1'],
    // An id that is a word of the language is read as an id.
    ['inside', '"within"', 'query:1:1'],
  ])('%s asks for %s, and says so', (text, now, place) => {
    const { value, diagnostics } = readBound(text, namesOf({}));
    expect(value?.text).toBe(now);
    expect(diagnostics.map(renderDiagnostic)).toEqual([
      expect.stringMatching(new RegExp(`^${place}: warning QC477: .* was renamed or merged: it is `)),
    ]);
  });

  it('selects what the present id selects', () => {
    const { root } = readBound('confidence near plan/*', namesOf({})).value!;
    expect(root).toEqual(readBound('trust near strategy/*', namesOf({})).value!.root);
  });

  it('leaves alone what is no former id: values, patterns and quotation marks around other words', () => {
    const { value, diagnostics } = readBound('speaker = confidence and trust', namesOf({}));
    expect([value?.text, diagnostics]).toEqual(['speaker = confidence and trust', []]);
    expect(told(readBound('conf*', namesOf({})))).toContain('error QC471: no code is conf*');
    expect(told(readBound('"plan/*"', namesOf({})))).toContain('error QC471');
  });
});

describe('saved queries in a query', () => {
  const names = namesOf({
    pair: 'trust near 资金 within 2 turns',
    either: '@pair or merger',
    big: 'case has (trust and 资金)',
    'late merger': 'merger',
    合并: 'merger',
  });

  it.each([
    ['@pair', 'trust near 资金 within 2 turns'],
    ['merger and not @pair', 'merger and (not (trust near 资金 within 2 turns))'],
    ['@either and role = respondent', '((trust near 资金 within 2 turns) or merger) and role = respondent'],
    ['merger and @big', 'merger and (case has (trust and 资金))'],
    // It is the case already that is asked.
    ['case has (merger and @big)', 'case has (merger and (trust and 资金))'],
    ['@"late merger" or @合并', 'merger or merger'],
  ])('%s is %s', (text, expected) => {
    const { value, diagnostics } = readBound(text, names);
    expect(diagnostics).toEqual([]);
    expect(value!.text).toBe(expected);
    expect(value!.root).toEqual(readBound(expected, names).value!.root);
  });

  it('asks the case what a saved query asks the case, in an expression about cases', () => {
    expect(written(readCaseQuery('not @big and merger', names).value!)).toBe(
      'case has ((not (trust and 资金)) and merger)',
    );
    expect(written(readCaseQuery('@big', names).value!)).toBe('case has (trust and 资金)');
  });

  it('shows a mistake of a saved query where that stands, once', () => {
    const damaged = namesOf({ a: '@b or trust', b: 'merger near 资金x' });
    const { value, diagnostics } = readBound('@a and @b', damaged);
    expect(value).toBeUndefined();
    expect(diagnostics.map(renderDiagnostic)).toEqual([
      expect.stringContaining('qcode.yaml:3:18: error QC471: the codebook has no code "资金x"'),
    ]);
  });

  it('shows a mistake that only the place of a saved query makes there', () => {
    const { value, diagnostics } = readBound('case has (trust near @big)', names);
    expect(value).toBeUndefined();
    expect(diagnostics.map(renderDiagnostic)).toEqual([
      expect.stringContaining('query:1:22: error QC470: case has stands within case has'),
    ]);
  });

  it.each([
    ['@paar', 'query:1:1: error QC478: qcode.yaml has no query "paar"', 'Did you mean @pair?'],
    ['trust or @x9', 'query:1:10: error QC478: qcode.yaml has no query "x9"', 'Its queries are @pair, @either'],
    ['@"late merger', 'query:1:2: error QC470: the quotation that begins with " does not end', 'Close it'],
    ['@', 'query:1:1: error QC478: qcode.yaml has no query ""', 'Its queries are'],
  ])('%s is refused', (text, head, remedy) => {
    const said = told(readBound(text, names));
    expect(said).toContain(head);
    expect(said).toContain(remedy);
  });

  it.each([
    [{ a: 'trust or @a' }, 'qcode.yaml:2:15: error QC479: the query @a asks for itself: @a → @a'],
    [{ a: '@b', b: 'not @c', c: '@b' }, 'qcode.yaml:4:6: error QC479: the query @b asks for itself: @b → @c → @b'],
  ])('refuses a circle: %j', (queries, head) => {
    const { value, diagnostics } = readSaved('a', namesOf(queries));
    expect(value).toBeUndefined();
    expect(diagnostics.map(renderDiagnostic)).toEqual([expect.stringContaining(head)]);
  });

  it('tells a former id in a saved query where it stands', () => {
    const { value, diagnostics } = readSaved('a', namesOf({ a: 'merger or confidence' }));
    expect(value!.text).toBe('merger or trust');
    expect(diagnostics.map(renderDiagnostic)).toEqual([expect.stringContaining('qcode.yaml:2:16: warning QC477')]);
  });
});
