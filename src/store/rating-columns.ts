import { folded, OF_CODER } from '../coding/codes-cell.js';
import type { Diagnostic } from '../core/diagnostic.js';
import { finding } from './finding.js';

/** Which columns of a table of ratings hold what. */
export interface RatingColumns {
  readonly shape: 'wide' | 'long';
  readonly unit: string;
  readonly source: string | null;
  /** Of a long table. */
  readonly coder: string;
  readonly code: string;
  /** Of a wide table, the column of each coder, with the coder's name. */
  readonly coders: readonly { readonly column: string; readonly name: string }[];
  /** Columns that say something of the units. */
  readonly left: readonly string[];
}

/** What columns are called, folded. */
const NAMES = {
  unit: ['unit', '單位', '单位', '單元', '单元'],
  coder: ['coder', '編碼者', '编码者', '編碼員', '编码员'],
  code: ['code', '編碼', '编码', '代碼', '代码'],
  source: ['source', '來源', '来源', '文件'],
} as const;

/** What describes a unit, and is nobody's name: the columns of tables that qcode writes, and what people add, folded. */
const DESCRIBING = new Set(
  (
    'text line lines start end speaker person role case cases turn paragraph sentence segment quotation quote id no nr number ' +
    'round date time page file document transcript language differing not_known decision adjudicated remark memo note notes ' +
    'comment comments 文本 文字 原文 內容 内容 行 發言者 发言者 說話者 说话者 講者 讲者 角色 個案 个案 編號 编号 序號 序号 頁 页 時間 时间 日期 備註 备注 備注 註 注 差異 差异 決定 决定'
  ).split(' '),
);

/** Tells the columns apart by their names; null where the table is none of ratings, with what is wrong. */
export function ratingColumns(
  columns: readonly string[],
  file: string,
): { columns: RatingColumns | null; diagnostics: readonly Diagnostic[] } {
  const at = { file, line: 1, column: 1, excerpt: columns.join(',') };
  const named = (what: keyof typeof NAMES): string[] =>
    columns.filter((name) => (NAMES[what] as readonly string[]).includes(folded(name)));
  const fail = (code: string, message: string) => ({ columns: null, diagnostics: [finding(code, message, at)] });
  const [units, coders, codes, sources] = [named('unit'), named('coder'), named('code'), named('source')];
  for (const same of [units, coders, codes, sources]) {
    if (same.length > 1) return fail('QC418', `the columns "${same[0]!}" and "${same[1]!}" say the same`);
  }
  const names = columns.filter((name) => name !== '');
  const there = names.length === 0 ? 'it has no columns at all' : `there are ${names.join(', ')}`;
  const [unit, coder, code, source = null] = [units[0], coders[0], codes[0], sources[0]];
  if (unit === undefined) return fail('QC411', `${file} has no column "unit"; ${there}`);
  if ((coder === undefined) !== (code === undefined)) {
    const [has, wants] = coder === undefined ? [code!, 'coder'] : [coder, 'code'];
    return fail('QC411', `${file} has a column "${has}" and none "${wants}"; ${there}`);
  }
  const others = columns.filter((name) => name !== '' && ![unit, coder, code, source].includes(name));
  const shared = { unit, source, coder: coder ?? '', code: code ?? '' };
  if (coder !== undefined) return { columns: { ...shared, shape: 'long', coders: [], left: others }, diagnostics: [] };
  const left = others.filter((name) => DESCRIBING.has(folded(name)));
  const own = others.filter((name) => !left.includes(name));
  const ofCoders = own.map((column) => ({
    column,
    name: column.startsWith(OF_CODER) ? column.slice(OF_CODER.length) : column,
  }));
  return { columns: { ...shared, shape: 'wide', coders: ofCoders, left }, diagnostics: [] };
}
