import type { Outcome } from '../../core/diagnostic.js';
import type { Code, Codebook } from '../codebook.js';
import { circleOfKinds } from '../map/kinds.js';
import { ancestorsOf, codeAt, descendantsOf } from '../tree.js';
import type { Mapping } from '../yaml/tree.js';
import { appendItems, linesAt } from './append.js';
import { wordsOf } from './comments.js';
import { addFormer } from './former-ids.js';
import { codeIn, listOf } from './found.js';
import { columnOf, entryEnd, entryOf, indentAt, lineAfter, lineStart } from './layout.js';
import { commentsOutside, movedItems, type MovedItem } from './moved.js';
import { codeOf, opened } from './opened.js';
import { mergedMap, needlessRelations, renameInMap } from './relations.js';
import { itemLines, removeCode } from './remove.js';
import { sameExceptions, sameRules } from './same.js';
import { pinSegments } from './segments.js';
import { draftOf, edited, spliced, type Draft, type Splice } from './splice.js';
import { refusal, verified } from './verify.js';

/** Two codes by their ids: the first becomes part of the second. */
export interface Merging {
  readonly from: string;
  readonly into: string;
}

/**
 * The text of a codebook in which one code is part of another: its id goes to `was`, its keywords and exceptions go where
 * the other has not got them, the codes below it go below the other. Rules keep what they code (`segment`). Relations of
 * the one are relations of the other; what they say of the two of them, or say twice then, goes. Name,
 * definition and the like, and comments that have no place any more, stay as comments.
 *
 * @param file the codebook's name in messages
 */
export function mergeCodes(yaml: string, file: string, merging: Merging): Outcome<string> {
  const read = opened(yaml, file);
  if (!read.value) return { diagnostics: read.diagnostics };
  const codebook = read.value;
  const from = codeOf(codebook, merging.from.normalize('NFC'));
  if ('diagnostics' in from) return from;
  const into = codeOf(codebook, merging.into.normalize('NFC'));
  if ('diagnostics' in into) return into;
  if (from === into) return refusal('QC126', file, `"${from.id}" cannot be merged into itself`, 'Name two codes.');
  const at = codeAt(codebook, into.id);
  if (ancestorsOf(codebook, at).some((above) => codebook.codes[above] === from)) {
    const remedy = `Merge ${into.id} into ${from.id}, and then rename ${from.id}.`;
    return refusal('QC126', file, `"${into.id}" lies below "${from.id}"`, remedy);
  }
  const map = mergedMap(codebook, from.id, into.id);
  const circle = circleOfKinds(map.relations);
  if (circle !== undefined) {
    const remedy = 'Take one of these relations out of the codebook first.';
    return refusal('QC126', file, `the merged code would be a kind of itself: ${circle}`, remedy);
  }
  const pinned = spliced(yaml, pinSegments(draftOf(yaml), from.id, into.id));
  const rules = from.rules.map((rule) => !sameRules(into.rules, rule, codebook.fold));
  const except = from.except.map((keyword) => !sameExceptions(into.except, keyword, codebook.fold));
  const taken = { rules, except };
  const parts = partsOf(draftOf(pinned), from, into, taken);
  const needless = needlessRelations(draftOf(pinned), from.id, into.id);
  const words = [...parts.words, ...needless.comments.map(wordsOf)];
  const after = edited(pinned, [
    ...needless.steps,
    (draft) => renameInMap(draft, from.id, into.id),
    (draft) => removeCode(draft, from.id),
    (draft) => addFormer(draft, into.id, [from.id, ...from.was]),
    (draft) => appendItems(draft, codeIn(draft, into.id).mapping, 'keywords', parts.keywords),
    (draft) => appendItems(draft, codeIn(draft, into.id).mapping, 'except', parts.except),
    (draft) => appendItems(draft, codeIn(draft, into.id).mapping, 'codes', parts.codes),
    (draft) => keptWords(draft, codeIn(draft, into.id).mapping, words),
  ]);
  const byHand = `Move what "${from.id}" has to "${into.id}" in an editor, take "${from.id}" out, and write "was: [${from.id}]" below "id: ${into.id}".`;
  return verified(yaml, after, { ...merged(codebook, from, into, taken), ...map }, byHand);
}

/** Which of the rules and exceptions go along: the other code has not got them. */
interface Taken {
  readonly rules: readonly boolean[];
  readonly except: readonly boolean[];
}

interface Parts {
  readonly keywords: readonly MovedItem[];
  readonly except: readonly MovedItem[];
  readonly codes: readonly MovedItem[];
  /** What is kept as comments. */
  readonly words: readonly string[];
}

function partsOf(draft: Draft, from: Code, into: Code, taken: Taken): Parts {
  const { text } = draft;
  const { mapping, list, index } = codeIn(draft, from.id);
  const target = codeIn(draft, into.id).mapping;
  const itemsOf = (key: string): MovedItem[] => {
    const items = listOf(mapping, key);
    return items ? movedItems(text, items) : [];
  };
  const keywords = itemsOf('keywords').filter((_, i) => taken.rules[i]);
  const except = itemsOf('except').filter((_, i) => taken.except[i]);
  const codes = itemsOf('codes');
  const staysIn = (key: string): boolean => {
    const there = listOf(target, key);
    return there && there.items.length > 0 ? !there.flow : !target.flow;
  };
  const along = (key: string, items: readonly MovedItem[]) =>
    staysIn(key) ? items.flatMap(({ region }) => region ?? []) : [];
  const kept = [...along('keywords', keywords), ...along('except', except), ...along('codes', codes)];
  const whole = list.flow ? mapping : itemLines(text, list, index);
  // Between brackets comments stay where they are when the code is taken out from among them, but for those within it.
  const comments = commentsOutside(text, whole, kept).map(wordsOf);
  return { keywords, except, codes, words: [...described(from), ...comments] };
}

/** What the codebook says of a code in words. */
function described({ id, name, definition, include, exclude, examples, color }: Code): string[] {
  const texts = [
    ...Object.entries({ definition, include, exclude }),
    ...examples.map((example) => ['example', example] as const),
    ['color', color] as const,
  ];
  const lines = texts.flatMap(([key, text]) => (text ? [`${key}: ${text.split('\n').join('\n  ')}`] : []));
  if (lines.length === 0 && name === id) return [];
  return [`${id}${name === id ? '' : ` (${name})`}, merged into this code`, ...lines];
}

/** Writes what is kept as comments below the former ids; between brackets, above the code. */
function keptWords(draft: Draft, mapping: Mapping, words: readonly string[]): readonly Splice[] {
  if (words.length === 0) return [];
  const { text } = draft;
  const lines = words.flatMap((word) => word.split('\n'));
  if (mapping.flow) {
    const start = lineStart(text, mapping.start);
    const indent = /^[ ]*/u.exec(text.slice(start))![0];
    return [linesAt(text, start, commented(lines, indent))];
  }
  const at = lineAfter(text, entryEnd(text, entryOf(mapping, 'was')!), columnOf(text, mapping.start));
  return [linesAt(text, at, commented(lines, indentAt(text, mapping.start)))];
}

const commented = (lines: readonly string[], indent: string): string[] =>
  lines.map((line) => `${indent}# ${line}`.trimEnd());

function merged(codebook: Codebook, from: Code, into: Code, { rules, except }: Taken): Codebook {
  const { codes } = codebook;
  const whole: Code = {
    ...into,
    was: [...into.was, from.id, ...from.was],
    rules: [...into.rules, ...from.rules.filter((_, i) => rules[i])].map((rule, index) => ({
      ...rule,
      code: into.id,
      index,
    })),
    except: [...into.except, ...from.except.filter((_, i) => except[i])],
  };
  const below = (code: Code): Code[] => descendantsOf(codebook, codeAt(codebook, code.id)).map((i) => codes[i]!);
  const children = below(from);
  const gone = new Set([from, ...children]);
  const shift = into.depth - from.depth;
  const moved = children.map((code) => ({
    ...code,
    depth: code.depth + shift,
    parent: code.parent === from.id ? into.id : code.parent,
  }));
  const own = below(into).filter((code) => !gone.has(code));
  const group = [whole, ...own, ...moved];
  const rest = codes.filter((code) => !gone.has(code) && !own.includes(code));
  return { ...codebook, codes: rest.flatMap((code) => (code === into ? group : [code])) };
}
