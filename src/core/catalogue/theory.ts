import type { CatalogueEntry } from './entry.js';

export const theoryEntries: Readonly<Record<string, CatalogueEntry>> = {
  QC460: {
    title: 'query that cannot be read',
    cause: 'A query breaks off, or something stands in it where the language expects something else.',
    remedy: 'Mend it where the caret points; METHODS describes the language.',
  },
};
