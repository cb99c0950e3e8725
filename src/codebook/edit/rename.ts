import type { Outcome } from '../../core/diagnostic.js';
import type { Code, Codebook } from '../codebook.js';
import { addEntry } from './append.js';
import { addFormer } from './former-ids.js';
import { codeIn } from './found.js';
import { entryEnd, entryOf } from './layout.js';
import { codeOf, opened, refusedId } from './opened.js';
import { renameInMap, renamedMap } from './relations.js';
import { replacement } from './replacement.js';
import { scalar } from './scalar.js';
import { draftOf, edited, insertion, type Draft, type Splice, type Step } from './splice.js';
import { refusal, verified } from './verify.js';

/** A code's new id, and its new name where that changes too. */
export interface Renaming {
  readonly id: string;
  /** The same as `id` where only the name changes. */
  readonly to: string;
  readonly name?: string;
}

/**
 * The text of a codebook in which a code has another id, another name, or both. Its old id goes to `was`, so that what was
 * coded under it stays coded. Comments and layout stay as they are.
 *
 * @param file the codebook's name in messages
 */
export function renameCode(yaml: string, file: string, { id, to, name }: Renaming): Outcome<string> {
  const read = opened(yaml, file);
  if (!read.value) return { diagnostics: read.diagnostics };
  const code = codeOf(read.value, id.normalize('NFC'));
  if ('diagnostics' in code) return code;
  const next = to.trim().normalize('NFC');
  const refused = refusedId(read.value, next, [code.id, ...code.was]);
  if (refused) return refused;
  const shown = name?.trim();
  if (shown === '')
    return refusal('QC126', file, 'the new name is empty', 'Give a name, or leave it out to keep the old.');
  const twin = shown !== undefined && shown !== code.name ? read.value.codes.find(isCalled(shown, code)) : undefined;
  if (twin) {
    const remedy = `To make one code of the two: qcode codebook merge ${code.id} ${twin.id}.`;
    return refusal('QC126', file, `the code "${twin.id}" is called "${twin.name}" already`, remedy);
  }
  const steps: Step[] = [];
  if (next !== code.id) {
    steps.push(
      (draft) => withFormer(draft, code.id, next),
      (draft) => withId(draft, code.id, next),
      (draft) => renameInMap(draft, code.id, next),
    );
  }
  if (shown) steps.push((draft) => withName(draft, next, shown));
  const byHand = `Write "id: ${next}" in place of "id: ${code.id}" in an editor, and "was: [${code.id}]" below it.`;
  // A name that nobody wrote is the id.
  const goesAlong = !isNamed(draftOf(yaml), code.id);
  const expected = renamed(read.value, code, next, shown ?? (goesAlong ? next : code.name));
  return verified(yaml, edited(yaml, steps), expected, byHand);
}

/** Whether another code has a name, whatever its case and width. */
function isCalled(name: string, { id }: Code): (other: Code) => boolean {
  const alike = (one: string): string => one.normalize('NFKC').toLowerCase();
  return (other) => other.id !== id && alike(other.name) === alike(name);
}

/** What the code once was called: the old id joins its former ones, or takes the place of the one that it gets again. */
function withFormer(draft: Draft, id: string, next: string): readonly Splice[] {
  const { mapping } = codeIn(draft, id);
  const was = entryOf(mapping, 'was')?.value;
  const texts = was?.kind === 'list' ? was.items : was ? [was] : [];
  const again = texts.find((item) => item.kind === 'text' && item.value.trim().normalize('NFC') === next);
  return again ? [{ start: again.start, end: again.end, text: scalar(id) }] : addFormer(draft, id, [id]);
}

function withId(draft: Draft, id: string, next: string): readonly Splice[] {
  return [replacement(draft, codeIn(draft, id).id, next)];
}

function withName(draft: Draft, id: string, name: string): readonly Splice[] {
  const { mapping } = codeIn(draft, id);
  const entry = entryOf(mapping, 'name');
  if (entry?.value.kind === 'text') return [replacement(draft, entry.value, name)];
  if (entry) return [insertion(entryEnd(draft.text, entry), ` ${scalar(name)}`)];
  const after = entryOf(mapping, 'was') ?? entryOf(mapping, 'id')!;
  return [addEntry(draft, mapping, after, 'name', scalar(name))];
}

function isNamed(draft: Draft, id: string): boolean {
  const name = entryOf(codeIn(draft, id).mapping, 'name')?.value;
  return name?.kind === 'text' && name.value.trim() !== '';
}

function renamed(codebook: Codebook, { id, ...code }: Code, next: string, name: string): Codebook {
  const former = code.was;
  const again = former.map((one) => (one === next ? id : one));
  const was = id === next ? former : former.includes(next) ? again : [...former, id];
  const codes = codebook.codes.map((one) => {
    if (one.id !== id) return one.parent === id ? { ...one, parent: next } : one;
    return { ...one, id: next, was, name, rules: one.rules.map((rule) => ({ ...rule, code: next })) };
  });
  return { ...codebook, codes, ...renamedMap(codebook, id, next) };
}
