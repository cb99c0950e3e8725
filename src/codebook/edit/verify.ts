import { catalogue } from '../../core/catalogue.js';
import { isError, type Diagnostic, type Outcome } from '../../core/diagnostic.js';
import type { Codebook, Rule } from '../codebook.js';
import { parseCodebook } from '../parse.js';
import { draftOf } from './splice.js';
import { commentsIn, wordsOf } from './comments.js';

/** Why an edit is not made. */
export function refusal(
  code: 'QC125' | 'QC126',
  file: string,
  message: string,
  remedy = catalogue[code]!.remedy,
): { readonly diagnostics: readonly Diagnostic[] } {
  return { diagnostics: [{ code, severity: 'error', message, remedy, place: { file } }] };
}

/** All that a codebook says, but for where in its file it says it. */
function essenceOf({ title, fold, properties, codes, relationTypes, relations, core }: Codebook): string {
  return JSON.stringify([
    title,
    fold.han,
    properties,
    [relationTypes, relations.map(({ from, type, to }) => [from, type, to]), core],
    codes.map((code) => [
      [code.id, code.was, code.name, code.definition, code.include, code.exclude, code.examples, code.color],
      [code.parent, code.depth, code.rules.map(essenceOfRule), code.except],
    ]),
  ]);
}

function essenceOfRule({ code, index, name, any, near, unless, within, speaker, segment }: Rule): unknown {
  return [code, index, name, any, near, unless, within ?? null, speaker ?? null, segment];
}

/** Whether each comment of a text stands in another, whatever it has become a part of. */
function keepsComments(before: string, after: string): boolean {
  const textsOf = (yaml: string): string[] => {
    const { text } = draftOf(yaml);
    return commentsIn(text).map(({ start, end }) => wordsOf(text.slice(start, end)));
  };
  const left = textsOf(after);
  return textsOf(before).every((comment) => {
    const at = left.findIndex((other) => other === comment);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/**
 * The edited text, if it reads as the codebook that was meant and has lost no comment. Edits work on the layout of the
 * file, of which there are more kinds than anyone foresees; what comes out wrong is not handed on.
 *
 * @param byHand what to do in an editor instead
 */
export function verified(before: string, after: string, expected: Codebook, byHand: string): Outcome<string> {
  const { file } = expected;
  const { value, diagnostics } = parseCodebook(after, file);
  const isMeant = value !== undefined && essenceOf(value) === essenceOf(expected);
  if (isMeant && keepsComments(before, after))
    return { value: after, diagnostics: diagnostics.filter((one) => !isError(one)) };
  return refusal('QC125', file, 'the layout of the codebook is one that qcode cannot edit', byHand);
}
