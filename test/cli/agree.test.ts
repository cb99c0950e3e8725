import { afterAll, describe, expect, it } from '@jest/globals';
import { rowsOf, valuesOf } from './agreement-rows.js';
import { BOTH, YAML, comparedStudy, snapshotsOf } from './compared-study.js';
import { qcode, removeFolders } from './run.js';

afterAll(removeFolders);

const fails = (folder: string, ...words: string[]) => {
  const { stdout, stderr, code } = qcode(folder, ['agree', ...words]);
  expect(stdout).toBe('');
  return { stderr, code };
};

describe('agree, from logs', () => {
  it('compares sets of codes on the units that both saw', () => {
    const found = valuesOf(comparedStudy(BOTH));
    // Five answers: alike are 钱, 信任, Trust (nobody coded it); different 没有了, and Money with fear or without.
    expect(found).toMatchObject({ units: '5', 'units-empty': '1', 'applications:ann': '4', 'applications:bo': '4' });
    expect(Number(found['percent'])).toBeCloseTo(3 / 5);
    // Three codes both applied, four each.
    expect(Number(found['holsti'])).toBeCloseTo(6 / 8);
    // Segments alike: 钱不够, 信任有; of 4 and 4.
    expect(Number(found['f1-exact'])).toBeCloseTo(4 / 8);
    expect(Number(found['f1-partial'])).toBeCloseTo(6 / 8);
  });

  it('and each code with its 2×2', () => {
    const rows = rowsOf(comparedStudy(BOTH), '--by', 'code');
    const of = { first: 'ann', second: 'bo', units: '5', neither: '3' };
    const counts = { both: '2', only_first: '0', only_second: '0', prevalence: '0.4' };
    expect(rows.get('money')).toMatchObject({ ...of, ...counts });
    expect(rows.get('fear')).toMatchObject({ ...of, both: '0', only_first: '1', only_second: '1', prevalence: '0.2' });
    // κ of fear: (3/5 − 17/25) / (1 − 17/25).
    expect(Number(rows.get('fear')!.cohen)).toBeCloseTo((0.6 - 0.68) / 0.32);
  });

  it('lists the disagreements with both codings and the text', () => {
    const { stdout } = qcode(comparedStudy(BOTH), ['agree', '--disagreements', '--format', 'csv']);
    expect(stdout).toBe(
      'source,line,start,end,speaker,codes:ann,codes:bo,differing,not_known,decision,text\n' +
        'transcripts/a.txt,6,40,44,答,(none),fear,fear,,,没有了。\n' +
        'transcripts/b.txt,2,32,58,Respondent,money; fear,money,fear,,,Money is late. We fear it.\n',
    );
  });

  it('withholds the words of who may not be quoted', () => {
    const folder = comparedStudy(BOTH, { 'people.csv': 'source,speaker,consent\ntranscripts/a.txt,答,count\n' });
    const { stdout } = qcode(folder, ['agree', '--disagreements', '--format', 'csv']);
    expect(stdout).toContain(',[withheld: no consent to quote]\n');
    expect(stdout).not.toContain('没有了');
  });

  it('says who used which code where the other used which', () => {
    const { stdout } = qcode(comparedStudy(BOTH), ['agree', '--confusion', '--format', 'csv']);
    expect(stdout).toBe(
      'rows:ann columns:bo,money,trust,fear,(none)\nmoney,2,0,0,0\ntrust,0,1,0,0\nfear,0,0,0,1\n(none),0,0,1,1\n',
    );
  });

  it('has Chinese and English in one table, and names unit, coders, blindness and why there are no intervals', () => {
    const { stdout } = qcode(comparedStudy(BOTH), ['agree', '--seed', '7']);
    expect(stdout).toContain('Measures of agreement, of ann and bo: 5 turns, 2 sources');
    expect(stdout).toContain('Compared: turns that two coders saw blind');
    expect(stdout).toContain('No intervals: they draw whole sources, at least 5, and there are 2.');
    expect(stdout).toContain('turns of interviewers left out');
    expect(qcode(comparedStudy(BOTH), ['agree', '--seed', '7']).stdout).toBe(stdout);
  });

  it('leaves out what one of them did not see, and what was not seen blind', () => {
    const { a } = BOTH.bo;
    const open = comparedStudy({ ...BOTH, bo: { a: { ...a, seen: [1, 3] }, b: { ...BOTH.bo.b, open: true } } });
    expect(valuesOf(open)).toMatchObject({ units: '2' });
    expect(valuesOf(open, '--not-blind')).toMatchObject({ units: '4' });
    expect(qcode(open, ['agree']).stdout.replace(/\s+/g, ' ')).toContain(
      'Left out of sources in which two coded: 1 turn that fewer than two saw, 2 turns that fewer than two saw blind.',
    );
  });

  it('counts a code only where the codebook of both had it', () => {
    const early = 'codes:\n  - id: money\n  - id: trust\n';
    const snapshot = comparedStudy(
      { ...BOTH, bo: { a: { seen: [1, 3, 5], codebook: early, codes: [['信任有', 'trust']] }, b: BOTH.bo.b } },
      snapshotsOf(early, YAML),
    );
    const rows = rowsOf(snapshot, '--by', 'code');
    expect(rows.get('money')!.units).toBe('5');
    expect(rows.get('fear')!.units).toBe('2');
  });

  it('takes what was stored before adjudication', () => {
    const later = comparedStudy({
      ...BOTH,
      bo: { a: BOTH.bo.a, b: [BOTH.bo.b, { codes: [['We fear it.', 'fear']], at: '2026-05-01T09:00:00Z' }] },
      adjudicated: { b: { seen: [1], codes: [['We fear it.', 'fear']], at: '2026-04-01T09:00:00Z' } },
    });
    expect(valuesOf(later)['percent']).toBe('0.6');
    expect(valuesOf(later, '--after-adjudication')['percent']).toBe('0.8');
  });

  it('by round, as assignments.csv says', () => {
    const rounds = comparedStudy(BOTH, {
      'assignments.csv': ASSIGNED,
    });
    expect(valuesOf(rounds, '--round', '2')).toMatchObject({ units: '2', percent: '0.5' });
    const rows = rowsOf(rounds, '--by', 'round');
    expect(rows.get('1')).toMatchObject({ units: '3', empty: '0', percent: String(2 / 3) });
    expect(rows.get('2')).toMatchObject({ units: '2', empty: '1', percent: '0.5' });
  });

  it('by round, of the codes that are named', () => {
    const folder = comparedStudy(BOTH, { 'assignments.csv': ASSIGNED });
    for (const code of ['money', 'fear']) {
      const rows = rowsOf(folder, '--by', 'round', '--code', code);
      for (const round of ['1', '2']) {
        const alone = valuesOf(folder, '--round', round, '--code', code);
        const { units, percent, holsti } = alone;
        expect(rows.get(round)).toMatchObject({ units, empty: alone['units-empty'], percent, holsti });
      }
    }
  });

  it('a coder counts in a round only with the sources assigned in it', () => {
    const cy = { a: { seen: [1, 3, 5] }, b: { seen: [1, 3] } };
    const more = { 'assignments.csv': `${ASSIGNED}cy,transcripts/b.txt,3,yes,1\n` };
    const folder = comparedStudy({ ...BOTH, cy }, more);
    const rows = rowsOf(folder, '--by', 'round');
    // As of ann and bo alone; of round 3 there is cy alone.
    expect([...rows.values()]).toMatchObject([
      { round: '1', units: '3', empty: '0', percent: String(2 / 3) },
      { round: '2', units: '2', empty: '1', percent: '0.5' },
      { round: '3', units: '0', empty: '0', percent: '' },
    ]);
    expect(valuesOf(folder, '--round', '1')).toEqual(valuesOf(folder, 'ann', 'bo', '--round', '1'));
    expect(fails(folder, '--round', '3').stderr).toMatch(
      /QC451: no source was coded by two of ann, bo, cy in round 3[\s\S]*assignments.csv gives that coder the source/,
    );
  });

  it('any unit: a sentence, the source', () => {
    const folder = comparedStudy(BOTH);
    expect(valuesOf(folder, '--unit', 'sentence')).toMatchObject({ units: '6' });
    expect(valuesOf(folder, '--unit', 'source')).toMatchObject({ units: '2', percent: '0' });
  });

  it('of three coders, pair by pair', () => {
    const folder = comparedStudy({ ...BOTH, cy: BOTH.ann });
    expect(valuesOf(folder)).toMatchObject({ units: '5', 'applications:cy': '4' });
    const rows = rowsOf(folder, '--by', 'coders');
    expect([...rows].map(([pair, { percent }]) => [pair, Number(percent)])).toEqual([
      ['ann – bo', 0.6],
      ['ann – cy', 1],
      ['bo – cy', 0.6],
    ]);
    expect(valuesOf(folder, 'ann', 'cy')).toMatchObject({ percent: '1' });
  });
});

const ASSIGNED =
  'coder,source,round,blind,seed\nann,transcripts/a.txt,1,yes,1\nbo,transcripts/a.txt,1,yes,1\n' +
  'ann,transcripts/b.txt,2,yes,1\nbo,transcripts/b.txt,2,yes,1\n';

describe('what cannot be compared', () => {
  it('one coder, nobody, a coder who is not in the study', () => {
    expect(fails(comparedStudy({ ann: BOTH.ann })).stderr).toContain('agreement wants two coders; there is only ann');
    expect(fails(comparedStudy({})).stderr).toContain('agreement wants two coders; nobody has coded in this study');
    expect(fails(comparedStudy(BOTH), 'ann', 'bob')).toEqual({
      stderr: expect.stringMatching(/the study has no codings of a coder "bob"[\s\S]*There are those of bo\./),
      code: 2,
    });
    expect(fails(comparedStudy(BOTH), 'ann').stderr).toContain('there is only ann');
    expect(fails(comparedStudy(BOTH), 'ann', 'ann').stderr).toContain('a coder is named twice');
    expect(fails(comparedStudy(BOTH), 'ann', 'adjudicated').stderr).toContain('is no coder but what coders agreed on');
  });

  it('no overlap: other sources, other turns, nothing blind, nothing marked', () => {
    const apart = comparedStudy({ ann: { a: BOTH.ann.a }, bo: { b: BOTH.bo.b } });
    expect(fails(apart)).toEqual({
      stderr: expect.stringContaining('error QC451: no source was coded by two of ann, bo'),
      code: 1,
    });
    const turns = comparedStudy({ ann: { a: { seen: [1] } }, bo: { a: { seen: [3] } } });
    expect(fails(turns).stderr).toContain('no turn was seen by two of ann, bo');
    const open = comparedStudy({ ann: BOTH.ann, bo: { a: { ...BOTH.bo.a, open: true } } });
    expect(fails(open).stderr).toContain('no turn was seen blind by two of ann, bo; 3 were seen');
    expect(fails(open).stderr).toContain('--not-blind');
    const unmarked = comparedStudy({ ann: BOTH.ann, bo: { a: { codes: BOTH.bo.a.codes } } });
    expect(fails(unmarked).stderr).toContain('there are codings without a mark (sources: bo in 1)');
    expect(valuesOf(unmarked, '--whole-sources', '--not-blind')).toMatchObject({ units: '3', percent: String(2 / 3) });
  });

  it('who marked nothing as seen left no sign of having coded blind', () => {
    const unmarked = comparedStudy({
      ann: { a: { codes: BOTH.ann.a.codes } },
      bo: { a: { codes: BOTH.bo.a.codes } },
    });
    expect(fails(unmarked, '--whole-sources')).toEqual({
      stderr: expect.stringContaining('--whole-sources wants --not-blind'),
      code: 2,
    });
    expect(fails(unmarked).stderr).toContain('give --whole-sources --not-blind');
    const { stdout } = qcode(unmarked, ['agree', '--whole-sources', '--not-blind']);
    expect(stdout).toContain('Compared: turns that two coders saw, blind or not');
  });

  it('filters that leave nothing, each as it is written', () => {
    const folder = comparedStudy(BOTH);
    for (const [words, said] of [
      [['--speaker', 'Nobody'], 'only the speaker Nobody'],
      [['--where', 'x=y'], 'only x = y'],
      [['--role', 'other'], 'only turns of role other'],
    ] as const) {
      expect(fails(folder, ...words).stderr).toMatch(
        new RegExp(`QC451: the filters leave nothing of the 2 sources that two of ann, bo coded: ${said}`),
      );
    }
  });

  it('what was coded after its adjudication', () => {
    const adjudicated = (...seen: number[]) =>
      comparedStudy({
        ann: { a: BOTH.ann.a },
        cy: { a: { ...BOTH.bo.a, at: '2026-05-01T09:00:00Z' } },
        adjudicated: { a: { seen, at: '2026-04-01T09:00:00Z' } },
      });
    const folder = adjudicated(1, 3, 5);
    const { stderr } = fails(folder);
    expect(stderr).toContain(
      'no turn was seen by two of ann, cy before it was adjudicated; 3 turns were read after that',
    );
    // What nobody had decided on is compared, though another unit of its source was decided on.
    expect(valuesOf(adjudicated(1))).toMatchObject({ units: '2' });
    expect(stderr).toContain('--after-adjudication');
    expect(valuesOf(folder, '--after-adjudication')).toMatchObject({ units: '3' });
  });

  it('one unit and one code leave coefficients undefined, and say so', () => {
    const one = comparedStudy({
      ann: { a: { seen: [1], codes: [['钱不够', 'money']] } },
      bo: { a: { seen: [1], codes: [['钱不够', 'money']] } },
    });
    const { stdout } = qcode(one, ['agree']);
    expect(stdout).toContain('One unit only was seen by two coders');
    expect(qcode(one, ['agree', '--format', 'csv']).stdout).toContain('alpha,,,,,1,,,,1,units,,no variation');
    const single = comparedStudy(
      {
        ann: { a: { seen: [1, 3], codes: [['钱不够', 'money']] } },
        bo: { a: { seen: [1, 3], codes: [['钱不够', 'money']] } },
      },
      { 'codebook.yaml': 'codes:\n  - id: money\n' },
    );
    expect(qcode(single, ['agree']).stdout).toContain('There is one code only, money');
    expect(valuesOf(single)).toMatchObject({ alpha: '1', cohen: '1' });
  });

  it('nobody applied a code', () => {
    const none = comparedStudy({ ann: { a: { seen: [1, 3] } }, bo: { a: { seen: [1, 3] } } });
    expect(qcode(none, ['agree']).stdout).toContain('Nobody applied a code where two coders looked.');
    expect(valuesOf(none)).toMatchObject({ units: '2', 'units-empty': '2', percent: '1', alpha: '' });
  });
});
