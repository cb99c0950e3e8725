import { describe, expect, it } from '@jest/globals';
import { readCases } from '../../../src/store/cases.js';
import { NO_CASES } from '../../../src/store/cases.js';
import { caseOf } from '../../../src/store/case-of.js';
import { DEFAULTS } from '../../../src/store/settings.js';
import type { Source } from '../../../src/store/sources.js';
import type { Study } from '../../../src/store/study.js';
import { parseTable } from '../../../src/store/table.js';

const study = (csv: string | null) =>
  ({
    settings: DEFAULTS,
    cases: csv === null ? NO_CASES : readCases(parseTable(csv, 'cases.csv').value!).value,
  }) as unknown as Study;
const source = (id: string, folder: string | null = null) => ({ id, folder }) as Source;

describe('the case of a source', () => {
  it('is that of its header, before all else', () => {
    const byCase = study('case,agency,founded\nA1,Hope,2009\n');
    expect(caseOf(byCase, source('x/a.txt', 'x'), { case: 'A1', date: '2019' })).toEqual({
      case: 'A1',
      attributes: { agency: 'Hope', founded: '2009', date: '2019' },
    });
  });

  it('is the case attribute of its header', () => {
    expect(caseOf(study(null), source('a.txt'), { agency: 'Hope' })).toEqual({
      case: 'Hope',
      attributes: { agency: 'Hope' },
    });
  });

  it('is named better by cases.csv than by the header that refers to it', () => {
    const byCase = study('case,agency\nHope,Hope Centre\n');
    expect(caseOf(byCase, source('a.txt'), { agency: 'Hope' })).toEqual({
      case: 'Hope',
      attributes: { agency: 'Hope Centre' },
    });
  });

  it('is that of its row where the table is keyed by source', () => {
    const bySource = study('source,case,agency\na.txt,A1,Hope\n');
    expect(caseOf(bySource, source('a.txt'), {})).toEqual({ case: 'A1', attributes: { agency: 'Hope' } });
    const withoutCase = study('source,agency\na.txt,Hope\n');
    expect(caseOf(withoutCase, source('a.txt'), {})).toEqual({ case: 'Hope', attributes: { agency: 'Hope' } });
  });

  it('is its first sub-folder, else the source itself', () => {
    expect(caseOf(study(null), source('A1/b/c.txt', 'A1'), {}).case).toBe('A1');
    expect(caseOf(study(null), source('c.txt'), {}).case).toBe('c.txt');
  });

  it('is one case however its accents are stored, in its header and in the table', () => {
    const [composed, decomposed] = ['Caf\u00e9', 'Cafe\u0301'];
    const expected = { case: composed, attributes: { agency: 'R\u00e9gie' } };
    for (const header of [composed, decomposed]) {
      for (const cell of [composed, decomposed]) {
        expect(caseOf(study(`case,agency\n${cell},Re\u0301gie\n`), source('a.txt'), { case: header })).toEqual(
          expected,
        );
      }
    }
  });

  it('is its own agency where no table names one', () => {
    expect(caseOf(study('case,agency\nA1,\n'), source('x', 'A1'), {}).attributes).toEqual({ agency: 'A1' });
  });
});
