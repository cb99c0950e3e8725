import { describe, expect, it } from '@jest/globals';
import { mergeCodes } from '../../../../src/codebook/edit/merge.js';
import { parseCodebook } from '../../../../src/codebook/parse.js';

const merge = (yaml: string, from: string, into: string): string => {
  const { value, diagnostics } = mergeCodes(yaml, 'codebook.yaml', { from, into });
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return value;
};

const YAML = `# all codes
codes:
  - id: money
    keywords:
      - fund*   # prefix
      - grant
    except: [fundamental]
  # on pay
  - id: pay
    was: [wages]
    name: Pay
    definition: What people are paid.
    # not bonuses
    keywords:
      - GRANT # twice
      - wage* # new
    except: [wager]
    codes:
      # first of pay
      - id: late-pay
        keywords: [arrears]   # late
  - id: trust
`;

describe('merging codes', () => {
  it('moves keywords, exceptions and the codes below, and keeps words as comments', () => {
    expect(merge(YAML, 'pay', 'money')).toBe(`# all codes
codes:
  - id: money
    was: [pay, wages]
    # pay (Pay), merged into this code
    # definition: What people are paid.
    # not bonuses
    # twice
    # first of pay
    keywords:
      - fund*   # prefix
      - grant
      - wage* # new
    except: [fundamental, wager]
    codes:
      - id: late-pay
        keywords: [arrears]   # late
  # on pay
  - id: trust
`);
  });

  it('makes one of relations that say the same, and takes out those between the two', () => {
    const yaml = `codes:
  - id: a
  - id: b
  - id: c
relations:
  - {from: a, type: causes, to: c} # seen in A1
  # on b
  - {from: b, type: causes, to: c} # seen in D1
  - {from: b, type: contradicts, to: a} # doubtful
  - {from: c, type: contradicts, to: b}
core: b
`;
    expect(merge(yaml, 'b', 'a')).toBe(`codes:
  - id: a
    was: [b]
    # seen in D1
    # doubtful
  - id: c
relations:
  - {from: a, type: causes, to: c} # seen in A1
  # on b
  - {from: c, type: contradicts, to: a}
core: a
`);
  });

  it('takes out the key of relations of which none is left', () => {
    const yaml = 'codes:\n  - id: a\n  - id: b\nrelations:\n  - {from: a, type: causes, to: b}\n';
    expect(merge(yaml, 'b', 'a')).toBe('codes:\n  - id: a\n    was: [b]\n');
  });

  it('refuses to make a code a kind of itself', () => {
    const yaml = `codes: [{id: a}, {id: b}, {id: c}]
relations: [{from: a, type: is-a, to: b}, {from: b, type: is-a, to: c}]
`;
    const { value, diagnostics } = mergeCodes(yaml, 'codebook.yaml', { from: 'c', into: 'a' });
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'QC126', message: 'the merged code would be a kind of itself: b is-a a is-a b' },
    ]);
  });

  it('of a code into the one above it moves what is below it up', () => {
    const yaml =
      'codes:\n  - id: a\n    codes:\n      - id: b\n        keywords: [x]\n        codes:\n          - id: c\n';
    expect(merge(yaml, 'b', 'a')).toBe(
      'codes:\n  - id: a\n    was: [b]\n    keywords:\n      - x\n    codes:\n      - id: c\n',
    );
  });

  it('writes between brackets where the other code stands between them', () => {
    const yaml = 'codes:\n  - {id: a, keywords: [x]}\n  - id: b\n    name: B\n    keywords:\n      - "*y" # star\n';
    expect(merge(yaml, 'b', 'a')).toBe(
      "codes:\n  # b (B), merged into this code\n  # star\n  - {id: a, was: [b], keywords: [x, '*y']}\n",
    );
  });

  it('lets rules code what they coded before', () => {
    const yaml =
      'segment: turn\ncodes:\n  - id: a\n    segment: match\n    keywords: [x]\n  - id: b\n    keywords:\n      - x\n      - {any: y, near: z}\n    codes: [{id: c, keywords: [w]}]\n';
    const { value } = parseCodebook(merge(yaml, 'b', 'a'), 'codebook.yaml');
    expect(value!.codes.map(({ id, rules }) => [id, rules.map(({ name, segment }) => `${name} ${segment}`)])).toEqual([
      ['a', ['x match', 'x turn', 'y turn']],
      ['c', ['w turn']],
    ]);
  });

  it('takes a code out from between brackets', () => {
    expect(merge('codes: [{id: a}, {id: b}, {id: c}]\n', 'b', 'c')).toBe('codes: [{id: a}, {id: c, was: [b]}]\n');
    expect(merge('codes: [{id: a}, {id: b}]\n', 'a', 'b')).toBe('codes: [{id: b, was: [a]}]\n');
    expect(merge('codes: [{id: a}, {id: b}]\n', 'b', 'a')).toBe('codes: [{id: a, was: [b]}]\n');
  });
});
