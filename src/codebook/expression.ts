import type { Expression } from './codebook.js';
import type { Problem } from './problem.js';

const FLAGS = 'imsu';

/** Whether the last `/` of a text is the sign that closes an expression, not one that a backslash takes its meaning. */
function closingSlash(written: string): number {
  const slash = written.lastIndexOf('/');
  const backslashes = /\\*$/u.exec(written.slice(0, slash))![0].length;
  return slash > 0 && backslashes % 2 === 0 ? slash : -1;
}

/** The reason that the engine gives, without its repetition of the whole expression. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.slice(message.lastIndexOf(': ') + 1).trim();
}

function flagProblem(flags: string, start: number): Problem | null {
  for (const [i, flag] of Array.from(flags).entries()) {
    const where = { start: start + i, end: start + i + 1 };
    if (!FLAGS.includes(flag)) return { code: 'QC136', message: `expressions have no flag ${flag} here`, ...where };
    if (flags.indexOf(flag) < i) return { code: 'QC136', message: `the flag ${flag} is given twice`, ...where };
  }
  return null;
}

/**
 * An expression, `/pattern/flags`. Without flags it ignores case; with any, case counts unless `i` is among them. `u`
 * is always added. The pattern is brought to NFC, as text is compared in NFC.
 */
export function parseExpression(written: string): Expression | Problem {
  const slash = closingSlash(written);
  const given = written.slice(slash + 1);
  if (slash < 0 || !/^[a-z]*$/iu.test(given)) {
    return { code: 'QC134', message: `the expression ${written} is not closed by / and flags` };
  }
  const problem = flagProblem(given, slash + 1);
  if (problem) return problem;
  const pattern = written.slice(1, slash).normalize('NFC');
  if (pattern === '') return { code: 'QC135', message: 'the expression is empty' };
  const wanted = given === '' ? 'iu' : `${given}u`;
  const flags = Array.from(FLAGS)
    .filter((flag) => wanted.includes(flag))
    .join('');
  try {
    new RegExp(pattern, flags);
  } catch (error) {
    return { code: 'QC135', message: `the expression cannot be compiled: ${reasonOf(error)}`, start: 1, end: slash };
  }
  return { kind: 'expression', written, pattern, flags };
}
