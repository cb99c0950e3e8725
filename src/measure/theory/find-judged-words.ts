import { quotationFinder } from '../../coding/find-quotation.js';
import type { Span } from '../../core/span.js';
import type { Turn } from '../../text/transcript.js';
import { type CodedSource, attributeOf } from '../coded-source.js';
import { type Quotation, mayQuote, quoter, withheld } from '../quotation.js';
import type { Theory } from './theory.js';

/** Words that the analyst quotes for a judgement. Plain data. */
export interface JudgedWords {
  readonly case: string;
  /** The code or theme that is judged. */
  readonly name: string;
  readonly words: string;
}

/** What the judgements of a theory quote, in their order. */
export function wordsJudged({ judgements }: Pick<Theory, 'judgements'>): readonly JudgedWords[] {
  return judgements.flatMap(({ case: id, name, quotations }) =>
    quotations.map((words): JudgedWords => ({ case: id, name, words })),
  );
}

/** Where the words of a judgement stand. */
interface Found {
  readonly one: JudgedWords;
  readonly span: Span;
  readonly turn: Turn;
}

/**
 * Finds the words that judgements quote, each where it stands first, in full or in part, in a turn of its case that
 * passes the filters. The parts of a quotation stand one after another.
 */
export function* findJudgedWords(source: CodedSource, wanted: readonly JudgedWords[]): Iterable<Found> {
  const find = quotationFinder(source.transcript);
  const turns = source.transcript.turns.filter(source.included);
  for (const one of wanted) {
    const own = turns.filter((turn) => attributeOf(source, turn, 'case') === one.case);
    if (own.length === 0) continue;
    for (const span of wholes(partsOf(one.words).map(find))) {
      const turn = own.find(({ start, end }) => start < span.end && span.start < end);
      if (!turn) continue;
      yield { one, span, turn };
      break;
    }
  }
}

/**
 * What judgements quote, as it stands in the transcript: with what is left out between two parts. Words whose speaker did
 * not consent are withheld, as in every quotation.
 */
export function* quotedIn(
  source: CodedSource,
  wanted: readonly JudgedWords[],
): Iterable<readonly [JudgedWords, Quotation]> {
  const quote = quoter(source);
  for (const { one, span, turn } of findJudgedWords(source, wanted)) {
    const coding = { ...span, code: -1, hits: [], coders: [] };
    const quotation = quote(coding, turn, one.name);
    yield [one, mayQuote(source, coding) ? quotation : withheld(quotation)];
  }
}

/** Stands in a quotation for what is left out of it. */
const LEFT_OUT = /\s*[[(（［]?(?:…+|\.{3})[\])）］]?\s*/u;

/** The parts of a quotation between which something is left out. */
export function partsOf(words: string): readonly string[] {
  return words.split(LEFT_OUT).filter((part) => part.trim() !== '');
}

/** From each place of the first part to the nearest of the others, one after another. */
function wholes([firsts = [], ...others]: readonly (readonly Span[])[]): Span[] {
  return firsts.flatMap(({ start, end }) => {
    let to: number | undefined = end;
    for (const part of others) to = part.find((span) => to !== undefined && span.start >= to)?.end;
    return to === undefined ? [] : [{ start, end: to }];
  });
}
