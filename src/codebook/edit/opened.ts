import { isError, type Diagnostic, type Outcome } from '../../core/diagnostic.js';
import type { Code, Codebook } from '../codebook.js';
import { flawOfId } from '../identifier.js';
import { parseCodebook } from '../parse.js';
import { unknownCode } from '../unknown-code.js';
import { refusal } from './verify.js';

/** A codebook without errors, for an edit. */
export function opened(yaml: string, file: string): Outcome<Codebook> {
  const { value, diagnostics } = parseCodebook(yaml, file);
  return value ? { value, diagnostics: [] } : { diagnostics: diagnostics.filter(isError) };
}

type Refused = { readonly diagnostics: readonly Diagnostic[] };

/** The code of an id, or why the edit is not made. */
export function codeOf(codebook: Codebook, id: string): Code | Refused {
  const found = codebook.codes.find((code) => code.id === id);
  if (found) return found;
  const { message, remedy } = unknownCode(codebook, id);
  return refusal('QC126', codebook.file, message, remedy);
}

/** Why an id cannot be given to a code; null where it can. `own` are ids that the code itself has or had. */
export function refusedId({ codes, file }: Codebook, id: string, own: readonly string[] = []): Refused | null {
  const flaw = flawOfId(id);
  if (flaw) return refusal('QC126', file, `"${id}" cannot be an id: ${flaw}`);
  if (own.includes(id)) return null;
  const holder = codes.find((code) => code.id === id || code.was.includes(id));
  if (!holder) return null;
  const what = holder.id === id ? 'there is a code' : `the code "${holder.id}" once had the id`;
  return refusal('QC126', file, `${what} "${id}"${holder.id === id ? ' already' : ''}`, 'Choose another id.');
}
