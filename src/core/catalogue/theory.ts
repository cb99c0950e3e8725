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
    remedy: 'Move the rule below those that add the theme, or try the rules with --fixpoint.',
  },
  QC485: {
    title: 'judgement of a case that was not read',
    cause: 'A judgement in theory.yaml names a case to which no source that was read belongs.',
    remedy: 'Correct the name; qcode sources lists the cases. With --case and other filters it may be as it should.',
  },
};
