import { afterAll, expect, it } from '@jest/globals';
import { BOTH, comparedStudy } from '../cli/compared-study.js';
import { codersIn, eventsIn, removeFolders } from './study.js';
import { Terminal, closeTerminals, describeTerminal } from './terminal.js';

afterAll(() => {
  closeTerminals();
  removeFolders();
});

describeTerminal('settling where coders differ, in a terminal', () => {
  const log = (folder: string, source: string) => eventsIn(folder, `transcripts/${source}.txt`, 'adjudicated');
  const open = (folder: string, setting = {}): Terminal =>
    Terminal.run(folder, '$QCODE agree ann bo --adjudicate; exec sleep 100', setting);

  it('asks before it stores what is agreed, and stores nothing where the answer is no', async () => {
    const folder = comparedStudy(BOTH);
    const terminal = open(folder);
    await terminal.shows('3 units on which ann and bo do not differ are stored as adjudicated');
    terminal.press('n', 'Enter');
    await terminal.shows('Nothing was written');
    expect(codersIn(folder)).toEqual(['ann', 'bo']);
  });

  it('goes from unit to unit over the sources, takes back, and goes on where it was left', async () => {
    const folder = comparedStudy(BOTH);
    const first = open(folder);
    await first.shows('Store them, and go on?');
    first.press('y', 'Enter');
    await first.shows('settled 0/2');
    const agreed = log(folder, 'a').length;
    expect(first.screen()).toContain('A ann: no code');
    first.press('B');
    await first.shows('decided: fear; 1 open');
    await first.shows('Money is late.');
    expect(log(folder, 'a').slice(agreed)).toMatchObject([
      { event: 'apply', code: 'fear', anchor: { exact: '没有了。' } },
      { event: 'seen', unit: { kind: 'turn' } },
    ]);
    first.press('a');
    await first.shows('tick');
    first.type('mon');
    first.press('Enter');
    await first.shows('decided: money; all is settled');
    first.press('z');
    await first.shows('settled 1/2');
    expect(log(folder, 'b').at(-1)).toMatchObject({ event: 'remove', undoes: expect.any(String) });
    first.press('q');
    await first.shows('units agreed or decided');
    first.close();

    const again = open(folder);
    await again.shows('settled 1/2');
    expect(again.screen()).toContain('Money is late.');
    again.press('Z');
    await again.shows('Take this undo back?');
    again.press('y');
    await again.shows('settled 2/2');
    expect(log(folder, 'b').filter(({ event }) => event === 'apply')).toHaveLength(2);
  });

  it.each([
    [80, 24],
    [200, 50],
    [62, 14],
  ])('fits a terminal of %i columns and %i rows', async (columns, rows) => {
    const folder = comparedStudy(BOTH);
    const terminal = open(folder, { columns, rows });
    await terminal.shows('Store them');
    terminal.press('y', 'Enter');
    const screen = await terminal.shows('2 open');
    expect(screen).toContain('没有了。');
    expect(screen).toContain('A B as coder');
  });
});
