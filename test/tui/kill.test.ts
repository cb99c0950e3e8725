import { afterAll, expect, it } from '@jest/globals';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { eventsIn, removeFolders, smallStudy } from './study.js';
import { Terminal, closeTerminals, describeTerminal } from './terminal.js';

afterAll(() => {
  closeTerminals();
  removeFolders();
});

/** How often the program is killed; each takes a second. `QCODE_KILLS=1000` for the full proof. */
const KILLS = Number(process.env['QCODE_KILLS'] ?? 4);
const UNITS = 80;

describeTerminal('a kill while codings are made by keys', () => {
  it(
    'loses nothing that the screen called saved',
    async () => {
      const waits = fc.sample(fc.integer({ min: 0, max: 400 }), { seed: 3, numRuns: KILLS });
      for (const wait of waits) {
        const folder = smallStudy();
        const terminal = Terminal.qcode(folder, 'tag a');
        await terminal.shows('What about funding?');
        terminal.press('a', 'Enter', 'j');
        await terminal.shows('coded 1');
        terminal.press(...Array.from({ length: UNITS - 2 }, () => ['1', 'j']).flat());
        await pause(wait);
        process.kill(terminal.pid, 'SIGKILL');
        await terminal.ended();
        const said = savedOn(terminal.screen());
        terminal.close();
        const again = Terminal.qcode(folder, 'tag a');
        const found = savedOn(await again.shows(/Money +\d+/));
        again.close();
        expect(said).toBeGreaterThanOrEqual(1);
        expect(found).toBeGreaterThanOrEqual(said);
        expect(eventsIn(folder).length).toBeGreaterThanOrEqual(said);
      }
    },
    KILLS * 5000 + 10_000,
  );
});

/** How many codings the screen counts. tmux lays a line of its own over the first when the program has died. */
function savedOn(screen: string): number {
  expect(screen).not.toContain('NOT SAVED');
  return Number(/Money +(\d+)/.exec(screen)?.[1]);
}
