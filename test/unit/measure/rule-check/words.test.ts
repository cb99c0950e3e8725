import { describe, expect, it } from '@jest/globals';
import { judgedUnits } from '../../../../src/measure/rule-check/judged.js';
import { languageOf } from '../../../../src/measure/rule-check/language.js';
import { wordsOf } from '../../../../src/measure/rule-check/words.js';
import { parseTranscript } from '../../../../src/text/parse.js';
import { decode, encode } from '../../../../src/text/utf8.js';
import { sourceOf } from '../build.js';

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
  });
});

describe('units that coders read', () => {
  const source = sourceOf('s', { said: [{ speaker: 'R', text: 'One came. Two came. Three came.' }] });
  const span = (text: string) => {
    const start = decode(source.transcript.text).indexOf(text);
    return { start, end: start + text.length };
  };
  const readOf = (kind: 'sentence' | 'turn', seen: readonly ReturnType<typeof span>[] | null) =>
    judgedUnits({ ...source, seen }, kind).map((one) => one.read);

  it('are those all of whose words were seen, in one mark or several', () => {
    expect(readOf('sentence', [span('Two came.')])).toEqual([false, true, false]);
    expect(readOf('sentence', [])).toEqual([false, false, false]);
    expect(readOf('sentence', null)).toEqual([true, true, true]);
    expect(readOf('turn', [span('Three came.'), span('One came.')])).toEqual([false]);
    expect(readOf('turn', [span('Three came.'), span('One came.'), span('Two came.')])).toEqual([true]);
    expect(readOf('sentence', [span('One came. Two')])).toEqual([true, false, false]);
  });
});

describe('the language of a source', () => {
  const zh = sourceOf('zh', { said: [{ speaker: 'R', text: '我们有 grant 资金。' }] });
  const en = sourceOf('en', { said: [{ speaker: 'R', text: 'We have 资 money from them.' }] });

  it('is what is written of it, without region and script', () => {
    expect(languageOf({ ...zh, attributes: { language: 'zh-Hant-HK' } }, 'en')).toBe('zh');
    expect(languageOf({ ...zh, attributes: { language: 'EN_gb' } }, null)).toBe('en');
    expect(languageOf({ ...zh, attributes: { language: '粵語' } }, null)).toBe('粵語');
  });

  it("else the study's where the text is written as it is, else the script", () => {
    expect([languageOf(zh, 'zh'), languageOf(en, 'zh')]).toEqual(['zh', 'spaced script']);
    expect([languageOf(zh, 'en'), languageOf(en, 'en')]).toEqual(['Han script', 'en']);
    expect(languageOf(zh, null)).toBe('Han script');
  });
});
