import { previewOf } from '../../cli/codebook-edits.js';
import { mergeConsequences } from '../../cli/merge-consequences.js';
import { queryConsequences } from '../../cli/query-consequences.js';
import { mergeCodes, type Merging } from '../../codebook/edit/merge.js';
import { parseCodebook } from '../../codebook/parse.js';
import type { Diagnostic, Outcome } from '../../core/diagnostic.js';
import { shownDiff } from '../../core/line-diff.js';
import { readCodebookText } from '../../store/edit-codebook.js';
import { shownPath } from '../../store/locate.js';
import type { Desk } from './desk.js';

/** Lines around a change of the codebook. */
const AROUND = 1;

/**
 * What `qcode codebook merge` says before it asks: whose codings a merge touches, what will not count any more, and what
 * becomes of the codebook. Without a value the two cannot be merged.
 */
export async function mergePreview({ study, codebookPath }: Desk, codes: Merging): Promise<Outcome<string[]>> {
  const { folder, known } = study;
  const shown = shownPath(folder, codebookPath);
  const read = readCodebookText(codebookPath, shown);
  if (!read.value) return { diagnostics: read.diagnostics };
  const { yaml } = read.value;
  const edited = mergeCodes(yaml, shown, codes);
  if (edited.value === undefined) return { diagnostics: edited.diagnostics };
  const [codebook, after] = [parseCodebook(yaml, shown).value!, parseCodebook(edited.value, shown).value!];
  const doubts: Diagnostic[] = [];
  const tell = (found: readonly Diagnostic[]): void => void doubts.push(...found);
  const becoming = { touches: codes.from, becomes: codes.into };
  const touched = previewOf(folder, codebook, becoming, { tell });
  const whole = { ...study, codebook, sources: known };
  const consequences = await mergeConsequences(whole, codes, after);
  const queries = await queryConsequences(study, codebook, after, becoming);
  const lines = [...touched, ...consequences, ...queries, ...doubts.map(({ message }) => message)];
  return { value: [...lines, `${shown}:`, ...shownDiff(yaml, edited.value, AROUND)], diagnostics: [] };
}
