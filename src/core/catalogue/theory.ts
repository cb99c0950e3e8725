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
  QC473: {
    title: 'too many conditions',
    cause: 'k conditions make 2^k configurations; of more than 10 conditions nobody reads the table.',
    remedy: 'Leave conditions out, or join several into one with and, or.',
  },
  QC474: {
    title: 'condition or outcome without variation',
    cause: 'All cases have it, or none has: nothing can be said of what it makes different.',
    remedy: 'Leave the condition out, or choose cases and an outcome that differ.',
  },
  QC475: {
    title: 'fewer cases than configurations',
    cause:
      'k conditions make 2^k configurations, and there are fewer cases: solutions rest on configurations that nobody saw.',
    remedy:
      'Leave conditions out, or add cases. Else read the conservative and intermediate solutions, not the parsimonious alone.',
  },
  QC476: {
    title: 'case of which something asked is unknown',
    cause: 'Nobody looked for the code in any source of the case, or nobody gave the attribute. That is no 0.',
    remedy: 'Code the case or fill the attribute in, so that it counts; until then it is left out.',
  },
  QC477: {
    title: 'former id in a query',
    cause:
      'A query or theory names a code by an id that it had before it was renamed or merged. It asks for the code that it is now, with all that is coded so.',
    remedy: 'Write the present id there. After a merge, see whether the query still means what it did.',
  },
  QC478: {
    title: 'saved query that there is not',
    cause: 'A query or theory names a saved query, @NAME, that qcode.yaml does not have.',
    remedy: 'Correct the name, or write it there: queries: {NAME: QUERY}.',
  },
  QC479: {
    title: 'saved query that asks for itself',
    cause: 'Saved queries of qcode.yaml name each other in a circle.',
    remedy: 'Write one of them without it.',
  },
  QC480: {
    title: 'expression of a theory that cannot be read',
    cause:
      'An expression in theory.yaml breaks off, or something stands in it where the language expects something else.',
    remedy: 'Mend it where the caret points; METHODS describes the language.',
  },
  QC481: {
    title: 'theory that is incomplete',
    cause: 'A rule or judgement of theory.yaml lacks what it needs, or has a value that means nothing there.',
    remedy: 'Write rules as {name, if, then}, judgements as {case, code, value, why}; FORMATS describes the file.',
  },
  QC482: {
    title: 'theme that cannot be one',
    cause: 'A theme has the id of a code or is no name, or is asked for where only codes are.',
    remedy: 'Give the theme a name of letters, digits, - and _ that no code has.',
  },
  QC483: {
    title: 'rules that no order settles',
    cause: 'With --fixpoint: a rule negates, by way of others, a theme that it itself adds.',
    remedy: 'Leave out --fixpoint, so that the rules are tried once in their order; or take out the not.',
  },
  QC484: {
    title: 'theme that is read too early',
    cause: 'A rule reads a theme that only itself or later rules add: in one pass it is never there.',
    remedy: 'Move the rule below others that add the theme, or try the rules with --fixpoint.',
  },
  QC485: {
    title: 'judgement of a case that was not read',
    cause: 'A judgement in theory.yaml names a case to which no source that was read belongs.',
    remedy: 'Correct the name; qcode sources lists the cases.',
  },
  QC486: {
    title: 'quotation that does not stand in the case',
    cause: 'A judgement in theory.yaml rests on a quotation, and no turn of its case has these words.',
    remedy: 'Copy the words from the transcript; … may stand for what is left out. Or correct the case.',
  },
  QC488: {
    title: 'rule without the day on which it was written',
    cause: '"written" of a rule is no day that there is, and no time in UTC.',
    remedy: 'Write a day, written: 2025-03-14, or a time in UTC, written: 2025-03-14T09:30:00Z; or leave it out.',
  },
  QC489: {
    title: 'stance that nothing affirms',
    cause:
      'The codebook declares the property "stance" without a value "affirms": every coding counts as affirming, also one that denies.',
    remedy: 'Call the value for what is affirmed affirms: stance: [affirms, denies, hypothetical].',
  },
  QC490: {
    title: 'attribute of a query that nobody has',
    cause: 'A query asks for an attribute that stands in no header and in no column of cases.csv or people.csv.',
    remedy: 'Correct the name; qcode sources shows the attributes. A code stands by itself, without a comparison.',
  },
  QC491: {
    title: 'value of a query that nobody has',
    cause:
      'A query asks for a value that no source, speaker or coding has: nothing is so, and of everything it is not so.',
    remedy: 'Correct the value; METHODS says which ways of writing are one.',
  },
  QC492: {
    title: 'code of a query that nobody looked for',
    cause:
      'No rule of the code ran, and no coder of the set worked on the source: whether something is near it, or is not it, is not known.',
    remedy: 'Choose a set in which it was looked for, with --all, --manual or --coder.',
  },
};
