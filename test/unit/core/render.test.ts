import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Diagnostic, Place } from '../../../src/core/diagnostic.js';
import { renderDiagnostic } from '../../../src/core/render.js';
import { displayWidth } from '../../../src/core/width.js';

const diagnostic = (place?: Place, more: Partial<Diagnostic> = {}): Diagnostic => ({
  code: 'QC104',
  severity: 'error',
  message: 'duplicate code id "trust"',
  remedy: 'give one of the codes another id',
  ...(place && { place }),
  ...more,
});

const at = (excerpt: string, column: number, width = 1): string[] =>
  renderDiagnostic(diagnostic({ file: 'a.yaml', line: 7, column, excerpt, width })).split('\n');

describe('renderDiagnostic', () => {
  it('shows place, line, carets and remedy', () => {
    const place = { file: 'codebook.yaml', line: 14, column: 9, excerpt: '  - id: trust', width: 5 };
    expect(renderDiagnostic(diagnostic(place))).toBe(
      [
        'codebook.yaml:14:9: error QC104: duplicate code id "trust"',
        ' 14 |   - id: trust',
        '    |         ^^^^^',
        '  remedy: give one of the codes another id',
      ].join('\n'),
    );
  });

  it('leaves out what is not known', () => {
    const [head, remedy] = renderDiagnostic(diagnostic({ file: 'a.txt' })).split('\n');
    expect(head).toBe('a.txt: error QC104: duplicate code id "trust"');
    expect(remedy).toBe('  remedy: give one of the codes another id');
    expect(renderDiagnostic(diagnostic()).split('\n')[0]).toBe('error QC104: duplicate code id "trust"');
    expect(renderDiagnostic(diagnostic({ file: 'a.txt', line: 3 }))).toContain('a.txt:3: error');
  });

  it('says how severe it is', () => {
    expect(renderDiagnostic(diagnostic(undefined, { severity: 'warning' }))).toContain('warning QC104: ');
  });

  it('aligns carets below characters two columns wide', () => {
    expect(at('- 资金, 关系*', 7, 2)[2]).toBe(`   | ${' '.repeat(8)}^^^^`);
  });

  it('passes over combining marks', () => {
    expect(at('cafe\u0301: x', 8)[2]).toBe(`   | ${' '.repeat(6)}^`);
  });

  it('keeps tabs, so that the terminal puts both lines at the same stops', () => {
    expect(at('\tname:\tx', 8)[2]).toBe('   | \t     \t^');
  });

  it('puts one caret past the end of the line', () => {
    expect(at('ab', 3)[2]).toBe('   |   ^');
    expect(at('', 1)[2]).toBe('   | ^');
    expect(at('ab', 99, 4)[2]).toBe('   |   ^');
  });

  it('clips a long line round the carets', () => {
    const [, line, carets] = at(`${'资'.repeat(500)}X${'b'.repeat(500)}`, 501);
    expect(line).toMatch(/^ 7 \| …资+Xb+…$/u);
    expect(displayWidth(line!)).toBeLessThanOrEqual(105);
    expect(displayWidth(line!.slice(0, line!.indexOf('X')))).toBe(carets!.indexOf('^'));
  });

  it('lets no control character of a file reach the terminal', () => {
    const text = renderDiagnostic(
      diagnostic(
        { file: 'a\u001b[31m.yaml', line: 1, column: 1, excerpt: 'x\u001b[2J\u202e\u009b' },
        { message: 'a\nb\u0007', remedy: 'c\rd' },
      ),
    );
    expect(text).toBe('a␛[31m.yaml:1:1: error QC104: a␊b␇\n 1 | x␛[2J\ufffd\ufffd\n   | ^\n  remedy: c␍d');
  });

  it('has its carets within the excerpt, whatever the line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.nat(320), fc.nat(320), (excerpt, column, width) => {
        const [, line, carets] = at(excerpt.replace(/[\n\t]/gu, ' '), column + 1, width + 1);
        const caretsEnd = Array.from(carets!).length;
        expect(carets).toMatch(/^ +\| *\^+$/u);
        expect(caretsEnd).toBeLessThanOrEqual(Math.max(displayWidth(line!) + 1, 6));
        expect(displayWidth(line!)).toBeLessThanOrEqual(105);
      }),
      { seed: 20, numRuns: 500 },
    );
  });
});
