import type { Anchor } from './coding.js';
import { isTime } from './event-time.js';
import type { ApplyEvent, Event, RemoveEvent, SeenEvent, SeenUnit } from './event.js';

type Json = Readonly<Record<string, unknown>>;

/** Why a JSON object is no event: the diagnostic's code and what is wrong. */
export interface Misfit {
  readonly code: 'QC203' | 'QC204' | 'QC206';
  readonly message: string;
}

const KINDS = ['apply', 'remove', 'seen'];

/** Reads one parsed line of a log as an event; fields that no event has are passed over. */
export function readEvent(json: unknown): Event | Misfit {
  if (!isObject(json)) return lacks('the line is not an object with a field "event"');
  const kind = json.event;
  if (typeof kind !== 'string') return lacks('"event" must be a text');
  if (!KINDS.includes(kind)) return { code: 'QC204', message: `unknown event "${kind}"` };
  if (!isText(json.id)) return lacks('"id" must be a text');
  if (!isText(json.at) || !isTime(json.at)) return lacks('"at" must be a time in UTC such as 2026-01-02T03:04:05Z');
  const { undoes } = json;
  if (undoes !== undefined && !isText(undoes)) return lacks('"undoes" must be a text');
  const head = { id: json.id, at: json.at, ...(undoes !== undefined && { undoes }) };
  if (kind === 'apply') return readApply(json, head);
  return kind === 'remove' ? readRemove(json, head) : readSeen(json, head);
}

type Head = Pick<Event, 'id' | 'at' | 'undoes'>;

function readApply(json: Json, head: Head): ApplyEvent | Misfit {
  const { code, verdict, properties, memo, was } = json;
  if (!isText(code)) return lacks('"code" must be a text');
  const anchor = readAnchor(json.anchor);
  if ('message' in anchor) return anchor;
  if (verdict !== undefined && verdict !== 'accept' && verdict !== 'reject') {
    return lacks('"verdict" must be "accept" or "reject"');
  }
  if (memo !== undefined && typeof memo !== 'string') return lacks('"memo" must be a text');
  if (was !== undefined && !isText(was)) return lacks('"was" must be a text');
  if (properties !== undefined && !isTexts(properties)) return lacks('"properties" must be an object of texts');
  return {
    event: 'apply',
    ...head,
    code,
    anchor,
    ...(verdict !== undefined && { verdict }),
    ...(properties !== undefined && { properties }),
    ...(memo !== undefined && { memo }),
    ...(was !== undefined && { was }),
  };
}

function readRemove(json: Json, head: Head): RemoveEvent | Misfit {
  const { targets } = json;
  if (!Array.isArray(targets) || targets.length === 0 || !targets.every(isText)) {
    return lacks('"targets" must be a list of ids');
  }
  return { event: 'remove', ...head, targets };
}

function readSeen(json: Json, head: Head): SeenEvent | Misfit {
  const { unit, codebook, blind, was } = json;
  if (!isObject(unit)) return lacks('"unit" must be an object');
  const { kind, start, end, digest, text } = unit;
  if (!isText(kind) || !isText(digest)) return lacks('"unit" must have the texts "kind" and "digest"');
  if (!isStretch(start, end)) return { code: 'QC206', message: '"unit" must have whole numbers 0 ≤ "start" < "end"' };
  if (text !== undefined && !isText(text)) return lacks('"unit" must have a text as "text"');
  if (!isText(codebook)) return lacks('"codebook" must be a text');
  if (blind !== undefined && typeof blind !== 'boolean') return lacks('"blind" must be true or false');
  if (was !== undefined && !isText(was)) return lacks('"was" must be a text');
  const seen: SeenUnit = {
    kind,
    start: start as number,
    end: end as number,
    digest,
    ...(text !== undefined && { text }),
  };
  return {
    event: 'seen',
    ...head,
    unit: seen,
    codebook,
    ...(blind !== undefined && { blind }),
    ...(was !== undefined && { was }),
  };
}

function readAnchor(json: unknown): Anchor | Misfit {
  if (!isObject(json)) return lacks('"anchor" must be an object');
  const { start, end, exact, prefix, suffix, digest } = json;
  if (!isText(exact)) return lacks('"anchor" must have the quotation as "exact"');
  if (typeof prefix !== 'string' || typeof suffix !== 'string') {
    return lacks('"anchor" must have the texts "prefix" and "suffix"');
  }
  if (!isText(digest)) return lacks('"anchor" must have the text "digest"');
  if (!isStretch(start, end)) {
    return { code: 'QC206', message: '"anchor" must have whole numbers 0 ≤ "start" < "end"' };
  }
  const length = [...exact].length;
  const anchor: Anchor = { start: start as number, end: end as number, exact, prefix, suffix, digest };
  if (length === anchor.end - anchor.start) return anchor;
  return {
    code: 'QC206',
    message: `the quotation has ${length} characters, its positions say ${anchor.end - anchor.start}`,
  };
}

function lacks(message: string): Misfit {
  return { code: 'QC203', message };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return isObject(value) && Object.values(value).every((each) => typeof each === 'string');
}

function isStretch(start: unknown, end: unknown): boolean {
  const whole = Number.isSafeInteger(start) && Number.isSafeInteger(end);
  return whole && 0 <= (start as number) && (start as number) < (end as number);
}
