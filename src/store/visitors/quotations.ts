import { quotationsOf } from '../../measure/quotation.js';
import { codebookOf, type VisitorOf } from '../visitor.js';

export const quotations: VisitorOf<'quotations'> = {
  create: (study, { codes, quoting }) => ({
    ids: codebookOf(study).codes.map(({ id }) => id),
    codes: codes ? new Set(codes) : undefined,
    quoting,
    quotations: [],
  }),
  add: (tally, source) => {
    for (const quotation of quotationsOf(source, tally.ids, tally.codes, tally.quoting))
      tally.quotations.push(quotation);
  },
  merge: (into, from) => {
    for (const quotation of from.quotations) into.quotations.push(quotation);
  },
};
