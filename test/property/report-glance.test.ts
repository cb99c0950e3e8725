import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CodedSource, attributeOf } from '../../src/measure/coded-source.js';
import { finishFrequency } from '../../src/measure/frequency-finish.js';
import { addToFrequency, createFrequency, mergeFrequency } from '../../src/measure/frequency.js';
import { type SourceGlance, glanceOf } from '../../src/measure/glance.js';
import { glanceSection } from '../../src/report/glance-section.js';
import type { Basis } from '../../src/report/basis.js';
import type { Table } from '../../src/report/model.js';
import { labelKey } from '../../src/text/speaker.js';
import { codebookOf } from '../unit/measure/build.js';
import { TREE, anyStudy } from '../unit/measure/generate.js';

const codebook = codebookOf(TREE);
const anyColumns = fc.record({
  by: fc.constantFrom('case', 'source', 'role', 'speaker', 'type', 'field'),
  groupBy: fc.constantFrom(null, 'type'),
});
const BASIS: Basis = { set: { kind: 'all' }, filters: [], sources: 0, cases: 0 };

/** The table of cases of a report, and the frequency table that stands below it. */
function glanced(
  sources: readonly CodedSource[],
  columns: { readonly by: string; readonly groupBy: string | null },
  cut = 0,
) {
  const options = { ...columns, rollup: false, needs: { words: true } };
  const [tally, rest] = [sources.slice(cut), sources.slice(0, cut)].map((part) => {
    const made = createFrequency(codebook, options);
    for (const source of part) addToFrequency(made, source);
    return made;
  });
  mergeFrequency(tally!, rest!);
  const frequency = finishFrequency(tally!, codebook, ['provider']);
  const glances = sources.map(glanceOf).filter(({ counted }) => counted);
  const table = glanceSection(glances, frequency, columns, BASIS).blocks[1] as Table;
  return { frequency, glances, table };
}

const at = (table: Table, key: string): number => table.columns.findIndex((column) => column.key === key);

describe('the study at a glance', () => {
  it('has a row for each column of the frequency table, in its order, with its figures', () => {
    fc.assert(
      fc.property(anyStudy, anyColumns, (sources, columns) => {
        const { frequency, table } = glanced(sources, columns);
        expect(table.rows.map(({ cells }) => cells[0]!.value)).toEqual(frequency.columns.map(({ key }) => key));
        for (const name of ['sources', 'words', 'characters'] as const) {
          expect(table.rows.map(({ cells }) => cells[at(table, name)]!.value)).toEqual(
            frequency.columns.map(({ base }) => base[name]),
          );
        }
        expect(table.rows.map(({ cells }) => cells[at(table, 'codings')]!.value)).toEqual(
          frequency.columns.map(({ figures }) =>
            figures.segments.reduce<number>((sum, figure) => sum + (figure ?? 0), 0),
          ),
        );
      }),
      { seed: 21, numRuns: 200 },
    );
  });

  it('has rows that sum to the headline', () => {
    fc.assert(
      fc.property(anyStudy, anyColumns, fc.nat(4), (sources, columns, cut) => {
        const { table, glances } = glanced(sources, columns, cut);
        for (const name of ['turns', 'words', 'characters', 'codings'] as const) {
          const whole = glances.reduce((sum: number, glance: SourceGlance) => sum + glance[name], 0);
          expect(table.rows.reduce((sum, { cells }) => sum + Number(cells[at(table, name)]!.value), 0)).toBe(whole);
        }
      }),
      { seed: 22, numRuns: 200 },
    );
  });

  it('tells speakers apart by label and source, each once a column', () => {
    fc.assert(
      fc.property(anyStudy, anyColumns, fc.nat(4), (sources, { by }, cut) => {
        const { table } = glanced(sources, { by, groupBy: null }, cut);
        const keyOf = (value: string): string => (by === 'speaker' ? labelKey(value) : value);
        const heard = new Map<string, Set<string>>();
        for (const source of sources) {
          for (const turn of source.transcript.turns.filter(source.included)) {
            const column = keyOf(attributeOf(source, turn, by));
            heard.set(
              column,
              (heard.get(column) ?? new Set()).add(`${source.transcript.source} ${labelKey(turn.speaker!)}`),
            );
          }
        }
        for (const { cells } of table.rows)
          expect(cells[at(table, 'speakers')]!.value).toBe(heard.get(keyOf(String(cells[0]!.value)))?.size ?? 0);
      }),
      { seed: 23, numRuns: 200 },
    );
  });
});
