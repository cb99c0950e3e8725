import type { Command, Invocation } from '../cli/command.js';
import { deskOptions } from '../cli/desk-options.js';
import { UsageError } from '../cli/failure.js';
import { need, tellOn } from '../cli/findings.js';
import { codeNamed } from '../cli/study-options.js';

export const review: Command = {
  name: 'review',
  summary: 'go through all your codings of one code, in the terminal',
  description:
    'Shows every coding of the code by your hand, and every suggestion of it that you accepted, one after another over all sources, in their context: to keep it, move it to another code, change its extent, split it off to a new code, or remove it. Press ? for all keys.',
  arguments: [{ name: 'code', description: 'id of the code', required: true, complete: 'code' }],
  options: deskOptions,
  examples: [
    {
      line: 'qcode review avoided-link --coder mchan --script /dev/null',
      shows: 'the first coding of the code, as text',
    },
  ],
  run,
};

async function run(invocation: Invocation): Promise<0 | 1> {
  const {
    arguments: [named = ''],
    values,
    shell,
  } = invocation;
  const { enter, requireTerminal } = await import('../tui/shell/enter.js');
  requireTerminal(values, 'review');
  const { deskFor } = await import('../tui/shell/desk-for.js');
  const { incidentsOf } = await import('../tui/shell/places.js');
  const findings = tellOn(shell);
  const desk = await deskFor(invocation, findings);
  const code = codeNamed(named, desk.codebook);
  const places = need(await incidentsOf(desk, code.id), findings);
  const [first] = places;
  if (!first)
    throw new UsageError(`${desk.coder} has no codings of ${code.id}`, '--coder says whose codings to review.');
  const queue = { kind: 'review', title: code.name, code: code.id, places, index: 0 } as const;
  await enter(invocation, desk, { source: first.source, at: first.start, queue });
  return findings.exitCode();
}
