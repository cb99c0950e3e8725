import { HAN, MARK, WORD, classOf } from '../../text/character.js';
import { quoted } from '../yaml/quoting.js';
import type { Node, Text } from '../yaml/tree.js';

/** Words that other readers of YAML, of its old rules or of its new, take for null, true or false. */
const VALUE = /^(?:null|true|false|yes|no|on|off|y|n)$/iu;
/** What one of them may take for a number or a date: `12`, `1e3`, `0x1f`, `1_000`, `2024-05-01`. */
const NUMBER = /^[0-9][0-9a-fox_.+-]*$/iu;

/** Whether YAML takes an unquoted text as it is written, also between the brackets of a flow. */
function isPlain(text: string): boolean {
  const first = classOf(text.codePointAt(0) ?? 0);
  if ((first !== WORD && first !== HAN) || text.endsWith(' ')) return false;
  if (VALUE.test(text) || NUMBER.test(text)) return false;
  return [...text].every((character) => {
    const kind = classOf(character.codePointAt(0)!);
    return kind === WORD || kind === HAN || kind === MARK || " -_./()'’&+".includes(character);
  });
}

/** Whether between single quotation marks every character stands for itself. */
const isPrintable = (text: string): boolean =>
  [...text].every((character) => {
    const codePoint = character.codePointAt(0)!;
    return codePoint >= 0x20 && !(codePoint >= 0x7f && codePoint <= 0x9f) && (codePoint < 0xd800 || codePoint > 0xdfff);
  });

/** A text as a YAML scalar on one line: as it stands where that is safe, else between quotation marks. */
export function scalar(text: string): string {
  if (isPlain(text)) return text;
  // Escapes of JSON are escapes of YAML.
  return isPrintable(text) ? quoted(text) : JSON.stringify(text);
}

/** A scalar of the file with another value, in the same quotation marks. */
export function scalarLike(text: Text, written: string, value: string): string {
  const mark = text.style === 'quoted' ? written[0] : '';
  if (mark === '"') return JSON.stringify(value);
  return mark === "'" && isPrintable(value) ? quoted(value) : scalar(value);
}

/** A node on one line, its lists and maps between brackets. Comments within it are not part of it. */
export function inFlow(node: Node): string {
  switch (node.kind) {
    case 'text':
      return node.style === 'plain' || !isPrintable(node.value) ? scalar(node.value) : quoted(node.value);
    case 'list':
      return `[${node.items.map(inFlow).join(', ')}]`;
    case 'mapping':
      return `{${node.entries.map(({ key, value }) => `${scalar(key.value)}: ${inFlow(value)}`).join(', ')}}`;
    default:
      return '';
  }
}
