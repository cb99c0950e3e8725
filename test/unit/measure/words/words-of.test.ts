import { describe, expect, it } from '@jest/globals';
import { wordsOf } from '../../../../src/measure/words/words-of.js';
import { parseTranscript } from '../../../../src/text/parse.js';
import { encode } from '../../../../src/text/utf8.js';

const read = (text: string) => parseTranscript('a.txt', encode(text), { file: 'a.txt' }).value!;
const words = (text: string) => {
  const { length, counts } = wordsOf(read(text), { start: 0, end: encode(text).length });
  return { length, words: Object.fromEntries(counts) };
};

describe('words that may become keywords', () => {
  it('are tokens, folded, without function words, numbers and short ones', () => {
    expect(words('The Grant and the GRANT-maker’s 300,000 at 5 (laughs) to us.')).toEqual({
      length: 10,
      words: { grant: 1, "grant-maker's": 1 },
    });
  });

  it('are runs of characters that neither begin nor end with a function character', () => {
    expect(words('资金的来源')).toEqual({
      length: 5,
      words: { 资金: 1, 资金的来: 1, 资金的来源: 1, 金的来: 1, 金的来源: 1, 来源: 1 },
    });
    expect(words('我们就业').words).toEqual({ 就业: 1 });
    expect(words('后来觉得关系').words).toEqual({ 关系: 1 });
    expect(words('拖欠。拖欠').words).toEqual({ 拖欠: 2 });
    expect(words('用KPI考核').words).toEqual({ kpi: 1, 考核: 1 });
    expect(words('二十万，三年。四个社区').words).toMatchObject({ 社区: 1 });
    expect(Object.keys(words('二十万，三年。').words)).toEqual([]);
  });
});
