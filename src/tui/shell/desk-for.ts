import { join, resolve } from 'node:path';
import process from 'node:process';
import { codersOf } from '../../cli/coders.js';
import type { Invocation } from '../../cli/command.js';
import { UsageError } from '../../cli/failure.js';
import { type Findings, need } from '../../cli/findings.js';
import { startedStudyFor } from '../../cli/study-options.js';
import { assignedSources, readAssignments } from '../../store/assignments.js';
import { coderName } from '../../store/identity.js';
import type { Study } from '../../store/study.js';
import { type Desk, walkOfUnit, withCodebook } from './desk.js';

/** The desk that the options name. */
export async function deskFor(invocation: Invocation, findings: Findings): Promise<Desk> {
  const { values, shell } = invocation;
  const whole = await startedStudyFor({ ...invocation, arguments: [] }, findings);
  if (!whole.located)
    throw new UsageError('codings are kept in a study, and there is none here', 'qcode init makes one of a folder.');
  const coder = need(coderName(values, process.env, codersOf(whole.logs)), findings);
  const shares = assignedSources(need(await readAssignments(whole.folder, whole.known), findings), coder);
  const assigned = new Map(shares.map(({ source, blind }) => [source, blind]));
  const study = values.flag('assigned') ? assignedIn(whole, assigned, coder) : whole;
  const codebook = values.one('codebook');
  const desk = {
    coder,
    study,
    codebookPath:
      codebook === undefined ? join(study.folder, study.settings.codebook) : resolve(shell.folder, codebook),
    blind: values.flag('blind'),
    assigned,
    walk: walkOfUnit(study.settings.unit),
  };
  return withCodebook(desk, whole.codebook);
}

function assignedIn(study: Study, assigned: ReadonlyMap<string, boolean>, coder: string): Study {
  const sources = study.sources.filter(({ id }) => assigned.has(id));
  if (sources.length > 0) return { ...study, sources };
  throw new UsageError(
    `no source of the study is assigned to ${coder}`,
    'qcode assign gives a coder a share; --coder says who you are.',
  );
}
