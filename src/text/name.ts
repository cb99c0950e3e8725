import {
  ambiguousSurnames,
  doubleSurnames,
  englishHeads,
  englishNouns,
  functionCharacters,
  heads,
  particles,
  surnames,
  tails,
  titles,
} from './name-words.js';

/**
 * What the words before a colon look like: somebody's name, a label of some other kind, or prose. Whether they are
 * taken for a speaker is decided in `choice.ts`, with the whole file in view.
 */

/** `name`: looks like a person, an initial or a numbered speaker. `label`: could be one. `prose`: is none. */
export type Shape = 'name' | 'label' | 'prose';

const surnameSet = new Set(surnames);
const headSet = new Set(heads);
const englishHeadSet = new Set(englishHeads);
const englishNounSet = new Set(englishNouns);
const particleSet = new Set(particles);
const ambiguous = new RegExp(`^[${ambiguousSurnames}]`);
const doubleSurname = new RegExp(`^(?:${doubleSurnames.join('|')})`);
const title = new RegExp(`(?:${titles.join('|')}|[甲乙丙丁])$`);
const tail = new RegExp(`(?:${tails.join('|')})$`);
const functionWord = new RegExp(`[${functionCharacters}]`);
/** `第一点`, `图1`, `（2）`: items and captions. */
const numbered =
  /^(?:第[\d一二三四五六七八九十]+|[图圖表附例][\d一二三四五六七八九十]+|[（(]?[\d一二三四五六七八九十]{1,3}[)）、.．])/;
const nickname = /^(?:小|老|阿|大)[\u3400-\u9fff]{1,2}$/;

const han = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[\ud840-\ud8ff][\udc00-\udfff]/;

/** `張三（衛福部）`, `李伯璋 (中央健康保險署)`: the name without the office in brackets behind it. */
export function withoutAffiliation(label: string): string {
  return label.replace(/\s*[（(][^（）()]*[）)]\s*$/, '');
}

function hanShape(label: string): Shape {
  const length = [...label].length;
  if (length > 20 || numbered.test(label)) return 'prose';
  if (/[A-Za-z0-9]$/.test(label) && length <= 8) return 'name';
  const holdsFunctionWord = functionWord.test(label);
  if (nickname.test(label) && !holdsFunctionWord) return 'name';
  if (title.test(label) && length <= 12 && !functionWord.test(label.replace(title, ''))) return 'name';
  if (headSet.has(label) || tail.test(label)) return 'prose';
  if (hasSurname(label, length)) return holdsFunctionWord ? 'label' : 'name';
  if (/[·•‧]/.test(label)) return 'name';
  return holdsFunctionWord || length > 12 ? 'prose' : 'label';
}

/** Whether a Han word of `length` characters is as a surname and a given name are. */
function hasSurname(label: string, length: number): boolean {
  if (doubleSurname.test(label)) return length <= 4;
  if (!surnameSet.has(label.charAt(0))) return false;
  return length === 3 || (length === 2 && (!ambiguous.test(label) || /[总總工公生]$/.test(label)));
}

function spacedShape(label: string): Shape {
  const words = label.split(' ');
  if (words.length > 5 || label.length > 48) return 'prose';
  if (/^[A-Z][\w'’-]+, [A-Z][\w.'’-]*(?: [A-Z]\.?)?$/.test(label)) return 'name';
  const first = words[0]!.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (words.length === 1 && /^[A-Za-z]$/.test(label)) return 'name';
  if (/^0\d{1,3}$/.test(label)) return 'label';
  if (englishHeadSet.has(first) || englishNounSet.has(label.toLowerCase().replace(/ (?:\d{1,2}|[a-z])$/, '')))
    return 'prose';
  if (/^\d+[.)]?$/.test(words[0]!) || (/[.…]{2,}|[.]$/.test(label) && words.length > 2)) return 'prose';
  const capital = (word: string): boolean => word.charAt(0) !== word.charAt(0).toLowerCase() || /^[\d"'(]/.test(word);
  if (!words.some((word) => word.charAt(0) !== word.charAt(0).toLowerCase())) {
    return words.length === 1 || /[^\x00-\u024f]/.test(label) ? 'label' : 'prose';
  }
  return words.every((word) => capital(word) || particleSet.has(word.toLowerCase()))
    ? 'name'
    : words.length <= 2
      ? 'label'
      : 'prose';
}

/** The shape of a label without its affiliation. `label` has its white space collapsed. */
export function shapeOf(label: string): Shape {
  const name = withoutAffiliation(label);
  if (name === '' || (/[。！？!?；;，“”"「」『』：:…=<>{}|~`\\/]|,(?! [A-Z])/.test(name) && !/^ID:/i.test(name)))
    return 'prose';
  return han.test(name) ? hanShape(name) : spacedShape(name);
}

/** Whether `label` is a word that heads a remark (`注`, `Note`) and is no speaker in whatever dress it comes. */
export function isHead(label: string): boolean {
  return han.test(label)
    ? headSet.has(label) || numbered.test(label)
    : label.length > 1 && englishHeadSet.has(label.toLowerCase().replace(/[^a-z]/g, ''));
}

/** The initials of a name in capitals (`Rae Armantrout` → `ra`), or '' where it has fewer than two words. */
export function initials(label: string): string {
  const words = label.split(/[ -]/).filter((word) => word !== '');
  return words.length < 2 ? '' : words.map((word) => word.charAt(0).toLowerCase()).join('');
}
