import type { Codebook } from '../../codebook/codebook.js';
import { unknownCode } from '../../codebook/unknown-code.js';
import { type Fields, type Keys, fieldsOf, listIn, textIn, textsIn, wrongForm } from '../../codebook/yaml/fields.js';
import type { Findings } from '../../codebook/yaml/findings.js';
import type { Mapping, Text } from '../../codebook/yaml/tree.js';
import type { Judgement } from './theory.js';
import type { Truth } from './truth.js';

const KEYS: Keys = {
  of: 'judgement',
  known: ['case', 'code', 'value', 'why', 'quotations'],
  synonyms: { theme: 'code', because: 'why', quotation: 'quotations', quotes: 'quotations' },
};

const VALUES: ReadonlyMap<string, Truth> = new Map([
  ['true', 1],
  ['false', 0],
  ['unknown', null],
]);

/** Reads `judgements`: each of a code or theme in a case, once, with its reason. */
export function parseJudgements(
  fields: Fields,
  themes: ReadonlySet<string>,
  codebook: Codebook,
  findings: Findings,
): readonly Judgement[] {
  const firsts = new Map<string, Mapping>();
  return (listIn(fields, 'judgements', findings)?.items ?? []).flatMap((item) => {
    if (item.kind === 'nothing') findings.error('QC481', item, 'this judgement is empty');
    else if (item.kind !== 'mapping')
      wrongForm(item, 'mapping', 'a judgement', findings, 'write {case, code, value, why}');
    if (item.kind !== 'mapping') return [];
    const judgement = judgementIn(item, themes, codebook, findings);
    if (!judgement) return [];
    const key = `${judgement.case}\0${judgement.name}`;
    const first = firsts.get(key);
    if (first) {
      const line = findings.lineOf(first.start) + 1;
      findings.error('QC481', item, `"${judgement.name}" in ${judgement.case} is judged on line ${line} already`);
    } else firsts.set(key, item);
    return [judgement];
  });
}

function judgementIn(
  item: Mapping,
  themes: ReadonlySet<string>,
  codebook: Codebook,
  findings: Findings,
): Judgement | undefined {
  const fields = fieldsOf(item, KEYS, findings);
  const part = (key: string): Text | undefined => {
    const node = textIn(fields, key, findings);
    const isMissing = !fields.has(key) && !item.damaged && item.entries.length === fields.size;
    const isEmpty = fields.get(key)?.kind === 'nothing' || node?.value.trim() === '';
    if (isMissing || isEmpty) findings.error('QC481', fields.get(key) ?? item, `this judgement has no "${key}"`);
    return isEmpty ? undefined : node;
  };
  const [named, code, value, why] = [part('case'), part('code'), part('value'), part('why')];
  const truth = value && VALUES.get(value.value.trim());
  if (value && truth === undefined)
    findings.error('QC481', value, `"${value.value}" is no value`, 'Write true, false or unknown.');
  const name = code?.value.trim().normalize('NFC') ?? '';
  const isKnown = themes.has(name) || codebook.codes.some(({ id }) => id === name);
  if (code && !isKnown) {
    const { message, remedy } = unknownCode(codebook, name);
    findings.error('QC471', code, `${message}, and no rule adds such a theme`, remedy);
  }
  if (!named || !why || !isKnown || truth === undefined) return undefined;
  return {
    case: named.value.trim().normalize('NFC'),
    name,
    value: truth,
    why: why.value.trim(),
    quotations: textsIn(fields, 'quotations', findings).map((node) => node.value.trim()),
    place: findings.place(code!),
  };
}
