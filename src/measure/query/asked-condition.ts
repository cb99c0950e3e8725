import type { Place } from '../../core/diagnostic.js';
import type { AttributeTest } from './bound.js';
import { attributeTest } from './bind.js';
import { parseQuery, placeIn } from './parse.js';
import type { QueryNames } from './read.js';
import { type SavedQuery, placeInFile } from './saved.js';
import type { ConditionQuery, Query } from './syntax.js';

/** What a query asks of attributes or memos, and where that is written: what nobody has is told there. Plain data. */
export interface AskedCondition {
  readonly test: AttributeTest | { readonly kind: 'memo' };
  readonly subject: Place;
  readonly value: Place;
}

/**
 * The conditions of a query, and of the saved ones that it names.
 *
 * @param inPlace where a part of the text stands, if that is in a file
 */
export function conditionsIn(
  text: string,
  names: QueryNames,
  inPlace: (place: Place) => Place = (place) => place,
  open: readonly string[] = [],
): AskedCondition[] {
  const visit = (part: Query): AskedCondition[] => {
    switch (part.kind) {
      case 'condition':
        return asked(part);
      case 'codes': {
        const { text: written, quoted } = part.word;
        return !quoted && written.startsWith('@') ? conditionsOfSaved(written.slice(1), names, open) : [];
      }
      case 'case':
      case 'not':
        return visit(part.of);
      default:
        return [...visit(part.left), ...visit(part.right)];
    }
  };
  const asked = (condition: ConditionQuery): AskedCondition[] => {
    const { subject, comparison, value } = condition;
    const test =
      comparison === '~'
        ? ({ kind: 'memo' } as const)
        : attributeTest({ ...condition, comparison }, names.codebook.fold.han);
    if (test.kind === 'memo' && subject.text !== 'memo') return [];
    return [{ test, subject: inPlace(placeIn(text, subject)), value: inPlace(placeIn(text, value)) }];
  };
  const { value } = parseQuery(text);
  return value ? visit(value) : [];
}

/** The conditions of a saved query, which stand in qcode.yaml. */
export function conditionsOfSaved(name: string, names: QueryNames, open: readonly string[] = []): AskedCondition[] {
  const saved = Object.hasOwn(names.queries, name) ? names.queries[name] : undefined;
  return saved && !open.includes(name) ? conditionsOfQuery(saved, names, [...open, name]) : [];
}

/** The conditions of a query that stands in a file. */
export function conditionsOfQuery(one: SavedQuery, names: QueryNames, open: readonly string[] = []): AskedCondition[] {
  return conditionsIn(one.text, names, (place) => placeInFile(place, one), open);
}
