/** What people of HyperRESEARCH look for, by the names that it has there, and the commands that do it here. */
export interface Equivalent {
  readonly theirs: string;
  /** Command lines; what stands in capitals is to be filled in. */
  readonly ours: readonly string[];
  readonly remark?: string;
}

/**
 * HyperRESEARCH's functions for text, in the order in which a study needs them. After its user guides (ResearchWare,
 * versions 2.8 and 3.0); what it does with pictures, sound and film has no equal here.
 */
export const EQUIVALENTS: readonly Equivalent[] = [
  {
    theirs: 'New study; cases; case properties',
    ours: ['qcode init FOLDER', 'qcode sources'],
    remark: 'Cases and their attributes stand in cases.csv, persons in people.csv.',
  },
  { theirs: 'Text sources; preparing source material', ours: ['qcode import FILES', 'qcode check'] },
  {
    theirs: 'Editing a source after coding (there codings shift with the characters)',
    ours: ['qcode replace SOURCE FILE', 'qcode reanchor'],
    remark: 'Codings follow their words; what is doubtful is asked.',
  },
  {
    theirs: 'Code List Editor: new, rename, copy into another code, describe',
    ours: [
      'qcode codebook add NAME',
      'qcode codebook rename CODE NEW-ID',
      'qcode codebook merge FROM INTO',
      'qcode codebook show CODE',
    ],
  },
  {
    theirs: 'Groups of codes',
    ours: ['qcode codebook move CODE --below PARENT', 'qcode frequency --rollup'],
    remark: 'A group is a code with codes below it: strategy/* in a query.',
  },
  {
    theirs:
      'Study window and source window: code what is selected, codes in context, recode, change the extent, delete',
    ours: ['qcode tag', 'qcode review CODE', 'qcode codings add'],
  },
  {
    theirs: 'Annotations of references; memos',
    ours: ['qcode tag', 'qcode codings list'],
    remark: 'In qcode tag, keys m and M.',
  },
  {
    theirs: 'Autocode: phrases, over chosen sources, with words, sentences or paragraphs around',
    ours: ['qcode code', 'qcode find TEXT --code CODE --confirm', 'qcode rule-check'],
    remark: 'Keywords stand in the codebook, with what each of them codes.',
  },
  { theirs: 'Word counter, with exceptions', ours: ['qcode words --except FILE'] },
  { theirs: 'Find in sources', ours: ['qcode find TEXT', 'qcode kwic --code CODE'] },
  {
    theirs: 'Filter cases: by name, by criteria',
    ours: ['qcode quotes --case NAME', 'qcode quotes --where ATTRIBUTE=VALUE', 'qcode quotes "case has A and not B"'],
    remark: 'Every command that lists or counts takes them.',
  },
  {
    theirs: 'Filter code references: by name, by criteria, by code map',
    ours: ['qcode quotes --code CODE', 'qcode quotes QUERY', 'qcode quotes --linked-to CODE --steps 2'],
  },
  {
    theirs: 'Code proximity functions: FollowedBy, PrecededBy, Overlaps, Includes, Excludes, Equals',
    ours: [
      'qcode quotes "A precedes B"',
      'qcode quotes "A follows B"',
      'qcode quotes "A co-occurs B"',
      'qcode quotes "A encloses B"',
      'qcode quotes "A and not (A co-occurs B)"',
      'qcode quotes "A equals B"',
    ],
    remark: 'In this order. Distances, such as within 2 turns, are new.',
  },
  {
    theirs: 'Report Builder: what is shown, sorted and grouped, with an overview',
    ours: ['qcode quotes --show case,code,text,memo --sort case --group code,case', 'qcode report -o report.md'],
    remark: 'What was a saved report is a line of a script; queries are saved in qcode.yaml.',
  },
  {
    theirs: 'Frequency report: total, minimum, maximum, mean, standard deviation, bar',
    ours: ['qcode frequency --summary'],
  },
  { theirs: 'Code matrix', ours: ['qcode frequency', 'qcode cooccurrence'] },
  {
    theirs: 'Code Map: links with labels, codes at a distance, a picture',
    ours: ['qcode map', 'qcode map --linked-to CODE --steps 2', 'qcode map --format mermaid'],
    remark: 'Links stand in the codebook under relations.',
  },
  {
    theirs: 'Theory Builder (Hypothesis Tester): rules, themes, goals, report by case',
    ours: ['qcode theory', 'qcode theory --fixpoint', 'qcode theory --sensitivity'],
    remark: 'Rules stand in theory.yaml; a theme is what a rule adds.',
  },
  {
    theirs: 'Export of study data: matrix, code list, references',
    ours: ['qcode frequency --format csv', 'qcode codebook list --format csv', 'qcode codings list --format csv'],
  },
  {
    theirs: 'Working together: studies of several coders, compared',
    ours: ['qcode assign CODER --share 20%', 'qcode agree', 'qcode agree --adjudicate'],
    remark: 'Every coder has files of their own, which git merges.',
  },
  {
    theirs: 'Backing up; undo',
    ours: ['qcode tag'],
    remark: 'Nothing is overwritten: logs only grow, undo goes back over restarts, and git keeps what was.',
  },
];
