import { codebookEntries } from './catalogue/codebook.js';
import { codingEntries } from './catalogue/coding.js';
import { studyEntries } from './catalogue/study.js';
import { transcriptEntries } from './catalogue/transcript.js';

/** What the manual says of a diagnostic: a short title, what brings it about, and how to mend it. */
export interface CatalogueEntry {
  readonly title: string;
  readonly cause: string;
  readonly remedy: string;
}

/** Every diagnostic qcode can give, by code: QC1xx codebook, QC2xx codings, QC3xx transcripts, QC4xx study. */
export const catalogue: Readonly<Record<string, CatalogueEntry>> = {
  ...codebookEntries,
  ...codingEntries,
  ...transcriptEntries,
  ...studyEntries,
};
