import { countWords } from '../../text/word.js';
import { MISSING, type CodedSource, attributeOf } from '../coded-source.js';

/** Languages that are written in characters without spaces between words. */
const WITHOUT_SPACES = /^(zh|ja|yue|wuu|nan|hak|lzh|cmn|th|lo|km|my)$/;

/** Languages by the names that people write in place of a tag. */
const BY_NAME: Readonly<Record<string, string>> = {
  english: 'en',
  英文: 'en',
  英语: 'en',
  英語: 'en',
  chinese: 'zh',
  mandarin: 'zh',
  中文: 'zh',
  汉语: 'zh',
  漢語: 'zh',
  普通话: 'zh',
  普通話: 'zh',
};

/** What a language is called where nobody named it. */
export const BY_SCRIPT = { han: 'Han script', spaced: 'spaced script' } as const;

/**
 * The language of a source: the one that its header or cases.csv names, without region and script; else the study's, where
 * most of the words are written as that language is; else what they are written in.
 *
 * @param main the study's main language, or null
 */
export function languageOf(source: CodedSource, main: string | null): string {
  const own = attributeOf(source, undefined, 'language');
  if (own !== MISSING) return bare(own);
  const script = scriptOf(source);
  const language = main === null ? null : bare(main);
  return language !== null && isWithoutSpaces(language) === (script === 'han') ? language : BY_SCRIPT[script];
}

/** Whether a language is written without spaces between words. */
export function isWithoutSpaces(language: string): boolean {
  return WITHOUT_SPACES.test(language);
}

function bare(tag: string): string {
  const named = BY_NAME[tag.trim().toLowerCase()];
  if (named !== undefined) return named;
  const [language] = /^[A-Za-z]{2,3}(?=$|[-_])/.exec(tag.trim()) ?? [];
  return language === undefined ? tag.trim() : language.toLowerCase();
}

/** Which script most words of the turns that pass are of; each character of a script without spaces is a word. */
function scriptOf({ transcript: { text, furniture, turns }, included }: CodedSource): 'han' | 'spaced' {
  let words = 0;
  let han = 0;
  for (const turn of turns.filter(included)) {
    const counted = countWords(text, { start: turn.speech, end: turn.end }, furniture);
    words += counted.words;
    han += counted.hanCharacters;
  }
  return han > words / 2 ? 'han' : 'spaced';
}
