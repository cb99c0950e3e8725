import type { CatalogueEntry } from './entry.js';

export const agreementEntries: Readonly<Record<string, CatalogueEntry>> = {
  QC450: {
    title: 'coders that cannot be compared',
    cause: 'A table of ratings or a folder of annotations has nothing of a coder who is named, or of one coder only.',
    remedy: 'Name coders that are there, or give a file with the ratings of two coders or more; FORMATS describes it.',
  },
  QC451: {
    title: 'nothing that two coders saw',
    cause: 'No unit was seen, or rated, by two of the coders, so that there is nothing to compare.',
    remedy: 'Let two coders code the same units; in a table an empty cell says that the coder did not see the unit.',
  },
  QC452: {
    title: 'annotations that cannot be read',
    cause:
      'A line of a brat file has no type with positions inside its text, or two annotators have different texts of a document.',
    remedy: 'Correct the line, or give all annotators the same text; nothing was compared.',
  },
  QC453: {
    title: 'decision that cannot be taken',
    cause:
      'A row of decisions names no unit that was compared, a code that the codebook lacks, or a unit that an earlier row decides; or it was written of other codings than those of the study now. A warning: the decision is not what all coders gave.',
    remedy:
      'Give --adjudicate the coders, unit and filters with which the disagreements were listed, and correct the row. Where a row is wrong, nothing was stored.',
  },
  QC454: {
    title: 'ratings that may be meant otherwise',
    cause:
      'A table of ratings has codes alike but for case or width, a comma in a code, a word for none as a code, or a code and none for one unit and coder.',
    remedy:
      'Write each code in one way, “;” between codes, and (none) where a unit has none; figures count it as it says.',
  },
  QC455: {
    title: 'unit decided twice, apart',
    cause:
      'Two people adjudicated at once, and their logs were joined since, as git does: neither knew of the other’s decision, and the two are not alike. What is stored holds both; the unit is open.',
    remedy:
      'Decide it anew: `qcode agree --disagreements --open` lists it, with both decisions, and --adjudicate stores the one that holds.',
  },
};
