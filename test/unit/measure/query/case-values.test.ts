import { describe, expect, it } from '@jest/globals';
import { bindQuery } from '../../../../src/measure/query/bind.js';
import { leavesOf, truthOf } from '../../../../src/measure/query/case-facts.js';
import { addToCaseValues } from '../../../../src/measure/query/case-values.js';
import { type Truth, together } from '../../../../src/measure/truth.js';
import { parseQuery } from '../../../../src/measure/query/parse.js';
import { codebookOf, sourceOf } from '../build.js';

const codebook = codebookOf([['trust'], ['资金'], ['irony']]);
const SAID = [
  { speaker: 'Interviewer', role: 'interviewer', text: 'And the money?' },
  { speaker: 'Ann', text: 'They trust us with the money.' },
  { speaker: '梁生', text: '资金要到年底。' },
] as const;

/** What a source of the case A1 says: trust is there, 资金 is not though somebody looked, nobody looked for irony. */
function valueOf(text: string): Truth {
  const { value, diagnostics } = bindQuery(parseQuery(`case has (${text})`).value!, text, codebook);
  expect(diagnostics).toEqual([]);
  const expression = value!.cases[0]!;
  const leaves = leavesOf(expression);
  const source = sourceOf('a.txt', {
    said: SAID,
    codings: [],
    case: 'A1',
    attributes: { founded: '1998', type: '机构' },
    lookedAt: (code) => code < 2,
    included: ({ role }) => role !== 'interviewer',
    personal: new Set(['gender']),
    turnAttribute: ({ speaker }, name) => (speaker === '梁生' && name === 'gender' ? 'male' : undefined),
  });
  const isTrust = leaves.map((leaf) => (leaf.kind === 'codes' && leaf.codes.includes(0) ? 1 : 0));
  const tally = { leaves, sources: [] };
  addToCaseValues(tally, { ...source, caseFacts: new Map([['A1', Uint8Array.from(isTrust)]]) });
  const [said] = tally.sources as { cases: ReadonlyMap<string, readonly Truth[]> }[];
  return truthOf(expression, said!.cases.get('A1')!);
}

describe('the value of an expression in a case', () => {
  it.each<[string, Truth]>([
    ['trust', 1],
    ['资金', 0],
    ['irony', null],
    ['not irony', null],
    ['trust or irony', 1],
    ['资金 and irony', 0],
    ['trust and irony', null],
    ['trust precedes irony', null],
    ['资金 precedes trust', 0],
    ['irony and coder = ann', null],
    ['资金 and coder = ann', 0],
    // Asked of turns, whether or not anything is coded in them.
    ['founded < 2000', 1],
    ['founded >= 2000', 0],
    // Whether somebody gave a value is never unknown.
    ['gender = male', 1],
    ['staff = 12', null],
    ['staff = *', 0],
    ['staff != *', 1],
    ['staff = ""', 1],
    ['not founded >= 2000', 1],
    ['staff > 5', null],
    ['staff = (none)', 1],
    ['staff != 5', null],
    ['type = 机* and founded < 2000', 1],
    ['gender = male', 1],
    ['gender = female', 0],
    ['speaker = Ann', 1],
    ['speaker = Interviewer', 0],
    ['role = respondent and speaker = Bob', 0],
    ['trust and founded < 2000', 0],
  ])('%s is %j', (text, value) => {
    expect(valueOf(text.replace('(none)', '"(none)"'))).toBe(value);
  });
});

describe('sources of one case', () => {
  it.each<[readonly Truth[], Truth]>([
    [[], null],
    [[null, null], null],
    [[null, 0], 0],
    [[0, null, 1], 1],
  ])('%j together say %j', (values, value) => {
    expect(together(values)).toBe(value);
  });
});
