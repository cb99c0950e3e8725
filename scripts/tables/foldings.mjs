/* Folding of one code point to one code point: canonical singletons, width, punctuation, case. */

const apostrophes = '‘’‛ʼ';
const quotes = '“”„‟';
const dashes = '‐‑‒–—―−﹘';
const single = (s) => ([...s].length === 1 ? s.codePointAt(0) : undefined);
const char = (codePoint) => String.fromCodePoint(codePoint);

/** Full-width ASCII, half-width katakana, full-width signs, small forms, Kangxi and other radicals. */
const hasWidthForm = (c) =>
  (c >= 0xff01 && c <= 0xff9f) ||
  (c >= 0xffe0 && c <= 0xffe6) ||
  (c >= 0xfe50 && c <= 0xfe6b) ||
  (c >= 0x2e80 && c <= 0x2fd5);

function narrower(codePoint) {
  const s = char(codePoint);
  if (apostrophes.includes(s)) return 0x27;
  if (quotes.includes(s)) return 0x22;
  if (dashes.includes(s)) return 0x2d;
  return single(hasWidthForm(codePoint) ? s.normalize('NFKC') : s.normalize('NFC')) ?? codePoint;
}

const hasCase = /\p{Changes_When_Casemapped}/u;

/**
 * Simple case folding (statuses C and S of CaseFolding.txt), read off the runtime: flag i with u compares by it, so
 * a lower-case form that the flag does not call equal (ı for I, i̇ for İ) is none.
 */
function caseFolded(codePoint) {
  const s = char(codePoint);
  if (/[\u13A0-\u13F5]/u.test(s)) return codePoint; // Cherokee folds to its capitals
  if (/[\u13F8-\u13FD\uAB70-\uABBF]/u.test(s)) return single(s.toUpperCase());
  if (!hasCase.test(s)) return codePoint;
  const equal = new RegExp(`^${s}$`, 'iu');
  const upper = single(s.toUpperCase());
  const candidates = [upper === undefined ? undefined : single(char(upper).toLowerCase()), single(s.toLowerCase())];
  return candidates.find((c) => c !== undefined && c !== codePoint && equal.test(char(c))) ?? codePoint;
}

function folded(codePoint) {
  let at = codePoint;
  for (;;) {
    const next = caseFolded(narrower(at));
    if (next === at) return at;
    at = next;
  }
}

const mayFold = /[\p{L}\p{M}\p{N}\p{S}\p{P}]/u;

/** All [from, to] with from ≠ to, ascending. */
export function foldingPairs() {
  const pairs = [];
  for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
    if (codePoint >= 0xd800 && codePoint <= 0xdfff) continue;
    if (!mayFold.test(char(codePoint))) continue;
    const to = folded(codePoint);
    if (to !== codePoint) pairs.push([codePoint, to]);
  }
  return pairs;
}
