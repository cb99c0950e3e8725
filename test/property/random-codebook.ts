import fc from 'fast-check';

/** A code as a person may have thought of it, before it is written down in one of many styles. */
export interface ModelCode {
  readonly id: string;
  readonly was: readonly string[];
  readonly name: string | null;
  readonly definition: string | null;
  readonly segment: string | null;
  readonly keywords: readonly ModelKeyword[];
  readonly except: readonly string[];
  readonly codes: readonly ModelCode[];
}

export type ModelKeyword = string | { readonly any: readonly string[]; readonly near: readonly string[] };

/** What a codebook says of its codes as a map. */
export interface ModelMap {
  readonly types: readonly string[];
  readonly relations: readonly ModelRelation[];
  readonly core: string | null;
}

export interface ModelRelation {
  readonly from: string;
  readonly type: string;
  readonly to: string;
}

const NO_MAP: ModelMap = { types: [], relations: [], core: null };

/** Draws numbers below a bound: every choice of style is one. */
export type Draw = (below: number) => number;

const WORDS = [
  'fund*',
  'grant',
  '资金',
  'service contract',
  '=ICT',
  "'*ing'",
  'tender',
  '拖款',
  'trust',
  'money: late',
];
const NAMES = ['Money', 'Late payment', '信任', 'Who’s who: a list', 'A #1 code', "'quoted'", '- dash', '2008'];

export const seeds = fc.integer({ min: 1, max: 2 ** 31 - 2 });

/** A stream of numbers from a seed (D. H. Lehmer's generator, modulus 2^31 − 1, multiplier 48271). */
export function drawFrom(seed: number): Draw {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

/** A tree of codes with ids `c0`, `c1` … in the order of the file. */
export function randomCodes(draw: Draw): ModelCode[] {
  let count = 0;
  const code = (depth: number): ModelCode => {
    const id = `c${count++}`;
    const pick = (list: readonly string[]): string => list[draw(list.length)]!;
    const some = (most: number): string[] => [...new Set(Array.from({ length: draw(most + 1) }, () => pick(WORDS)))];
    const plain = some(3).map((word) => word.replaceAll("'", ''));
    const keywords = plain.map((word): ModelKeyword => (draw(4) === 0 ? { any: [word], near: ['near'] } : word));
    return {
      id,
      was: draw(4) === 0 ? Array.from({ length: 1 + draw(2) }, (_, i) => `old-${id}-${i}`) : [],
      name: draw(3) === 0 ? null : pick(NAMES),
      definition: draw(3) === 0 ? pick(['What it means.', 'Two lines\nof text', 'It’s: so # called']) : null,
      segment: draw(6) === 0 ? pick(['turn', 'match', 'sentence']) : null,
      keywords,
      except: keywords.length > 0 ? some(1).map((word) => word.replaceAll("'", '')) : [],
      codes: depth < 3 ? Array.from({ length: draw(3 - depth + 1) }, () => code(depth + 1)) : [],
    };
  };
  return Array.from({ length: 2 + draw(3) }, () => code(0));
}

/** Relations between codes of a tree, each once; `is-a` leads from a code to one before it, and so makes no circle. */
export function randomMap(codes: readonly ModelCode[], draw: Draw): ModelMap {
  const every = (some: readonly ModelCode[]): string[] => some.flatMap(({ id, codes: below }) => [id, ...every(below)]);
  const ids = every(codes);
  const types = draw(2) === 0 ? ['erodes', '削弱'] : [];
  const relations = Array.from({ length: draw(9) }, (): ModelRelation => {
    const [left, right] = [draw(ids.length), draw(ids.length)];
    const type = ['is-a', 'causes', 'condition-of', 'contradicts', ...types][draw(4 + types.length)]!;
    const [from, to] = type === 'is-a' && left < right ? [right, left] : [left, right];
    return { from: ids[from]!, type, to: ids[to]! };
  });
  const said = relations.map(({ from, type, to }) => `${from} ${type} ${to}`);
  return {
    types,
    relations: relations.filter(({ from, to }, i) => from !== to && said.indexOf(said[i]!) === i),
    core: draw(2) === 0 ? ids[draw(ids.length)]! : null,
  };
}

/** The plainest way to write codes down. */
export function plainly(codes: readonly ModelCode[], { types, relations, core }: ModelMap = NO_MAP): string {
  const ofCode = ({ id, was, name, definition, segment, keywords, except, codes: below }: ModelCode): unknown => ({
    id,
    ...(was.length > 0 && { was }),
    ...(name !== null && { name }),
    ...(definition !== null && { definition }),
    ...(segment !== null && { segment }),
    keywords,
    except,
    codes: below.map(ofCode),
  });
  return JSON.stringify({
    title: 'Random',
    codes: codes.map(ofCode),
    relation_types: types,
    relations,
    ...(core !== null && { core }),
  });
}

/** Codes written down with indentation, quotation marks, brackets, blank lines and comments as they come. */
export function written(codes: readonly ModelCode[], draw: Draw, map: ModelMap = NO_MAP): string {
  let comments = 0;
  const comment = (): string => (draw(5) === 0 ? ` # note ${comments++}` : '');
  const nested = [0, 2, 2, 4][draw(4)]!;
  const gap = [' ', ' ', '   '][draw(3)]!;
  const blank = draw(2) === 0;
  const quote = (text: string): string => {
    const plain = /^[\p{L}\d=](?:[^:#,[\]{}\n'"&*]|\*(?=$))*$/u.test(text);
    if (text.includes('\n') || draw(4) === 0) return JSON.stringify(text);
    return plain && draw(3) > 0 ? text : `'${text.replaceAll("'", "''")}'`;
  };
  const flowKeyword = (keyword: ModelKeyword): string =>
    typeof keyword === 'string'
      ? quote(keyword)
      : `{any: [${keyword.any.map(quote).join(', ')}], near: ${quote(keyword.near[0]!)}}`;
  const flow = ({ id, was, name, definition, segment, keywords, except, codes: below }: ModelCode): string => {
    const parts = [`id: ${id}`];
    if (was.length > 0) parts.push(`was: [${was.join(', ')}]`);
    if (name !== null) parts.push(`name: ${quote(name)}`);
    if (definition !== null) parts.push(`definition: ${quote(definition)}`);
    if (segment !== null) parts.push(`segment: ${segment}`);
    if (keywords.length > 0) parts.push(`keywords: [${keywords.map(flowKeyword).join(', ')}]`);
    if (except.length > 0) parts.push(`except: [${except.map(quote).join(', ')}]`);
    if (below.length > 0) parts.push(`codes: [${below.map(flow).join(', ')}${draw(3) === 0 ? ',' : ''}]`);
    return `{${parts.join(', ')}}`;
  };
  const lines: string[] = [];
  const note = (indent: number): void => {
    if (draw(6) === 0) lines.push(`${' '.repeat(indent)}# note ${comments++}`);
    if (draw(12) === 0) lines.push('');
  };
  const list = (indent: number, key: string, items: readonly string[]): void => {
    const pad = ' '.repeat(indent);
    if (draw(3) === 0) return void lines.push(`${pad}${key}: [${items.join(', ')}]${comment()}`);
    if (draw(4) === 0) {
      const inside = items.map(
        (item, i) => `${pad}  ${item}${i < items.length - 1 || draw(2) === 0 ? ',' : ''}${comment()}`,
      );
      return void lines.push(`${pad}${key}: [${comment()}`, ...inside, `${pad}]`);
    }
    lines.push(`${pad}${key}:${comment()}`);
    for (const item of items) {
      note(indent + nested);
      lines.push(`${pad}${' '.repeat(nested)}-${gap}${item}${comment()}`);
    }
  };
  const block = (code: ModelCode, dash: number): void => {
    const inner = dash + 1 + gap.length;
    const pad = ' '.repeat(inner);
    const { id, was, name, definition, segment, keywords, except, codes: below } = code;
    const first = lines.length;
    const entries: (() => void)[] = [];
    const writeId = (): void => void lines.push(`${pad}id: ${draw(5) === 0 ? `"${id}"` : id}${comment()}`);
    if (was.length === 1 && draw(2) === 0) entries.push(() => void lines.push(`${pad}was: ${was[0]}${comment()}`));
    else if (was.length > 0) entries.push(() => list(inner, 'was', was));
    if (name !== null) entries.push(() => void lines.push(`${pad}name: ${quote(name)}${comment()}`));
    if (definition !== null) {
      const asBlock = draw(2) === 0;
      const text = definition.split('\n').map((line) => `${pad}  ${line}`);
      entries.push(() =>
        asBlock
          ? void lines.push(`${pad}definition: |`, ...text)
          : void lines.push(`${pad}definition: ${quote(definition)}`),
      );
    }
    if (segment !== null) entries.push(() => void lines.push(`${pad}segment: ${segment}${comment()}`));
    if (keywords.length > 0) entries.push(() => list(inner, 'keywords', keywords.map(flowKeyword)));
    if (except.length > 0) entries.push(() => list(inner, 'except', except.map(quote)));
    if (below.length > 0) entries.push(() => codesBelow(below, inner, 'codes'));
    else if (draw(6) === 0)
      entries.push(() => void lines.push(`${pad}codes:${draw(2) === 0 ? ' []' : ''}${comment()}`));
    if (draw(3) === 0) entries.reverse();
    if (draw(6) === 0) entries.push(writeId);
    else entries.unshift(writeId);
    entries.forEach((entry, i) => {
      if (i > 0) note(inner);
      entry();
    });
    // The dash stands before the first key, or has a line of its own.
    if (draw(8) === 0) lines.splice(first, 0, `${' '.repeat(dash)}-${comment()}`);
    else lines[first] = `${' '.repeat(dash)}-${gap}${lines[first]!.slice(inner)}`;
    note(inner);
  };
  const codesBelow = (below: readonly ModelCode[], indent: number, key: string): void => {
    const pad = ' '.repeat(indent);
    if (draw(8) === 0) return void lines.push(`${pad}${key}: [${below.map(flow).join(', ')}]${comment()}`);
    lines.push(`${pad}${key}:${comment()}`);
    for (const code of below) {
      note(indent + nested);
      if (draw(6) === 0) lines.push(`${pad}${' '.repeat(nested)}-${gap}${flow(code)}${comment()}`);
      else block(code, indent + nested);
      if (blank) lines.push('');
    }
  };
  const word = (text: string): string => (draw(6) === 0 ? JSON.stringify(text) : text);
  const relation = ({ from, type, to }: ModelRelation, dash: number): void => {
    const parts = [`from: ${word(from)}`, `type: ${word(type)}`, `to: ${word(to)}`];
    if (draw(4) === 0) parts.reverse();
    const pad = ' '.repeat(dash);
    if (draw(3) > 0) return void lines.push(`${pad}-${gap}{${parts.join(', ')}}${comment()}`);
    const inner = ' '.repeat(dash + 1 + gap.length);
    parts.forEach((part, i) => lines.push(`${i === 0 ? `${pad}-${gap}` : inner}${part}${comment()}`));
  };
  const mapped = ({ types, relations, core }: ModelMap): void => {
    if (types.length > 0) list(0, 'relation_types', types);
    if (core !== null) lines.push(`core: ${word(core)}${comment()}`);
    if (relations.length === 0) return;
    if (draw(4) === 0) {
      const items = relations.map(({ from, type, to }) => `{from: ${word(from)}, type: ${type}, to: ${word(to)}}`);
      return list(0, 'relations', items);
    }
    lines.push(`relations:${comment()}`);
    for (const one of relations) {
      note(nested);
      relation(one, nested);
    }
  };
  const mapFirst = map !== NO_MAP && draw(3) === 0;
  note(0);
  lines.push(`title: Random${comment()}`);
  if (mapFirst) mapped(map);
  codesBelow(codes, 0, 'codes');
  if (!mapFirst) mapped(map);
  note(0);
  const ending = ['\n', '\n', '\r\n'][draw(3)]!;
  const text = lines.join(ending) + (draw(4) === 0 ? '' : ending);
  return (draw(5) === 0 ? '\ufeff' : '') + text;
}
