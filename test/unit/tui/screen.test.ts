import { afterAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { constants, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { screenOn } from '../../../src/tui/shell/screen.js';
import { folderWith, removeFolders } from '../store/temporary.js';

afterAll(removeFolders);

/** A screen on a file, and what was written to it since the last look. */
function screen() {
  const path = join(folderWith({}), 'terminal');
  const on = screenOn(openSync(path, 'w'));
  let read = 0;
  const written = (): string => {
    const all = readFileSync(path, 'utf8');
    const fresh = all.slice(read);
    read = all.length;
    return fresh;
  };
  return { on, written };
}

describe('the screen', () => {
  it('writes the rows that changed, and puts the cursor where text is typed', () => {
    const { on, written } = screen();
    on.enter();
    written();
    on.draw({ rows: ['one', 'two'], caret: null });
    expect(written()).toContain('\x1b[1H\x1b[2Kone\x1b[2H\x1b[2Ktwo');
    on.draw({ rows: ['one', 'zwei'], caret: { column: 4, row: 1 } });
    const second = written();
    expect(second).not.toContain('one');
    expect(second).toMatch(/\x1b\[2H\x1b\[2Kzwei\x1b\[2;5H\x1b\[\?25h/);
    on.draw({ rows: ['one', 'zwei'], caret: { column: 4, row: 1 } });
    expect(written()).toBe('');
    on.draw({ rows: ['one'], caret: null });
    expect(written()).toContain('\x1b[2H\x1b[J');
  });

  it('draws everything anew where it cannot know what stands there', () => {
    const { on, written } = screen();
    on.enter();
    on.draw({ rows: ['one', 'two'], caret: null });
    on.forget();
    written();
    on.draw({ rows: ['one', 'two'], caret: null });
    expect(written()).toMatch(/one[\s\S]*two/);
  });

  it('is entered and left once, and not drawn upon in between', () => {
    const { on, written } = screen();
    on.draw({ rows: ['one'], caret: null });
    on.leave();
    expect(written()).toBe('');
    on.enter();
    on.leave();
    on.leave();
    on.draw({ rows: ['one'], caret: null });
    const all = written();
    expect(all.match(/\x1b\[\?1049h/g)).toHaveLength(1);
    expect(all.match(/\x1b\[\?1049l/g)).toHaveLength(1);
    expect(all).not.toContain('one');
  });

  it('waits for a terminal that takes no more only for a moment, and goes on where that stopped', () => {
    const path = join(folderWith({}), 'terminal');
    execFileSync('mkfifo', [path]);
    const terminal = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
    const on = screenOn(terminal);
    on.enter();
    const long = { rows: ['x'.repeat(100_000), 'the end'], caret: null };
    const begun = performance.now();
    for (let again = 0; again < 100; again++) expect(on.draw(long)).toBe(false);
    expect(performance.now() - begun).toBeLessThan(1000);
    const taken: string[] = [];
    for (let again = 0; again < 10; again++) {
      const bytes = Buffer.alloc(200_000);
      taken.push(bytes.toString('latin1', 0, readSync(terminal, bytes)));
      if (on.draw({ rows: ['y', 'the end'], caret: null })) break;
    }
    const bytes = Buffer.alloc(200_000);
    taken.push(bytes.toString('latin1', 0, readSync(terminal, bytes)));
    const all = taken.join('');
    expect(all.match(/x/g)).toHaveLength(100_000);
    expect(all).toMatch(/x\x1b\[2H\x1b\[2Kthe end\x1b\[\?25l\x1b\[\?2026l[^x]*\x1b\[1H\x1b\[2Ky/);
  });
});
