import { isUtf8 } from 'node:buffer';
import { searchable } from '../search.js';
import { looksLatin } from './latin.js';

/** The encodings qcode detects. Names are those shown to the user. */
export type DetectedEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5-hkscs' | 'windows-1252';
/** The encodings qcode reads: any other that the platform's decoder knows can be declared. */
export type Encoding = DetectedEncoding | (string & {});

const names: Readonly<Record<string, Encoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  ascii: 'utf-8',
  'us-ascii': 'utf-8',
  'utf-16le': 'utf-16le',
  utf16le: 'utf-16le',
  'utf-16': 'utf-16le',
  utf16: 'utf-16le',
  unicode: 'utf-16le',
  'utf-16be': 'utf-16be',
  utf16be: 'utf-16be',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp936: 'gb18030',
  'windows-936': 'gb18030',
  gb: 'gb18030',
  big5: 'big5-hkscs',
  'big5-hkscs': 'big5-hkscs',
  big5hkscs: 'big5-hkscs',
  cp950: 'big5-hkscs',
  'windows-950': 'big5-hkscs',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  latin1: 'windows-1252',
  'latin-1': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  ansi: 'windows-1252',
};

/** The encoding that a declared name means (case, `_` and spaces do not count), or undefined for an unknown one. */
export function encodingNamed(name: string): Encoding | undefined {
  const key = name.trim().toLowerCase();
  return names[key.replace(/[_ ]/g, '-')] ?? platformEncoding(key);
}

/** What the platform's decoder calls an encoding, or undefined where it knows none of that name. */
function platformEncoding(name: string): Encoding | undefined {
  try {
    const { encoding } = new TextDecoder(name);
    return encoding === 'x-user-defined' || encoding === 'replacement' ? undefined : (names[encoding] ?? encoding);
  } catch {
    return undefined;
  }
}

/** The encoding that a byte order mark states, with the mark's size; null where there is none. */
export function byteOrderMark(bytes: Uint8Array): { encoding: Encoding; size: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', size: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', size: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', size: 2 };
  return null;
}

/** How much of a file is looked at for telling its encoding. */
const SAMPLE = 1 << 16;

const commonSimplified =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔请您吗呢吧访谈者受';
const commonTraditional =
  '的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運筆請您嗎呢吧訪談者受嘅咗喺唔係佢哋啲嗰冇';
const common = new Set([...commonSimplified, ...commonTraditional, ...'，。：、？！；「」“”（）…']);

/** The share of a decoding's characters above ASCII that are common in Chinese; what cannot be decoded counts against it. */
function score(text: string): number {
  let known = 0;
  let all = 0;
  for (const character of text) {
    if (character < '\u0080') continue;
    all++;
    if (common.has(character)) known++;
    else if (character === '\ufffd' || (character >= '\ue000' && character <= '\uf8ff')) known--;
  }
  return all === 0 ? 0 : known / all;
}

/**
 * UTF-16 without a mark, which zero bytes betray (those of line feeds at least): the byte order in which the text is
 * without control characters and has more common ones. Null where neither will do: a binary file.
 */
function utf16ByPattern(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, SAMPLE);
  // ASCII with a stray zero byte is no UTF-16; Chinese in UTF-16 is no valid UTF-8.
  const zeros = sample.reduce((n, byte) => (byte === 0 ? n + 1 : n), 0);
  if (bytes.length % 2 !== 0 || (isUtf8(sample) && zeros < sample.length / 4)) return null;
  const little = familiar(new TextDecoder('utf-16le').decode(sample));
  const big = familiar(new TextDecoder('utf-16be').decode(sample));
  if (Math.max(little, big) < 0.1) return null;
  return little > big ? 'utf-16le' : 'utf-16be';
}

/** The share of characters that are ASCII or common in Chinese; 0 for text with control or lost characters. */
function familiar(text: string): number {
  if (/[\0-\x08\x0e-\x1f\x7f\ufffd]/.test(text)) return 0;
  let known = 0;
  for (const character of text) if (character < '\u0080' || common.has(character)) known++;
  return known / text.length;
}

/** Below this share of common characters a text that looks Latin is not Chinese. */
const CHINESE = 0.3;

/** GB18030 or Big5, by which of the two decodings looks more like Chinese; Windows-1252 where neither does. */
function legacy(bytes: Uint8Array): Encoding {
  const sample = bytes.subarray(0, SAMPLE);
  const mainland = score(new TextDecoder('gb18030').decode(sample));
  const taiwan = score(new TextDecoder('big5').decode(sample));
  if (Math.max(mainland, taiwan) < CHINESE && looksLatin(bytes)) return 'windows-1252';
  return taiwan > mainland ? 'big5-hkscs' : 'gb18030';
}

/**
 * The encoding of a file without a byte order mark: UTF-16 by its zero bytes, UTF-8 where it is valid, else GB18030 or
 * Big5 by their common characters, Windows-1252 where the bytes above ASCII stand alone within words. Null for a binary file.
 */
export function detectEncoding(bytes: Uint8Array): Encoding | null {
  if (searchable(bytes).includes(0)) return utf16ByPattern(bytes);
  return isUtf8(bytes) ? 'utf-8' : nearlyUtf8(bytes) ? 'utf-8' : legacy(bytes);
}

/** Of the characters above ASCII, how many must be sound UTF-8 for a file that is not to be called broken UTF-8. */
const MOSTLY = 0.75;

/**
 * Whether bytes that are not UTF-8 are so but for a few places: cut off at the end, or put together from two files. Chinese in
 * other encodings hardly ever gives sequences of a lead byte and its continuations.
 */
function nearlyUtf8(bytes: Uint8Array): boolean {
  let sound = 0;
  let broken = 0;
  const sample = bytes.subarray(0, SAMPLE);
  for (let i = 0; i < sample.length;) {
    const byte = sample[i]!;
    if (byte < 0x80) {
      i++;
      continue;
    }
    const size =
      byte >= 0xc2 && byte < 0xe0 ? 2 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xf0 && byte < 0xf5 ? 4 : 0;
    if (size > 0 && isUtf8(sample.subarray(i, i + size))) {
      sound++;
      i += size;
    } else {
      broken++;
      i++;
    }
  }
  return sound >= 4 && sound >= MOSTLY * (sound + broken);
}
