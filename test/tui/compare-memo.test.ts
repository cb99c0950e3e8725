import { afterAll, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, removeFolders, smallStudy } from './study.js';
import { Terminal, closeTerminals, describeTerminal } from './terminal.js';

afterAll(() => {
  closeTerminals();
  removeFolders();
});

/** An editor that does to the file what a script of the shell says. */
const editor = (script: string): string => `sh ${join(folderWith({ 'editor.sh': script }), 'editor.sh')}`;

describeTerminal('a memo on a comparison', () => {
  const path = 'memos/comparison/money/with-trust.md';

  it('is written in the editor, above what was compared, which is not kept', async () => {
    const folder = smallStudy();
    const open = Terminal.qcode(folder, 'compare money trust --memo', {
      rows: 60,
      env: { EDITOR: editor('cp "$1" seen\nsed -i "8i 钱和信任 go together." "$1"\n') },
    });
    await open.shows(`The memo is ${path}.`);
    const header =
      '---\non: codes money and trust\ntype: theoretical\ncompared: money with trust\nsegments: both 3, money 2, trust 0\nof: keyword hits; no filter\n---\n';
    const seen = readFileSync(join(folder, 'seen'), 'utf8');
    expect(seen.startsWith(header)).toBe(true);
    expect(seen).toContain('On the same segment\n3 segments\n');
    expect(readFileSync(join(folder, path), 'utf8')).toBe(`${header}钱和信任 go together.\n`);

    const again = Terminal.qcode(folder, 'compare trust money --memo', {
      rows: 60,
      env: { EDITOR: editor('sed -i "9i More." "$1"\n') },
    });
    await again.shows(`The memo is ${path}.`);
    expect(readFileSync(join(folder, path), 'utf8')).toBe(`${header}钱和信任 go together.\nMore.\n`);
  });

  it('is gone when its words are taken out', async () => {
    const folder = smallStudy();
    const emptied = async (script: string, told: string): Promise<void> => {
      const open = Terminal.qcode(folder, 'compare money trust --memo', { rows: 60, env: { EDITOR: editor(script) } });
      await open.shows(told);
    };
    await emptied('echo 钱 > "$1"\n', `The memo is ${path}.`);
    await emptied('echo > "$1"\n', `The memo was emptied: ${path} is gone.`);
    expect(existsSync(join(folder, path))).toBe(false);
  });

  it('is not written where nothing was said, or there is no editor', async () => {
    const folder = smallStudy();
    const silent = Terminal.qcode(folder, 'compare money trust --memo', { env: { EDITOR: 'true' } });
    await silent.shows('The memo is as it was: nothing was written.');
    const missing = Terminal.qcode(folder, 'compare money trust --memo', { env: { EDITOR: 'no-such-editor' } });
    await missing.shows('no memo was written: there is no no-such-editor here');
    const failing = Terminal.qcode(folder, 'compare money trust --memo', {
      env: { EDITOR: editor('echo lost >> "$1"; exit 3\n') },
    });
    await failing.shows('no memo was written');
    expect(existsSync(join(folder, 'memos'))).toBe(false);
  });
});
