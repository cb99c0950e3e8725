import { type Query, type Word, type Written, isOwnWord } from './syntax.js';

/** A query in words, the same for all ways of writing it that differ in white space and brackets only. */
export function written(query: Query): string {
  switch (query.kind) {
    case 'codes':
      return wordOf(query.word);
    case 'condition':
      return `${wordOf(query.subject)} ${query.comparison} ${wordOf(query.value)}`;
    case 'case':
      return `case has ${bracketed(query.of)}`;
    case 'not':
      return `not ${bracketed(query.of)}`;
    case 'relation': {
      const { operator, distance } = query;
      const reach = distance ? ` within ${distance.most} ${distance.unit}${distance.most === 1 ? '' : 's'}` : '';
      return `${bracketed(query.left)} ${operator} ${bracketed(query.right)}${reach}`;
    }
    default:
      return `${bracketed(query.left)} ${query.kind} ${bracketed(query.right)}`;
  }
}

const bracketed = (query: Query): string =>
  query.kind === 'codes' || query.kind === 'condition' ? written(query) : `(${written(query)})`;

const wordOf = ({ text, quoted }: Word): string => {
  if (!quoted && !isOwnWord(text)) return text;
  return text.includes('"') ? `“${text}”` : `"${text}"`;
};

/** From the first word of a query to its last, for messages. */
export function extentOf(query: Query): Written {
  switch (query.kind) {
    case 'codes':
      return { start: query.word.start, end: query.word.end };
    case 'condition':
    case 'case':
      return { start: query.start, end: query.end };
    case 'not':
      return extentOf(query.of);
    default:
      return { start: extentOf(query.left).start, end: extentOf(query.right).end };
  }
}

/** The words of a query that name codes or saved queries, in its order. */
export function namesIn(query: Query): readonly Word[] {
  switch (query.kind) {
    case 'codes':
      return [query.word];
    case 'condition':
      return [];
    case 'case':
    case 'not':
      return namesIn(query.of);
    default:
      return [...namesIn(query.left), ...namesIn(query.right)];
  }
}
