import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { type CodedSpan, exactF1 } from '../../src/index.js';
import { describeCorpus, filesOf } from './corpus.js';

const CODERS = ['Lisa', 'Maria', 'Max', 'Peter'];

/** The segments of one coder's annotation file: `T1 <tab> ORG 0 3 <tab> EFE`. */
function segmentsOf(file: string): CodedSpan[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('T'))
    .map((line) => {
      const [code = '', start, end] = line.split('\t')[1]!.split(' ');
      return { code, start: Number(start), end: Number(end) };
    });
}

/** Mean and standard deviation of F1 over the pairs of coders, as the report prints them. */
function overPairs(segments: readonly (readonly CodedSpan[])[]): string[] {
  const values = segments.flatMap((one, i) => segments.slice(i + 1).map((other) => exactF1(one, other).value!));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return [mean.toFixed(3), Math.sqrt(variance).toFixed(3)];
}

describeCorpus('es-brat', (folder) => {
  const documents = filesOf(path.join(folder, CODERS[0]!), '.ann');
  const published = readFileSync(path.join(folder, 'published-agreement.md'), 'utf8');
  const rows = [...published.matchAll(/^\| (\S+) +\| +([\d.]+) \| +([\d.]+) \|$/gm)].map(([, name, mean, sd]) => [
    name!,
    mean!,
    sd!,
  ]);
  const read = (coder: string, document: string): CodedSpan[] => segmentsOf(path.join(folder, coder, document));
  /** All documents end to end. */
  const whole = CODERS.map((coder) =>
    documents.flatMap((document, i) =>
      read(coder, document).map(({ code, start, end }) => ({ code, start: start + i * 1e6, end: end + i * 1e6 })),
    ),
  );

  it('has the F1 of coders that was published, document by document and code by code', () => {
    expect(rows).toHaveLength(11);
    const computed = rows.map(([name]) => {
      const segments = documents.includes(name!)
        ? CODERS.map((coder) => read(coder, name!))
        : whole.map((own) => own.filter(({ code }) => code === name));
      return [name, ...overPairs(segments)];
    });
    expect(computed).toEqual(rows);
  });

  it('and the one over all', () => {
    const [mean, sd] = overPairs(whole);
    expect(published).toContain(`Mean F1: ${mean}, SD F1: ${sd}`);
  });
});
