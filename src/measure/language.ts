import { BY_SCRIPT, isWithoutSpaces } from './rule-check/language.js';

/** The attribute that holds the language of a source: without one it goes by the study's, or by its script. */
export const LANGUAGE = 'language';

/** How many sources are of which language, as `languageOf` names it: plain data. */
export type Languages = Map<string, number>;

export function addLanguage(languages: Languages, language: string, sources = 1): void {
  languages.set(language, (languages.get(language) ?? 0) + sources);
}

export function mergeLanguages(into: Languages, from: Languages): void {
  for (const [language, sources] of from) addLanguage(into, language, sources);
}

/** Whether a name is that of a script: nobody said of which language such a source is. */
export function isUndeclared(language: string): boolean {
  return language === BY_SCRIPT.han || language === BY_SCRIPT.spaced;
}

/**
 * What each language is called once all are known. Sources of which nobody said it are of the language declared for others
 * that is written in their script, where there is one such; else they go by their script, as several languages may.
 *
 * @example
 * settledLanguages(['en', 'spaced script'])('spaced script') // => 'en'
 * settledLanguages(['de', 'en', 'spaced script'])('spaced script') // => 'spaced script (not declared)'
 */
export function settledLanguages(found: Iterable<string>): (language: string) => string {
  const declared = [...new Set(found)].filter((language) => !isUndeclared(language));
  return (language) => {
    if (!isUndeclared(language)) return language;
    const [one, another] = declared.filter((other) => isWithoutSpaces(other) === (language === BY_SCRIPT.han));
    return one !== undefined && another === undefined ? one : `${language} (not declared)`;
  };
}
