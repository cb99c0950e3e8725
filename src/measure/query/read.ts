import type { Codebook } from '../../codebook/codebook.js';
import { currentId } from '../../codebook/former.js';
import { unknownCode } from '../../codebook/unknown-code.js';
import { type Diagnostic, type Outcome, isError } from '../../core/diagnostic.js';
import { nearest } from '../../core/suggest.js';
import { bindQuery } from './bind.js';
import type { BoundQuery } from './bound.js';
import { QUERY, mistake, parseQuery } from './parse.js';
import { type SavedQueries, type SavedQuery, inFile } from './saved.js';
import type { CaseQuery, Query, Word, Written } from './syntax.js';
import { extentOf, written } from './written.js';

/*
 * Names of a query that stand for something else: saved queries, which take the place of their names, and ids that codes
 * once had. A file that was written before a code was renamed goes on asking for it, and every use of it says so.
 */

/** What there is to be named. */
export interface QueryNames {
  readonly codebook: Codebook;
  readonly queries: SavedQueries;
}

/** Reads a query and looks up its codes. Former ids are told as warnings; its text then has those of now. */
export function readBound(text: string, names: QueryNames): Outcome<BoundQuery> {
  const read = readQuery(text, names);
  return read.value ? bound(read.value, text, names, read.diagnostics) : { diagnostics: read.diagnostics };
}

/** The same of a saved query, by its name; mistakes have their places in qcode.yaml. */
export function readSaved(name: string, names: QueryNames): Outcome<BoundQuery> {
  const word = { text: `@${name}`, quoted: false, start: 0, end: name.length + 1 };
  const read = resolved({ kind: 'codes', word }, word.text, names, [], false);
  return read.value ? bound(read.value, word.text, names, read.diagnostics) : { diagnostics: read.diagnostics };
}

function bound(query: Query, text: string, { codebook }: QueryNames, told: readonly Diagnostic[]): Outcome<BoundQuery> {
  const { value, diagnostics } = bindQuery(query, text, codebook);
  return { ...(value && { value: { ...value, text: worded(text, query) } }), diagnostics: [...told, ...diagnostics] };
}

/** A query in words: as it was typed, or with what its names stand for. */
export function worded(text: string, query: Query): string {
  const inside = (one: Query): Query => (one.kind === 'case' ? one.of : one);
  const { value: typed } = parseQuery(text);
  return typed && written(inside(typed)) === written(inside(query)) ? text.trim() : written(query);
}

/** Reads a query: none of its words is a saved query or a former id any more. */
export function readQuery(text: string, names: QueryNames): Outcome<Query> {
  return read(text, names, [], false);
}

/** Reads what is asked of a case, whether or not it begins with `case has`. */
export function readCaseQuery(text: string, names: QueryNames): Outcome<CaseQuery> {
  const { value, diagnostics } = read(text, names, [], true);
  return value
    ? { value: value.kind === 'case' ? value : { kind: 'case', of: value, ...extentOf(value) }, diagnostics }
    : { diagnostics };
}

function read(text: string, names: QueryNames, open: readonly string[], ofCase: boolean): Outcome<Query> {
  const { value, diagnostics } = parseQuery(text);
  return value ? resolved(value, text, names, open, ofCase) : { diagnostics };
}

/**
 * A query with everything in the place of what stands for it.
 *
 * @param open names of the saved queries in which it stands
 * @param ofCase whether all of it is asked of a case
 */
function resolved(
  query: Query,
  text: string,
  names: QueryNames,
  open: readonly string[],
  ofCase: boolean,
): Outcome<Query> {
  const { codebook, queries } = names;
  const present = currentId(codebook);
  const diagnostics: Diagnostic[] = [];
  const wrong = (word: Word, message: string, remedy: string, code: string): Query => {
    diagnostics.push(...mistake(text, word, message, remedy, code).diagnostics);
    return { kind: 'codes', word };
  };

  const codes = (word: Word): Query => {
    const now = presentWord(word, present);
    if (now !== word) {
      const { message, remedy } = unknownCode(codebook, idIn(word));
      const [told] = mistake(text, word, message, remedy, 'QC477').diagnostics;
      diagnostics.push({ ...told!, severity: 'warning' });
    }
    return { kind: 'codes', word: now };
  };

  const saved = (word: Word, isOfCase: boolean): Query => {
    const name = word.text.slice(1);
    const found = Object.hasOwn(queries, name) ? queries[name] : undefined;
    if (!found) return wrong(word, `qcode.yaml has no query "${name}"`, remedyFor(name, queries), 'QC478');
    if (open.includes(name)) {
      const circle = [...open.slice(open.indexOf(name)), name].map((one) => `@${one}`).join(' → ');
      return wrong(word, `the query @${name} asks for itself: ${circle}`, 'Write one of them without it.', 'QC479');
    }
    const of = readWithin(found, names, [...open, name]);
    for (const one of of.diagnostics) if (!diagnostics.some((known) => isSame(known, one))) diagnostics.push(one);
    if (!of.value) return { kind: 'codes', word };
    // What is asked of the case need not say so again.
    return at(word, isOfCase && of.value.kind === 'case' ? of.value.of : of.value);
  };

  const visit = (part: Query, isOfCase: boolean): Query => {
    switch (part.kind) {
      case 'codes':
        return !part.word.quoted && part.word.text.startsWith('@') ? saved(part.word, isOfCase) : codes(part.word);
      case 'condition':
        return part;
      case 'case':
        return { ...part, of: visit(part.of, true) };
      case 'not':
        return { ...part, of: visit(part.of, isOfCase) };
      case 'relation':
        // A pair of codings is asked for, wherever it is.
        return { ...part, left: visit(part.left, false), right: visit(part.right, false) };
      default:
        return { ...part, left: visit(part.left, isOfCase), right: visit(part.right, isOfCase) };
    }
  };

  const value = visit(query, ofCase);
  return { ...(!diagnostics.some(isError) && { value }), diagnostics };
}

/** A word of a query with the present id of the code that it names; the same where it names none by a former id. */
export function presentWord(word: Word, present: (id: string) => string | undefined): Word {
  const id = idIn(word);
  const now = present(id);
  return now === undefined || now === id ? word : { ...word, text: now + word.text.slice(id.length) };
}

/** `strategy/*`: what stands below a code. */
function idIn({ text, quoted }: Word): string {
  const slash = quoted ? -1 : text.indexOf('/');
  return slash < 0 ? text : text.slice(0, slash);
}

/** A saved query by itself: its own mistakes are shown where it stands, not where it is used. */
function readWithin(saved: SavedQuery, names: QueryNames, open: readonly string[]): Outcome<Query> {
  const { value, diagnostics } = read(saved.text, names, open, false);
  const found = value ? bindQuery(value, saved.text, names.codebook) : { diagnostics: [] };
  return {
    ...(found.value && value && { value }),
    diagnostics: [...diagnostics, ...found.diagnostics].map((one) =>
      one.place?.file === QUERY ? inFile(one, saved) : one,
    ),
  };
}

/** Whether the same is said of the same place: of a saved query that is used twice. */
function isSame(a: Diagnostic, b: Diagnostic): boolean {
  return a.message === b.message && JSON.stringify(a.place) === JSON.stringify(b.place);
}

/** A query as if all of it stood in the place of one word. */
function at({ start, end }: Written, query: Query): Query {
  const there = (word: Word): Word => ({ ...word, start, end });
  switch (query.kind) {
    case 'codes':
      return { ...query, word: there(query.word) };
    case 'condition':
      return { ...query, subject: there(query.subject), value: there(query.value), start, end };
    case 'case':
      return { ...query, of: at({ start, end }, query.of), start, end };
    case 'not':
      return { ...query, of: at({ start, end }, query.of) };
    default:
      return { ...query, left: at({ start, end }, query.left), right: at({ start, end }, query.right) };
  }
}

function remedyFor(name: string, queries: SavedQueries): string {
  const names = Object.keys(queries);
  const close = nearest(name, names);
  if (close !== undefined) return `Did you mean @${close}?`;
  if (names.length === 0) return 'Write it there: queries: {NAME: QUERY}.';
  return `Its queries are ${names.map((one) => `@${one}`).join(', ')}.`;
}
