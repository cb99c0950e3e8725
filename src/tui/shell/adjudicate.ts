import { codebookPathOf, storeDecisions } from '../../cli/agree-adjudicate.js';
import type { ComparedStudy } from '../../cli/agree-material.js';
import type { ExitCode, Invocation } from '../../cli/command.js';
import { confirmed } from '../../cli/confirm.js';
import { UsageError } from '../../cli/failure.js';
import type { Findings } from '../../cli/findings.js';
import { ADJUDICATOR } from '../../measure/analysis-set.js';
import { counted, listInWords } from '../../report/basis.js';
import { planOf, readEverybody } from '../../store/adjudication-plan.js';
import { compareStudy } from '../../store/compared-study.js';
import { findLogs } from '../../store/logs.js';
import { disputesIn } from './decisions.js';
import { walkOfUnit, withCodebook } from './desk.js';
import { enter } from './enter.js';

/**
 * Opens the units on which coders differ, those that are not settled first. What nobody differs on is stored before, after
 * a question: no decision would do that for sources without a difference.
 */
export async function adjudicateByHand(
  invocation: Invocation,
  material: ComparedStudy,
  findings: Findings,
): Promise<ExitCode> {
  const { values, shell } = invocation;
  const { study, comparison, request } = material;
  const coders = listInWords(comparison.compared.coders);
  const ids = study.codebook.codes.map(({ id }) => id);
  const everybody = await readEverybody(study, request);
  const agreed = comparison.sources.reduce(
    (sum, source) => sum + planOf(source, new Map(), ids, everybody).changed.length,
    0,
  );
  if (agreed > 0) {
    const asks = values.one('script') === undefined;
    if (asks && !shell.interactive) throw UNASKED;
    shell.err.write(
      `${counted(agreed, 'unit')} on which ${coders} do not differ ${agreed === 1 ? 'is' : 'are'} stored as ${ADJUDICATOR} before you decide on the others.\n`,
    );
    if (asks && !(await confirmed(invocation, 'Store them, and go on?'))) return findings.exitCode();
    await storeDecisions(invocation, material, findings);
  }
  const now = { ...study, logs: findLogs(study.folder) };
  // What there was to tell of the logs is told.
  const { sources } = (agreed === 0 ? null : (await compareStudy(now, request)).value) ?? comparison;
  const all = sources.flatMap((source) => disputesIn(source, ids));
  const places = [...all.filter(({ done }) => !done), ...all.filter(({ done }) => done)];
  const [first] = places;
  if (first === undefined) {
    shell.out.write(`${coders} differ on no unit: there is nothing to decide\n`);
    return findings.exitCode();
  }
  const desk = await withCodebook(
    {
      coder: ADJUDICATOR,
      study: now,
      codebookPath: codebookPathOf(invocation, study),
      blind: false,
      assigned: new Map(),
      walk: walkOfUnit(request.unit),
      adjudication: request,
    },
    study.codebook,
  );
  const queue = { kind: 'adjudicate', title: coders, coders: comparison.compared.coders, places, index: 0 } as const;
  await enter(invocation, desk, { source: first.source, at: first.start, queue });
  const after = (await compareStudy({ ...now, logs: findLogs(study.folder) }, request)).value?.sources ?? [];
  const open = after.flatMap((source) => disputesIn(source, ids)).filter(({ done }) => !done).length;
  shell.err.write(
    open === 0
      ? `All is settled on which ${coders} differ.\n`
      : `${counted(open, 'unit')} on which ${coders} differ ${open === 1 ? 'is' : 'are'} open: start again to go on.\n`,
  );
  return findings.exitCode();
}

const UNASKED = new UsageError(
  'agree --adjudicate asks before it stores what nobody differs on, and where it asks, the error stream, is redirected',
  'Leave that to the terminal, or give --adjudicate FILE, which does not ask.',
);
