import vm from 'node:vm';
import type { Expression } from '../codebook/codebook.js';
import type { RunExpression } from '../match/expression.js';

/** Runs expressions with a limit on their time, and remembers those that ran out of it. */
export interface GuardedExpressions {
  readonly run: RunExpression;
  /** Expressions that were stopped, as written, in the order in which that happened. */
  readonly runaways: ReadonlySet<string>;
}

/** Milliseconds an expression may take for a source: a second, and another for each million characters. */
const BASE_LIMIT = 1000;
const CHARACTERS_PER_MILLISECOND = 1000;

/** Collects all matches of all texts inside the guarded context, where only plain numbers come back. */
const PROGRAM = `
  (() => {
    const expression = new RegExp(pattern, flags);
    const found = [];
    texts.forEach((text, index) => {
      for (const match of text.matchAll(expression)) found.push(index, match.index, match.index + match[0].length);
    });
    return found;
  })()`;

/**
 * A runner for regular expressions that stops one that runs away (catastrophic backtracking), by the time limit of
 * node:vm; V8's linear engine refuses the flags u and i.
 *
 * @param excluded expressions, as written, that are not to be run at all: they ran away in an earlier pass
 */
export function guardedExpressions(excluded: ReadonlySet<string> = new Set()): GuardedExpressions {
  const runaways = new Set<string>();
  const script = new vm.Script(PROGRAM);
  const context = vm.createContext({ pattern: '', flags: '', texts: [] as readonly string[] });
  const run: RunExpression = ({ written, pattern, flags }: Expression, texts) => {
    if (excluded.has(written) || runaways.has(written)) return [];
    const characters = texts.reduce((sum, text) => sum + text.length, 0);
    Object.assign(context, { pattern, flags: flags.includes('g') ? flags : `${flags}g`, texts });
    try {
      const limit = BASE_LIMIT + Math.ceil(characters / CHARACTERS_PER_MILLISECOND);
      return [...(script.runInContext(context, { timeout: limit }) as number[])];
    } catch (error) {
      if (!isTimeout(error)) throw error;
      runaways.add(written);
      return [];
    }
  };
  return { run, runaways };
}

function isTimeout(error: unknown): boolean {
  // The error may come from the guarded context, whose `Error` is another: `instanceof` would be wrong.
  return (error as NodeJS.ErrnoException | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
