import { interview } from './english.mjs';
import { between, generator, pick, sampler, shuffled, zipf } from './random.mjs';

// The commonest characters, commonest first. Those of the first line are mostly words by themselves.
const PARTICLES = '的是了我不在有他这就也要你说都个和那到上会去没还对能她可很看想来好给过又才吗呢吧啊把被让跟从向为以';
const COMMON =
  `一人们中大国地出时得于着下自之年发后作里用道行所然家种事成方多经么法学如同现当动面起定天分进小部其些主样理心
本前开但因只实日军者意无力它与长机十民第公此已工使情明性知全三关点正业外将两高间由问最重并物手应战头文体政美相见利什二等产
或新己制身果加西斯月话合回特代内信表化老世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更
别打女变四神总何电数安少报结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则
听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院识候带导争运`.replace(
    /\s/g,
    '',
  );
const SIZE = 30_000;
const SENTENCE_END = '。。。。。。。。。？';

/** The characters of GB 2312's first level (the 3,755 commonest of Simplified Chinese), as the decoder of Node has them. */
function levelOne() {
  const bytes = [];
  for (let row = 0xb0; row <= 0xd7; row++)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell);
  return [...new TextDecoder('gb18030').decode(Uint8Array.from(bytes))];
}

/** The vocabulary: single characters first, then invented words of two to four characters. */
export function chineseVocabulary() {
  const random = generator(2);
  const known = [...new Set([...COMMON, ...shuffled(random, levelOne())])].filter((c) => !PARTICLES.includes(c));
  // Without those that are words by themselves: a keyword of such would stand everywhere by chance.
  const characters = known.slice(150);
  const drawCharacter = sampler(zipf(characters.length, 1.15));
  const items = [...new Set(PARTICLES + COMMON)].slice(0, 250).map((text) => ({ text }));
  const commonCount = items.length;
  const taken = new Set();
  while (items.length < SIZE) {
    const text = Array.from(
      { length: pick(random, [2, 2, 2, 2, 2, 2, 3, 3, 4]) },
      () => characters[drawCharacter(random)],
    ).join('');
    if (taken.has(text)) continue;
    taken.add(text);
    items.push({ text });
  }
  return { items, probabilities: zipf(SIZE, 1.05), commonCount };
}

export function chineseWriter({ items, probabilities }) {
  const draw = sampler(probabilities);
  const texts = items.map(({ text }) => text);
  const sentence = (random, length) => {
    let out = '';
    const quoteFrom = random() < 0.08 ? between(random, 1, length - 3) : -1;
    for (let i = 0; i < length; i++) {
      if (i === quoteFrom) out += '“';
      out += texts[draw(random)];
      if (i === quoteFrom + 2 && quoteFrom > 0) out += '”';
      else if (i < length - 1 && random() < 0.1) out += '，';
    }
    return out + pick(random, SENTENCE_END);
  };
  const paragraph = (random, words) => {
    let out = '';
    for (let left = words; left > 0;) {
      const length = Math.max(5, Math.min(left, between(random, 5, 24)));
      out += sentence(random, length);
      left -= length;
    }
    return out;
  };
  return (random, words) => interview(random, words, paragraph, ['访谈者：', '受访者：']);
}
