import { once } from '../core/once.js';
import { digestOf } from '../text/digest.js';
import { type CodePointIndex, codePointIndex } from '../text/offset.js';
import { type Reading, readingOf } from './reading.js';

/** A text that logs are laid on. What that takes of the text is made once, when first asked for, however many there are. */
export interface Anchoring {
  /** Canonical. */
  readonly text: Uint8Array;
  readonly index: CodePointIndex;
  /** SHA-256 (hex) of the text. */
  readonly digest: () => string;
  readonly reading: () => Reading;
}

export function anchoringOf(text: Uint8Array): Anchoring {
  const index = codePointIndex(text);
  return { text, index, digest: once(() => digestOf(text)), reading: once(() => readingOf(text, index)) };
}
