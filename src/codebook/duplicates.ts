import { fold, type FoldOptions } from '../text/fold.js';
import type { Keyword } from './codebook.js';
import type { PlacedKeyword } from './keyword.js';
import type { PlacedRule } from './rule.js';
import type { Findings } from './yaml/findings.js';
import type { Range } from './yaml/tree.js';

/** A text that two keywords share exactly when they find the same; STAR and SPACE pass through folding. */
export function identityOf(keyword: Keyword, options: FoldOptions): string {
  switch (keyword.kind) {
    case 'literal': {
      const atoms = keyword.exact
        ? keyword.atoms
        : keyword.atoms.map((atom) => (atom < 0 ? atom : fold(atom, options)));
      return `${keyword.exact ? '=' : ''}${atoms.join(' ')}`;
    }
    case 'expression':
      return `/${keyword.pattern}/${keyword.flags}`;
    case 'stem':
      return `stem ${keyword.word.toLowerCase()}`;
  }
}

const identities = (placed: readonly PlacedKeyword[], options: FoldOptions): string =>
  placed
    .map(({ keyword }) => identityOf(keyword, options))
    .sort()
    .join('|');

function conditionsOf({ rule, near, unless }: PlacedRule, options: FoldOptions): string {
  const { within, speaker = '', segment } = rule;
  const reach = within ? `${within.words} ${within.chars}` : '';
  return [identities(near, options), identities(unless, options), reach, speaker, segment].join('\n');
}

/** Warns of keywords that stand in a code twice with the same conditions, and of exceptions that undo a keyword. */
export function reportDuplicates(
  rules: readonly PlacedRule[],
  except: readonly PlacedKeyword[],
  options: FoldOptions,
  findings: Findings,
): void {
  const firsts = new Map<string, Range>();
  const found = new Map<string, Range>();
  const meet = (identity: string, { keyword, at }: PlacedKeyword): void => {
    const first = firsts.get(identity);
    if (!first) return void firsts.set(identity, at);
    const line = findings.lineOf(first.start) + 1;
    findings.warning('QC150', at, `the keyword ${keyword.written} is the same as that of line ${line}`);
  };
  for (const rule of rules) {
    const conditions = conditionsOf(rule, options);
    for (const placed of rule.any) {
      const identity = identityOf(placed.keyword, options);
      meet(`any\n${identity}\n${conditions}`, placed);
      if (!found.has(identity)) found.set(identity, placed.at);
    }
  }
  for (const placed of except) {
    const identity = identityOf(placed.keyword, options);
    meet(`except\n${identity}`, placed);
    const keyword = found.get(identity);
    if (!keyword) continue;
    const line = findings.lineOf(keyword.start) + 1;
    const { written } = placed.keyword;
    findings.warning('QC151', placed.at, `${written} is a keyword of this code too (line ${line}): it is never found`);
  }
}
