import type { Passage } from '../measure/surroundings.js';
import { entryLines, nameOf } from './code-entry.js';
import { flow } from './flow.js';
import type { Piece, Quotation, QuotationGroup, Quotations } from './model.js';
import { shownToPeople } from './shown.js';

/** What of a list its quotations are cited by. */
export type Citing = Pick<Quotations, 'caseNames' | 'show' | 'by' | 'codes'>;

/**
 * Where a quotation comes from, as people cite it: `罗总, Qingchuan 晴川 (A1-1.txt, line 34, 00:12:30)`; then its code where
 * no heading names it. Empty where nothing of it is shown.
 */
export function citation(quotation: Quotation, citing: Citing): string {
  const { speaker, case: id, source, line, turn, start, end, time, coded, code } = quotation;
  const { caseNames, codes } = citing;
  const shown = shownToPeople(citing);
  const who = [
    ...(shown.has('speaker') ? [speaker] : []),
    ...(shown.has('case') ? [caseNames?.get(id) ?? id] : []),
  ].filter((part): part is string => part !== null && part !== '');
  const where = [
    ...(shown.has('source') ? [flow(source)] : []),
    ...(shown.has('line') ? [`line ${line}`] : []),
    ...(shown.has('turn') ? [`turn ${turn}`] : []),
    ...(shown.has('characters') ? [`characters ${start}–${end}`] : []),
    ...(shown.has('time') && time !== undefined ? [flow(time)] : []),
    ...(shown.has('coded') && coded !== undefined ? [`coded ${flow(coded)}`] : []),
  ].join(', ');
  const cited = [who.map(flow).join(', '), who.length > 0 && where !== '' ? `(${where})` : where]
    .filter((part) => part !== '')
    .join(' ');
  if (!shown.has('code') || isUnderCode(citing)) return cited;
  const name = flow(nameOf(codes?.get(code) ?? { id: code, name: code }));
  return cited === '' ? name : `${cited}: ${name}`;
}

/** Whether a heading names the code of the quotations beneath it. */
export function isUnderCode({ by }: Citing): boolean {
  return by === undefined || by.includes('code');
}

/**
 * What is said of a quotation beneath it: who coded it, the coders' memos, and which code overlaps it that it is compared
 * with. Of a segment with two codes this is said of each.
 */
export function remarks(quotation: Quotation, citing: Citing): string[] {
  const { code, coders, memos, applied, overlaps = [], under } = quotation;
  if (under) return under.flatMap((each) => remarks(each, citing).map((remark) => `${each.code}: ${remark}`));
  const shown = shownToPeople(citing);
  const keywords = shown.has('keywords') && !shown.has('text') ? keywordsOf(quotation) : [];
  return [
    ...(keywords.length > 0 ? [`keywords: ${keywords.map(flow).join('; ')}`] : []),
    ...(applied ? [`coded as ${applied.join(', ')}`] : []),
    ...(shown.has('coders') && coders.length > 0 ? [`coded by ${coders.map(flow).join(', ')}`] : []),
    ...(shown.has('memos') ? memos.map((memo) => `memo: ${flow(memo)}`) : []),
    ...overlaps.map((other) => `overlaps ${other}`),
    ...(shown.has('definition') && !isUnderCode(citing) ? entryLines(citing.codes?.get(code)).map(flow) : []),
  ];
}

/** The matched words of a quotation, in text order. */
export function keywordsOf({ pieces }: Quotation): string[] {
  return pieces.filter(({ marked }) => marked).map(({ text }) => text);
}

/** What stands before and after the words of a quotation, a paragraph each. */
export interface Context {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Whether it is what is said around them; else it is the question. */
  readonly isAround: boolean;
}

export function contextOf({ question, around }: Quotation, citing: Citing): Context {
  const shown = shownToPeople(citing);
  if (shown.has('around') && around) {
    return { before: around.before.map(spokenBy), after: around.after.map(spokenBy), isAround: true };
  }
  return { before: shown.has('question') && question ? [spokenBy(question)] : [], after: [], isAround: false };
}

/** Words with their speaker named. */
export function spokenBy({ speaker, text }: Passage): string {
  return speaker === null ? text : `${speaker}: ${text}`;
}

/** The words of a quotation as they are shown: without marks where keywords are not. */
export function wordsOf({ pieces }: Quotation, citing: Citing): readonly Piece[] {
  const shown = shownToPeople(citing);
  if (!shown.has('text')) return [];
  return shown.has('keywords') ? pieces : pieces.map(({ text }) => ({ text, marked: false }));
}

/** What the codebook says of the code whose name heads a group, where that is shown. */
export function headOf({ code }: QuotationGroup, { show, codes }: Quotations): string[] {
  return code !== undefined && show?.has('definition') ? entryLines(codes?.get(code)) : [];
}
