import { afterAll, expect, it } from '@jest/globals';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { displayWidth } from '../../src/core/width.js';
import { codersIn, eventsIn, removeFolders, smallStudy } from './study.js';
import { Terminal, closeTerminals, describeTerminal, memoInEditor } from './terminal.js';

afterAll(() => {
  closeTerminals();
  removeFolders();
});

describeTerminal('qcode tag in a terminal', () => {
  it.each([
    [80, 24],
    [200, 50],
  ])('fills a screen of %d×%d, and shows what is coded by keys after a restart too', async (columns, rows) => {
    const folder = smallStudy();
    const first = Terminal.qcode(folder, 'tag a', { columns, rows });
    const screen = await first.shows('What about funding?');
    expect(screen.split('\n')).toHaveLength(rows + 1);
    expect(screen).toContain('chan');
    expect(screen).toContain('saved');
    first.press('a');
    first.type('trust');
    first.press('Enter');
    await first.shows('coded 1');
    expect(eventsIn(folder)).toMatchObject([
      { event: 'apply', code: 'trust', anchor: { start: 13, end: 32, exact: 'What about funding?' } },
    ]);
    first.press('q');
    await first.ended();
    const second = Terminal.qcode(folder, 'tag a', { columns, rows });
    await second.shows('coded 1');
    // It is of another session, so it is asked about.
    second.press('z', 'y');
    await second.shows('coded 0');
    expect(eventsIn(folder)).toMatchObject([
      { event: 'apply' },
      { event: 'remove', undoes: eventsIn(folder)[0]!['id'] },
    ]);
    second.close();
    const third = Terminal.qcode(folder, 'tag a', { columns, rows });
    await third.shows('coded 0');
    third.press('Z', 'y');
    await third.shows('coded 1');
  });

  it('goes on where the coder stopped', async () => {
    const folder = smallStudy();
    const first = Terminal.qcode(folder, 'tag a');
    await first.shows('turn 1/');
    first.press('j', 'j', 'j', 'j');
    await first.shows('turn 5/');
    first.press('C-c');
    await first.ended();
    const second = Terminal.qcode(folder, 'tag');
    await second.shows('turn 5/');
  });

  it('follows its window to another size, and says so where it is too small', async () => {
    const terminal = Terminal.qcode(smallStudy(), 'tag a');
    await terminal.shows('What about funding?');
    terminal.resize(120, 40);
    await terminal.shows(/(.*\n){39}.*help/);
    terminal.resize(30, 5);
    await terminal.shows('needs at least');
    terminal.resize(80, 24);
    const screen = await terminal.shows('What about funding?');
    expect(screen).not.toContain('needs at least');
  });

  it('reads and searches Chinese, and keeps its columns straight', async () => {
    const folder = smallStudy();
    const terminal = Terminal.qcode(folder, 'tag z');
    await terminal.shows('资金怎么样？');
    const rows = terminal.screen().split('\n');
    const edges = rows.map((row) => widthBefore(row, '│')).filter((width) => width !== null);
    expect(edges.length).toBeGreaterThan(10);
    expect(new Set(edges).size).toBe(1);
    terminal.press('/');
    terminal.type('没有信任');
    terminal.press('Enter');
    await terminal.shows('turn 2/');
    terminal.press('v', 'l', 'Enter');
    terminal.type('信');
    terminal.press('Escape', 'Escape');
    terminal.press('a');
    terminal.paste('Trust');
    terminal.press('Enter');
    await terminal.shows('coded 1');
    expect(eventsIn(folder, 'transcripts/z.txt')).toMatchObject([{ code: 'trust', anchor: { start: 12 } }]);
  });

  it('does without colours where NO_COLOR is set', async () => {
    const terminal = Terminal.qcode(smallStudy(), 'tag a', { env: { NO_COLOR: '1' } });
    await terminal.shows('What about funding?');
    expect(terminal.coloured()).not.toMatch(/\x1b\[[0-9;]*(3[0-8]|4[0-8]|9[0-7])[;m]/);
    const colourful = Terminal.qcode(smallStudy(), 'tag a');
    await colourful.shows('What about funding?');
    expect(colourful.coloured()).toMatch(/\x1b\[[0-9;]*38[;:]/);
  });

  it('writes a memo in the editor that the coder names', async () => {
    const folder = smallStudy();
    const terminal = await memoInEditor(folder, 'read -r line\nprintf "%s\\n" "$line" >> "$1"\n');
    terminal.type('and ended in the editor');
    terminal.press('Enter');
    await terminal.shows('memo saved');
    const memo = readFileSync(join(folder, 'memos/source/transcripts/a.txt.md'), 'utf8');
    expect(memo).toBe('---\non: source transcripts/a.txt\n---\n\nbegun\nand ended in the editor\n');
  });

  it('says at once when nothing can be saved, and shows nothing as saved', async () => {
    const folder = smallStudy();
    const terminal = Terminal.qcode(folder, 'tag a');
    await terminal.shows('What about funding?');
    rmSync(join(folder, 'codings'), { recursive: true, force: true });
    writeFileSync(join(folder, 'codings'), 'a file in the way');
    terminal.press('a', 'Enter');
    const screen = await terminal.shows('NOT SAVED');
    expect(screen).toContain('coded 0');
    rmSync(join(folder, 'codings'));
    terminal.press('a', 'Enter');
    await terminal.shows('coded 1');
    expect(terminal.screen()).not.toContain('NOT SAVED');
    expect(codersIn(folder)).toEqual(['chan']);
  });

  it('without a terminal names the commands for scripts', () => {
    const terminal = Terminal.run(smallStudy(), '$QCODE tag a < /dev/null; echo "code $?"; exec sleep 100');
    return expect(terminal.shows('code 2')).resolves.toMatch(/needs a terminal[\s\S]*qcode codings add/);
  });
});

/** Columns before a character; null where it does not stand in the row. */
function widthBefore(row: string, mark: string): number | null {
  const at = row.indexOf(mark);
  return at < 0 ? null : displayWidth(row.slice(0, at));
}
