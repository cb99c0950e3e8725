import type { OptionSpec } from './command.js';
import { studyOptions } from './options.js';

/** What replays keys where there is no terminal. */
export const scriptOptions: readonly OptionSpec[] = [
  {
    flags: '--script <file>',
    description: 'replay keys from a file and print the last screen as text; needs no terminal',
    complete: 'file',
  },
  { flags: '--size <size>', description: 'columns and rows of the screen for --script (80x24)' },
];

/** What all commands that open the terminal take. */
export const deskOptions: readonly OptionSpec[] = [
  {
    flags: '--coder <name>',
    description: 'who codes (else QCODE_CODER, else your name on this system)',
    complete: 'coder',
  },
  {
    flags: '--blind',
    description: "hide the rules' suggestions, other coders' codings, and memos on sources and codes",
  },
  { flags: '--assigned', description: 'only the sources assigned to the coder (assignments.csv)' },
  ...scriptOptions,
  ...studyOptions,
];
