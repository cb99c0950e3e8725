import type { Codebook } from '../../codebook/codebook.js';
import { isProblem } from '../../codebook/problem.js';
import { textSearch } from '../../codebook/text-search.js';
import { codeAt, descendantsOf } from '../../codebook/tree.js';
import { unknownCode } from '../../codebook/unknown-code.js';
import type { Diagnostic, Outcome } from '../../core/diagnostic.js';
import { MISSING } from '../coded-source.js';
import { type AttributeTest, type Bound, type BoundQuery, isCondition } from './bound.js';
import { mistake } from './parse.js';
import { matches } from './pattern.js';
import type { ConditionQuery, Query, Word } from './syntax.js';

/** Looks up the codes of a query, and reads its keywords; every one that is wrong is named. */
export function bindQuery(query: Query, text: string, codebook: Codebook): Outcome<BoundQuery> {
  const diagnostics: Diagnostic[] = [];
  const cases: Bound[] = [];
  const searches: string[] = [];
  let depth = 0;
  const wrong = (...found: Parameters<typeof mistake> extends [string, ...infer Rest] ? Rest : never): void => {
    diagnostics.push(...mistake(text, ...found).diagnostics);
  };

  const codesOf = (word: Word): readonly number[] => {
    const codes = codesNamed(word, codebook);
    if (codes.length > 0) return codes;
    const { message, remedy } = unknownCode(codebook, word.text);
    if (word.quoted || !word.text.includes('*')) wrong(word, message, remedy, 'QC471');
    else wrong(word, `no code is ${word.text}`, 'qcode codebook list shows them.', 'QC471');
    return [];
  };

  const condition = ({ subject, comparison, value }: ConditionQuery): Bound => {
    const name = subject.text;
    const isText = !subject.quoted && (name === 'text' || name === 'memo');
    if (comparison !== '~') {
      if (isText) wrong(subject, `${name} is not compared`, `Write ${name} ~ and a keyword, such as ${name} ~ fund*.`);
      return { kind: 'condition', test: attributeTest({ subject, comparison, value }, codebook.fold.han) };
    }
    if (!isText) wrong(subject, `~ is asked of text and memo, not of ${name}`, `Compare ${name} with = or !=.`);
    const keyword = textSearch(value.text, codebook.fold);
    if (isProblem(keyword)) wrong(value, keyword.message, keyword.remedy ?? 'Write it as a codebook has keywords.');
    searches.push(value.text);
    return {
      kind: 'condition',
      test: { kind: 'words', of: name === 'memo' ? 'memo' : 'text', search: searches.length - 1 },
    };
  };

  const bound = (part: Query): Bound => {
    switch (part.kind) {
      case 'codes':
        return { kind: 'codes', codes: codesOf(part.word) };
      case 'condition':
        return condition(part);
      case 'not':
        return { kind: 'not', of: bound(part.of) };
      case 'and':
      case 'or':
        return { kind: part.kind, left: bound(part.left), right: bound(part.right) };
      case 'relation': {
        const { operator, distance } = part;
        return { kind: 'relation', operator, left: bound(part.left), right: bound(part.right), distance };
      }
      case 'case': {
        if (depth > 0)
          wrong(part, 'case has stands within case has', 'It is the same case: take these two words away.');
        depth++;
        const of = bound(part.of);
        depth--;
        if (isMixed(of)) {
          wrong(
            part,
            'the condition belongs to no one code of the case',
            'Write it beside each code: case has (a and coder = x) and (b and coder = x).',
          );
        }
        cases.push(of);
        return { kind: 'case', at: cases.length - 1 };
      }
    }
  };

  const root = bound(query);
  return diagnostics.length > 0 ? { diagnostics } : { value: { text, root, cases, searches }, diagnostics };
}

/** What a comparison asks of an attribute. Between quotation marks, nothing is what nobody gave. */
export function attributeTest(
  { subject, comparison, value }: Pick<ConditionQuery, 'subject' | 'value'> & Pick<AttributeTest, 'comparison'>,
  han: boolean,
): AttributeTest {
  const isPattern = !value.quoted && value.text.includes('*');
  const wanted = value.text === '' ? MISSING : value.text;
  return { kind: 'attribute', name: subject.text, comparison, value: wanted, isPattern, han };
}

/** Positions of the codes of an id; below a code (`strategy/*`); by a pattern of ids. Empty where there is none. */
export function codesNamed({ text, quoted }: Word, codebook: Codebook): readonly number[] {
  if (quoted || !text.includes('*')) {
    const at = codeAt(codebook, text);
    return at < 0 ? [] : [at];
  }
  const slash = text.indexOf('/');
  const parent = slash < 0 ? -1 : codeAt(codebook, text.slice(0, slash));
  if (slash >= 0 && parent < 0) return [];
  const among = slash < 0 ? codebook.codes.map((_, at) => at) : descendantsOf(codebook, parent);
  return among.filter((code) => matches(codebook.codes[code]!.id, text.slice(slash + 1)));
}

/** Whether `and` joins a condition to what a case has in several places: then no one coding could be asked. */
function isMixed(bound: Bound): boolean {
  switch (bound.kind) {
    case 'and': {
      const [left, right] = [isCondition(bound.left), isCondition(bound.right)];
      if (left !== right && isOfSeveral(left ? bound.right : bound.left)) return true;
      if (!left && !right && (hasStray(bound.left) || hasStray(bound.right))) return true;
      return isMixed(bound.left) || isMixed(bound.right);
    }
    case 'or':
      return isMixed(bound.left) || isMixed(bound.right);
    case 'not':
      return isMixed(bound.of);
    default:
      return false;
  }
}

/** Whether a condition on single codings stands beside a code with `or`: `a and (b or coder = x)`. */
function hasStray(bound: Bound): boolean {
  switch (bound.kind) {
    case 'or': {
      const { left, right } = bound;
      if (isCondition(left) !== isCondition(right) && asksOne(isCondition(left) ? left : right)) return true;
      return hasStray(left) || hasStray(right);
    }
    case 'not':
      return hasStray(bound.of);
    default:
      return false;
  }
}

/** Attributes that may differ between the codings of a case. */
const OF_ONE: ReadonlySet<string> = new Set(['coder', 'speaker', 'role', 'source']);

function asksOne(bound: Bound): boolean {
  switch (bound.kind) {
    case 'condition':
      return bound.test.kind === 'words' || OF_ONE.has(bound.test.name);
    case 'not':
      return asksOne(bound.of);
    case 'and':
    case 'or':
      return asksOne(bound.left) || asksOne(bound.right);
    default:
      return false;
  }
}

function isOfSeveral(bound: Bound): boolean {
  switch (bound.kind) {
    case 'and':
      return !isCondition(bound.left) && !isCondition(bound.right)
        ? true
        : isOfSeveral(isCondition(bound.left) ? bound.right : bound.left);
    case 'not':
      return !isCondition(bound.of);
    case 'or':
      return isOfSeveral(bound.left) || isOfSeveral(bound.right);
    default:
      return false;
  }
}
