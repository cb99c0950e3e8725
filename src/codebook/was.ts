import type { CodeCollector } from './code.js';
import { flawOfId } from './identifier.js';
import { textsIn, type Fields } from './yaml/fields.js';
import type { Text } from './yaml/tree.js';

/** Former ids of the code, in NFC and without those that cannot be ids, which is reported. */
export function parseFormer(fields: Fields, { former, findings }: CodeCollector): readonly string[] {
  return textsIn(fields, 'was', findings).flatMap((text) => {
    const id = text.value.trim().normalize('NFC');
    const flaw = flawOfId(id);
    if (flaw) findings.error('QC116', text, `"${id}" cannot be an id: ${flaw}`);
    else former.push({ ...text, value: id });
    return flaw ? [] : [id];
  });
}

/** Reports former ids that would leave it open which code is meant: another code's id, and what stands twice. */
export function reportFormer({ ids, former, findings }: CodeCollector): void {
  const firsts = new Map<string, Text>(ids);
  for (const text of former) {
    const first = firsts.get(text.value);
    if (!first) {
      firsts.set(text.value, text);
      continue;
    }
    const line = findings.lineOf(first.start) + 1;
    const what = ids.has(text.value) ? 'the id of the code' : 'a former id already';
    findings.error('QC124', text, `the former id "${text.value}" is ${what} on line ${line}`);
  }
}
