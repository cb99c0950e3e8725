import { codersOf } from '../cli/coders.js';
import type { Command, Invocation } from '../cli/command.js';
import { yesOption } from '../cli/confirm.js';
import { Halt, UsageError } from '../cli/failure.js';
import { type Findings, need, tellOn } from '../cli/findings.js';
import { filterOptions, jobsOption, studyOptions } from '../cli/options.js';
import { passFor } from '../cli/passing.js';
import { numberOf } from '../cli/quantity.js';
import { filtersOf, looseStudyFor } from '../cli/study-options.js';
import { isError } from '../core/diagnostic.js';
import { drawn } from '../core/draw.js';
import { byCodePoint } from '../core/order.js';
import { counted } from '../report/basis.js';
import {
  type Assignment,
  ASSIGNMENTS,
  assignmentBytes,
  readAssignments,
  writeAssignments,
} from '../store/assignments.js';
import { coderName } from '../store/identity.js';
import { tallyPass } from '../store/pass.js';
import type { Study } from '../store/study.js';

const DEFAULT_SEED = 1;

export const assign: Command = {
  name: 'assign',
  summary: 'draw a share of the sources for a second coder',
  description:
    `Draws whole sources and writes them into ${ASSIGNMENTS}; qcode tag --assigned goes through them. ` +
    'The same seed draws the same sources, in whatever order they lie. Sources of the coder’s other rounds are not drawn again. ' +
    'The share is blind unless --not-blind is given: neither keyword hits nor codings of others are shown.',
  arguments: [{ name: 'coder', description: 'who is to code them', required: true, complete: 'coder' }],
  options: [
    { flags: '--share <percent>', description: 'how many of the sources, such as 20%, rounded, at least one' },
    { flags: '--per <group>', description: 'the share of each case, at least one source of it', choices: ['case'] },
    { flags: '--seed <number>', description: `a whole number that the draw depends on (${DEFAULT_SEED})` },
    { flags: '--round <number>', description: 'the number of the share: 2 for a second one (1)' },
    { flags: '--not-blind', description: 'the coder sees keyword hits and codings of others' },
    { ...yesOption, description: 'draw again what was drawn for this coder and round' },
    ...filterOptions.filter(({ flags }) => /^--(case|source|where) /.test(flags)),
    ...studyOptions,
    jobsOption,
  ],
  examples: [
    {
      line: 'qcode assign ann --share 20% --per case --seed 7',
      shows: 'a fifth of the sources, one of each case at least',
    },
  ],
  run,
};

async function run(invocation: Invocation): Promise<0 | 1> {
  const { values, shell } = invocation;
  const share = shareOf(values.one('share'));
  const seed = numberOf(values, 'seed', 0) ?? DEFAULT_SEED;
  const round = numberOf(values, 'round', 1) ?? 1;
  const findings = tellOn(shell);
  const study = await looseStudyFor({ ...invocation, arguments: [] }, findings);
  if (!study.located) throw new UsageError('there is no study', `${ASSIGNMENTS} lies beside its qcode.yaml.`);
  const before = assignmentBytes(study.folder);
  const read = await readAssignments(study.folder);
  if (read.diagnostics.some(isError)) throw new Halt(read.diagnostics);
  const present = need(read, findings);
  const coders = [...codersOf(study.logs), ...present.map((one) => one.coder)];
  const coder = need(coderName({ one: () => invocation.arguments[0] }, {}, coders), findings);
  const earlier = present.filter((one) => one.coder === coder && one.round === round);
  if (earlier.length > 0 && !values.flag('yes')) {
    shell.err.write(
      `${coder} has a share of round ${round} already: ${earlier.map(({ source }) => source).join(', ')}.\n` +
        'Nothing was written. Add --yes to draw it again, or --round for a further share.\n',
    );
    return 1;
  }
  const cases = await casesOf(invocation, study, findings);
  const named = need(await readAssignments(study.folder, study.known), findings);
  const free = withoutOtherRounds(cases, named, coder, round);
  const chosen = choose(cases, free, share, values.one('per') === 'case', seed);
  if (chosen.length === 0) {
    shell.err.write(`All sources are in other rounds of ${coder}: nothing is left to draw. Nothing was written.\n`);
    return 1;
  }
  const blind = !values.flag('notBlind');
  const refused = writeAssignments(
    study.folder,
    before,
    present,
    coder,
    round,
    chosen.map((source) => ({ coder, source, round, blind, seed })),
  );
  if (refused) throw new Halt([refused]);
  for (const source of chosen) shell.out.write(`${source}\t${cases.get(source)!}\n`);
  const perCase = values.one('per') === 'case';
  const of = perCase ? `, of each of ${counted(new Set(cases.values()).size, 'case')}` : '';
  const wanted = choose(cases, [...cases.keys()], share, perCase, seed).length;
  shell.out.write(
    `${coder}: ${chosen.length} of ${counted(cases.size, 'source')} (${Number((share * 100).toFixed(6))}%${of}), seed ${seed}, round ${round}, ${blind ? 'blind' : 'not blind'}\n` +
      (chosen.length < wanted
        ? `That is not the whole share of ${wanted}: the other sources are in other rounds of ${coder}.\n`
        : '') +
      `Then: qcode tag --assigned${blind ? ' --blind' : ''} --coder ${coder}\n`,
  );
  return findings.exitCode();
}

/** A percentage as a fraction of 1. */
function shareOf(given: string | undefined): number {
  if (given === undefined) throw new UsageError('--share is missing', 'Say how many of the sources: --share 20%.');
  const percent = /^(\d+(?:\.\d+)?) ?[%％]?$/.exec(given.trim())?.[1];
  const share = Number(percent) / 100;
  if (share > 0 && share <= 1) return share;
  throw new UsageError(`--share wants a percentage above 0 and up to 100, not "${given}"`, 'Write it as 20%.');
}

/** The case of each source that the filters leave in, by id. */
async function casesOf(invocation: Invocation, study: Study, findings: Findings): Promise<Map<string, string>> {
  const filters = { ...filtersOf(invocation.values, study), excludeRoles: [] };
  const uncoded = { ...study, codebook: null };
  const { value } = await tallyPass(passFor(invocation, uncoded, findings, { set: { kind: 'rules' }, filters }), {
    glance: {},
  });
  const passing = value.glance.filter((glance) => glance.counted);
  if (passing.length === 0) throw new UsageError('no source passes the filters', 'qcode sources lists them.');
  return new Map(passing.map((glance) => [glance.source, glance.case]));
}

/** The sources that the coder has in no other round. */
function withoutOtherRounds(
  cases: ReadonlyMap<string, string>,
  present: readonly Assignment[],
  coder: string,
  round: number,
): string[] {
  const taken = new Set(
    present.filter((one) => one.coder === coder && one.round !== round).map(({ source }) => source),
  );
  return [...cases.keys()].filter((source) => !taken.has(source));
}

/** A share of all sources, or of those of each case, drawn from those that are free. */
function choose(
  cases: ReadonlyMap<string, string>,
  free: readonly string[],
  share: number,
  perCase: boolean,
  seed: number,
): string[] {
  const sizeOf = (sources: number): number => Math.max(1, Math.round(sources * share));
  if (!perCase) return drawn(free, sizeOf(cases.size), seed);
  const names = [...new Set(cases.values())].sort(byCodePoint);
  return names
    .flatMap((name) => {
      const all = [...cases.values()].filter((other) => other === name).length;
      return drawn(
        free.filter((source) => cases.get(source) === name),
        sizeOf(all),
        seed,
      );
    })
    .sort(byCodePoint);
}
