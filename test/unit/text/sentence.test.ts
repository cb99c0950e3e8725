import { describe, expect, it } from '@jest/globals';
import { sentences } from './sentences.js';
import { decode, encode } from '../../../src/text/utf8.js';

/** The sentences of a text whose sentences are written with `|` between them. */
function split(marked: string, paragraphPerLine = false): [found: string[], expected: string[]] {
  const text = encode(marked.replaceAll('|', ''));
  const found = sentences(text, { start: 0, end: text.length }, { paragraphPerLine }).map(({ start, end }) =>
    decode(text, start, end),
  );
  return [found, marked.split('|').map((sentence) => sentence.trim())];
}

describe('Chinese sentences', () => {
  it.each([
    '我们是民办机构。|政府购买服务！|真的吗？|是的……|他走了…|好',
    '第一；|第二；|第三。',
    '钱不够;|人也不够',
    '他说：“没有办法。”|后来呢？|「好！」|（完。）|没了',
    '他說「一鄉鎮一產品就是社會企業。」，其實不是。|對',
    '好吗?|好!|增长了3.5倍,到了2008.5年.之后',
    '我们用NGO的办法.后来. |改了',
    '跟NGO合作；|NGO出钱；|NPO出人。|引入NGO;|然后。|NGO;NPO都来',
    '他说"不行。"|我说"行。"|完',
    '吗？！|吗?!|啊！！！|唉。。。|走',
    '是……|（笑）不是',
    '（？）那个（?）地方在哪',
    '最后一段没有标点\n|另一段',
    '他说，\n没有办法\n|后来',
    'Dr. Wong来了。|第1.5点',
    '……然后呢？|对',
    '「真的？」|他问',
    '𠮷。|𠮷',
    '半角｡|全形！',
  ])('%s', (marked) => {
    const [found, expected] = split(marked);
    expect(found).toEqual(expected);
  });
});

describe('English sentences', () => {
  it.each([
    'We applied. |They said no! |Why? |Nobody knows',
    'It grew by 3.5 per cent to 300,000. |In 2008. |15 people came.',
    'Mr. Chan met Dr. Wong, Ph.D. Smith and Prof. Li at St. Mary in Jan. 2008. |Fine.',
    'J. K. Rowling and George W. Bush met. |Plan B. |Then we left.',
    'The U.S. Government and the U.S. |They left at 9 a.m. |We too.',
    'Things, e.g. Funding, i.e. Money, etc. |Then vs. Now.',
    'We saw no. 5 and p. 7. |No. |I said no. |He left.',
    '"Stop!" he said. |"Stop." |He left. |(Really?) |Yes.',
    '“Stop?” she asked. |“Stop.” |She left.',
    'I was... well... tired... |We left. |And then… nothing. |Yes… |We did',
    'are you sure? |yes I am',
    'What?! |No way!!! |OK',
    'See www.example.com/a.b?c=d. |Then',
    '1. First we apply. |2. Then we wait.',
    '1\\. First. |Then',
    'In Kowloon (?) there was',
    'One (of them.) |Two [so it goes.] |**Three.** |_Four!_ |Five',
    'A hard-wrapped line\ngoes on. |Here\ntoo',
    'first. \n\n|second\n \n|third',
    'The term; it goes on: so. |Right',
    'I think . . . maybe. |So',
    'Café. |Élan. été ended. |Ärger',
    'She came. étude followed',
  ])('%s', (marked) => {
    const [found, expected] = split(marked);
    expect(found).toEqual(expected);
  });

  it('end with each line where each line is a paragraph', () => {
    const [found, expected] = split('no full stop\n|nor here\n|none', true);
    expect(found).toEqual(expected);
  });
});

describe('sentences of other scripts', () => {
  it.each([
    'हम गए। |वे आए॥ |ठीक',
    'كيف حالك؟ |بخير۔ |نعم',
    '그는 갔다. |왜? |몰라.',
    'Он ушёл. |Почему? |он сказал. на самом деле',
    'ყველა წავიდა. |მერე დაბრუნდნენ.',
    'សួស្តី។|ល្អ',
    '¿Qué? |¡Sí! |Vale.',
    '行った。|「はい。」|と言う',
  ])('%s', (marked) => {
    const [found, expected] = split(marked);
    expect(found).toEqual(expected);
  });
});

it('white space alone holds no sentence', () => {
  expect(split(' \n\u3000 ')[0]).toEqual([]);
});
