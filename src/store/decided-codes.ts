import type { Codebook } from '../codebook/codebook.js';
import { digestOf } from '../text/digest.js';
import { encode } from '../text/utf8.js';
import { keepSnapshot } from './snapshots.js';

/**
 * Keeps which codes were decided on, so that it can be told later, and gives the digest that they are kept under: that of
 * the codebook where it has no others, else that of a list of them.
 *
 * @param bytes the codebook's file
 * @param isTrial keeps nothing
 */
export function keeperOfCodes(
  folder: string,
  codebook: Codebook,
  bytes: Uint8Array,
  isTrial: boolean,
): (codes: ReadonlySet<string>) => string {
  const ids = codebook.codes.map(({ id }) => id);
  const keep = (content: Uint8Array, codes: readonly string[]): string =>
    isTrial ? digestOf(content) : keepSnapshot(folder, content, codes);
  const kept = new Map<string, string>();
  return (codes) => {
    const some = ids.filter((id) => codes.has(id));
    const key = JSON.stringify({ codes: some });
    const digest = kept.get(key) ?? (some.length === ids.length ? keep(bytes, ids) : keep(encode(key), some));
    kept.set(key, digest);
    return digest;
  };
}
