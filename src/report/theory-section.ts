import type { Section } from './model.js';
import { memosBlocks } from './theory-memos.js';
import { theoryNotes } from './theory-method.js';
import { casesTable, claimsTable, goalBlocks } from './theory-overview.js';
import type { TheoryShown } from './theory-shown.js';

/** In the report of a study: what its cases say of its claims. The evidence stands in a report of its own. */
export function theorySection(shown: TheoryShown): Section {
  const table = casesTable(shown);
  return {
    heading: `Theory: ${shown.theory.title}`,
    blocks: [
      claimsTable(shown),
      { ...table, notes: [...table.notes, ...theoryNotes(shown)] },
      ...goalBlocks(shown),
      { kind: 'paragraph', text: 'Claims that cases speak against:' },
      ...memosBlocks(shown),
      {
        kind: 'paragraph',
        text: FURTHER,
      },
    ],
  };
}

const FURTHER =
  'Evidence and counter-evidence with quotations, which cases test a claim and which were known when it was written, and a trace of each case: qcode theory.';
