import type { AskedPlace, NoPlace } from '../coding/asked-place.js';

/** What is said of a coding in words: options of a command line, or cells of a row. */
export interface CodingFields {
  readonly line?: string;
  readonly turn?: string;
  readonly quotation?: string;
  readonly nth?: string;
  readonly start?: string;
  readonly end?: string;
}

/** The place that the words name: positions where they are given, else lines or a turn, and the quotation in them. */
export function askedPlace(fields: CodingFields): AskedPlace | NoPlace {
  const { line, turn, quotation, nth, start, end } = fields;
  if (start !== undefined || end !== undefined) {
    const points = { start: whole(start), end: whole(end) };
    if (points.start !== null && points.end !== null) return { points: { start: points.start, end: points.end } };
    return wrong(`start and end want two whole numbers, not "${start ?? ''}" and "${end ?? ''}"`);
  }
  const lines = line === undefined ? undefined : linesOf(line);
  if (lines === null) return wrong(`a line is a number such as 12, or 12:14 for several, not "${line}"`);
  const number = turn === undefined ? undefined : whole(turn);
  if (number === null) return wrong(`a turn is a whole number, not "${turn}"`);
  const which = nth === undefined ? undefined : whole(nth);
  if (which === null) return wrong(`which of several places is a whole number, not "${nth}"`);
  if (which !== undefined && quotation === undefined)
    return wrong('nth says which place of a quotation, and there is none');
  if (lines === undefined && number === undefined && quotation === undefined) return wrong('no place is given');
  return {
    ...(lines && { lines }),
    ...(number !== undefined && { turn: number }),
    ...(quotation !== undefined && { quotation }),
    ...(which !== undefined && { nth: which }),
  };
}

function linesOf(text: string): { from: number; to: number } | null {
  const parts = text.split(':').map((part) => whole(part));
  const [from, to = from] = parts;
  return parts.length <= 2 && typeof from === 'number' && typeof to === 'number' ? { from, to } : null;
}

function whole(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text.trim()) ? Number(text) : null;
}

function wrong(message: string): NoPlace {
  return { message, remedy: 'Name the place by line, turn, quotation, or start and end.' };
}
