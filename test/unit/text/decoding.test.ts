import { beforeAll, describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { decodeSource } from '../../../src/text/decoding.js';
import { detectEncoding, encodingNamed } from '../../../src/text/encoding/detect.js';
import { loadBig5, needsBig5, type Big5Decoder } from '../../../src/text/encoding/legacy.js';
import { decode, encode } from '../../../src/text/utf8.js';

const simplified = '访谈者：请问你们机构是怎么来的？\n受访者：我们是二〇〇九年成立的，那时候政府刚刚开始购买服务。\n';
const traditional = '訪談者：請問你們機構是怎麼來的？\n受訪者：我們是二○○九年成立的，那時候政府剛剛開始購買服務。\n';
const cantonese = '訪談者：點解會咁嘅？\n受訪者：我哋嗰陣喺度做咗好耐，佢哋冇錢畀我哋。\n';

let big5: Big5Decoder;
beforeAll(async () => {
  big5 = await loadBig5();
});
const read = (bytes: Uint8Array, encoding?: string) => {
  const { value, diagnostics } = decodeSource(bytes, {
    file: 'a.txt',
    big5,
    ...(encoding === undefined ? {} : { encoding }),
  });
  return {
    text: value === undefined ? null : decode(value.text),
    encoding: value?.encoding,
    codes: diagnostics.map(({ code }) => code),
  };
};

describe('encodings', () => {
  it.each([
    ['utf-8', simplified, 'utf-8'],
    ['utf-8 with mark', simplified, 'utf-8'],
    ['utf-16le', simplified, 'utf-16le'],
    ['utf-16be', simplified, 'utf-16be'],
    ['utf-16le with mark', traditional, 'utf-16le'],
    ['utf-16be with mark', traditional, 'utf-16be'],
    ['utf-16le', 'Interviewer: Hello\n', 'utf-16le'],
    ['gb18030', simplified, 'gb18030'],
    ['gb18030', traditional, 'gb18030'],
    ['big5hkscs', traditional, 'big5-hkscs'],
    ['big5hkscs', cantonese, 'big5-hkscs'],
  ])('%s is detected', (name, text, encoding) => {
    const [codec, mark] = name.split(' with ');
    const bytes = iconv.encode(text, codec!, { addBOM: mark !== undefined });
    expect(needsBig5(bytes)).toBe(encoding === 'big5-hkscs');
    expect(read(bytes)).toEqual({ text, encoding, codes: [] });
  });

  it('can be declared by the names people use', () => {
    expect(
      [
        'GBK',
        'gb2312',
        'Big5',
        'BIG5-HKSCS',
        'UTF8',
        'utf_16le',
        'latin1',
        'iso-8859-1',
        'cp1252',
        'ISO-8859-15',
        'shift_jis',
        'klingon',
      ].map(encodingNamed),
    ).toEqual([
      'gb18030',
      'gb18030',
      'big5-hkscs',
      'big5-hkscs',
      'utf-8',
      'utf-16le',
      'windows-1252',
      'windows-1252',
      'windows-1252',
      'iso-8859-15',
      'shift_jis',
      undefined,
    ]);
    expect(read(iconv.encode('中', 'gbk'), 'GBK').text).toBe('中');
    expect(needsBig5(iconv.encode('中', 'big5'), 'big5')).toBe(true);
    expect(read(iconv.encode('中', 'big5'), 'big5').text).toBe('中');
  });

  it('a mark goes before a declaration', () =>
    expect(read(iconv.encode('a中', 'utf-16le', { addBOM: true }), 'gbk').text).toBe('a中'));

  it('Hong Kong characters are characters, not private ones', () =>
    expect(read(iconv.encode('嘅咗喺', 'big5hkscs'), 'big5')).toEqual({
      text: '嘅咗喺',
      encoding: 'big5-hkscs',
      codes: [],
    }));

  it.each([
    'It’s the money we don’t have. The agency’s money.',
    'Müller: The naïve money of Südstadt – “so”.',
    'Zoë went to a café.',
  ])('Windows-1252 is detected and told: %s', (text) => {
    expect(read(iconv.encode(text, 'windows-1252'))).toEqual({ text, encoding: 'windows-1252', codes: ['QC310'] });
    expect(read(iconv.encode(text, 'windows-1252'), 'latin1')).toEqual({ text, encoding: 'windows-1252', codes: [] });
  });

  it.each([
    'Interviewer: what is 资金 for you?\nMei: it is the money, 资金.\n',
    '问：好？\n答：好。\n',
    'Mei: 好 yes\n',
  ])('English with a little Chinese stays GB18030: %s', (text) => {
    expect(read(iconv.encode(text, 'gb18030'))).toMatchObject({ text, encoding: 'gb18030' });
  });

  it('broken UTF-8 is called UTF-8, with its first bad byte', () => {
    const bytes = encode(simplified).subarray(0, -3);
    const { diagnostics } = decodeSource(bytes, { file: 'a.txt', big5 });
    expect(diagnostics[0]!.message).toBe(`cannot be decoded as utf-8: byte 0xE3 at offset ${bytes.length - 1}`);
  });

  it('UTF-8 is detected without decoding it', () => {
    expect(detectEncoding(encode('plain'))).toBe('utf-8');
    expect(detectEncoding(new Uint8Array())).toBe('utf-8');
  });
});

describe('canonical text', () => {
  it('is a part of the bytes where nothing changes', () => {
    const bytes = encode('\ufeffabc\n');
    const { text } = decodeSource(bytes, { file: 'a' }).value!;
    expect(text.buffer).toBe(bytes.buffer);
    expect(decode(text)).toBe('abc\n');
  });

  it.each([
    ['a\r\nb\rc\n\r\n', 'a\nb\nc\n\n'],
    ['\r', '\n'],
    ['a\r\r\nb', 'a\n\nb'],
    ['中\r\n文\r', '中\n文\n'],
  ])('has line feeds only: %j', (from, to) => expect(read(encode(from)).text).toBe(to));

  it('warns of characters that were lost, with their place', () => {
    for (const lost of ['\ufffd', '\ue000', '\uf6b1', '\uf8ff']) {
      const { value, diagnostics } = decodeSource(encode(`好，\n中${lost}文`), { file: 'a.txt' });
      expect(value).toBeDefined();
      expect(diagnostics).toMatchObject([
        { code: 'QC304', severity: 'warning', place: { file: 'a.txt', line: 2, column: 2, excerpt: `中${lost}文` } },
      ]);
    }
    expect(read(encode('，。（）ﬀ￦𠮷豈')).codes).toEqual([]);
  });
});

describe('bytes that are no text', () => {
  it.each([
    ['utf-8', Uint8Array.of(0x61, 0x62, 0xff, 0x63), 2],
    ['utf-8', Uint8Array.of(...encode('中文'.repeat(50)), 0xe4, 0xb8), 300],
    ['gb18030', Uint8Array.of(0x61, ...iconv.encode('中文', 'gb18030'), 0xff, 0x61), 5],
    ['big5', Uint8Array.of(...iconv.encode('中文', 'big5hkscs'), 0xff, 0x61), 4],
    ['utf-16le', Uint8Array.of(0x61, 0, 0x00, 0xdc), 2],
    ['utf-16be', Uint8Array.of(0, 0x61, 0x62), 2],
  ])('%s: the offset of the first is named', (encoding, bytes, offset) => {
    const { value, diagnostics } = decodeSource(bytes, { file: 'a.txt', encoding, big5 });
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'QC301', severity: 'error', place: { file: 'a.txt' } }]);
    expect(diagnostics[0]!.message).toMatch(new RegExp(`at offset ${offset}$`));
  });

  it.each([
    ['a Word file', Uint8Array.of(0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 8, 0, 0, 0, 0x21, 0)],
    ['text with a zero byte', encode('Interviewer: hello\0 there')],
    ['text with a zero byte, of even length', encode('Interviewer: hello\0there')],
  ])('%s is binary', (_, bytes) => expect(read(bytes)).toMatchObject({ text: null, codes: ['QC302'] }));
});
