import { describe, expect, it } from '@jest/globals';
import { readHeader } from '../../../src/text/header.js';
import { encode } from '../../../src/text/utf8.js';

const read = (text: string) => readHeader(encode(text), 'a.md');

describe('the YAML header', () => {
  it('has its values as they are written', () => {
    const { value, diagnostics } = read(
      '---\ncase: A1\nfounded: 2008\nid: 007\nfollowup: no\ntime: 10:30\nnone: null\nquoted: "a: b"\n机构: 晴川\n---\nText',
    );
    expect(diagnostics).toEqual([]);
    expect(value!.header).toEqual({
      case: 'A1',
      founded: '2008',
      id: '007',
      followup: 'no',
      time: '10:30',
      none: 'null',
      quoted: 'a: b',
      机构: '晴川',
    });
    expect(value!.lines).toBe(10);
  });

  it('ends after the line feed of its closing line', () => {
    const text = '---\ncase: 甲\n---\nText';
    expect(read(text).value!.end).toBe(encode('---\ncase: 甲\n---\n').length);
    expect(read('---\ncase: 甲\n---').value!.end).toBe(encode('---\ncase: 甲\n---').length);
  });

  it('joins lists and names inner values by their path', () => {
    expect(read('---\nspeakers:\n  - Tim\n  - Ann\nagency:\n  size: 12\n---\n').value!.header).toEqual({
      speakers: 'Tim, Ann',
      'agency.size': '12',
    });
  });

  it('reads the same with and without the YAML parser', () => {
    const plain = read('---\ncase: A1\nplace: second floor, Linjiang\n---\n').value!.header;
    const parser = read('---\ncase: A1\nplace: "second floor, Linjiang"\n---\n').value!.header;
    expect(plain).toEqual(parser);
  });

  it.each(['Text', '---\nWe talked.\n---\nmore', '----\na: b\n----\n', '\n---\na: b\n---\n'])('is not %j', (text) => {
    expect(read(text)).toEqual({ value: { header: {}, end: 0, lines: 0 }, diagnostics: [] });
  });

  it('knows the case without regard to case', () =>
    expect(read('---\nCase: C3\n---\n').value!.header).toEqual({ case: 'C3' }));

  it('that is no YAML gives what its lines give', () => {
    const { value, diagnostics } = read("---\ncase: 'A: b'\nnote: a: b\nlist: [x\n---\nText");
    expect(value!.header).toEqual({ case: 'A: b', note: 'a: b', list: 'x' });
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['QC306', 'warning']]);
  });

  it('is taken off even where it cannot be read', () => {
    const { value, diagnostics } = read('---\ncase: [A1\ndate: x\n---\nText');
    expect(value!.lines).toBe(4);
    expect(diagnostics.map(({ code }) => code)).toContain('QC306');
  });
});
