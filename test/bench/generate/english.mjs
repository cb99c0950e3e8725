import { between, generator, pick, sampler, zipf } from './random.mjs';

// The commonest words of spoken English, commonest first; they take the first ranks of the vocabulary.
const COMMON =
  `the I to and a of that it in you is we they was have for so but on with this be at not do as are what know
just like there it’s or think from that’s he she all about don’t one if my can when really get people would because them up
out had very who then were me go now our more some their well your how I’m we’re got right time good work want see she’s
make say he’s yeah by no an lot could they’re here been come thing things much way even back going other where over him any
need those down only which didn’t said years into her us also than these something after take us mean little many first two
should too same actually own day most through always look kind still every being year never before used maybe can’t long
life different money part does bit each three help place whole between did ask give new made big really family office school
great may done local found end still old last next few without such another while put again number often start once why both
under home anything talk better tell everything around let someone sometimes against problem case side keep enough point
week during hard though called came went children group feel question important example today I’ve you’re we’ve what’s
wasn’t couldn’t wouldn’t isn’t there’s`.split(/\s+/);

const SYLLABLES =
  `ba be bri ca ce cha clo con cor da de dri du el em en fa fe fi fla fo gar ge gra ha hel in jo ka la le li lo
lum ma me mi mon mu na ne ni nor o pa pe pla po pri qua ra re ri ro sa se sha si so sta ste su ta te ti to tra tu u va ve vi
wa wen zo`.split(/\s+/);
const ENDS = ['', 'n', 't', 'r', 'l', 'd', 'm', 'nd', 'st', 'ck', 'p', 'th'];
const FORMS = ['', '', '', 's', 's', 'ed', 'ing', 'er', 'ment', 'al', 'ly', 'ion'];
const SIZE = 30_000;
const ONE_ITEM_IN_A_PHRASE = 5;

/**
 * The vocabulary, commonest item first. An item is a word (with the stem that it is built on) or a phrase of two words
 * of the vocabulary, so that phrases too occur as often as their rank says.
 */
export function englishVocabulary() {
  const random = generator(1);
  const taken = new Set(COMMON.map((word) => word.toLowerCase()));
  const items = [...new Set(COMMON)].map((text) => ({ text, words: [text], stem: null }));
  const commonCount = items.length;
  const stems = Array.from({ length: 12_000 }, () => inventedStem(random));
  while (items.length < SIZE) {
    if (items.length % ONE_ITEM_IN_A_PHRASE === 0 && items.length > commonCount + 100) {
      const words = [pick(random, items), pick(random, items)].map(({ words: [word] }) => word);
      const text = words.join(' ');
      if (taken.has(text) || !/^[a-z]{3,} [a-z]{3,}$/.test(text)) continue;
      taken.add(text);
      items.push({ text, words, stem: null });
    } else {
      const stem = pick(random, stems);
      const text = stem + pick(random, FORMS);
      if (taken.has(text)) continue;
      taken.add(text);
      items.push({ text, words: [text], stem });
    }
  }
  return { items, probabilities: zipf(SIZE, 1.12), commonCount };
}

function inventedStem(random) {
  const syllables = Array.from({ length: pick(random, [1, 2, 2, 2, 2, 3]) }, () => pick(random, SYLLABLES));
  return syllables.join('') + pick(random, ENDS);
}

/** Writes interviews with the vocabulary: labels, turns of 20 to 150 words, paragraphs, typographic punctuation. */
export function englishWriter({ items, probabilities }) {
  const draw = sampler(probabilities);
  const texts = items.map(({ text }) => text);
  const sentence = (random, length) => {
    let out = '';
    const quoteFrom = random() < 0.08 ? between(random, 1, length - 3) : -1;
    for (let i = 0; i < length; i++) {
      let word = texts[draw(random)];
      if (i === 0) word = word[0].toUpperCase() + word.slice(1);
      else out += i === quoteFrom ? ' “' : ' ';
      out += word;
      const last = i === length - 1;
      const chance = random();
      if (chance < 0.008) out += '’s';
      if (i === quoteFrom + 2 && quoteFrom > 0) out += '”';
      else if (!last && chance > 0.93) out += ',';
      else if (!last && chance > 0.92) out += ' –';
    }
    const end = random();
    return out + (end < 0.86 ? '.' : end < 0.96 ? '?' : '!');
  };
  const paragraph = (random, words) => {
    const sentences = [];
    for (let left = words; left > 0;) {
      const length = Math.max(5, Math.min(left, between(random, 5, 24)));
      sentences.push(sentence(random, length));
      left -= length;
    }
    if (random() < 0.05) sentences.splice(1, 0, '[laughs]');
    return sentences.join(' ');
  };
  return (random, words) => interview(random, words, paragraph, ['Interviewer: ', 'Respondent: ']);
}

/** Question and answer in turn until the number of words is reached; long answers have two or three paragraphs. */
export function interview(random, words, paragraph, [question, answer]) {
  const turns = [];
  for (let left = words; left > 0;) {
    const asking = turns.length % 2 === 0;
    const length = asking ? between(random, 20, 60) : between(random, 40, 150);
    const paragraphs = asking || length < 90 ? 1 : between(random, 1, 3);
    const parts = Array.from({ length: paragraphs }, () => paragraph(random, Math.round(length / paragraphs)));
    turns.push((asking ? question : answer) + parts.join('\n\n'));
    left -= length;
  }
  return `${turns.join('\n\n')}\n`;
}
