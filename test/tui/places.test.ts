import { afterAll, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventsIn, removeFolders, smallStudy } from './study.js';
import { Terminal, closeTerminals, describeTerminal } from './terminal.js';

afterAll(() => {
  closeTerminals();
  removeFolders();
});

describeTerminal('working through places in a terminal', () => {
  it('finds a text in all sources, and codes what is ticked', async () => {
    const folder = smallStudy();
    const terminal = Terminal.qcode(folder, 'find trust --code trust --confirm');
    await terminal.shows('grant of trust');
    terminal.press('A', 'c');
    await terminal.shows('coded 1');
    expect(eventsIn(folder)).toMatchObject([
      { event: 'apply', code: 'trust', anchor: { exact: 'Funding is a grant of trust.' } },
    ]);
  });

  it('goes through the codings of a code over all sources', async () => {
    const folder = smallStudy();
    writeFileSync(join(folder, 'keys'), 'a trust return s z return a trust return q\n');
    const coding = Terminal.run(folder, '$QCODE tag a --script keys; exec sleep 100', { rows: 40 });
    await coding.shows('coded 1');
    expect(eventsIn(folder)).toHaveLength(1);
    expect(eventsIn(folder, 'transcripts/z.txt')).toHaveLength(1);
    const terminal = Terminal.qcode(folder, 'review trust');
    await terminal.shows('What about funding?');
    terminal.press('K');
    await terminal.shows('资金怎么样？');
    terminal.press('x');
    await terminal.shows('coded 0');
    expect(eventsIn(folder, 'transcripts/z.txt')).toMatchObject([{ event: 'apply' }, { event: 'remove' }]);
  });

  it('hides suggestions and other coders where a share is blind', async () => {
    const folder = smallStudy();
    writeFileSync(join(folder, 'assignments.csv'), 'coder,source,round,blind,seed\nlee,transcripts/a.txt,1,yes,7\n');
    const open = Terminal.qcode(folder, 'tag a');
    await open.shows('What about funding?');
    open.press('}', '1');
    await open.shows('Money ?');
    open.close();
    const blind = Terminal.qcode(folder, 'tag --assigned', { env: { QCODE_CODER: 'lee' } });
    await blind.shows('BLIND');
    blind.press('Space');
    await blind.shows('seen 1');
    expect(eventsIn(folder, 'transcripts/a.txt', 'lee')).toMatchObject([{ event: 'seen', blind: true }]);
  });
});
