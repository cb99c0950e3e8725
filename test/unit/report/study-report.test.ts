import { describe, expect, it } from '@jest/globals';
import { jaccard } from '../../../src/measure/association/jaccard.js';
import { caveatsOf, scriptCaveat, NO_INCIDENTS, NO_SCRIPTS } from '../../../src/report/caveats.js';
import { reportFiles } from '../../../src/report/folder.js';
import { renderMarkdown } from '../../../src/report/markdown.js';
import type { Table } from '../../../src/report/model.js';
import { plain } from '../../../src/report/style.js';
import type { StudyReportInput } from '../../../src/report/study-report.js';
import { studyReport } from '../../../src/report/study-report.js';
import { renderTerminal } from '../../../src/report/terminal.js';
import { basis, codebook, cooccurrence, frequency, glances, quotation, rolledUp } from './samples.js';

const input: StudyReportInput = {
  title: 'Procurement in Linjiang',
  codebook,
  basis,
  naming: { by: 'agency', groupBy: 'type' },
  glances,
  frequency,
  rolledUp,
  cooccurrence,
  association: jaccard,
  quotations: [quotation],
  selection: 'At most 3 a code, from as many cases as can be.',
  incidents: NO_INCIDENTS,
  manifest: {
    version: '0.1.0',
    command: 'qcode report',
    options: { unit: 'paragraph' },
    inputs: [{ path: 'codebook.yaml', sha256: 'ab'.repeat(32) }],
  },
};
const report = studyReport(input);
const text = renderTerminal(report, { width: 80, style: plain });

describe('the report of a study', () => {
  it('has the size of the study with every case by name, codebook, matrices, quotations, gaps and a manifest', () => {
    expect(report.sections.map(({ heading }) => heading)).toEqual([
      'The study at a glance',
      'The codebook in use',
      'Code frequency by agency',
      'Co-occurrence of codes',
      'Example quotations',
      'Codes never applied, and sources with no code',
    ]);
    for (const { attributes } of glances) expect(text).toContain(attributes['agency']!);
    expect(text).toContain('abababababab  codebook.yaml');
  });

  it('says of every table what it counts, over which set, and what was left out', () => {
    const tables = report.sections.flatMap(({ blocks }) =>
      blocks.filter((block): block is Table => block.kind === 'table'),
    );
    for (const { name, notes } of [...tables, ...(report.attachments ?? [])].filter(
      (table) => table.name !== 'codebook',
    )) {
      expect([name, notes.join(' ')]).toEqual([name, expect.stringContaining('Analysis set: keyword hits')]);
      expect(notes.join(' ')).toContain('turns of interviewers left out');
    }
  });

  it('states the rule by which quotations were chosen', () => {
    expect(text).toContain('At most 3 a code, from as many cases as can be.');
  });

  it('gives cases of the first group that hold a code, k of n, in the printed table only', () => {
    const table = report.sections[2]!.blocks[0] as Table;
    const at = table.columns.findIndex(({ key }) => key === 'cases');
    expect(table.columns[at]).toMatchObject({ label: 'cases', group: 'provider' });
    expect(table.rows.map(({ cells }) => cells[at]!.label)).toEqual(['2 of 2', '2 of 2', '2 of 2', undefined]);
    const frequencyFile = reportFiles(report, { bom: false, raw: false }).find(({ name }) => name === 'frequency.csv')!;
    expect(frequencyFile.content.split('\n')[0]).toBe('code,Heli 和里,Tongzhou 同舟,total,民政局');
  });

  it('lists codes that nobody applied, and whether anybody looked', () => {
    const [, codes, , sources] = report.sections[5]!.blocks;
    expect(codes).toMatchObject({ items: ['Dependent to survive (logic): nobody looked for it'] });
    expect(sources).toMatchObject({ items: ['D1-1.txt'] });
  });

  it('leaves a source of which nothing passes the filters out of the size of the study and of its gaps', () => {
    const silenced = {
      ...glances[2]!,
      source: 'D2-1.txt',
      counted: false,
      turns: 0,
      words: 0,
      characters: 0,
      speakers: [],
    };
    const made = studyReport({ ...input, glances: [...glances, silenced] });
    expect(renderTerminal(made, { width: 80, style: plain })).toBe(text);
    expect(JSON.stringify(made.attachments)).not.toContain('D2-1.txt');
  });

  it('does not rank pairs that only the codebook joins', () => {
    const pairs = report.sections[3]!.blocks[1] as Table;
    expect(pairs.rows.map(({ cells }) => [cells[0]!.value, cells[1]!.value, cells[7]!.value])).toEqual([
      ['delivery', 'choice', 2 / (5 + 4 - 2)],
    ]);
  });

  it('makes one CSV for each table, whole', () => {
    expect(reportFiles(report, { bom: false, raw: false }).map(({ name }) => name)).toEqual([
      'cases.csv',
      'codebook.csv',
      'frequency.csv',
      'cooccurrence.csv',
      'cooccurrence-pairs.csv',
      'quotations.csv',
      'frequency-rollup.csv',
      'frequency-long.csv',
      'sources.csv',
      'manifest.json',
    ]);
  });
});

describe('the case of a quotation', () => {
  const cited = (names: Readonly<Record<string, string>>): string =>
    renderMarkdown(
      studyReport({ ...input, caseNames: new Map(Object.entries(names)), quotations: [{ ...quotation, case: 'A1' }] }),
    );

  it('is cited by its name, or by its id where it has none', () => {
    expect(cited({ A1: 'Heli 和里' })).toContain('— 罗总, Heli 和里 (A1-1.txt');
    expect(cited({ A2: 'Tongzhou 同舟' })).toContain('— 罗总, A1 (A1-1.txt');
  });
});

describe('caveats', () => {
  it('name rules that ran away, codings without a place, sources not read and turns without consent', () => {
    const incidents = {
      unread: [{ source: 'X.txt', reason: 'not UTF-8 at byte 7' }],
      runaways: [{ code: 'amount', rule: '/(a+)+b/' }],
      unplaced: [{ source: 'A1-1.txt', coder: 'ann', codings: 3, fuzzy: 2, ambiguous: 0, lost: 1 }],
      moved: [{ source: 'A1-1.txt', coder: 'ben', codings: 3 }],
      silentTurns: 2,
    };
    expect(caveatsOf(incidents, [], NO_SCRIPTS)).toEqual([
      'Not read, and in no figure: X.txt (not UTF-8 at byte 7).',
      'The rule /(a+)+b/ of amount ran out of time and was left out for every source.',
      '3 codings of ann in A1-1.txt found no sure place in the corrected text and are in no figure (2 with other words, 1 with none); qcode reanchor shows them.',
      '3 codings of ben in A1-1.txt count where the quotation now stands: the text was corrected after coding.',
      '2 turns without consent are in no figure.',
    ]);
  });

  it('warn of rates across languages, and only then', () => {
    expect(scriptCaveat(frequency.scripts)).toEqual([
      'Mixed languages: 2 sources mostly of Han characters, each counted as a word, and 1 of spaced words. Rates per words or characters must not be compared between them, and pooled rates mix them.',
    ]);
    expect(scriptCaveat({ han: 0, spaced: 2 })).toEqual([]);
    expect(scriptCaveat(NO_SCRIPTS)).toEqual([]);
  });
});
