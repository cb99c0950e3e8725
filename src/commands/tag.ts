import type { Command, Invocation } from '../cli/command.js';
import { deskOptions } from '../cli/desk-options.js';
import { tellOn } from '../cli/findings.js';

export const tag: Command = {
  name: 'tag',
  summary: 'code transcripts by hand, in the terminal',
  description:
    'Shows a transcript unit by unit with its codes, and stores each coding at once in codings/CODER/SOURCE.jsonl. ' +
    'Without SOURCE it opens where you stopped last. Press ? for all keys; q or Ctrl-C leaves. The codebook may be empty: the first code is made here.\n\n' +
    'z undoes and Z does again, also after a restart: what was coded, judged and marked in the open source, codes that were made, renamed or merged, and memos on codes and sources, ' +
    'as long as no coding would lose its code and nobody changed these files since. The digits stand for the nine codes used last; a code keeps its digit, also after a restart, until it is the one not used for longest.\n\n' +
    'With --script FILE keys are replayed from a file, and the last screen is printed. The file holds words parted by spaces: names of keys ' +
    '(return, escape, tab, space, backspace, delete, up, down, left, right, pageup, pagedown, home, end; ctrl-, meta- or shift- before them where these are held), ' +
    'text to type, between quotation marks where it holds spaces, a size such as 120x40, and frame, which prints the screen at that point; # begins a remark.',
  arguments: [{ name: 'source', description: 'id, file name or path of a source', complete: 'source' }],
  options: [{ flags: '--next', description: 'go on at the next unit that is not marked seen' }, ...deskOptions],
  examples: [{ line: 'qcode tag A1-1 --script /dev/null', shows: 'the first screen, as text' }],
  run,
};

async function run(invocation: Invocation): Promise<0 | 1> {
  const {
    arguments: [named],
    values,
    shell,
  } = invocation;
  const { enter, requireTerminal } = await import('../tui/shell/enter.js');
  requireTerminal(values, 'tag');
  const { deskFor } = await import('../tui/shell/desk-for.js');
  const { nextNotDone, sourceNamed, whereStopped } = await import('../tui/shell/beginning.js');
  const findings = tellOn(shell);
  const desk = await deskFor(invocation, findings);
  const source = named === undefined ? whereStopped(desk) : sourceNamed(desk, named, shell.folder);
  const beginning = values.flag('next')
    ? await nextNotDone(desk, source)
    : { source: source.id, at: null, queue: null };
  await enter(invocation, desk, beginning);
  return findings.exitCode();
}
