import { markerWords } from './marker-words.js';
import { pieceMemory, searchable } from './search.js';
import { closing, opening } from './time.js';
import type { Furniture } from './transcript.js';
import { decode, encode } from './utf8.js';

/** Who laughs, nods or is silent: taken off before a marker is looked up. */
const actors =
  /^(?:both|all|everyone|everybody|they|he|she|group|audience|interviewers?|interviewee|respondent|participants?|speakers?|moderator)(?: both)? |^(?:两人|兩人|二人|三人|众人|眾人|全体|全體|全场|全場|大家|双方|雙方|一起|都|访谈者|訪談者|受访者|受訪者|采访人|採訪人|主持人)(?:都|一起|同时|同時)?/;
const times = /\d{1,3}(?::\d\d){1,3}(?:[.,]\d{1,3})?/g;
const durations =
  /\d+(?:\.\d+)? ?(?:s|secs?|seconds?|m|mins?|minutes?|秒钟?|秒鐘|分钟|分鐘)(?![a-z])|[一二三四五六七八九十两兩几幾]+(?:秒钟?|秒鐘|分钟|分鐘)|约|約|approx\.?|about(?= ?$)/g;

/** The words of a marker by which it is looked up. */
function markerKey(content: string): string {
  return content
    .toLowerCase()
    .replace(/[\\*_]/g, ' ')
    .replace(times, ' ')
    .replace(durations, ' ')
    .replace(/[.。,，、…~～!！?？:：;；@–—-]+/g, ' ')
    .replace(/[\s\u3000]+/g, ' ')
    .trim();
}

const brackets = /^\\?[[(（［【]|\\?[\])）］】]$/g;
const closed: ReadonlySet<string> = new Set(markerWords);

/** The longest marker looked for between brackets, in bytes. */
const LONGEST = 80;

/** What a bracketed text is: a marker, a time, or speech (null). */
type Kind = 'marker' | 'time' | null;

export function markerKind(content: string, extra: ReadonlySet<string>): Kind {
  const bare = content.replace(/[\\ ]/g, '');
  if (/^\d{1,3}(?::\d\d){1,3}(?:[.,]\d{1,3})?(?:(?:-->|[-–—])\d{1,3}(?::\d\d){1,3}(?:[.,]\d{1,3})?)?$/.test(bare))
    return 'time';
  const key = markerKey(content);
  if (key === '') return /\d/.test(bare) && content.replace(durations, '') !== content ? 'marker' : null;
  if (closed.has(key) || extra.has(key)) return 'marker';
  const action = key.replace(actors, '').trim();
  return action !== key && closed.has(action) ? 'marker' : null;
}

/** The study's own markers (with or without brackets) as they are looked up. */
export function markerSet(markers: readonly string[] = []): ReadonlySet<string> {
  return new Set(markers.map((marker) => markerKey(marker.trim().replace(brackets, ''))).filter((key) => key !== ''));
}

/** Opening brackets as they are searched for: a byte where one will do. */
const openers: readonly (number | Uint8Array)[] = [0x5b, 0x28, ...['（', '［', '【'].map(encode)];

/**
 * Markers and bracketed times in a text, in text order, not overlapping.
 *
 * @param text canonical text; only its brackets are looked at
 * @param from the byte to begin at
 * @param extra the study's own markers, from `markerSet`
 */
export function findMarkers(text: Uint8Array, from: number, extra: ReadonlySet<string>): Furniture[] {
  const buffer = searchable(text);
  const remembered = pieceMemory<Kind>(text);
  const judge = (start: number, end: number): Kind => markerKind(decode(text, start, end), extra);
  const kindOf = (start: number, end: number): Kind => remembered(start, end, judge);
  const found: Furniture[] = [];
  let sorted = true;
  for (const opener of openers) {
    for (let at = buffer.indexOf(opener, from); at >= 0; at = buffer.indexOf(opener, at + 1)) {
      const marker = markerAt(text, at, kindOf);
      if (marker === null) continue;
      if (found.length > 0 && marker.start < found[found.length - 1]!.end) sorted = false;
      found.push(marker);
    }
  }
  if (sorted) return found;
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return found.filter((marker) => {
    if (marker.start < end) return false;
    end = marker.end;
    return true;
  });
}

/** The marker whose bracket opens at byte `at`, an escaping backslash included, or null. */
function markerAt(text: Uint8Array, at: number, kindOf: (start: number, end: number) => Kind): Furniture | null {
  const open = opening(text, at)!;
  const start = at + open.size;
  const limit = Math.min(text.length, start + LONGEST);
  let end = start;
  for (; end < limit; end++) {
    const byte = text[end]!;
    if (byte === 0x0a) return null;
    if (byte < 0x80 ? byte !== 0x29 && byte !== 0x5d && byte !== 0x5c : byte !== 0xef && byte !== 0xe3) continue;
    const close = closing(text, end);
    if (close === null) continue;
    if (close.kind !== open.kind) continue;
    const kind = kindOf(start, end);
    const escaped = text[at - 1] === 0x5c ? 1 : 0;
    return kind === null ? null : { kind, start: at - escaped, end: end + close.size };
  }
  return null;
}
