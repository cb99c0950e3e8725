import { describe, expect, it } from '@jest/globals';
import type { CodedSource } from '../../../../src/measure/coded-source.js';
import { observedCases } from '../../../../src/measure/qca/observed-cases.js';
import { bindQuery } from '../../../../src/measure/query/bind.js';
import { addToFacts, leavesOf } from '../../../../src/measure/query/case-facts.js';
import { type SourceValues, addToCaseValues } from '../../../../src/measure/query/case-values.js';
import { parseQuery } from '../../../../src/measure/query/parse.js';
import { addToEvidence, createEvidence, mergeEvidence } from '../../../../src/measure/theory/evidence.js';
import type { Truth } from '../../../../src/measure/truth.js';
import { codebookOf, sourceOf } from '../build.js';

const codebook = codebookOf([['trust']]);

/** Posts that people.csv has of speakers; nobody gave one of the interviewer. */
function spoken(source: string, posts: Readonly<Record<string, string>>): CodedSource {
  return sourceOf(source, {
    case: 'A1',
    said: [
      { speaker: 'Interviewer', role: 'interviewer', text: 'And then?' },
      ...Object.keys(posts).map((speaker) => ({ speaker, text: '我们去看医生。' })),
    ],
    personal: new Set(['post']),
    turnAttribute: ({ speaker }, name) => (name === 'post' ? posts[speaker ?? ''] : undefined) || undefined,
  });
}

/** A source without speech: an empty file. */
const silent = sourceOf('0.txt', { case: 'A1', said: [] });

const ASKED = 'post = doctor';

function inTheory(text: string, sources: readonly CodedSource[]): Truth {
  const bound = bindQuery(parseQuery(`case has (${text})`).value!, text, codebook).value!.cases[0]!;
  const options = { facts: [bound], judged: [], byStance: false, unit: 'turn', limit: 0 } as const;
  const whole = createEvidence(codebook, options);
  for (const source of sources) {
    const own = createEvidence(codebook, options);
    addToEvidence(own, source);
    mergeEvidence(whole, own);
  }
  return whole.cases.get('A1')!.attributes[0]!;
}

function inQca(text: string, sources: readonly CodedSource[]): Truth {
  const expression = bindQuery(parseQuery(`case has (${text})`).value!, text, codebook).value!.cases[0]!;
  const leaves = leavesOf(expression);
  const tally: { leaves: typeof leaves; sources: SourceValues[] } = { leaves, sources: [] };
  for (const source of sources) {
    const caseFacts = new Map<string, Uint8Array>();
    addToFacts(caseFacts, leaves, source, { unit: 'turn', found: () => [], inMemo: () => false, holds: () => false });
    addToCaseValues(tally, { ...source, caseFacts });
  }
  return observedCases([{ name: 'C', text, expression }], tally.sources, [])[0]!.values[0]!;
}

describe('an attribute of the persons of a case', () => {
  it.each<[string, readonly CodedSource[], Truth]>([
    ['holds where one has it', [spoken('1.txt', { Ann: 'nurse', 梁生: 'doctor' })], 1],
    ['does not where the others have another, whoever else speaks', [spoken('1.txt', { Ann: 'nurse' })], 0],
    [
      'is known of the case where one source has it',
      [spoken('1.txt', { Ann: 'nurse' }), spoken('2.txt', { 李: '' })],
      0,
    ],
    ['holds where another source has it', [spoken('1.txt', { 李: '' }), spoken('2.txt', { 梁生: 'doctor' })], 1],
    ['is unknown where nobody gave it', [spoken('1.txt', { Ann: '', 李: '' })], null],
    ['is unknown where nobody speaks', [silent], null],
    ['is what speech says of it beside a file without any', [silent, spoken('1.txt', { Ann: 'nurse' })], 0],
  ])('%s, in a theory as in qca', (_, sources, value) => {
    expect(inTheory(ASKED, sources)).toBe(value);
    expect(inQca(ASKED, sources)).toBe(value);
  });
});
