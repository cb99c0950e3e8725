import type { CatalogueEntry } from './entry.js';

export const theoryEntries: Readonly<Record<string, CatalogueEntry>> = {
  QC470: {
    title: 'query that cannot be read',
    cause: 'A query breaks off, or something stands in it where the language expects something else.',
    remedy: 'Mend it where the caret points; METHODS describes the language.',
  },
  QC471: {
    title: 'code of a query that the codebook lacks',
    cause: 'A query names a code, or a pattern of codes, of which the codebook has none.',
    remedy: 'Correct the name; qcode codebook list shows all codes. A value that is no code stands behind =.',
  },
  QC472: {
    title: 'saved query that cannot be read',
    cause:
      'A query under queries in qcode.yaml breaks off, or something stands in it where the language expects something else.',
    remedy: 'Mend it where the caret points; METHODS describes the language.',
  },
};
