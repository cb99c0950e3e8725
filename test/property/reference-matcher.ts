/**
 * A matcher that is slow and obviously right: no automaton, no bytes, no bisection. Every definition is written out
 * as FORMATS states it, over a list of characters, and each keyword is tried at every place. It shares with the fast
 * matcher only the tables of character classes and foldings, which have tests of their own.
 */
import {
  type Codebook,
  type Expression,
  type Keyword,
  type Literal,
  type Rule,
  SPACE,
  STAR,
} from '../../src/codebook/codebook.js';
import type { Span } from '../../src/core/span.js';
import type { Hit } from '../../src/match/hit.js';
import { BREAK, HAN, IGNORABLE, MARK, SPACE as SPACE_CLASS, WORD, classOf } from '../../src/text/character.js';
import { fold } from '../../src/text/fold.js';
import type { Furniture, Transcript } from '../../src/text/transcript.js';
import { units } from '../../src/text/unit.js';

/** A visible character of the composed text with the bytes of canonical text that it came from. */
interface Character extends Span {
  readonly codePoint: number;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const byteLength = (text: string): number => new TextEncoder().encode(text).length;

/** A letter with its marks is composed as a whole; what composes takes the bytes of the whole. */
function characters(text: string, offset = 0): Character[] {
  const list: Character[] = [];
  let byte = offset;
  for (const cluster of text.match(/\P{M}\p{M}*|\p{M}+/gsu) ?? []) {
    const composed = cluster.normalize('NFC');
    const whole = { start: byte, end: byte + byteLength(cluster) };
    let inside = byte;
    for (const character of composed) {
      const size = byteLength(character);
      const span = composed === cluster ? { start: inside, end: inside + size } : whole;
      inside += size;
      list.push({ codePoint: character.codePointAt(0)!, ...span });
    }
    byte = whole.end;
  }
  return list;
}

const isWord = (character: Character | undefined): boolean =>
  character !== undefined && [WORD, MARK].includes(classOf(character.codePoint));
const isBlank = (character: Character | undefined): boolean =>
  character !== undefined && [SPACE_CLASS, BREAK].includes(classOf(character.codePoint));

/** Ends (positions in `text`) of all ways in which the atoms from `atom` on match from `from` on. */
function endsOf(
  literal: Literal,
  atoms: readonly number[],
  text: readonly Character[],
  from: number,
  han: boolean,
): number[] {
  const [atom, ...rest] = atoms;
  if (atom === undefined) return [from];
  if (atom === STAR) {
    const ends: number[] = [];
    for (let at = from; ; at++) {
      ends.push(...endsOf(literal, rest, text, at, han));
      if (!isWord(text[at])) return ends;
    }
  }
  if (atom === SPACE || atom === MAY_BREAK) {
    let at = from;
    let breaks = 0;
    for (; isBlank(text[at]); at++) if (text[at]!.codePoint === 0x0a) breaks++;
    const over = at > from && breaks <= 1 ? endsOf(literal, rest, text, at, han) : [];
    if (atom === SPACE) return over;
    return [...endsOf(literal, rest, text, from, han), ...(breaks === 1 ? over : [])];
  }
  const found = text[from]?.codePoint;
  if (found === undefined) return [];
  const same = literal.exact ? found === atom : fold(found, { han }) === fold(atom, { han });
  return same ? endsOf(literal, rest, text, from + 1, han) : [];
}

/** Stands where a line may be broken inside a keyword. */
const MAY_BREAK = -3;

/** The atoms with MAY_BREAK between two letters of which one is Han. */
function withBreaks(atoms: readonly number[]): number[] {
  const isHan = (atom: number): boolean => atom >= 0 && classOf(atom) === HAN;
  return atoms.flatMap((atom, at) => {
    const before = atoms[at - 1] ?? SPACE;
    return before >= 0 && atom >= 0 && (isHan(atom) || isHan(before)) ? [MAY_BREAK, atom] : [atom];
  });
}

function literalSpans(literal: Literal, text: readonly Character[], han: boolean, broken: boolean): Span[] {
  const visible = literal.atoms.filter((atom) => atom < 0 || classOf(atom) !== IGNORABLE);
  const openStart = visible[0] === STAR;
  const openEnd = visible.length > 1 && visible.at(-1) === STAR;
  const atoms = visible.slice(openStart ? 1 : 0, openEnd ? -1 : visible.length);
  const edge = (atom: number): boolean => atom >= 0 && [WORD, MARK].includes(classOf(atom));
  const spans = new Map<string, Span>();
  for (let from = 0; from < text.length; from++) {
    for (let end of endsOf(literal, broken ? withBreaks(atoms) : atoms, text, from, han)) {
      let start = from;
      if (openStart) while (isWord(text[start - 1])) start--;
      else if (edge(atoms[0]!) && isWord(text[start - 1])) continue;
      if (openEnd) while (isWord(text[end])) end++;
      else if (edge(atoms.at(-1)!) && isWord(text[end])) continue;
      const span = { start: text[start]!.start, end: text[end - 1]!.end };
      spans.set(`${span.start} ${span.end}`, span);
    }
  }
  return [...spans.values()];
}

function expressionSpans(expression: Expression, transcript: Transcript, text: Uint8Array): Span[] {
  return transcript.turns.flatMap(({ speech, end }) => {
    const all = characters(decoder.decode(text.subarray(speech, end)), speech);
    const composed = all.map(({ codePoint }) => String.fromCodePoint(codePoint)).join('');
    return [...composed.matchAll(new RegExp(expression.pattern, `${expression.flags}g`))].flatMap((match) => {
      const first = [...composed.slice(0, match.index)].length;
      const count = [...match[0]].length;
      return count === 0 ? [] : [{ start: all[first]!.start, end: all[first + count - 1]!.end }];
    });
  });
}

const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Words and Han characters of the speech in a gap, counted on its string. */
function distanceIn(gap: Span, { text, furniture }: Transcript): { words: number; chars: number } {
  let speech = '';
  for (let at = gap.start; at < gap.end;) {
    const piece = furniture.find((span) => span.start <= at && at < span.end);
    let next = piece === undefined ? at + 1 : Math.min(piece.end, gap.end);
    while (next < gap.end && (text[next]! & 0xc0) === 0x80) next++;
    speech += piece === undefined ? decoder.decode(text.subarray(at, next)) : ' ';
    at = next;
  }
  const shape = [...speech]
    .map((character) => {
      const kind = classOf(character.codePointAt(0)!);
      if (kind === IGNORABLE || kind === MARK) return '';
      if (kind === HAN) return 'H';
      if (kind !== WORD) return character;
      return /[0-9０-９]/u.test(character) ? 'd' : 'l';
    })
    .join('');
  return { words: (shape.match(TOKEN) ?? []).length, chars: (shape.match(/H/g) ?? []).length };
}

/** Letters and digits, joined by single apostrophes and hyphens; digits also by single points and commas. */
const TOKEN = /(?:[ld]|(?<=[ld])['ʼ’＇\-‐‑－](?=[ld])|(?<=d)[.,](?=d))+/gu;

/** Labels and header lines end speech; markers, times and cue lines are white space to the matcher. */
const isBarrier = (kind: Furniture['kind']): boolean => kind === 'label' || kind === 'header' || kind === 'export';

export function referenceHits(codebook: Codebook, transcript: Transcript): Hit[] {
  const { han } = codebook.fold;
  const bytes = transcript.text.map((byte, at) =>
    transcript.furniture.some(({ kind, start, end }) => !isBarrier(kind) && start <= at && at < end) ? 0x20 : byte,
  );
  const text = characters(decoder.decode(bytes)).filter(({ codePoint }) => classOf(codePoint) !== IGNORABLE);
  const broken = !transcript.paragraphPerLine || transcript.furniture.some(({ kind }) => kind === 'cue');
  const turnOf = (span: Span) => transcript.turns.find((turn) => turn.speech <= span.start && span.end <= turn.end);
  const spansOf = (keyword: Keyword): Span[] => {
    if (keyword.kind === 'stem') throw new Error('stems have a test of their own');
    const spans =
      keyword.kind === 'literal'
        ? literalSpans(keyword, text, han, broken)
        : expressionSpans(keyword, transcript, bytes);
    return spans.filter(
      (span) =>
        turnOf(span) !== undefined &&
        !transcript.furniture.some((piece) => isBarrier(piece.kind) && meets(piece, span)),
    );
  };
  const segmentOf = (hit: Span, rule: Rule): Span => {
    const all = units(transcript, rule.segment === 'match' ? 'sentence' : rule.segment);
    const first = all.find((unit) => hit.start < unit.end) ?? all.at(-1)!;
    const last = all.filter((unit) => unit.start < hit.end).at(-1)!;
    return { start: first.start, end: Math.max(first.end, last.end) };
  };
  /** Whether `other` stands clear of the hit but within the rule's reach of it. */
  const isNear = (hit: Span, other: Span, rule: Rule): boolean => {
    if (meets(hit, other)) return false;
    if (rule.within === undefined) return meets(segmentOf(hit, rule), other);
    if (turnOf(other) !== turnOf(hit)) return false;
    const gap = { start: Math.min(hit.end, other.end), end: Math.max(hit.start, other.start) };
    const { words, chars } = distanceIn(gap, transcript);
    return words <= rule.within.words && chars <= rule.within.chars;
  };
  const stands = (hit: Span, rule: Rule): boolean => {
    const turn = turnOf(hit)!;
    if (rule.speaker !== undefined && turn.role !== rule.speaker && turn.speaker !== rule.speaker) return false;
    if (rule.near.length > 0 && !rule.near.flatMap(spansOf).some((other) => isNear(hit, other, rule))) return false;
    return !rule.unless.flatMap(spansOf).some((other) => meets(hit, other) || isNear(hit, other, rule));
  };

  return codebook.codes
    .flatMap((code, position) => {
      const exceptions = code.except.flatMap(spansOf);
      const candidates = code.rules.flatMap((rule, index) =>
        rule.any
          .flatMap(spansOf)
          .filter((span) => stands(span, rule) && !exceptions.some((exception) => holds(exception, span)))
          .map(({ start, end }) => ({ start, end, code: position, rule: index })),
      );
      candidates.sort((a, b) => a.start - b.start || b.end - a.end || a.rule - b.rule);
      const kept: Hit[] = [];
      for (const hit of candidates) if (kept.every((other) => !meets(other, hit))) kept.push(hit);
      return kept;
    })
    .sort((a, b) => a.start - b.start || b.end - a.end || a.code - b.code || a.rule - b.rule);
}
