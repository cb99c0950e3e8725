/**
 * Code-point order of two strings, the same on every machine and in every locale.
 *
 * JavaScript's own `<` compares UTF-16 units and so puts 𠮷 (U+20BB7) before ﬁ (U+FB01).
 */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let i = 0;
  while (i < length && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  if (i === length) return a.length - b.length;
  return rank(a.charCodeAt(i)) - rank(b.charCodeAt(i));
}

/** Surrogates stand for code points above U+FFFF: they sort after every other unit. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
