import type { Outcome } from '../../core/diagnostic.js';
import type { Code, Codebook } from '../codebook.js';
import { codeAt, descendantsOf } from '../tree.js';
import { appendItems, linesAt, type NewItem } from './append.js';
import { codeIn } from './found.js';
import { codeOf, opened, refusedId } from './opened.js';
import { scalar } from './scalar.js';
import { edited, type Draft, type Splice } from './splice.js';
import { verified } from './verify.js';

/** A code to be added to a codebook. */
export interface NewCode {
  readonly id: string;
  /** Shown to people; the id where it is empty. */
  readonly name: string;
  /** The id of the code that it goes below; null for the top. */
  readonly parent: string | null;
  readonly definition?: string;
}

/**
 * The text of a codebook with one more code, below its siblings. Comments and layout stay as they are.
 *
 * @param yaml the codebook's text; one without codes, even an empty one, gets its first
 * @param file its name in messages
 */
export function addCode(yaml: string, file: string, code: NewCode): Outcome<string> {
  const read = opened(yaml, file);
  if (!read.value) return { diagnostics: read.diagnostics };
  const codebook = read.value;
  const id = code.id.trim().normalize('NFC');
  const refused = refusedId(codebook, id);
  if (refused) return refused;
  const parent = code.parent === null ? null : codeOf(codebook, code.parent.normalize('NFC'));
  if (parent !== null && 'diagnostics' in parent) return parent;
  const name = code.name.trim();
  const definition = code.definition?.trim() ?? '';
  const keys = [`id: ${scalar(id)}`, ...(name !== '' && name !== id ? [`name: ${scalar(name)}`] : [])];
  if (definition !== '') keys.push(`definition: ${scalar(definition)}`);
  const added: Code = {
    id,
    was: [],
    name: name === '' ? id : name,
    ...(definition !== '' && { definition }),
    examples: [],
    parent: parent?.id ?? null,
    depth: parent === null ? 0 : parent.depth + 1,
    rules: [],
    except: [],
    line: 0,
    column: 0,
  };
  const after = edited(yaml, [(draft) => placed(draft, parent, keys)]);
  const where = parent === null ? 'at the end of "codes:"' : `under "codes:" of ${parent.id}`;
  return verified(yaml, after, withCode(codebook, added), `Add "- ${keys[0]!}" ${where} in an editor.`);
}

function placed(draft: Draft, parent: Code | null, keys: readonly string[]): readonly Splice[] {
  const item: NewItem = {
    lines: (dash) => keys.map((key, i) => `${dash}${i === 0 ? '- ' : '  '}${key}`),
    flow: `{${keys.join(', ')}}`,
  };
  const { root, text } = draft;
  if (parent !== null) return appendItems(draft, codeIn(draft, parent.id).mapping, 'codes', [item]);
  if (root.kind === 'mapping') return appendItems(draft, root, 'codes', [item]);
  const end = text === '' || text.endsWith('\n') ? text.length : text.length + 1;
  return [linesAt(text, end, ['codes:', ...item.lines('  ')])];
}

function withCode(codebook: Codebook, code: Code): Codebook {
  const { codes } = codebook;
  const parent = code.parent === null ? -1 : codeAt(codebook, code.parent);
  const at = parent < 0 ? codes.length : parent + 1 + descendantsOf(codebook, parent).length;
  return { ...codebook, codes: [...codes.slice(0, at), code, ...codes.slice(at)] };
}
