import { decodePairs, decodeSpelled, type Pairs } from './tables/decode.js';
import { packedFoldings } from './tables/foldings.js';
import { hanFoldings } from './tables/han.js';

/** Which differences of writing are none. Case, width, apostrophes, quotation marks and dashes always are. */
export interface FoldOptions {
  /** Whether Traditional and Simplified characters, and the variants of Hong Kong and Taiwan, are the same. */
  readonly han: boolean;
}

let plain: Pairs | undefined;
let withHan: Pairs | undefined;

/** The code point that `pairs` gives for `codePoint`, itself when there is none. */
function lookUp({ from, to }: Pairs, codePoint: number): number {
  let low = 0;
  let high = from.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (from[middle]! < codePoint) low = middle + 1;
    else high = middle;
  }
  return from[low] === codePoint ? to[low]! : codePoint;
}

/** Both tables in one: what `first` gives goes on through `second`. Both are ascending, and share no `from`. */
function chain(first: Pairs, second: Pairs): Pairs {
  const length = first.from.length + second.from.length;
  const from = new Uint32Array(length);
  const to = new Uint32Array(length);
  for (let i = 0, a = 0, b = 0; i < length; i++) {
    if (b === second.from.length || first.from[a]! < second.from[b]!) {
      from[i] = first.from[a]!;
      to[i] = lookUp(second, first.to[a++]!);
    } else {
      from[i] = second.from[b]!;
      to[i] = second.to[b++]!;
    }
  }
  return { from, to };
}

/**
 * Every pair of code points where folding changes something, ascending by `from`. Folding is idempotent: no `to` is a
 * `from`. It is simple case folding (statuses C and S of Unicode's CaseFolding), full-width and half-width forms,
 * apostrophes to `'`, double quotation marks to `"`, dashes and hyphens to `-`, canonical singletons (K to k) and, on
 * demand, Han variants by the character dictionaries of OpenCC.
 */
export function foldings({ han }: FoldOptions): Pairs {
  plain ??= decodePairs(packedFoldings);
  if (!han) return plain;
  withHan ??= chain(plain, decodeSpelled(hanFoldings));
  return withHan;
}

/** One code point folded to one code point, so that folded text has as many as the text itself. */
export function fold(codePoint: number, options: FoldOptions): number {
  if (codePoint < 0x80) return codePoint >= 0x41 && codePoint <= 0x5a ? codePoint + 0x20 : codePoint;
  return lookUp(foldings(options), codePoint);
}
