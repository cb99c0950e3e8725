import type { Span } from '../core/span.js';
import { speechIn } from '../text/furniture.js';
import { decode } from '../text/utf8.js';
import { type AskedPlace, type Lookup, type NoPlace, contradiction, findPlace, isPlace } from './asked-place.js';

/** A place with all that is said of it: one part finds it, and the others must agree. */
export interface WishedPlace {
  readonly place: AskedPlace;
  /** Words that must stand at positions that are given, with or without the labels between them. */
  readonly expected?: string;
  /** Lines and a turn in which the place must begin, besides what finds it. */
  readonly stated?: AskedPlace;
}

/** The segment that is meant, in bytes. */
export function findWished({ place, expected, stated }: WishedPlace, lookup: Lookup): Span | NoPlace {
  const span = findPlace(place, lookup);
  if (!isPlace(span)) return span;
  const other = expected === undefined ? null : otherWords(expected, span, lookup);
  return other ?? (stated && contradiction(stated, span, lookup)) ?? span;
}

function otherWords(expected: string, span: Span, { transcript }: Lookup): NoPlace | null {
  const there = decode(transcript.text, span.start, span.end);
  const speech = speechIn(transcript, span);
  const spoken = decode(speech.text, speech.start, speech.end);
  if ([there, spoken].some((words) => bare(words) === bare(expected))) return null;
  const shown = [...there.replace(/\s+/g, ' ')].slice(0, 40).join('');
  return {
    message: `at these positions stands “${shown}”, not the quotation`,
    remedy: 'The transcript was corrected since: leave start and end empty to have the quotation looked for.',
  };
}

/** White space and Unicode's forms of one character make no difference. */
function bare(words: string): string {
  return words.normalize('NFC').replace(/\s+/g, '');
}
