import { type Candidate, selectAmong } from '../measure/examples.js';
import { isQuotable } from '../measure/theory/evidence-facts.js';
import { type Explained, obstacles } from '../measure/theory/expression.js';
import { codesIn } from '../measure/theory/values.js';
import type { RuleInCase, TestedCase } from '../measure/theory/tested.js';
import type { Judgement } from '../measure/theory/theory.js';
import type { Quotation, QuotationGroup } from './model.js';
import { type TheoryShown, nameOf } from './theory-shown.js';
import { factInWords, judgementInWords, judgementsOf, reasons } from './theory-words.js';

/** A case, and what it says of one rule. */
interface RuleOfCase {
  readonly one: TestedCase;
  readonly own: RuleInCase;
}

/** The cases that say so of a claim, in their order. */
export function saying(verdict: RuleInCase['verdict'], rule: number, { cases }: TheoryShown): RuleOfCase[] {
  return cases.flatMap((one) => {
    const own = one.rules[rule]!;
    return own.verdict === verdict ? [{ one, own }] : [];
  });
}

/** By claim, the quotations that support it: spread over cases by the rule of examples. */
export function supporting(shown: TheoryShown): Quotation[][] {
  const groups = shown.theory.rules.map((_, rule) =>
    saying('supports', rule, shown).flatMap((said) => candidatesFor(said, shown).filter(isQuotable)),
  );
  return selectAmong(
    groups,
    shown.quotes,
    shown.cases.map((one) => one.case),
  );
}

/** The codings of what holds; where a judgement quotes what it rests on, that is the evidence. */
function candidatesFor({ one, own }: RuleOfCase, { theory }: TheoryShown): Candidate[] {
  if (judgementsOf(own, one, theory).some(isQuoting)) return [];
  return quotationsOf(holding(own.expected ?? own.condition, true), one);
}

const isQuoting = ({ quotations }: Judgement): boolean => quotations.length > 0;

/** The facts that hold where an expression wants them to, or where it does not. */
function holding(explained: Explained, wanted: boolean): number[] {
  switch (explained.kind) {
    case 'fact':
      return wanted && explained.value === 1 ? [explained.at] : [];
    case 'theme':
      return [];
    case 'not':
      return holding(explained.of, !wanted);
    default:
      return [...holding(explained.left, wanted), ...holding(explained.right, wanted)];
  }
}

/** The best candidates of several facts, the same words once. Hits that a judgement is about are none. */
function quotationsOf(facts: readonly number[], { evidence, facts: values }: TestedCase): Candidate[] {
  const coded = [...new Set(facts)].filter((at) => values[at]!.why !== 'judged');
  return distinct(coded.flatMap((at) => evidence.affirming.quotations[at]!));
}

/** What may be quoted comes before what may not; of segments that overlap only the first is quoted. */
function distinct(all: readonly Candidate[]): Candidate[] {
  const chosen: Candidate[] = [];
  for (const one of all.toSorted((a, b) => a.rank - b.rank)) {
    const { source, start, end } = one.quotation;
    const isThere = chosen.some(
      ({ quotation: other }) => other.source === source && other.start < end && start < other.end,
    );
    if (!isThere) chosen.push(one);
  }
  return chosen;
}

const first = (candidates: readonly Candidate[], limit: number): Quotation[] =>
  candidates.slice(0, limit).map(({ quotation }) => quotation);

/** The cases that support a claim, with those of the chosen quotations that are theirs. */
export function evidenceGroups(rule: number, chosen: readonly Quotation[], shown: TheoryShown): QuotationGroup[] {
  return saying('supports', rule, shown).flatMap((said) => {
    const own = chosen.filter((quotation) => quotation.case === said.one.case);
    return under(nameOf(said.one.case, shown), parts(said, own, shown));
  });
}

/** Each case that contradicts a claim: why, what speaks against the claim, and what speaks for it all the same. */
export function counterGroups(rule: number, shown: TheoryShown): QuotationGroup[] {
  return saying('contradicts', rule, shown).flatMap((said) => {
    const { one, own } = said;
    const against = own.expected ? quotationsOf(holding(own.expected, false), one) : [];
    const favourable = own.expected ? holding(own.expected, true) : [];
    const inFavour = first(quotationsOf(favourable, one), Math.min(1, shown.quotes));
    const words = [...new Set(favourable)].map((at) => factInWords(at, one, shown.theory, 'bare')).join('; ');
    return under(nameOf(one.case, shown), [
      ...parts(said, first(against, shown.quotes), shown),
      ...(inFavour.length > 0 ? [{ note: `All the same, for the claim: ${words}.`, quotations: inFavour }] : []),
    ]);
  });
}

/** Each case that says neither: what is unknown, and what is coded there that does not affirm it. */
export function silentGroups(rule: number, shown: TheoryShown): QuotationGroup[] {
  return saying('silent', rule, shown).flatMap((said) => {
    const { one, own } = said;
    const unknown = own.fired === null ? own.condition : own.expected;
    const facts = unknown ? obstacles(unknown, 1).flatMap((part) => (part.kind === 'fact' ? [part.at] : [])) : [];
    const coded = facts.filter((at) => one.facts[at]!.why !== 'judged');
    const found = distinct(coded.flatMap((at) => one.evidence.standing.quotations[at]!));
    return under(nameOf(one.case, shown), parts(said, first(found, shown.quotes), shown));
  });
}

type Part = Omit<QuotationGroup, 'heading'>;

const under = (heading: string, all: readonly Part[]): QuotationGroup[] =>
  all.map((part, i) => ({ heading: i === 0 ? heading : '', ...part }));

/** What decides, with its quotations; then each judgement that has a say in it, with the words that it rests on. */
function parts(said: RuleOfCase, quotations: readonly Quotation[], shown: TheoryShown): Part[] {
  const { one, own } = said;
  const judged = judgementsOf(own, one, shown.theory);
  if (judged.length > 0) return judged.map((each) => judgementPart(each, one));
  const decisive = own.fired === null || !own.expected ? own.condition : own.expected;
  const onCodes = judgementsOn(decisive, one, shown);
  const isUnsaid = (part: Explained): boolean =>
    part.kind !== 'fact' || one.facts[part.at]!.why !== 'judged' || onCodes.length === 0;
  const detail = quotations.length > 0 ? 'bare' : 'with places';
  const words = reasons(decisive, one, shown.theory, detail, isUnsaid);
  const before = own.fired === null ? 'Whether the IF holds is unknown: ' : '';
  const after = own.fired === 1 && !own.expected ? ' Nobody judged whether what is claimed holds.' : '';
  return [
    ...(words === '' ? [] : [{ note: `${before}${words}.${after}`, quotations }]),
    ...onCodes.map((each) => judgementPart(each, one)),
  ];
}

/** Judgements of the codes that an expression asks for. */
function judgementsOn(expression: Explained, one: TestedCase, { theory, codes }: TheoryShown): Judgement[] {
  const asked = new Set(codesIn(expression, theory.facts));
  return one.judgements.filter(({ name }) => asked.has(codes.findIndex(({ id }) => id === name)));
}

function judgementPart(judgement: Judgement, one: TestedCase): Part {
  const quotations = judgement.quotations.flatMap((words) => one.evidence.quoted.get(words) ?? []);
  return { note: judgementInWords(judgement, one, 'bare'), quotations };
}
