import { flow } from './flow.js';
import type { Quotation } from './model.js';

/** Where a quotation comes from, as people cite it: `罗总, Qingchuan 晴川 (A1-1.txt, line 34, 00:12:30)`. */
export function citation(
  { speaker, case: id, source, line, time }: Quotation,
  caseNames: ReadonlyMap<string, string> = new Map(),
): string {
  const name = caseNames.get(id) ?? id;
  const who = [speaker, name].filter((part): part is string => part !== null && part !== '').map(flow);
  const where = [flow(source), `line ${line}`, ...(time === undefined ? [] : [flow(time)])];
  return `${who.join(', ')} (${where.join(', ')})`;
}

/**
 * What is said of a quotation beneath it: who coded it, the coders' memos, and which code overlaps it that it is compared
 * with. Of a segment with two codes this is said of each.
 */
export function remarks({ coders, memos, overlaps = [], under }: Quotation): string[] {
  if (under) return under.flatMap((each) => remarks(each).map((remark) => `${each.code}: ${remark}`));
  return [
    ...(coders.length > 0 ? [`coded by ${coders.map(flow).join(', ')}`] : []),
    ...memos.map((memo) => `memo: ${flow(memo)}`),
    ...overlaps.map((code) => `overlaps ${code}`),
  ];
}
