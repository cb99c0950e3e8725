import { describe, expect, it } from '@jest/globals';
import { frameOf } from '../../../src/tui/view/frame-of.js';
import { plainRows } from '../../../src/tui/view/paint.js';
import { Coder, open } from './shell.js';
import { CODES, TEXT } from './study.js';

describe('the source in the first line', () => {
  const first = (columns: number, ...ids: string[]): string => {
    const [source, ...sources] = ids.map((id) => open(id, TEXT));
    const { state } = Coder.begin({ source: source!, codes: CODES, coder: 'chan-tai-man' }, { sources });
    return plainRows(frameOf({ ...state, size: { columns, rows: 24 } }))[0]!;
  };

  const widths = Array.from({ length: 60 }, (_, i) => 60 + i);
  const named = (columns: number, ...ids: string[]): string =>
    first(columns, ...ids)
      .trim()
      .split(' ')[0]!;

  it('leaves out the folder that all sources lie in before anything else of it', () => {
    const names = widths.map((columns) => named(columns, 'transcripts/A3-1.txt', 'transcripts/A3-2.txt'));
    expect([...new Set(names)].sort()).toEqual(['A3-1.txt', 'transcripts/A3-1.txt']);
  });

  it('keeps folders that tell sources apart', () => {
    const names = widths.map((columns) => named(columns, 'transcripts/north/A3.txt', 'transcripts/south/A3.txt'));
    expect([...new Set(names)].sort()).toEqual(['north/A3.txt', 'transcripts/north/A3.txt']);
    const apart = widths.map((columns) => named(columns, 'transcripts-1/A3.txt', 'transcripts-2/A3.txt'));
    for (const each of apart) expect(each).toMatch(/^tran.*1\/A3\.txt$/u);
  });
});
