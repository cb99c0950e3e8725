import { describe, expect, it } from '@jest/globals';
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { prefixOfStem } from '../../../src/match/stem.js';

const ROOTS =
  'hop hope happi happy relat rate nation depend compet fund provid agenc abil possibl stabl communi hous troubl fall tan plead control roll cri ti electri formal digiti sensiti operat radic decis adopt reviv allow infer airlin gyroscop defens irrit effect bowdler fluenc conform conflat fil siz'.split(
    ' ',
  );
const SUFFIXES = [
  '',
  's',
  'es',
  'ed',
  'ing',
  'ings',
  'y',
  'ies',
  'ied',
  'er',
  'ers',
  'ation',
  'ational',
  'ator',
  'ization',
  'izer',
  'ability',
  'ibility',
  'ible',
  'able',
  'ably',
  'ness',
  'fulness',
  'ousness',
  'iveness',
  'ive',
  'ivity',
  'al',
  'ally',
  'ality',
  'alism',
  'ence',
  'ance',
  'ency',
  'ment',
  'ement',
  'ely',
  'ously',
  'ology',
  'logi',
  'icate',
  'ical',
  'iciti',
  'eed',
  'ble',
  'ting',
  'ping',
  'bing',
];

describe('the prefix that stands for a stem', () => {
  it('begins every word of that stem', () => {
    const words = ROOTS.flatMap((root) => SUFFIXES.map((suffix) => root + suffix));
    const missed = words.filter((word) => {
      const prefix = prefixOfStem(porter.stem(word)).written.slice(0, -1);
      return !word.startsWith(prefix);
    });
    expect(missed).toEqual([]);
  });
});
