import { describe, expect, it } from '@jest/globals';
import { judgedUnits } from '../../../../src/measure/rule-check/judged.js';
import { languageOf } from '../../../../src/measure/rule-check/language.js';
import { decode } from '../../../../src/text/utf8.js';
import { sourceOf } from '../build.js';

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
