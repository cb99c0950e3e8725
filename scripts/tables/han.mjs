/* Traditional to Simplified, character by character, from the dictionaries of OpenCC. */
import hongKong from 'opencc-js/dict/HKVariants';
import hongKongReversed from 'opencc-js/dict/HKVariantsRev';
import taiwan from 'opencc-js/dict/TWVariants';
import taiwanReversed from 'opencc-js/dict/TWVariantsRev';
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

const read = (dictionary) =>
  dictionary
    .split('|')
    .map((pair) => pair.split(' ').map((s) => s.normalize('NFC')))
    .filter(([from, to]) => [...from].length === 1 && [...to].length === 1 && from !== to);

/**
 * All [from, to] with from ≠ to, ascending. Characters that are written for one another anywhere (裏 裡 里, 台 臺) make
 * a family, and every member goes to the same one, a Simplified character.
 */
export function hanPairs() {
  const characters = read(traditionalToSimplified);
  const variants = [hongKong, taiwan].flatMap(read).map(([standard, variant]) => [variant, standard]);
  const simplified = new Set(characters.map(([, to]) => to));
  const parent = new Map();
  const headOf = (s) => (parent.has(s) ? headOf(parent.get(s)) : s);
  for (const [from, to] of [...characters, ...variants, ...[hongKongReversed, taiwanReversed].flatMap(read)]) {
    const [a, b] = [headOf(from), headOf(to)];
    if (a === b) continue;
    if (simplified.has(a) && !simplified.has(b)) parent.set(b, a);
    else parent.set(a, b);
  }
  return [...parent.keys()].map((s) => [s.codePointAt(0), headOf(s).codePointAt(0)]).sort(([a], [b]) => a - b);
}
