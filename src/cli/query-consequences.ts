import type { Codebook } from '../codebook/codebook.js';
import { currentId } from '../codebook/former.js';
import { type Diagnostic, type Place, isError } from '../core/diagnostic.js';
import { codesNamed } from '../measure/query/bind.js';
import { parseQuery } from '../measure/query/parse.js';
import { presentWord, readSaved } from '../measure/query/read.js';
import type { SavedQuery } from '../measure/query/saved.js';
import { codesExcluded } from '../measure/query/excluded.js';
import type { Word } from '../measure/query/syntax.js';
import { namesIn, written } from '../measure/query/written.js';
import type { Judgement } from '../measure/theory/theory.js';
import { valueInWords } from '../report/theory-words.js';
import type { Study } from '../store/study.js';
import { THEORY_FILE, theoryOf } from '../store/theory-file.js';

/** A code that gets another id or becomes part of another, which has that id then. */
export interface Becoming {
  readonly touches: string;
  readonly becomes: string;
}

/**
 * What an edit of the codebook changes in what theory.yaml and the saved queries ask for, in sentences, what weighs most
 * first. Neither file is edited: an id that is named there goes on to be understood.
 *
 * @param after the codebook with the edit
 */
export async function queryConsequences(
  { folder, settings: { queries } }: Pick<Study, 'folder' | 'settings'>,
  present: Codebook,
  after: Codebook,
  { touches, becomes }: Becoming,
): Promise<string[]> {
  const read = async (codebook: Codebook) => {
    const names = { codebook, queries };
    const theory = await theoryOf(folder, names);
    const saved = Object.keys(queries).flatMap((name) => readSaved(name, names).diagnostics);
    return {
      asked: theory?.asked ?? [],
      judgements: theory?.value?.judgements ?? [],
      errors: [...(theory?.diagnostics ?? []), ...saved].filter(isError),
    };
  };
  const [now, then] = [await read(present), await read(after)];
  const asked: (readonly [where: string, query: SavedQuery])[] = [
    ...now.asked.map((one) => [`${THEORY_FILE}:${one.place.line}`, one] as const),
    ...Object.entries(queries).map(([name, one]) => [`@${name}`, one] as const),
  ];
  const told = new Map<string, Set<string>>();
  const named = new Set<string>();
  const tell = (where: string, sentence: string): void =>
    void told.set(sentence, (told.get(sentence) ?? new Set()).add(where));

  const judgements = new Map(now.judgements.map((one) => [at(one.namedAt), one]));
  const before = idsOf(present);
  const afterwards = idsOf(after);
  for (const [where, { text, place }] of asked) {
    const { value: query } = parseQuery(text);
    for (const { part, wanted, excluded } of query ? codesExcluded(query) : []) {
      const isEmpty = (idsIn: typeof before): boolean => {
        const out = new Set(excluded.flatMap(idsIn));
        return idsIn(wanted).length > 0 && idsIn(wanted).every((id) => out.has(id));
      };
      if (isEmpty(afterwards) && !isEmpty(before)) tell(where, `${written(part)} selects nothing then.`);
    }
    const judgement = judgements.get(at(place));
    for (const word of query ? namesIn(query) : []) {
      const [had, has] = [before(word), afterwards(word)];
      const isIn = (id: string): boolean => has.includes(id === touches ? becomes : id);
      const lost = had.filter((id) => !isIn(id));
      const gained = present.codes.map(({ id }) => id).filter((id) => !had.includes(id) && isIn(id));
      if (lost.length > 0) tell(where, `${word.text} no longer selects what is coded ${lost.join(', ')}.`);
      if (gained.length > 0)
        tell(
          where,
          judgement ? heldOf(judgement, gained) : `${word.text} selects what is coded ${gained.join(', ')}, too.`,
        );
      if (word.text.split('/')[0] === touches && touches !== becomes) named.add(where);
    }
  }
  const keyOf = ({ code, place }: Diagnostic): string => `${code} ${place?.file}:${place?.line}:${place?.column}`;
  const known = new Set(now.errors.map(keyOf));
  for (const one of then.errors)
    if (!known.has(keyOf(one))) tell(`${one.place?.file}:${one.place?.line}`, `this will be an error: ${one.message}.`);
  if (named.size > 0) told.set(`${touches} is understood as ${becomes} then, and every use says so.`, named);
  // theory.yaml:3, 7: those of one file stand together.
  const listed = (places: Iterable<string>): string => [...places].join(', ').replaceAll(`, ${THEORY_FILE}:`, ', ');
  return [...told].map(([sentence, places]) => `${listed(places)}: ${sentence}`);
}

function heldOf({ name, case: id, value }: Judgement, gained: readonly string[]): string {
  return `the judgement on ${name} in ${id} (${valueInWords(value)}) will hold there of ${gained.join(', ')}, too, before what is coded.`;
}

function at({ line, column }: Place): string {
  return `${line}:${column}`;
}

/** Ids of the codes that a word of a query selects. */
function idsOf(codebook: Codebook): (word: Word) => readonly string[] {
  const present = currentId(codebook);
  return (word) => codesNamed(presentWord(word, present), codebook).map((at) => codebook.codes[at]!.id);
}
