import { casesWithoutRow, casesWithoutSource } from '../check/cases.js';
import { undeclaredLanguages } from '../check/languages.js';
import { rulesOfNobody } from '../check/rules.js';
import { speakersNotFound } from '../check/speakers.js';
import { doubtfulSpeakers } from '../check/speech.js';
import { missingAttributes } from '../cli/case-attributes.js';
import { codingFindings } from '../cli/check-codings.js';
import type { Command, Invocation } from '../cli/command.js';
import { Halt } from '../cli/failure.js';
import { jobsOption, pathsArgument, studyOptions } from '../cli/options.js';
import { savedQueryFindings } from '../cli/asked-query.js';
import { passFor } from '../cli/passing.js';
import { write } from '../cli/print.js';
import { analysisOf, studyRequest } from '../cli/study-options.js';
import { requireSafeTarget } from '../cli/target.js';
import type { Diagnostic, Severity } from '../core/diagnostic.js';
import { renderDiagnostic } from '../core/render.js';
import type { SourceGlance } from '../measure/glance.js';
import { readAssignments } from '../store/assignments.js';
import { NO_CASES } from '../store/cases.js';
import { NO_FILTERS } from '../store/filters.js';
import { identicalSources } from '../store/identical.js';
import { tallyPass } from '../store/pass.js';
import { type Study, loadStudy } from '../store/study.js';

export const check: Command = {
  name: 'check',
  summary: 'look for mistakes in everything a study consists of',
  description:
    'Reads qcode.yaml, the codebook, tables, all transcripts and all logs of codings, runs every rule once, and lists every mistake and doubt with its place and remedy. ' +
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
  const findings = { tell: (more: readonly Diagnostic[]) => void found.push(...more), exitCode: () => 0 as const };
  const pass = passFor(invocation, withEverybody(study), findings, { set: { kind: 'all' }, filters: NO_FILTERS });
  const { value, coverage } = await tallyPass(pass, { glance: {} });
  if (study.located) found.push(...(await readAssignments(study.folder, study.known)).diagnostics);
  found.push(...missingAttributes(coverage, study), ...analysisFindings(invocation, study));
  found.push(
    ...savedQueryFindings(study),
    ...studyChecks(study, value.glance, invocation.arguments.length === 0),
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
