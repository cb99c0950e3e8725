import type { Key } from '../model/action.js';
import { namedKey, textKey } from '../keys/input.js';

/** One thing that a script does. */
export type Step =
  | { readonly kind: 'key'; readonly key: Key }
  /** Prints what stands on the screen. */
  | { readonly kind: 'frame' }
  | { readonly kind: 'size'; readonly columns: number; readonly rows: number };

/** What a script may call keys; with `ctrl-`, `meta-` and `shift-` before it where they are held. */
const NAMES = new Set([
  'return',
  'escape',
  'tab',
  'backspace',
  'delete',
  'up',
  'down',
  'left',
  'right',
  'pageup',
  'pagedown',
  'home',
  'end',
]);

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Reads a script: words parted by white space. A word is a key's name (`return`, `ctrl-r`, `shift-right`, `space`),
 * `frame`, a size (`120x40`), or text that is typed letter by letter; text with spaces, or that is a key's name, stands
 * between quotation marks. What follows a `#` at the beginning of a line or after white space is a remark.
 */
export function readScript(script: string): Step[] {
  return script.split('\n').flatMap((line) => {
    const words = line.matchAll(/"((?:[^"\\]|\\.)*)"|(#.*$)|(\S+)/g);
    return [...words].flatMap(([, quoted, , word]): Step[] => {
      if (quoted !== undefined) return typed(quoted.replace(/\\(.)/g, '$1'));
      return word === undefined ? [] : stepsOf(word);
    });
  });
}

function stepsOf(word: string): Step[] {
  if (word === 'frame') return [{ kind: 'frame' }];
  const size = /^(\d+)x(\d+)$/.exec(word);
  if (size) return [{ kind: 'size', columns: Number(size[1]), rows: Number(size[2]) }];
  const key = keyNamed(word);
  return key ? [{ kind: 'key', key }] : typed(word);
}

/** The key of a name such as `ctrl-shift-left`; null where it is none. */
function keyNamed(word: string): Key | null {
  if (word === 'space') return textKey(' ');
  const [, held = '', name = ''] = /^((?:(?:ctrl|meta|shift)-)*)(.+)$/su.exec(word) ?? [];
  const isLetter = held !== '' && [...segmenter.segment(name)].length === 1;
  if (!NAMES.has(name) && !isLetter) return null;
  const holds = (modifier: string): boolean => held.includes(`${modifier}-`);
  return { ...namedKey(name), ctrl: holds('ctrl'), meta: holds('meta'), shift: holds('shift') };
}

function typed(text: string): Step[] {
  return [...segmenter.segment(text)].map(({ segment }) => ({ kind: 'key', key: textKey(segment) }));
}
