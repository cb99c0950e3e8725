import { gSquared } from '../crosstab/g-squared.js';
import { type Measured, undefinedAs } from '../measured.js';

/** How much more often a word stands in some text than in the rest. */
export interface Keyness {
  /** G² of the word against all other words, in the text against the rest. */
  readonly statistic: number;
  /** Which of the two uses the word more for its length. */
  readonly typicalOf: 'text' | 'rest';
}

/**
 * Keyness of a word for a text against the rest, such as coded against uncoded text, by G² (Dunning 1993; Rayson & Garside
 * 2000): 2 Σ O ln(O/E) over the word and all others in both. Words of one interview are not independent: it ranks words and
 * tests nothing. Undefined where one of the two has no words, or the word is in neither.
 *
 * @param inText how often the word stands in the text, of `textWords` words
 * @param inRest how often in the rest, of `restWords` words
 * @example
 * keyness({ inText: 30, textWords: 1000, inRest: 20, restWords: 4000 }) // => { value: { statistic: 38.69848, typicalOf: 'text' } }
 * keyness({ inText: 0, textWords: 1000, inRest: 0, restWords: 4000 }) // => { value: null, reason: 'the word is in neither' }
 */
export function keyness({
  inText,
  textWords,
  inRest,
  restWords,
}: {
  readonly inText: number;
  readonly textWords: number;
  readonly inRest: number;
  readonly restWords: number;
}): Measured<Keyness> {
  if (textWords === 0 || restWords === 0) return undefinedAs('one of the two has no words');
  if (inText + inRest === 0) return undefinedAs('the word is in neither');
  const test = gSquared([
    [inText, inRest],
    [textWords - inText, restWords - inRest],
  ]);
  if (test.value === null) return test;
  const typicalOf = inText * restWords > inRest * textWords ? 'text' : 'rest';
  return { value: { statistic: test.value.statistic, typicalOf } };
}
