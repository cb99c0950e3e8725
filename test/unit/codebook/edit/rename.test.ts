import { describe, expect, it } from '@jest/globals';
import { renameCode } from '../../../../src/codebook/edit/rename.js';

const rename = (yaml: string, id: string, to: string, name?: string): string => {
  const { value, diagnostics } = renameCode(yaml, 'codebook.yaml', { id, to, ...(name && { name }) });
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return value;
};

describe('renaming a code', () => {
  it('keeps the old id below the new one, and all else as it is', () => {
    const yaml = 'codes:\n  - id: "a" # stable\n    # why\n    name: A\n    keywords: [a]\n  - id: b\n';
    expect(rename(yaml, 'a', 'c', 'C')).toBe(
      'codes:\n  - id: "c" # stable\n    was: [a]\n    # why\n    name: C\n    keywords: [a]\n  - id: b\n',
    );
  });

  it.each([
    ['was: [x]', 'was: [x, a]'],
    ['was: x', 'was: [x, a]'],
    ['was:', 'was: [a]'],
    ['was: []', 'was:\n      - a'],
    ['was:\n      - x # first', 'was:\n      - x # first\n      - a'],
  ])('adds to %j', (before, after) => {
    expect(rename(`codes:\n  - id: a\n    ${before}\n`, 'a', 'b')).toBe(`codes:\n  - id: b\n    ${after}\n`);
  });

  it('changes the code map with it', () => {
    const yaml = `core: a # why
codes: [{id: a}, {id: b}]
relations:
  # first
  - {from: a, type: causes, to: b} # so it is
  - from: b
    type: contradicts
    to: "a"
`;
    expect(rename(yaml, 'a', '资金')).toBe(`core: 资金 # why
codes: [{id: 资金, was: [a]}, {id: b}]
relations:
  # first
  - {from: 资金, type: causes, to: b} # so it is
  - from: b
    type: contradicts
    to: "资金"
`);
  });

  it('quotes ids and names that other readers of YAML take for something else than text', () => {
    expect(rename('codes:\n  - id: null\n', 'null', 'true', 'No')).toBe(
      "codes:\n  - id: 'true'\n    was: ['null']\n    name: 'No'\n",
    );
    expect(rename('codes:\n  - id: b\n    was: [x]\n', 'b', '12')).toBe("codes:\n  - id: '12'\n    was: [x, b]\n");
  });

  it('is refused where another code has the name, with what makes one of the two', () => {
    const yaml = 'codes:\n  - id: a\n    name: Kin\n  - id: b\n    name: Sister\n';
    const { value, diagnostics } = renameCode(yaml, 'codebook.yaml', { id: 'a', to: 'sister-2', name: ' sister ' });
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      {
        message: 'the code "b" is called "Sister" already',
        remedy: 'To make one code of the two: qcode codebook merge a b.',
      },
    ]);
    // Its own name in other letters is nobody else's.
    expect(rename(yaml, 'a', 'a', 'KIN')).toContain('name: KIN');
  });

  it('back to a former id exchanges the two', () => {
    expect(rename('codes:\n  - id: b\n    was: [x, a, y]\n', 'b', 'a')).toBe('codes:\n  - id: a\n    was: [x, b, y]\n');
  });

  it('may give a name alone, with and without one before', () => {
    expect(rename('codes:\n  - id: a\n    name: "A"\n', 'a', 'a', 'It’s "B"')).toBe(
      'codes:\n  - id: a\n    name: "It’s \\"B\\""\n',
    );
    expect(rename('codes:\n  - {id: a, keywords: [x]}\n', 'a', 'a', 'A')).toBe(
      'codes:\n  - {id: a, name: A, keywords: [x]}\n',
    );
  });

  it('leaves a name that repeats the id as somebody wrote it', () => {
    expect(rename('codes:\n  - id: a\n    name: a\n', 'a', 'b')).toBe('codes:\n  - id: b\n    was: [a]\n    name: a\n');
  });
});
