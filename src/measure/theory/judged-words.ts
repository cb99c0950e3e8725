import { quotationFinder } from '../../coding/find-quotation.js';
import type { Span } from '../../core/span.js';
import { type CodedSource, attributeOf } from '../coded-source.js';
import { type Quotation, mayQuote, quoter, withheld } from '../quotation.js';
import { turnFinder } from '../turns.js';
import { partsOf } from './quoted.js';

/** Words that the analyst quotes for a judgement. */
export interface JudgedWords {
  readonly case: string;
  /** The code or theme that is judged. */
  readonly name: string;
  readonly words: string;
}

/**
 * Finds the words that judgements quote, each where it stands first in a turn of its case that passes the filters; what
 * is left out between two parts of a quotation is quoted with them. Words whose speaker did not consent are withheld, as
 * in every quotation.
 */
export function* judgedWordsIn(
  source: CodedSource,
  wanted: readonly JudgedWords[],
): Iterable<readonly [JudgedWords, Quotation]> {
  const places = quotationFinder(source.transcript);
  const quote = quoter(source);
  for (const one of wanted) {
    const find = turnFinder(source);
    for (const span of wholes(partsOf(one.words).map(places))) {
      const turn = find(span);
      if (turn === null || attributeOf(source, turn, 'case') !== one.case) continue;
      const coding = { ...span, code: -1, hits: [], coders: [] };
      const quotation = quote(coding, turn, one.name);
      yield [one, mayQuote(source, coding) ? quotation : withheld(quotation)];
      break;
    }
  }
}

/** From each place of the first part to the nearest of the others, one after another. */
function wholes([firsts = [], ...others]: readonly (readonly Span[])[]): Span[] {
  return firsts.flatMap(({ start, end }) => {
    let to: number | undefined = end;
    for (const part of others) to = part.find((span) => to !== undefined && span.start >= to)?.end;
    return to === undefined ? [] : [{ start, end: to }];
  });
}
