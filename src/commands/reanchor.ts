import process from 'node:process';
import { coderAmong, codersOf } from '../cli/coders.js';
import { isFlaw, sourceFinder } from '../cli/coding-names.js';
import type { Command, ExitCode, Invocation } from '../cli/command.js';
import { UsageError } from '../cli/failure.js';
import { type Findings, need, tellOn } from '../cli/findings.js';
import { studyOptions } from '../cli/options.js';
import { askAbout, withPerson } from '../cli/reanchor-ask.js';
import { asJson, listed } from '../cli/reanchor-list.js';
import { startedStudyFor } from '../cli/study-options.js';
import { placeChoice } from '../coding/reanchor.js';
import { counted } from '../report/basis.js';
import { type Chosen, type Reanchored, notExact, record } from '../store/reanchored.js';
import type { Source } from '../store/sources.js';
import type { StoredCoding } from '../store/stored-codings.js';
import type { Study } from '../store/study.js';

export const reanchor: Command = {
  name: 'reanchor',
  summary: 'find codings again in transcripts that were corrected, and record their new places',
  description:
    'Lists each coding and verdict that is not exactly where it was coded: its code, its coder, where it was, where it would be, and how its quotation differs there, [-old-]{+new+}. ' +
    'Moved ones have the same words elsewhere and count; fuzzy, ambiguous and lost ones count nowhere until you decide. ' +
    'At a terminal it asks about each: accept, choose one of several places, leave, or remove. A choice is a line in the log of its coder (the coding again with its new place, then the removal of the old one), and can be undone in `qcode tag`: then it waits here again. ' +
    'Logs of other coders are shown; choices go into those that --coder names, or into the only one. Exit code 1 means that something is still not exact.',
  arguments: [
    {
      name: 'sources',
      description: 'which sources of the study: ids, or names of files',
      variadic: true,
      complete: 'source',
    },
  ],
  options: [
    {
      flags: '--coder <name>',
      description: 'only codings of this coder, in whose log choices are recorded',
      repeatable: true,
      complete: 'coder',
    },
    { flags: '--accept-moved', description: 'record the new place of every moved coding, without asking' },
    {
      flags: '--accept-fuzzy <similarity>',
      description: 'record the place of every fuzzy coding at least as similar as this, from 0.5 to 1',
    },
    { flags: '--json', description: 'a list of what is not exact as JSON' },
    ...studyOptions,
  ],
  examples: [
    { line: 'qcode reanchor', shows: 'codings that are not where they were' },
    { line: 'qcode reanchor --accept-moved', shows: 'the same, after recording those whose words only moved' },
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { values, shell } = invocation;
  const findings = tellOn(shell);
  const study = await studyOf(invocation, findings);
  const coders = codersOf(study.logs);
  const named = values.all('coder').map((name) => coderAmong(name, study.logs));
  const wanted = (coder: string): boolean => named.length === 0 || named.includes(coder);
  const accepts = acceptance(invocation);
  if (accepts) {
    const found = await notExact(study, wanted, findings.tell);
    const chosen = found.map(({ open }) => open.filter(accepts).map(acceptedOf));
    requireOwn(chosen.flat(), named, coders);
    const recorded = found.reduce((sum, one, i) => sum + need(record(study, one, chosen[i]!), findings), 0);
    if (!values.flag('json')) shell.out.write(`${counted(recorded, 'place')} recorded\n`);
  } else if (!values.flag('json') && shell.interactive && process.stdin.isTTY === true) {
    const own = named.length > 0 ? named : coders.length === 1 ? coders : [];
    await ask(invocation, study, wanted, own, findings);
  }
  return report(invocation, await notExact(await studyOf(invocation, findings), wanted, findings.tell), findings);
}

/** The study with the sources that are named, as it is on the disk now. */
async function studyOf(invocation: Invocation, findings: Findings): Promise<Study> {
  const study = await startedStudyFor({ ...invocation, arguments: [] }, findings);
  if (invocation.arguments.length === 0) return study;
  const find = sourceFinder(study, invocation.shell.folder);
  const sources = new Set(invocation.arguments.map((name) => namedSource(find(name.normalize('NFC')))));
  return { ...study, sources: study.sources.filter((source) => sources.has(source)) };
}

function namedSource(found: ReturnType<ReturnType<typeof sourceFinder>>): Source {
  if (isFlaw(found)) throw new UsageError(found.message, found.remedy);
  return found;
}

/** Shows what is not exact still. */
function report({ values, shell }: Invocation, found: readonly Reanchored[], findings: Findings): ExitCode {
  const open = found.reduce((sum, one) => sum + one.open.length, 0);
  if (values.flag('json')) shell.out.write(asJson(found));
  else shell.out.write(`${[...found.flatMap(listed), summary(found)].join('\n')}\n`);
  return open > 0 ? 1 : findings.exitCode();
}

function summary(found: readonly Reanchored[]): string {
  const count = (kind: keyof Reanchored['counts']): number => found.reduce((sum, { counts }) => sum + counts[kind], 0);
  const kinds = ['exact', 'moved', 'fuzzy', 'ambiguous', 'lost'] as const;
  return kinds.map((kind) => `${count(kind)} ${kind}`).join(', ');
}

/** Which codings are accepted without asking; null where none are. */
function acceptance({ values }: Invocation): ((coding: StoredCoding) => boolean) | null {
  const moved = values.flag('acceptMoved');
  const written = values.one('acceptFuzzy');
  if (!moved && written === undefined) return null;
  const least = written === undefined ? Infinity : Number(written);
  if (written !== undefined && !(least >= 0.5 && least <= 1))
    throw new UsageError(`--accept-fuzzy wants a similarity from 0.5 to 1, not "${written}"`);
  return ({ placement }) =>
    (moved && placement.kind === 'moved') || (placement.kind === 'fuzzy' && placement.similarity >= least);
}

function acceptedOf({ coder, event, placement }: StoredCoding): Chosen {
  if (!('start' in placement)) throw new Error('only codings with one place are accepted');
  return { coder, choice: placeChoice(event, placement) };
}

/** Whoever writes into the logs of several coders must say so. */
function requireOwn(chosen: readonly Chosen[], named: readonly string[], coders: readonly string[]): void {
  const concerned = coders.filter((coder) => chosen.some((one) => one.coder === coder));
  if (named.length > 0 || coders.length < 2 || concerned.length === 0) return;
  throw new UsageError(
    `this would write into ${concerned.length === 1 ? 'the log' : 'the logs'} of ${concerned.join(', ')}`,
    `Say whose with ${concerned.map((coder) => `--coder ${coder}`).join(' ')}.`,
  );
}

/** Asks about each coding of these coders. Each choice is recorded at once, as an action of its own. */
async function ask(
  { shell }: Invocation,
  study: Study,
  wanted: (coder: string) => boolean,
  own: readonly string[],
  findings: Findings,
): Promise<void> {
  const found = (await notExact(study, wanted, findings.tell)).filter(({ open }) => open.length > 0);
  const others = found.some(({ open }) => open.some(({ coder }) => !own.includes(coder)));
  if (others && own.length === 0)
    shell.err.write('There are codings of several coders: with --coder NAME you are asked about those of one.\n');
  await withPerson(shell.err, async (person) => {
    for (const one of found) {
      const mine = one.open.filter(({ coder }) => own.includes(coder));
      if (mine.length > 0) person.show([one.source.id]);
      for (const coding of mine) {
        const answer = await askAbout(coding, one, person);
        if (answer === 'stop') return;
        if (answer === 'leave') continue;
        const recorded = need(record(study, one, [{ coder: coding.coder, choice: answer }]), findings);
        person.show([recorded > 0 ? '    recorded' : '    not recorded: it was removed or changed meanwhile']);
      }
    }
  });
}
