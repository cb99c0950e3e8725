import { describe, expect, it } from '@jest/globals';
import { renderDiagnostic } from '../../../../src/core/render.js';
import { parseQuery } from '../../../../src/measure/query/parse.js';
import type { Query, Word } from '../../../../src/measure/query/syntax.js';

const word = ({ text, quoted }: Word): string => (quoted ? `"${text}"` : text);

/** A query with every bracket that it could have. */
function bracketed(query: Query): string {
  switch (query.kind) {
    case 'codes':
      return word(query.word);
    case 'condition':
      return `[${word(query.subject)} ${query.comparison} ${word(query.value)}]`;
    case 'not':
      return `(not ${bracketed(query.of)})`;
    case 'case':
      return `(case has ${bracketed(query.of)})`;
    case 'relation': {
      const { operator, left, right, distance } = query;
      const far = distance ? ` within ${distance.most} ${distance.unit}` : '';
      return `(${bracketed(left)} ${operator} ${bracketed(right)}${far})`;
    }
    default:
      return `(${bracketed(query.left)} ${query.kind} ${bracketed(query.right)})`;
  }
}

function read(text: string): string {
  const { value, diagnostics } = parseQuery(text);
  return value ? bracketed(value) : diagnostics.map(renderDiagnostic).join('\n');
}

describe('a query', () => {
  it.each([
    ['trust', 'trust'],
    ['strategy/*', 'strategy/*'],
    ['a or b and c', '(a or (b and c))'],
    ['a and not b or c', '((a and (not b)) or c)'],
    ['not a precedes b', '(not (a precedes b))'],
    ['a precedes b within 2 turns and c', '((a precedes b within 2 turn) and c)'],
    ['a within b', '(a within b)'],
    ['a near b within ２ turns', '(a near b within 2 turn)'],
    ['a near b within 50 words', '(a near b within 50 word)'],
    ['a within b within c', '((a within b) within c)'],
    ['(a or b) co-occurs c', '((a or b) co-occurs c)'],
    ['a and case has b and not c', '(a and (case has (b and (not c))))'],
    ['(case has b) and c', '((case has b) and c)'],
    ['a AND NOT b', '(a and (not b))'],
    ['speaker = Ann and founded < 2000', '([speaker = Ann] and [founded < 2000])'],
    ['"year founded" != 1998', '["year founded" != 1998]'],
    ['text ~ /gr[ae]nt\\/s (x|y)/i and a', '([text ~ /gr[ae]nt\\/s (x|y)/i] and a)'],
    ['text ~ “social service”', '[text ~ "social service"]'],
    ['"and" and "not"', '("and" and "not")'],
    ['（信任 or 资金）and role！＝interviewer', '((信任 or 资金) and [role != interviewer])'],
    ['case has', 'error'],
  ])('%s is read as %s', (text, expected) => {
    if (expected === 'error') expect(read(text)).toMatch(/error QC470/);
    else expect(read(text)).toBe(expected);
  });

  it.each([
    ['', 'the query ends where codes should stand', '^'],
    ['a and', 'the query ends where a code should stand', '     ^'],
    ['a b', 'there is b where and, or, or an operator should stand', '  ^'],
    ['(a or b', 'this bracket is not closed', '^'],
    ['a)', 'there is ) where nothing more should stand', ' ^'],
    ['a or and', 'there is and where a code should stand', '     ^^^'],
    ['a near b within 2 miles', 'there is miles where a unit should stand', '                  ^^^^^'],
    ['a equals b within 2 turns', 'there is within where no distance should stand', '           ^^^^^^'],
    ['a near b within two turns', 'there is two where a whole number should stand', '                ^^^'],
    ['a near b within -1 turns', 'there is -1 where a whole number should stand', '                ^^'],
    ['a near b within 2.5 turns', 'there is 2.5 where a whole number should stand', '                ^^^'],
    ['a near b within 2 turns within 3 turns', 'there is within where no distance', '                        ^^^^^^'],
    ['a within 2 turns', 'there is within where no distance should stand', '  ^^^^^^'],
    ['a near not b', 'there is not where a code should stand', '       ^^^'],
    ['text ~ ""', 'there is "" where a value should stand', '       ^^'],
    ['text ~ /gr', 'the expression does not end', '       ^^^'],
    ['信任 and "x', 'the quotation that begins with " does not end', '         ^^'],
    ['speaker =', 'the query ends where a value should stand', '         ^'],
  ])('%p is refused where it goes wrong', (text, message, carets) => {
    const [head, , caret] = read(text).split('\n');
    expect(head).toContain(`error QC470: ${message}`);
    expect(caret?.slice(' 1 | '.length)).toBe(carets);
  });

  it.each([
    ['a near not b', 'Write it between brackets: (not …).'],
    ['agency = Heli 和里', 'A value of several words stands between quotation marks: "Heli 和里".'],
    ['fairness, tendering', 'No comma stands between codes: write or, and, or an operator.'],
    ['a or near', 'If near is the name of a code, write "near".'],
  ])('%p: what to do', (text, remedy) => {
    expect(read(text)).toContain(`remedy: ${remedy}`);
  });

  it.each<[string, string]>([
    ['brackets', `${'('.repeat(5000)}a${')'.repeat(5000)}`],
    ['nots', `${'not '.repeat(2000)}a`],
    ['case has', `${'case has '.repeat(200)}a`],
    ['codes', `a${' or a'.repeat(20000)}`],
    ['operators', `a${' near a'.repeat(20000)}`],
  ])('too many %s are refused, and exhaust nothing', (_, text) => {
    const { value, diagnostics } = parseQuery(text);
    expect(value).toBeUndefined();
    expect(diagnostics[0]!.message).toMatch(/more than \d+/);
  });

  it('as many as people may write are read', () => {
    expect(parseQuery(`a${' or a'.repeat(1400)}`).value).toBeDefined();
    expect(parseQuery(`${'('.repeat(90)}a${')'.repeat(90)}`).value).toBeDefined();
  });
});
