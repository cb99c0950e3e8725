export const SIZES = [20, 200, 2000];
const KEYWORDS_OF_A_CODE = 5;
/** How many hits a word, about, and how far apart their ranks in the vocabulary lie, by size of the codebook. */
const PLANS = { 20: { share: 0.004, stride: 40 }, 200: { share: 0.015, stride: 15 }, 2000: { share: 0.06, stride: 5 } };
/** What is left when the hits are taken off that stand across two words by chance, as they do in Chinese. */
const MEANT = { english: 1, chinese: 0.7 };
const ENGLISH_KINDS = ['word', 'phrase', 'word', 'prefix', 'word'];

/**
 * Picks the keywords: every so many ranks, from the rank at which they make up their share of the words.
 *
 * @returns keywords `{kind: 'word' | 'phrase' | 'prefix' | 'substring', text, words}`; a prefix without its star
 */
export function keywordsOf(vocabulary, count, language) {
  const { stride } = PLANS[count];
  const share = PLANS[count].share * MEANT[language];
  let low = vocabulary.commonCount;
  let high = vocabulary.items.length - count * (stride + 1);
  // The later the first rank, the smaller the share.
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shareOf(vocabulary, chosenFrom(vocabulary, middle, count, stride, language)) > share) low = middle + 1;
    else high = middle;
  }
  return chosenFrom(vocabulary, low, count, stride, language);
}

function chosenFrom({ items }, first, count, stride, language) {
  const keywords = [];
  const taken = new Set();
  for (let rank = first; keywords.length < count; rank += stride) {
    const kind = language === 'chinese' ? 'substring' : ENGLISH_KINDS[keywords.length % ENGLISH_KINDS.length];
    let at = rank;
    while (!suits(items[at], kind) || taken.has(textOf(items[at], kind))) at += 1;
    const text = textOf(items[at], kind);
    taken.add(text);
    keywords.push({ kind, text });
  }
  return keywords;
}

const suits = (item, kind) =>
  kind === 'substring' || (kind === 'phrase' ? item.words.length === 2 : item.stem !== null && item.stem.length >= 4);
const textOf = (item, kind) => (kind === 'prefix' ? item.stem : item.text);

/** Expected hits a drawn item: what stands in an item, weighed by how often the item is drawn. */
function shareOf({ items, probabilities }, keywords) {
  const whole = new Set(keywords.filter(({ kind }) => kind !== 'prefix').map(({ text }) => text));
  const prefixes = new Set(keywords.filter(({ kind }) => kind === 'prefix').map(({ text }) => text));
  let share = 0;
  items.forEach(({ text, words = [text] }, rank) => {
    let hits = words.length > 1 && whole.has(text) ? 1 : 0;
    for (const word of words) {
      if (whole.has(word)) hits += 1;
      for (let length = 4; length <= word.length; length++) if (prefixes.has(word.slice(0, length))) hits += 1;
    }
    share += probabilities[rank] * hits;
  });
  return share;
}

/** The codes, five keywords each: the same grouping for qcode and for its competitors. */
export function codesOf(keywords) {
  const codes = [];
  for (let i = 0; i < keywords.length; i += KEYWORDS_OF_A_CODE) {
    codes.push({
      id: `code-${String(codes.length + 1).padStart(3, '0')}`,
      keywords: keywords.slice(i, i + KEYWORDS_OF_A_CODE),
    });
  }
  return codes;
}

export function codebookYaml(codes, count) {
  const written = ({ kind, text }) => (kind === 'prefix' ? `${text}*` : text);
  const lines = codes.flatMap(({ id, keywords }) => [
    `  - id: ${id}`,
    `    name: ${id.replace('code-', 'Code ')}`,
    '    keywords:',
    ...keywords.map((keyword) => `      - ${written(keyword)}`),
  ]);
  return [`title: Benchmark, ${count} keywords`, 'codes:', ...lines, ''].join('\n');
}

/** One pattern a line for ripgrep. */
export const ripgrepPatterns = (keywords) =>
  `${keywords.map(({ kind, text }) => (kind === 'prefix' ? `${text}\\w*` : text)).join('\n')}\n`;
