import { type Explained, obstacles } from '../measure/theory/expression.js';
import type { RuleInCase, TestedCase } from '../measure/theory/tested.js';
import type { Judgement, Theory } from '../measure/theory/theory.js';
import type { Truth } from '../measure/truth.js';
import { counted } from './basis.js';

/** How much is said of a part: where it can be read, too, or only how it is. */
export type Detail = 'with places' | 'bare';

export function valueInWords(value: Truth): string {
  return value === null ? 'unknown' : value === 1 ? 'true' : 'false';
}

export function reachedInWords(value: Truth): string {
  return value === null ? 'unknown' : value === 1 ? 'reached' : 'not reached';
}

/** Why a rule fired in a case or did not, and why what it says of the case holds or not. */
export function reasonOf(own: RuleInCase, one: TestedCase, theory: Theory, detail: Detail = 'bare'): string {
  const { condition, expected } = own;
  const asked = `IF ${valueInWords(condition.value)}: ${reasons(condition, one, theory, detail)}.`;
  if (condition.value === 0) return asked;
  const judged = judgementsOf(own, one, theory);
  if (judged.length > 0) return [asked, ...judged.map((each) => judgementInWords(each, one, detail))].join(' ');
  if (!expected) return `${asked} Not judged.`;
  return `${asked} Expected ${valueInWords(expected.value)}: ${reasons(expected, one, theory, detail)}.`;
}

/** What the analyst judged of the themes of a rule in a case. */
export function judgementsOf({ rule }: RuleInCase, { judgements }: TestedCase, { rules }: Theory): Judgement[] {
  return judgements.filter(({ name }) => rules[rule]!.adds.includes(name));
}

/**
 * What was judged, and why. Quoted words are cited by their place, or left to who quotes them. Those that are not found
 * are not printed: nobody knows whether their speaker consented.
 */
export function judgementInWords(
  { name, value, why, quotations }: Judgement,
  { evidence: { quoted } }: TestedCase,
  detail: Detail,
): string {
  const places = quotations.flatMap((words) => {
    const found = quoted.get(words);
    return found ? [`${found.source}:${found.line}`] : [];
  });
  const cited = detail === 'with places' && places.length > 0 ? ` (${[...new Set(places)].join(', ')})` : '';
  const missing = quotations.length - places.length;
  const unfound = missing > 0 ? ` (${counted(missing, 'quotation')} not found in what was read)` : '';
  return `Judged: ${name} is ${valueInWords(value)}. ${ended(why)}${cited}${unfound}`;
}

/** A sentence with its full stop: that of its own writing. */
function ended(sentence: string): string {
  if (/[.!?…。！？．][)\]"'’”）」』》]*$/u.test(sentence)) return sentence;
  return `${sentence}${/[\u3400-\u9fff][）」』》”]*$/u.test(sentence) ? '。' : '.'}`;
}

/** The parts that make an expression hold, or keep it from holding. */
export function reasons(
  explained: Explained,
  one: TestedCase,
  theory: Theory,
  detail: Detail = 'bare',
  says: (part: Explained) => boolean = () => true,
): string {
  const parts = obstacles(explained, explained.value === 1 ? 0 : 1).filter(says);
  return [...new Set(parts.map((part) => partInWords(part, one, theory, detail)))].join('; ');
}

function partInWords(part: Explained, one: TestedCase, theory: Theory, detail: Detail): string {
  if (part.kind === 'theme') {
    const isJudged = one.judgements.some(({ name }) => name === part.name);
    if (isJudged) return `${part.name} judged ${valueInWords(part.value)}`;
    return `${part.name} ${part.value === 1 ? 'added' : part.value === 0 ? 'not added' : 'unknown'}`;
  }
  return part.kind === 'fact' ? factInWords(part.at, one, theory, detail) : '';
}

/** What the codings of a case, or the analyst, say of what a rule asks. */
export function factInWords(at: number, { facts, evidence }: TestedCase, theory: Theory, detail: Detail): string {
  const { text, bound } = theory.facts[at]!;
  const isPattern = bound.kind === 'codes' && bound.codes.length > 1;
  const { value, codings, why } = facts[at]!;
  const best = evidence.affirming.quotations[at]![0]?.quotation;
  const place = detail === 'with places' && best ? ` (${best.source}:${best.line})` : '';
  switch (why) {
    case 'judged':
      return `${text} judged ${valueInWords(value)}`;
    case 'reached':
      return `${text}: ${counted(codings, 'coding')}${place}`;
    case 'not reached':
      return codings === 0
        ? `${text}: looked for in ${counted(evidence.sources.size, 'source')}, none found`
        : isPattern && codings >= theory.threshold
          ? `${text}: ${counted(codings, 'coding')}${place}, no code has ${theory.threshold}`
          : `${text}: only ${counted(codings, 'coding')}${place}`;
    case 'not affirmed':
      return `${text} unknown: coded, but not enough affirms it`;
    case 'not looked for':
      return `${text} unknown: not looked for in every source`;
    case 'attribute':
      return value === null ? `${text} unknown: nobody gave it` : `${text} is ${valueInWords(value)}`;
    case 'no codings':
      return `${text} unknown: the case has no codings`;
  }
}
