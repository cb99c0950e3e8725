/** The longest text that a remedy repeats. */
const LONGEST = 60;

/** How to write a text so that YAML takes it as it stands. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A remedy that shows the text between quotation marks; undefined where it is too long to be shown. */
export function quoteRemedy(text: string): string | undefined {
  const written = text.replace(/\s#.*$/u, '').trim();
  if (written === '' || written.length > LONGEST || written.includes('\n')) return undefined;
  return `put it between quotation marks: ${quoted(written)}`;
}

/** The characters that YAML does not let a text begin with. */
export const startsReserved = (text: string): boolean => /^[*&!%@`{}[\]|>]/u.test(text);
