import type { Text } from '../yaml/tree.js';
import { scalarLike } from './scalar.js';
import type { Draft, Splice } from './splice.js';

/** Another text in the place of one, in its quotation marks. */
export function replacement({ text }: Draft, node: Text, value: string): Splice {
  const { start, end, style } = node;
  const written = text.slice(start, end);
  const feed = style === 'block' && written.endsWith('\n') ? '\n' : '';
  return { start, end, text: scalarLike(node, written, value) + feed };
}
