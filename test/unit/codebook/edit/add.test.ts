import { describe, expect, it } from '@jest/globals';
import { addCode } from '../../../../src/codebook/edit/add.js';

const add = (yaml: string, parent: string | null = null, more: { name?: string; definition?: string } = {}): string => {
  const { value, diagnostics } = addCode(yaml, 'codebook.yaml', { id: 'new', name: 'New', parent, ...more });
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return value;
};

describe('adding a code', () => {
  it('puts it after the last, below comments that are the last one’s, above those that are not', () => {
    const yaml = 'codes:\n  - id: a\n    keywords: [x] # why\n    # more on a\n\n# the end\n';
    expect(add(yaml)).toBe(
      'codes:\n  - id: a\n    keywords: [x] # why\n    # more on a\n  - id: new\n    name: New\n\n# the end\n',
    );
  });

  it('keeps the blank line between codes', () => {
    expect(add('codes:\n  - id: a\n\n  - id: b\n')).toBe(
      'codes:\n  - id: a\n\n  - id: b\n\n  - id: new\n    name: New\n',
    );
  });

  it('indents codes below a code as the file does elsewhere', () => {
    const yaml = 'codes:\n- id: a\n  codes:\n  - id: b\n- id: c\n  name: C\n';
    expect(add(yaml, 'c')).toBe(`${yaml}  codes:\n  - id: new\n    name: New\n`);
    const wide = 'codes:\n    - id: a\n      codes:\n          - id: b\n    - id: c\n';
    expect(add(wide, 'c')).toBe(`${wide}      codes:\n          - id: new\n            name: New\n`);
  });

  it.each([
    ['codes: []\n', 'codes:\n  - id: new\n    name: New\n'],
    ['codes: [] # none yet\ntitle: T\n', 'codes: # none yet\n  - id: new\n    name: New\ntitle: T\n'],
    ['codes:\ntitle: T\n', 'codes:\n  - id: new\n    name: New\ntitle: T\n'],
    ['title: T\n', 'title: T\ncodes:\n  - id: new\n    name: New\n'],
    ['title: T', 'title: T\ncodes:\n  - id: new\n    name: New'],
    ['', 'codes:\n  - id: new\n    name: New\n'],
    ['# to come\n', '# to come\ncodes:\n  - id: new\n    name: New\n'],
    ['{title: T}\n', '{title: T, codes: [{id: new, name: New}]}\n'],
    ['---\ntitle: T\n...\n', '---\ntitle: T\ncodes:\n  - id: new\n    name: New\n...\n'],
  ])('begins %j', (before, after) => {
    expect(add(before)).toBe(after);
  });

  it.each([
    ['codes: [{id: a}]\n', 'codes: [{id: a}, {id: new, name: New}]\n'],
    ['codes: [{id: a}, ]\n', 'codes: [{id: a}, {id: new, name: New}, ]\n'],
    ['codes: [\n  {id: a} # first\n]\n', 'codes: [\n  {id: a}, # first\n  {id: new, name: New}\n]\n'],
    ['codes: [\n  {id: a}, # first\n]\n', 'codes: [\n  {id: a}, # first\n  {id: new, name: New},\n]\n'],
  ])('goes between brackets: %j', (before, after) => {
    expect(add(before)).toBe(after);
  });

  it('goes below a code that stands between brackets', () => {
    expect(add('codes:\n  - {id: a, keywords: [x]} # one\n', 'a')).toBe(
      'codes:\n  - {id: a, keywords: [x], codes: [{id: new, name: New}]} # one\n',
    );
  });

  it('keeps a byte order mark and the line breaks of the file', () => {
    expect(add('\ufeffcodes:\r\n  - id: a\r\n# end\r\n')).toBe(
      '\ufeffcodes:\r\n  - id: a\r\n  - id: new\r\n    name: New\r\n# end\r\n',
    );
  });

  it('quotes what YAML would take for something else', () => {
    const name = 'Who’s who: "a" #1';
    expect(add('codes:\n  - id: a\n', null, { name, definition: 'One\nTwo' })).toBe(
      `codes:\n  - id: a\n  - id: new\n    name: '${name}'\n    definition: "One\\nTwo"\n`,
    );
  });

  it('does not touch a codebook with mistakes', () => {
    const { value, diagnostics } = addCode('codes:\n  - id: a\n    nmae: x\n', 'c.yaml', {
      id: 'b',
      name: '',
      parent: null,
    });
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['QC107']);
  });
});

describe('an id and a name', () => {
  it.each(['null', 'True', 'NO', 'y', 'off', '12', '007', '1_000', '1e3', '0x1F', '2024-05-01', '3-5'])(
    'that other readers of YAML take for something else than text are quoted: %s',
    (word) => {
      const { value } = addCode('codes:\n  - id: a\n', 'codebook.yaml', { id: word, name: `${word} `, parent: null });
      expect(value).toBe(`codes:\n  - id: a\n  - id: '${word}'\n`);
      const named = addCode('codes:\n  - id: a\n', 'codebook.yaml', { id: 'b', name: word, parent: null });
      expect(named.value).toBe(`codes:\n  - id: a\n  - id: b\n    name: '${word}'\n`);
    },
  );

  it.each(['nothing', '2nd-round', 'yes-but', '政府', 'once'])(
    'are written as they are where they are text: %s',
    (word) => {
      const { value } = addCode('codes:\n  - id: a\n', 'codebook.yaml', { id: word, name: word, parent: null });
      expect(value).toBe(`codes:\n  - id: a\n  - id: ${word}\n`);
    },
  );
});
