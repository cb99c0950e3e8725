import type { Entry } from '../cli/command.js';

/** Every command, in the order of the help: from making a study to its report. */
export const registry: readonly Entry[] = [
  {
    name: 'init',
    summary: 'make a study of a folder, with transcripts if you have them',
    load: async () => (await import('./init.js')).init,
  },
  {
    name: 'import',
    summary: 'bring Word documents and text files into a study as transcripts',
    load: async () => (await import('./import.js')).importCommand,
  },
  {
    name: 'check',
    summary: 'look for mistakes in everything a study consists of',
    load: async () => (await import('./reading.js')).check,
  },
  {
    name: 'sources',
    summary: 'list sources with their cases, words and speakers',
    load: async () => (await import('./reading.js')).sources,
  },
  {
    name: 'codebook',
    summary: 'list, show, add, rename, move and merge codes, or find those never applied',
    load: async () => (await import('./reading.js')).codebook,
  },
  {
    name: 'map',
    summary: 'show how the codes are related: as an outline, around a code, or as a drawing',
    load: async () => (await import('./reading.js')).map,
  },
  {
    name: 'code',
    summary: 'apply the keyword rules: one row a hit, as CSV or JSON lines',
    load: async () => (await import('./reading.js')).code,
  },
  {
    name: 'find',
    summary: 'find a text in all sources, and code where it stands',
    load: async () => (await import('./find.js')).find,
  },
  {
    name: 'kwic',
    summary: 'show keywords in their context',
    load: async () => (await import('./reading.js')).kwic,
  },
  {
    name: 'words',
    summary: 'count the words that people use',
    load: async () => (await import('./reading.js')).words,
  },
  {
    name: 'tag',
    summary: 'code transcripts by hand, in the terminal',
    load: async () => (await import('./tag.js')).tag,
  },
  {
    name: 'review',
    summary: 'go through all your codings of one code, in the terminal',
    load: async () => (await import('./review.js')).review,
  },
  {
    name: 'codings',
    summary: 'list, add, remove and import codings by hand',
    load: async () => (await import('./codings.js')).codings,
  },
  {
    name: 'reanchor',
    summary: 'find codings again in transcripts that were corrected, and record their new places',
    load: async () => (await import('./reanchor.js')).reanchor,
  },
  {
    name: 'replace',
    summary: 'put a corrected transcript in the place of a source, and keep its codings',
    load: async () => (await import('./replace.js')).replace,
  },
  {
    name: 'quotes',
    summary: 'list quotations by code',
    load: async () => (await import('./reading.js')).quotes,
  },
  {
    name: 'compare',
    summary: 'lay the incidents of a code, or of two codes, side by side',
    load: async () => (await import('./reading.js')).compare,
  },
  {
    name: 'frequency',
    summary: 'count codes across cases',
    load: async () => (await import('./reading.js')).frequency,
  },
  {
    name: 'cooccurrence',
    summary: 'count which codes meet, and how strongly they go together',
    load: async () => (await import('./reading.js')).cooccurrence,
  },
  {
    name: 'saturation',
    summary: 'show how codes accumulate over sources or cases',
    load: async () => (await import('./reading.js')).saturation,
  },
  {
    name: 'qca',
    summary: 'find which combinations of conditions go with an outcome (crisp-set QCA)',
    load: async () => (await import('./reading.js')).qca,
  },
  {
    name: 'rule-check',
    summary: 'compare keyword rules with codings by hand',
    load: async () => (await import('./reading.js')).ruleCheck,
  },
  {
    name: 'theory',
    summary: 'try the rules of a theory over the cases: which support them, which contradict them',
    load: async () => (await import('./reading.js')).theory,
  },
  {
    name: 'report',
    summary: 'write the report of a study',
    load: async () => (await import('./reading.js')).report,
  },
  {
    name: 'assign',
    summary: 'draw a share of the sources for a second coder',
    load: async () => (await import('./assign.js')).assign,
  },
  {
    name: 'agree',
    summary: 'measure how far coders agree, and settle where they do not',
    load: async () => (await import('./agree.js')).agree,
  },
  {
    name: 'completion',
    summary: 'print a script that completes commands, options and names in your shell',
    load: async () => (await import('./completion.js')).completion,
  },
  {
    name: '__complete',
    summary: 'what completion scripts ask',
    hidden: true,
    load: async () => (await import('./complete.js')).complete,
  },
];
