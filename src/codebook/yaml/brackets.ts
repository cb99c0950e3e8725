/** A sign of a list or text in brackets that has no partner: `opened` and never closed, or `closed` and never opened. */
export interface Unpaired {
  readonly offset: number;
  readonly how: 'opened' | 'closed';
}

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** Where a quoted text ends, or -1. In single quotation marks '' is an apostrophe; in double ones \ takes one along. */
function endOfQuote(text: string, start: number): number {
  const quote = text[start]!;
  for (let at = start + 1; at < text.length; at++) {
    if (quote === '"' && text[at] === '\\') at++;
    else if (text[at] === quote) {
      if (quote === '"' || text[at + 1] !== quote) return at;
      at++;
    }
  }
  return -1;
}

/** The first bracket or quotation mark of a text that has no partner in it; null when all are paired. */
export function unpaired(text: string): Unpaired | null {
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    const begins = at === 0 || /[\s,:[{]/u.test(text[at - 1]!);
    if ((sign === '"' || sign === "'") && begins) {
      const end = endOfQuote(text, at);
      if (end < 0) return { offset: at, how: 'opened' };
      at = end;
    } else if (sign in CLOSING) open.push(at);
    else if (sign === ']' || sign === '}') {
      const last = open.pop();
      if (last === undefined) return { offset: at, how: 'closed' };
      if (CLOSING[text[last]!] === sign) continue;
      // `{a]}` has a ] too many, `{[a}` a [ that was never closed.
      return text[last] === '[' ? { offset: last, how: 'opened' } : { offset: at, how: 'closed' };
    }
  }
  const last = open.pop();
  return last === undefined ? null : { offset: last, how: 'opened' };
}
