import { readFileSync } from 'node:fs';
import type { Outcome } from '../core/diagnostic.js';
import { decodeSource } from '../text/decoding.js';
import { loadBig5, needsBig5 } from '../text/encoding/legacy.js';
import { decode } from '../text/utf8.js';
import { unreadable } from './finding.js';

/**
 * The text of a codebook, table or qcode.yaml, in any encoding that transcripts may have, its line breaks line feeds.
 *
 * @param path where it lies
 * @param shown how messages name it
 */
export async function readText(path: string, shown: string): Promise<Outcome<string>> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return { diagnostics: [unreadable(shown, error)] };
  }
  const big5 = needsBig5(bytes) ? { big5: await loadBig5() } : {};
  const { value, diagnostics } = decodeSource(bytes, { file: shown, ...big5 });
  return { ...(value && { value: decode(value.text) }), diagnostics };
}

/** Reads a file and then its text; the findings of both. */
export async function readAs<T>(
  path: string,
  shown: string,
  parse: (text: string, file: string) => Outcome<T>,
): Promise<Outcome<T>> {
  const text = await readText(path, shown);
  if (text.value === undefined) return { diagnostics: text.diagnostics };
  const parsed = parse(text.value, shown);
  return { ...parsed, diagnostics: [...text.diagnostics, ...parsed.diagnostics] };
}
