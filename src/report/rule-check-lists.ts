import type { Code, Codebook } from '../codebook/codebook.js';
import type { Part } from '../match/apart.js';
import type { Suggestion } from '../measure/rule-check/suggest.js';
import type { Quotation } from '../measure/quotation.js';
import type { Column, List, Quotations, Table } from './model.js';

const text = (key: string, label = key): Column => ({ key, label, format: 'text' });
const count = (key: string, label: string): Column => ({ key, label, format: 'integer' });

const nameOf = ({ id, name }: Code) => ({ value: id, ...(name !== id && { label: name }) });

/** What makes a rule silent. */
export const SILENT =
  'In all that was read, by coders or not, and after conditions and exceptions. A keyword is named where its rule has several and another of them fires.';

/** Rules that fire nowhere, and keywords that add nothing to a rule that does. */
export function silentTable(parts: readonly Part[], { codes }: Codebook): Table {
  return {
    kind: 'table',
    name: 'silent-rules',
    title: `Rules and keywords that never fire: ${parts.length}`,
    columns: [text('code'), text('rule'), text('keyword')],
    rows: parts.map(({ code, rule, keyword }) => ({
      cells: [
        nameOf(codes[code]!),
        { value: codes[code]!.rules[rule!]!.name },
        keyword === null ? { value: null, blank: true } : { value: keyword },
      ],
    })),
    notes: [SILENT],
  };
}

/** The same in few lines: the codes, each with its rules; a keyword after the rule that it stands in. */
export function silentList(parts: readonly Part[], { codes }: Codebook): List {
  const byCode = new Map<number, string[]>();
  for (const { code, rule, keyword } of parts) {
    const { name } = codes[code]!.rules[rule!]!;
    byCode.set(code, [...(byCode.get(code) ?? []), keyword === null ? name : `${keyword} (of ${name})`]);
  }
  const items = [...byCode].map(([code, names]) => `${codes[code]!.id}: ${names.join('; ')}`);
  return { kind: 'list', name: 'silent-rules', items };
}

/** Words that would find what rules miss. */
export function suggestionTable(suggestions: readonly Suggestion[], codebook: Codebook, least: number): Table {
  return {
    kind: 'table',
    name: 'suggestions',
    title: `Words that would raise recall: ${suggestions.length}`,
    columns: [
      text('language'),
      text('code'),
      text('word'),
      { key: 'keyness', label: 'G²', format: 'decimal' },
      count('in_coded', 'times in coded'),
      count('in_rest', 'times in rest'),
      count('found', 'misses found'),
      count('added', 'false hits added'),
    ],
    rows: suggestions.map(({ language, code, word, keyness, inCoded, inRest, found, added }) => ({
      cells: [
        { value: language },
        nameOf(codebook.codes[code]!),
        ...[word, keyness, inCoded, inRest, found, added].map((value) => ({ value })),
      ],
    })),
    notes: [
      `For codes with at least ${least} units coded by hand in a language. G²: keyness of the word in units with the code against those without; it ranks words and tests nothing. times in coded, in rest: how often the word stands in them, more than once in a unit too. misses found: units with the code that no rule of it finds and that have the word; at least 2. false hits added: units without the code that have it.`,
      'Of scripts without spaces all runs of 2 to 6 characters are looked at, which need not be words; function words are left out, and what is said by who did not consent to be quoted. What fits these interviews need not fit others: try the words on interviews that they were not taken from.',
    ],
  };
}

/** The same as lines of a codebook. */
export function suggestionList(suggestions: readonly Suggestion[], { codes }: Codebook): List {
  const byCode = new Map<number, string[]>();
  for (const { code, word } of suggestions) byCode.set(code, [...new Set([...(byCode.get(code) ?? []), word])]);
  const items = [...byCode]
    .sort(([a], [b]) => a - b)
    .map(([code, words]) => `${codes[code]!.id}: keywords: [${words.join(', ')}]`);
  return { kind: 'list', name: 'suggested-keywords', items };
}

/** Units on which rules and coders differ, by code. */
export function differenceList(
  kind: 'false-hits' | 'misses',
  byCode: readonly (readonly Quotation[])[],
  totals: readonly number[],
  { codes }: Codebook,
  notes: readonly string[],
): Quotations {
  const groups = codes.flatMap(({ id, name }, code) => {
    const quotations = byCode[code] ?? [];
    if (quotations.length === 0) return [];
    const heading = name === id ? id : `${name} (${id})`;
    return [{ heading, note: `${quotations.length} of ${totals[code]!}`, quotations }];
  });
  const title =
    kind === 'false-hits'
      ? 'False hits: a rule fires, and no coder laid the code'
      : 'Misses: a coder laid the code, and no rule of it fires';
  return { kind: 'quotations', name: kind, title, groups, notes };
}
