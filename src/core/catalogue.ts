import { agreementEntries } from './catalogue/agreement.js';
import { codebookEntries } from './catalogue/codebook.js';
import { codingEntries } from './catalogue/coding.js';
import { comparisonEntries } from './catalogue/comparison.js';
import type { CatalogueEntry } from './catalogue/entry.js';
import { studyEntries } from './catalogue/study.js';
import { theoryEntries } from './catalogue/theory.js';
import { transcriptEntries } from './catalogue/transcript.js';

export type { CatalogueEntry } from './catalogue/entry.js';

/** Every diagnostic qcode can give, by code: QC1xx codebook, QC2xx codings, QC3xx transcripts, QC4xx study. */
export const catalogue: Readonly<Record<string, CatalogueEntry>> = {
  ...codebookEntries,
  ...codingEntries,
  ...transcriptEntries,
  ...studyEntries,
  ...agreementEntries,
  ...theoryEntries,
  ...comparisonEntries,
};
