import type { Outcome } from '../../core/diagnostic.js';
import type { Code, Codebook } from '../codebook.js';
import { ancestorsOf, codeAt, descendantsOf } from '../tree.js';
import { appendItems } from './append.js';
import { codeIn } from './found.js';
import { movedItems } from './moved.js';
import { codeOf, opened } from './opened.js';
import { removeCode } from './remove.js';
import { pinSegment } from './segments.js';
import { type Draft, draftOf, edited, spliced } from './splice.js';
import { refusal, verified } from './verify.js';

/** A code by its id, and the code that it goes below; null for the top. */
export interface Moving {
  readonly id: string;
  readonly below: string | null;
}

/**
 * The text of a codebook in which a code, with all below it, lies below another code, as the last there. Its rules keep
 * what they code (`segment`).
 *
 * @param file the codebook's name in messages
 */
export function moveCode(yaml: string, file: string, moving: Moving): Outcome<string> {
  const read = opened(yaml, file);
  if (!read.value) return { diagnostics: read.diagnostics };
  const codebook = read.value;
  const code = codeOf(codebook, moving.id.normalize('NFC'));
  if ('diagnostics' in code) return code;
  const target = moving.below === null ? null : codeOf(codebook, moving.below.normalize('NFC'));
  if (target !== null && 'diagnostics' in target) return target;
  const below = target?.id ?? null;
  if (code.parent === below) return { value: yaml, diagnostics: [] };
  if (target !== null && isWithin(codebook, target, code)) {
    const message = target === code ? `"${code.id}" cannot lie below itself` : `"${below}" lies below "${code.id}"`;
    return refusal('QC126', file, message, `Name a code that does not lie below ${code.id}.`);
  }
  const pinned = spliced(yaml, pinSegment(draftOf(yaml), code.id, below));
  const { list, index } = codeIn(draftOf(pinned), code.id);
  const item = movedItems(draftOf(pinned).text, list)[index]!;
  const after = edited(pinned, [
    (draft) => removeCode(draft, code.id),
    (draft) => appendItems(draft, ownerOf(draft, below), 'codes', [item]),
  ]);
  const where = below === null ? 'at the end of "codes:"' : `under "codes:" of ${below}`;
  return verified(yaml, after, moved(codebook, code, target), `Move "${code.id}" in an editor: it goes ${where}.`);
}

/** The code that has what is below a code moved to it, or the codebook. */
function ownerOf(draft: Draft, below: string | null) {
  if (below !== null) return codeIn(draft, below).mapping;
  if (draft.root.kind === 'mapping') return draft.root;
  throw new Error('a codebook with codes is a map');
}

function isWithin(codebook: Codebook, inner: Code, outer: Code): boolean {
  const above = ancestorsOf(codebook, codeAt(codebook, inner.id)).map((position) => codebook.codes[position]);
  return inner === outer || above.includes(outer);
}

function moved(codebook: Codebook, code: Code, target: Code | null): Codebook {
  const at = codeAt(codebook, code.id);
  const group = [code, ...descendantsOf(codebook, at).map((position) => codebook.codes[position]!)];
  const rest = codebook.codes.filter((one) => !group.includes(one));
  const shift = (target === null ? 0 : target.depth + 1) - code.depth;
  const placed = group.map((one) => ({
    ...one,
    depth: one.depth + shift,
    parent: one === code ? (target?.id ?? null) : one.parent,
  }));
  const without = { ...codebook, codes: rest };
  const before =
    target === null
      ? rest.length
      : codeAt(without, target.id) + 1 + descendantsOf(without, codeAt(without, target.id)).length;
  return { ...codebook, codes: [...rest.slice(0, before), ...placed, ...rest.slice(before)] };
}
