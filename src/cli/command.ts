import type { Shell } from './shell.js';

/** What completes a value: names out of the study, or files. */
export type Completion = 'code' | 'case' | 'source' | 'coder' | 'attribute' | 'file' | 'folder';

/** An option, in the notation of commander: `-o, --output <file>`, `--json`. */
export interface OptionSpec {
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  /** May be given several times; all values count. */
  readonly repeatable?: true;
  readonly complete?: Completion;
  /** Not shown in the help. */
  readonly hidden?: true;
  /** Other commands have it; what to do in its place here, for whoever gives it all the same. */
  readonly refused?: string;
}

export interface ArgumentSpec {
  readonly name: string;
  readonly description: string;
  readonly required?: true;
  readonly variadic?: true;
  readonly choices?: readonly string[];
  readonly complete?: Completion;
}

/** A command line that works on the sample study, run in its folder, and what it shows. */
export interface Example {
  readonly line: string;
  readonly shows: string;
}

/** What was written on the command line, by the long name of the option. */
export interface Invocation {
  readonly arguments: readonly string[];
  readonly values: Values;
  readonly shell: Shell;
}

/** 0: fine. 1: findings. 2: usage, or a file that could not be read or written. */
export type ExitCode = 0 | 1 | 2;

/** A command: its place in the help, the manual and the completion, and what it does. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Paragraphs of the help and the manual. */
  readonly description: string;
  readonly arguments?: readonly ArgumentSpec[];
  readonly options?: readonly OptionSpec[];
  readonly examples: readonly Example[];
  /** Where a command has these, the first word after its name chooses one. */
  readonly subcommands?: readonly Command[];
  readonly run?: (invocation: Invocation) => Promise<ExitCode>;
}

/** A command that is loaded only when it runs. */
export interface Entry {
  readonly name: string;
  readonly summary: string;
  /** Not shown in the help. */
  readonly hidden?: true;
  readonly load: () => Promise<Command>;
}

/** The options of an invocation; values that are no paths are in NFC. */
export class Values {
  constructor(private readonly written: Readonly<Record<string, unknown>>) {}

  /** Whether a flag was given. */
  flag(name: string): boolean {
    return this.written[name] === true;
  }

  /** The value of an option, or undefined. */
  one(name: string): string | undefined {
    const value = this.written[name];
    return typeof value === 'string' ? value : undefined;
  }

  /** The same options with another value of one of them. */
  with(name: string, value: string): Values {
    return new Values({ ...this.written, [name]: value });
  }

  /** All values of a repeatable option. */
  all(name: string): readonly string[] {
    const value = this.written[name];
    return Array.isArray(value) ? (value as string[]) : [];
  }
}
