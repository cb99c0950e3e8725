import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Span } from '../../src/core/span.js';
import { stands } from '../../src/measure/query/relation.js';
import { OPERATORS, type Operator } from '../../src/measure/query/syntax.js';
import { blocksOf, codeSpans, documentOf, rowsOf } from './docs-blocks.js';
import { methodsStudy } from './methods-study.js';
import { qcode, removeFolders } from './run.js';

const methods = documentOf('METHODS.md');

let study = '';
beforeAll(() => {
  study = methodsStudy();
});
afterAll(removeFolders);

describe('pictures of operators in METHODS', () => {
  const block = blocksOf(methods).find(({ content }) => content.startsWith('A equals B'))!;
  const drawn = (line: string): Span => {
    const picture = /[-#]{4,}/.exec(line.slice(19))![0];
    return { start: picture.indexOf('#'), end: picture.lastIndexOf('#') + 1 };
  };
  const lines = block.content.trimEnd().split('\n');
  const pictures = lines.flatMap((line, i): [Operator, Span, Span][] => {
    const operator = /^A ([a-z-]+) B/.exec(line)?.[1];
    return operator === undefined ? [] : [[operator as Operator, drawn(line), drawn(lines[i + 1]!)]];
  });

  it('are there for all that compare two segments', () => {
    expect(pictures.map(([operator]) => operator)).toEqual(OPERATORS.slice(0, 7));
  });

  it.each(pictures)('%s', (operator, a, b) => {
    expect(OPERATORS.slice(0, 7).filter((one) => stands(one, a, b))).toEqual([operator]);
  });
});

describe('queries of METHODS', () => {
  it.each(
    rowsOf(methods, 'query').map(([query, codings]): [string, number] => [codeSpans(query!)[0]!, Number(codings)]),
  )('%s selects %d codings', (query, codings) => {
    const { stdout, stderr, code } = qcode(study, ['quotes', '--query', query, '--format', 'csv']);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(stdout.trimEnd().split('\n')).toHaveLength(codings + 1);
  });
});
