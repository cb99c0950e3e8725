import { describe, expect, it } from '@jest/globals';
import { boundOf, shortfalls } from '../../../src/cli/fail-under.js';
import { agreementOf } from '../../../src/index.js';

const segment = (code: string) => ({ start: 0, end: 4, code });
/** Three coders alike on two units and in their segments; or unlike throughout. */
const of = (sets: string[][]) =>
  agreementOf(
    {
      coders: ['ann', 'bo', 'cy'],
      codes: ['x', 'y'],
      mayBeEmpty: false,
      sources: [
        {
          source: 's',
          units: ['x', 'y'].map((code, i) => ({ sets: sets.map((own) => [own[i] ?? code]), asked: null })),
          text: {
            stretches: [{ length: 9, seen: [true, true, true], asked: null }],
            segments: sets.map((own) => [segment(own[0]!)]),
          },
        },
      ],
    },
    null,
  );
const ALIKE = of([
  ['x', 'y'],
  ['x', 'y'],
  ['x', 'y'],
]);
const UNLIKE = of([
  ['x', 'x'],
  ['y', 'y'],
  ['x', 'y'],
]);
const below = (agreement: ReturnType<typeof of>, ...bounds: string[]): string[] =>
  shortfalls(agreement, bounds.map(boundOf));

describe('a bound', () => {
  it.each(['alpha', 'alpha:', ':0.5', 'alpha:high', 'alpha:0,5', 'Alpha:0.5'])('is not written %j', (written) => {
    expect(() => boundOf(written)).toThrow('--fail-under wants measure:bound');
  });

  it.each(['alpha:1.5', 'alpha:-1.5', 'percent:-0.1', 'percent:2', 'holsti:-0.5', 'f1-exact:1.1', 'pooled-kappa:-2'])(
    'that always or never holds is refused: %s',
    (bound) => expect(() => below(ALIKE, bound)).toThrow(`the bound of --fail-under ${bound} always or never holds`),
  );

  it('may be below 0 of what is corrected for chance', () => {
    expect(
      below(ALIKE, 'alpha:-1', 'cohen:-0.5'.replace('cohen', 'fleiss'), 'u-alpha:1', 'percent:0', 'holsti:1'),
    ).toEqual([]);
  });

  it('of a spread is refused: coders who agree have none', () => {
    expect(ALIKE.figures.find(({ id }) => id === 'f1-exact-sd')!.result.value).toBe(0);
    expect(() => below(ALIKE, 'f1-exact-sd:0.5')).toThrow('f1-exact-sd is no agreement but a spread');
  });

  it('of a measure that there is not is refused, with those that there are', () => {
    try {
      below(ALIKE, 'kohen:0.5');
      expect('refused').toBe(true);
    } catch (error) {
      expect(String(error)).toContain('"kohen" is no measure of these coders');
      expect((error as { remedy: string }).remedy).toContain('There are percent, alpha, ');
      expect((error as { remedy: string }).remedy).not.toContain('-sd');
    }
  });
});

describe('a shortfall', () => {
  it('names the measure, its value and the bound', () => {
    expect(below(UNLIKE, 'percent:0.5', 'percent:0.3')).toEqual([
      'percent (Percent agreement) is 0.3333, below the bound 0.5',
    ]);
  });

  it('has as many decimals as tell the value from the bound', () => {
    // (1 + 1/3) / 2
    const most = of([
      ['x', 'y'],
      ['x', 'y'],
      ['x', 'x'],
    ]);
    expect(below(most, 'percent:0.66667')).toEqual([
      'percent (Percent agreement) is 0.666667, below the bound 0.66667',
    ]);
  });

  it('is there where the measure is undefined', () => {
    const same = of([
      ['x', 'x'],
      ['x', 'x'],
      ['x', 'x'],
    ]);
    expect(below(same, 'alpha:-1')).toEqual([
      "alpha (Krippendorff's α) is undefined (no variation), and so not at least -1",
    ]);
  });
});
