import { join } from 'node:path';
import { casesWithoutRow, casesWithoutSource } from '../check/cases.js';
import { undeclaredLanguages } from '../check/languages.js';
import { rulesOfNobody } from '../check/rules.js';
import { speakersNotFound } from '../check/speakers.js';
import { doubtfulSpeakers } from '../check/speech.js';
import { judgedNowhere, quotedNowhere, rulesTooEarly, withoutAffirms } from '../check/theory.js';
import { missingAttributes } from '../cli/case-attributes.js';
import { codingFindings } from '../cli/check-codings.js';
import type { Command, Invocation } from '../cli/command.js';
import { Halt } from '../cli/failure.js';
import { jobsOption, pathsArgument, studyOptions } from '../cli/options.js';
import { attributesIn, conditionFindings } from '../cli/asked-conditions.js';
import { savedConditions, savedQueryFindings } from '../cli/asked-query.js';
import { passFor } from '../cli/passing.js';
import { write } from '../cli/print.js';
import { analysisOf, studyRequest } from '../cli/study-options.js';
import { requireSafeTarget } from '../cli/target.js';
import type { Codebook } from '../codebook/codebook.js';
import type { Diagnostic, Severity } from '../core/diagnostic.js';
import { renderDiagnostic } from '../core/render.js';
import type { SourceGlance } from '../measure/glance.js';
import { conditionsOfQuery } from '../measure/query/asked-condition.js';
import { wordsJudged } from '../measure/theory/find-judged-words.js';
import type { QuotedTally } from '../measure/theory/quoted-nowhere.js';
import type { Theory } from '../measure/theory/theory.js';
import { readAssignments } from '../store/assignments.js';
import { NO_CASES } from '../store/cases.js';
import { NO_FILTERS } from '../store/filters.js';
import { identicalSources } from '../store/identical.js';
import { shownPath } from '../store/locate.js';
import { tallyPass } from '../store/pass.js';
import { type Study, loadStudy } from '../store/study.js';
import { THEORY_FILE, theoryOf } from '../store/theory-file.js';

export const check: Command = {
  name: 'check',
  summary: 'look for mistakes in everything a study consists of',
  description:
    'Reads qcode.yaml, the codebook, theory.yaml, tables, all transcripts and all logs of codings, runs every rule once, and lists every mistake and doubt with its place and remedy. ' +
    'Errors make the exit code 1; warnings and notes do not.',
  arguments: [pathsArgument],
  options: [
    { flags: '--json', description: 'a list of findings as JSON' },
    {
      flags: '-o, --output <file>',
      description: 'write to a file, which is replaced only when all is there',
      complete: 'file',
    },
    ...studyOptions,
    jobsOption,
  ],
  examples: [{ line: 'qcode check', shows: 'all findings' }],
  run,
};

async function run(invocation: Invocation): Promise<0 | 1> {
  const { values, shell } = invocation;
  const found: Diagnostic[] = [];
  const loaded = await loadStudy(studyRequest(invocation, false));
  if (!loaded.value) throw new Halt(loaded.diagnostics);
  requireSafeTarget(invocation, loaded.value);
  found.push(...loaded.diagnostics);
  const study = loaded.value;
  const isWhole = invocation.arguments.length === 0;
  const findings = { tell: (more: readonly Diagnostic[]) => void found.push(...more), exitCode: () => 0 as const };
  const theory = await theoryIn(invocation, study);
  const conditions = [...savedConditions(study), ...theory.conditions];
  const set = { kind: 'all' } as const;
  const options = { set, filters: NO_FILTERS, valuesOf: attributesIn(conditions) };
  const pass = passFor(invocation, withEverybody(study), findings, options);
  const { value, coverage } = await tallyPass(pass, { glance: {}, quoted: { quotations: theory.words } });
  if (study.located) found.push(...(await readAssignments(study.folder, study.known)).diagnostics);
  found.push(...missingAttributes(coverage, study), ...analysisFindings(invocation, study));
  found.push(
    ...askedFindings(study, theory.diagnostics),
    ...conditionFindings(conditions, study, coverage),
    ...(theory.value && isWhole ? theoryChecks(theory.value, study.codebook!, value.quoted) : []),
    ...studyChecks(study, value.glance, isWhole),
    ...identicalSources(study.sources),
    ...(await codingFindings(study)),
  );
  const text = values.flag('json') ? `${JSON.stringify(found, null, 2)}\n` : listed(found, study.sources.length);
  await write(shell, values, text);
  return found.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** The study as if all had consented: whoever is not counted speaks nevertheless. */
function withEverybody(study: Study): Study {
  const people = [...study.people].map(([source, bySpeaker]) => {
    const willing = [...bySpeaker].map(([label, person]) => [label, { ...person, consent: 'quote' as const }] as const);
    return [source, new Map(willing)] as const;
  });
  return { ...study, people: new Map(people) };
}

/** Why commands would refuse to make figures: what they ask for only once they are called is no mistake yet. */
function analysisFindings({ values }: Invocation, study: Study): Diagnostic[] {
  try {
    analysisOf(values, study);
    return [];
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
    return error.diagnostics.map((one) => (one.code === 'QC420' ? { ...one, severity: 'warning' } : one));
  }
}

/** The theory of the study, and the words that its judgements quote. */
async function theoryIn({ shell }: Invocation, { located, folder, codebook, settings: { queries } }: Study) {
  const shown = shownPath(shell.folder, join(folder, THEORY_FILE));
  const read = located && codebook ? await theoryOf(folder, { codebook, queries }, shown) : null;
  const asked = codebook ? (read?.asked ?? []) : [];
  return {
    diagnostics: [],
    ...read,
    words: read?.value ? wordsJudged(read.value) : [],
    conditions: asked.flatMap((one) => conditionsOfQuery(one, { codebook: codebook!, queries })),
  };
}

/** Mistakes in queries; of a saved one that others ask for, each once. */
function askedFindings(study: Study, ofTheory: readonly Diagnostic[]): Diagnostic[] {
  const found = [...savedQueryFindings(study), ...ofTheory];
  return [...new Map(found.map((one) => [renderDiagnostic(one), one])).values()];
}

/** What only shows of a theory once all sources are read. In which way its rules will be tried is not known. */
function theoryChecks(theory: Theory, codebook: Codebook, quoted: QuotedTally): Diagnostic[] {
  return [
    ...withoutAffirms(codebook),
    ...rulesTooEarly(theory, 'info'),
    ...judgedNowhere(theory, quoted.cases),
    ...quotedNowhere(theory, quoted),
  ];
}

/** What only shows once all sources are read; some of it only where all of the study was. */
function studyChecks(
  { cases, people, codebook, settings }: Study,
  glances: readonly SourceGlance[],
  whole: boolean,
): Diagnostic[] {
  const persons = [...people.values()].flatMap((bySpeaker) => [...bySpeaker.values()]);
  const used = new Set([...glances.map((glance) => glance.case), ...persons.flatMap((person) => person.case ?? [])]);
  const rows = persons.map(({ source, speaker, row }) => ({ source, speaker, place: row.place }));
  return [
    ...(cases.key === 'case' && cases !== NO_CASES ? casesWithoutRow(cases.file, cases.rows, used) : []),
    ...(cases.key === 'case' && whole ? casesWithoutSource(cases.rows, used) : []),
    ...speakersNotFound(rows, glances),
    ...doubtfulSpeakers(glances, settings.excludeRoles),
    ...undeclaredLanguages(glances, settings.language),
    ...(codebook && whole ? rulesOfNobody(codebook, glances) : []),
  ];
}

function listed(found: readonly Diagnostic[], sources: number): string {
  const count = (severity: Severity, one: string, many: string): string => {
    const n = found.filter((diagnostic) => diagnostic.severity === severity).length;
    return `${n} ${n === 1 ? one : many}`;
  };
  const summary = [
    count('error', 'error', 'errors'),
    count('warning', 'warning', 'warnings'),
    count('info', 'note', 'notes'),
  ];
  const lines = [
    ...found.map(renderDiagnostic),
    `${summary.join(', ')} in a study of ${sources} ${sources === 1 ? 'source' : 'sources'}`,
  ];
  return `${lines.join('\n')}\n`;
}
