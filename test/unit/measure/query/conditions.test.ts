import { describe, expect, it } from '@jest/globals';
import type { Span } from '../../../../src/core/span.js';
import { bindQuery } from '../../../../src/measure/query/bind.js';
import { evaluator } from '../../../../src/measure/query/evaluate.js';
import { parseQuery } from '../../../../src/measure/query/parse.js';
import { byHand, byRule, codebookOf, sourceOf, transcriptOf } from '../build.js';

const codebook = { ...codebookOf([['trust'], ['资金']]), fold: { han: true } };
const SAID = [
  { speaker: 'Interviewer', role: 'interviewer', text: 'And the money?' },
  { speaker: 'Ann', text: 'They trust us with the money.' },
  { speaker: '梁生', text: '资金要到年底。' },
] as const;
const transcript = transcriptOf('interviews/a-1.txt', SAID);
const memo = '  延误：why?';
const codings = [
  byRule(transcript, 0, 'the money?'),
  { ...byHand(transcript, 0, 'trust us'), coders: ['ann', 'mchan'], memos: [memo] },
  byRule(transcript, 1, '资金要到年底。', '资金'),
];
const source = sourceOf('interviews/a-1.txt', {
  said: SAID,
  codings,
  case: 'A1',
  attributes: { founded: '1998', staff: '1,200', date: '2008-07-01', 'year of visit': '2010', 类型: '机构' },
  personal: new Set(['gender', 'staff']),
  turnAttribute: ({ speaker }, name) => (speaker === '梁生' ? { gender: 'male', staff: '900.5' }[name] : undefined),
});

/** Which of the three codings a query selects: of the interviewer, of Ann, of 梁生. */
function selected(text: string): string {
  const { value: query, diagnostics } = bindQuery(parseQuery(text).value!, text, codebook);
  expect(diagnostics).toEqual([]);
  const whole = Buffer.from(transcript.text);
  const found = (search: number): Span[] => {
    const words = query!.searches[search]!;
    const start = whole.indexOf(words);
    return start < 0 ? [] : [{ start, end: start + Buffer.byteLength(words) }];
  };
  const tools = {
    unit: 'paragraph',
    found,
    inMemo: (search: number, of: string) => of.includes(query!.searches[search]!),
    holds: (_: number, name: string) => name === 'A1',
  } as const;
  const chosen = evaluator(source, tools)(query!.root);
  return ['I', 'A', '梁'].filter((_, i) => chosen[i] === 1).join(' ');
}

describe('a condition on codings', () => {
  it.each([
    ['case = A1', 'I A 梁'],
    ['case != A1', ''],
    ['case = A*', 'I A 梁'],
    ['case = "A*"', ''],
    ['source = interviews/*', 'I A 梁'],
    ['source = *a-1*', 'I A 梁'],
    ['source = a-1', 'I A 梁'],
    ['source = a-1.txt', 'I A 梁'],
    ['source = a*', 'I A 梁'],
    ['source != a-1', ''],
    ['source = b-1', ''],
    ['speaker = 梁生', '梁'],
    ['speaker = 梁*', '梁'],
    ['speaker != Ann', 'I 梁'],
    // As --speaker finds them: case, width and spaces do not count.
    ['speaker = " ANN"', 'A'],
    ['speaker = ａn*', 'A'],
    // Values are folded as text is; ids are not.
    ['类型 = 機構', 'I A 梁'],
    ['类型 = 機*', 'I A 梁'],
    ['gender = Male', '梁'],
    ['case = a1', ''],
    ['coder = MCHAN', ''],
    ['role = interviewer', 'I'],
    ['类型 = 机构', 'I A 梁'],
    ['coder = mchan', 'A'],
    ['coder = m*', 'A'],
    ['coder != mchan', 'I 梁'],
    // Nobody laid or accepted what a rule alone coded.
    ['coder != nobody', 'I A 梁'],
    ['founded < 2000', 'I A 梁'],
    ['founded < 1998', ''],
    ['founded <= 1998.0', 'I A 梁'],
    // A number with a comma is no text: 1,200 > 999, though “1” comes before “9”. 梁生 has his own.
    ['staff > 999', 'I A'],
    ['staff <= 900.5', '梁'],
    ['date < 2008-07-02', 'I A 梁'],
    ['date >= 2008-07-02', ''],
    ['date > 2008-06', 'I A 梁'],
    // As exactly as is asked: a day of 2008 is not after 2008.
    ['date > 2008', ''],
    ['date >= 2008', 'I A 梁'],
    ['date < 2008', ''],
    ['date <= 2008', 'I A 梁'],
    ['date > 2007', 'I A 梁'],
    ['date < 2009', 'I A 梁'],
    ['date = 2008', 'I A 梁'],
    ['date = 2008-07', 'I A 梁'],
    ['date = 2008-06', ''],
    ['date != 2008', ''],
    ['date <= 2008-07', 'I A 梁'],
    ['date < 2008-7-2', 'I A 梁'],
    ['date = 2008年7月1日', 'I A 梁'],
    // Whether a month that is given as a year is before July nobody knows.
    ['"year of visit" < 2010-07', ''],
    ['"year of visit" >= 2010-07', ''],
    ['"year of visit" < 2011-07', 'I A 梁'],
    ['"year of visit" = 2010', 'I A 梁'],
    ['gender = male', '梁'],
    ['gender != male', 'I A'],
    // What is missing is neither more nor less than anything.
    ['gender > a', '梁'],
    ['gender <= z', '梁'],
    ['gender = (none)', null],
    ['gender = "(none)"', 'I A'],
    ['gender = ""', 'I A'],
    ['gender != ""', '梁'],
    ['gender = *', '梁'],
    ['gender != *', 'I A'],
    ['coder = ""', 'I 梁'],
    ['coder = *', 'A'],
    ['text ~ money', 'I'],
    ['text ~ 年底', '梁'],
    // In the turn, but not in the segment.
    ['trust and text ~ They', ''],
    ['memo ~ 延误', 'A'],
    ['not memo ~ 延误', 'I 梁'],
    ['speaker = Ann or text ~ 年底', 'A 梁'],
    ['trust and speaker = Ann', 'A'],
    ['speaker = Ann and trust', 'A'],
    ['trust or role = respondent', 'I A 梁'],
    ['trust and not role = interviewer', 'A'],
    ['资金 and case has trust', '梁'],
    ['资金 and not case has trust', ''],
  ])('%s', (text, expected) => {
    if (expected === null) expect(parseQuery(text).value).toBeUndefined();
    else expect(selected(text)).toBe(expected);
  });
});
