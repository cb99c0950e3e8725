import { currentId } from '../../codebook/former.js';
import { unknownCode } from '../../codebook/unknown-code.js';
import { type Fields, type Keys, fieldsOf, listIn, textIn, textsIn, wrongForm } from '../../codebook/yaml/fields.js';
import type { Mapping, Text } from '../../codebook/yaml/tree.js';
import { partsOf } from './find-judged-words.js';
import type { ExpressionReader } from './read-expression.js';
import type { Judgement } from './theory.js';
import type { Truth } from '../truth.js';

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
export function parseJudgements(fields: Fields, reader: ExpressionReader): readonly Judgement[] {
  const { findings } = reader;
  const firsts = new Map<string, Mapping>();
  return (listIn(fields, 'judgements', findings)?.items ?? []).flatMap((item) => {
    if (item.kind === 'nothing') findings.error('QC481', item, 'this judgement is empty');
    else if (item.kind !== 'mapping')
      wrongForm(item, 'mapping', 'a judgement', findings, 'write {case, code, value, why}');
    if (item.kind !== 'mapping') return [];
    const judgement = judgementIn(item, reader);
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

function judgementIn(item: Mapping, reader: ExpressionReader): Judgement | undefined {
  const { findings } = reader;
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
  const name = code ? nameOf(code, reader) : undefined;
  if (!named || !code || !why || name === undefined || truth === undefined) return undefined;
  const quotations = textsIn(fields, 'quotations', findings);
  for (const node of quotations)
    if (partsOf(node.value).length === 0) findings.error('QC481', node, 'this quotation has no words');
  return {
    case: named.value.trim().normalize('NFC'),
    name,
    namedAt: findings.place(code),
    value: truth,
    why: why.value.trim(),
    quotations: quotations.map((node) => node.value.trim()),
    quotedAt: quotations.map((node) => findings.place(node)),
    place: findings.place(named),
  };
}

/** A theme, or the present id of a code; undefined for what is neither. */
function nameOf(node: Text, { names: { codebook }, themes, asked, findings }: ExpressionReader): string | undefined {
  const name = node.value.trim().normalize('NFC');
  if (themes.has(name)) return name;
  asked.push({ text: `"${name}"`, place: findings.place(node) });
  const present = currentId(codebook)(name);
  if (present === name) return name;
  const { message, remedy } = unknownCode(codebook, name);
  if (present !== undefined) findings.warning('QC477', node, message, remedy);
  else findings.error('QC471', node, `${message}, and no rule adds such a theme`, remedy);
  return present;
}
