import type { CatalogueEntry } from './entry.js';

export const comparisonEntries: Readonly<Record<string, CatalogueEntry>> = {
  QC460: {
    title: 'groups that cannot be tested',
    cause:
      'A test between groups wants two sources or cases in each of two groups, in one language: groups of one, such as agencies with one interview each, say nothing of how interviews of one group differ, and any difference between them has p = 1.',
    remedy:
      'Compare larger groups, by another attribute: --by ATTRIBUTE; qcode frequency without --test describes groups of one.',
  },
  QC461: {
    title: 'a source or case in several groups',
    cause:
      'The attribute has several values within one source or case, so that it cannot be said which group it is of.',
    remedy:
      'Name an attribute that differs between sources or cases only; where it differs between the sources of a case, compare sources with --unit source; or leave some of the speakers out.',
  },
  QC462: {
    title: 'the language of a source is not declared',
    cause:
      'Neither qcode.yaml nor cases.csv nor the header of the source says its language, or that of qcode.yaml is written in another script. Tests and associations keep languages apart, and know it by its script only, which several languages share.',
    remedy: 'Write language: and a tag such as en or zh into qcode.yaml, cases.csv or the header.',
  },
};
