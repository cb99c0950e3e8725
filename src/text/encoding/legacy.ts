import { byteOrderMark, detectEncoding, encodingNamed } from './detect.js';

/** Decodes Big5 with the Hong Kong characters; bytes without a character become U+FFFD. */
export type Big5Decoder = (bytes: Uint8Array) => string;

/**
 * Whether a file needs the decoder of `loadBig5`, which Node lacks (its own turns 嘅 咗 喺 into private characters). False at
 * once for UTF-8, so that asking costs next to nothing.
 */
export function needsBig5(bytes: Uint8Array, declared?: string): boolean {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return false;
  if (declared !== undefined) return encodingNamed(declared) === 'big5-hkscs';
  return detectEncoding(bytes) === 'big5-hkscs';
}

/** Loads the decoder with its tables, which only those pay for who have such files. */
export async function loadBig5(): Promise<Big5Decoder> {
  const { default: iconv } = await import('iconv-lite');
  return (bytes) => iconv.decode(bytes as Buffer, 'big5hkscs', { stripBOM: false });
}
