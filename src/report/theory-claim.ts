import type { TestedCase, Verdict } from '../measure/theory/tested.js';
import { codesIn } from '../measure/theory/values.js';
import { counted } from './basis.js';
import type { Block, Figure, Figures, Quotation, QuotationGroup, Quotations, Section } from './model.js';
import { countedByFooting } from './theory-dates.js';
import { counterGroups, evidenceGroups, saying, silentGroups } from './theory-evidence.js';
import { type TheoryShown, casesThat, namesOf } from './theory-shown.js';

/**
 * What the cases say of one claim: in figures, then the evidence, the counter-evidence, and who is silent.
 *
 * @param chosen quotations that support it
 */
export function claimSection(rule: number, chosen: readonly Quotation[], shown: TheoryShown): Section {
  const { theory } = shown;
  const those = (verdict: Verdict): readonly TestedCase[] => saying(verdict, rule, shown).map(({ one }) => one);
  const [supports, contradicts, silent, unmet] = [
    those('supports'),
    those('contradicts'),
    those('silent'),
    those('IF not met'),
  ];
  const block = (name: string, title: string, groups: readonly QuotationGroup[]): Quotations => ({
    kind: 'quotations',
    name,
    title,
    groups,
    caseNames: shown.caseNames,
    notes: [],
  });
  return {
    heading: `${rule + 1}. ${theory.rules[rule]!.name}`,
    blocks: [
      claimFigures(rule, shown),
      supports.length > 0
        ? block(
            'evidence',
            `Evidence: ${casesThat(supports.length, 'support')} it`,
            evidenceGroups(rule, chosen, shown),
          )
        : paragraph('Evidence: no case supports it.'),
      contradicts.length > 0
        ? block(
            'counter-evidence',
            `Counter-evidence: ${casesThat(contradicts.length, 'contradict')} it`,
            counterGroups(rule, shown),
          )
        : paragraph(`Counter-evidence: ${noneFound(supports, silent.length)}`),
      ...(silent.length > 0
        ? [block('silent', `Silent: ${counted(silent.length, 'case')}`, silentGroups(rule, shown))]
        : []),
      ...(unmet.length > 0 ? [paragraph(`IF not met: ${namesOf(unmet, shown)}.`)] : []),
    ],
  };
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** Where nothing speaks against a claim: how far somebody looked. */
function noneFound(supports: readonly TestedCase[], silent: number): string {
  const left = silent > 0 ? ` ${casesThat(silent, 'are', 'is')} silent.` : '';
  if (supports.length === 0) return `no case was asked.${left}`;
  const sources = new Set(supports.flatMap(({ evidence }) => [...evidence.sources])).size;
  return `looked for in ${counted(sources, 'source')} of ${counted(supports.length, 'case')}, none found.${left}`;
}

/** The claim as it was written, and what it comes to. */
function claimFigures(rule: number, shown: TheoryShown): Figures {
  const { text, adds, expects } = shown.theory.rules[rule]!;
  const figure = (key: string, label: string, value: string): Figure => ({ key, label, value, format: 'text' });
  const codes = codesNamed(rule, shown);
  return {
    kind: 'figures',
    name: 'claim',
    figures: [
      figure('if', 'IF', text),
      figure('then', 'THEN', adds.join(', ')),
      figure('expect', 'Expected', expects?.text ?? 'what the analyst judged, case by case'),
      ...(codes === '' ? [] : [figure('codes', 'Codes', codes)]),
      figure('found', 'Found', foundIn(rule, shown)),
      ...groupFigures(rule, shown),
    ],
  };
}

function foundIn(rule: number, shown: TheoryShown): string {
  const { cases } = shown;
  const met = cases.filter((one) => one.rules[rule]!.fired === 1);
  const silent = met.filter((one) => one.rules[rule]!.verdict === 'silent').length;
  const [supports, contradicts] = (['supports', 'contradicts'] as const).map((verdict) => {
    const { value, label } = countedByFooting(shown, rule, verdict);
    const n = String(value);
    const word = `${n} ${value === 1 ? verdict : verdict.slice(0, -1)}`;
    return { word, footing: label?.slice(n.length) ?? '' };
  });
  const unknown = cases.filter((one) => one.rules[rule]!.fired === null).length;
  const besides = unknown > 0 ? `, and of ${unknown} it is unknown whether it holds` : '';
  return `The IF holds in ${met.length} of ${counted(cases.length, 'case')}${besides}: ${supports!.word} the claim${supports!.footing}, ${contradicts!.word} it${contradicts!.footing}${silent > 0 ? `, ${silent} ${silent === 1 ? 'is' : 'are'} silent` : ''}.`;
}

/** The same by groups of cases, with those that do not support it; nothing where there is one group or none. */
function groupFigures(rule: number, { cases, groups }: TheoryShown): Figure[] {
  if (!groups) return [];
  const names = [...new Set(cases.map((one) => groups.of.get(one.case)))];
  if (names.length < 2) return [];
  const value = names
    .map((name) => {
      const own = cases.filter((one) => groups.of.get(one.case) === name).map(({ rules }) => rules[rule]!);
      const those = (verdict: Verdict): number => own.filter((one) => one.verdict === verdict).length;
      const [contradicts, silent] = [those('contradicts'), those('silent')];
      const others = [
        ...(contradicts > 0 ? [`${contradicts} ${contradicts === 1 ? 'contradicts' : 'contradict'}`] : []),
        ...(silent > 0 ? [`${silent} silent`] : []),
      ];
      const met = own.filter(({ fired }) => fired === 1).length;
      return `${name ?? 'none'} ${those('supports')} of ${met}${others.length > 0 ? ` (${others.join(', ')})` : ''}`;
    })
    .join('; ');
  return [{ key: 'groups', label: `By ${groups.by}`, value: `supports in ${value}`, format: 'text' }];
}

/** The names of the codes that a claim asks for, where they say more than the ids. */
function codesNamed(rule: number, { theory, codes }: TheoryShown): string {
  const { condition, expects } = theory.rules[rule]!;
  const parts = expects ? [condition, expects.of] : [condition];
  const asked = new Set(parts.flatMap((part) => codesIn(part, theory.facts)));
  return [...asked]
    .sort((a, b) => a - b)
    .flatMap((code) => {
      const { id, name } = codes[code]!;
      return name === id ? [] : [`${id}: ${name}`];
    })
    .join('; ');
}
