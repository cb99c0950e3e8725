import { afterAll, describe, expect, it } from '@jest/globals';
import { SMALL, folderWith, qcode, removeFolders } from '../cli/run.js';

afterAll(removeFolders);

const rule = (fields: string, more = ''): string => `rules:\n  - {${fields}}\n${more}`;
const A = 'name: a, if: trust, then: [x]';

/** The theory, how the diagnostic reads, exit code, further words. */
const cases: readonly (readonly [string, string, string, number, ...string[]])[] = [
  ['QC471', rule('name: a, if: mony, then: [x]'), 'theory.yaml:2:19: error QC471: the codebook has no code "mony"', 2],
  ['QC480', rule('name: a, if: trust and, then: [x]'), 'theory.yaml:2:28: error QC480: the query ends', 1],
  ['QC480', rule('name: a, if: "信任 ) x", then: [x]'), 'theory.yaml:2:23: error QC480: ', 1],
  ['QC480', rule('name: a, if: text ~ fund, then: [x]'), 'theory.yaml:2:19: error QC480: a theory asks for codings', 1],
  ['QC481', '', 'error QC481: the file is empty', 1],
  ['QC481', 'title: x\n', 'error QC481: this theory has no rules', 1],
  ['QC481', rule('name: a, then: [x]'), 'theory.yaml:2:5: error QC481: this rule has no "if"', 1],
  ['QC481', rule('name: a, if: trust, then: []'), 'error QC481: this rule has no "then"', 1],
  ['QC481', rule(A, `  - {${A}}\n`), 'theory.yaml:3:12: error QC481: line 2 has a rule "a" already', 1],
  ['QC481', rule(A, 'threshold: 0\n'), 'theory.yaml:3:12: error QC481: the threshold is no whole number', 1],
  [
    'QC481',
    rule(A, 'judgements:\n  - {case: A1, code: trust, value: maybe, why: w}\n'),
    'error QC481: "maybe" is no value',
    1,
  ],
  [
    'QC481',
    rule(A, 'judgements:\n  - {case: A1, code: trust, value: true}\n'),
    'error QC481: this judgement has no "why"',
    1,
  ],
  [
    'QC481',
    rule(A, 'judgements:\n  - {case: A1, code: trust, value: true, why: w, quotations: [trust, …]}\n'),
    'theory.yaml:4:70: error QC481: this quotation has no words',
    1,
  ],
  [
    'QC471',
    rule(A, 'judgements:\n  - {case: A1, code: y, value: true, why: w}\n'),
    'error QC471: the codebook has no code "y", and no rule adds',
    2,
  ],
  ['QC482', rule('name: a, if: trust, then: [money]'), 'theory.yaml:2:33: error QC482: "money" is a code', 1],
  [
    'QC482',
    rule('name: a, if: trust, then: ["a b"]'),
    'error QC482: "a b" cannot be a theme: it cannot hold a space',
    1,
  ],
  ['QC482', rule(`${A}, expect: x`), 'error QC482: "x" is a theme', 1],
  ['QC488', rule(`${A}, written: 2025-02-30`), 'theory.yaml:2:46: error QC488: "2025-02-30" is no day and no time', 1],
  ['QC488', rule(`${A}, written: 2025年3月14日`), 'theory.yaml:2:46: error QC488: "2025年3月14日" is no day', 1],
  ['QC488', rule(`${A}, written: "2025-03-14T09:30+08:00"`), 'error QC488: "2025-03-14T09:30+08:00" is no day', 1],
  ['QC488', rule(`${A}, written: ""`), 'theory.yaml:2:46: error QC488: "" is no day', 1],
  ['QC108', rule(`${A}, written: [2025-03-14]`), 'error QC108: "written" must be a text', 1],
  ['QC107', rule(`${A}, expet: grant`), 'error QC107: a rule has no key "expet"', 1],
  ['QC483', rule('name: a, if: not x, then: [x]'), 'error QC483: the rule "a" negates', 1, '--fixpoint'],
  ['QC484', rule('name: a, if: x or trust, then: [x]'), 'warning QC484: the rule "a" reads the theme "x"', 0],
  [
    'QC485',
    rule(A, 'judgements:\n  - {case: B9, code: trust, value: true, why: w}\n'),
    'warning QC485: no source that was read',
    0,
  ],
];

describe('diagnostics of theories', () => {
  it.each(cases)('%s %#', (_, theory, says, exit, ...words) => {
    const folder = folderWith({ ...SMALL, 'theory.yaml': theory });
    const { stderr, code } = qcode(folder, ['theory', ...words]);
    expect(stderr).toContain(says);
    expect(stderr.split(says)).toHaveLength(2);
    expect(code).toBe(exit);
  });

  it('QC489', () => {
    const folder = folderWith({
      ...SMALL,
      'codebook.yaml': SMALL['codebook.yaml'].replace('codes:', 'properties:\n  stance: [肯定, 否定]\ncodes:'),
      'theory.yaml': rule(A),
    });
    const { stderr, code } = qcode(folder, ['theory']);
    expect(stderr).toContain('warning QC489: the property "stance" of the codebook has no value "affirms"');
    expect(qcode(folder, ['check']).stdout).toContain('warning QC489: the property "stance"');
    expect(stderr).toContain('stance: [affirms, denies, hypothetical]');
    expect(code).toBe(0);
  });

  it.each([
    [
      'QC471',
      rule('name: a, if: mony, then: [x]'),
      'theory.yaml:2:19: error QC471: the codebook has no code "mony"',
      1,
    ],
    ['QC480', rule('name: a, if: trust and, then: [x]'), 'theory.yaml:2:28: error QC480: the query ends', 1],
    // In which way rules will be tried, is not known yet.
    ['QC484', rule('name: a, if: x or trust, then: [x]'), 'theory.yaml:2:19: info QC484: the rule "a" reads', 0],
    [
      'QC485',
      rule(A, 'judgements:\n  - {case: AI, code: trust, value: true, why: w}\n'),
      'theory.yaml:4:12: warning QC485: no source that was read belongs to the case "AI"; did you mean "A1"?',
      0,
    ],
    [
      'QC486',
      rule(A, 'judgements:\n  - {case: D1, code: trust, value: true, why: w, quotations: [资金靠信任, 资金靠钱]}\n'),
      'theory.yaml:4:70: warning QC486: no source of the case "D1" has these words',
      0,
    ],
    ['1 error', rule(`${A}, expect: "@x"`), 'theory.yaml:2:46: error QC478: qcode.yaml has no query "x"', 1],
  ])('%s is found by qcode check %#', (code, theory, says, exit) => {
    const found = qcode(folderWith({ ...SMALL, 'theory.yaml': theory }), ['check']);
    expect(found.stdout).toContain(says);
    expect(found.stdout.split(code)).toHaveLength(2);
    expect(found.code).toBe(exit);
  });

  it('names the file that is not there', () => {
    const { stderr, code } = qcode(folderWith(SMALL), ['theory']);
    expect(stderr).toContain('theory.yaml');
    expect(code).toBe(2);
  });
});
