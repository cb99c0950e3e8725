import { afterAll, describe, expect, it } from '@jest/globals';
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parseLog } from '../../../src/coding/log.js';
import { printEvent } from '../../../src/coding/print-event.js';
import { appendEvents } from '../../../src/store/append.js';
import { findLogs } from '../../../src/store/logs.js';
import { readLogOf } from '../../../src/store/read-log.js';
import { apply, remove } from '../coding/build.js';
import { folderWith, removeFolders } from './temporary.js';

afterAll(removeFolders);

const SOURCE = 'transcripts/社工站/A3-2.txt';
const LOG = `codings/ann/${SOURCE}.jsonl`;

const read = (folder: string, source: string) => readLogOf(folder, 'ann', source, () => undefined);

describe('appending to a log', () => {
  it('makes the folders and the log, and reads back what it wrote, in order', () => {
    const folder = folderWith({});
    const events = [apply('c1', 'trust', 0, '好'), apply('c2', 'trust', 4, '是')];
    expect(appendEvents(folder, 'ann', SOURCE, events)).toBeNull();
    expect(appendEvents(folder, 'ann', SOURCE, [remove('r1', 'c1')])).toBeNull();
    expect(readFileSync(join(folder, LOG), 'utf8')).toBe(
      [...events, remove('r1', 'c1')].map((event) => `${printEvent(event)}\n`).join(''),
    );
    expect(findLogs(folder).map(({ id }) => id)).toEqual([LOG]);
    const { value, diagnostics } = read(folder, SOURCE);
    expect(value!.events).toEqual([...events, remove('r1', 'c1')]);
    expect(value!.folded.codings).toEqual([events[1]]);
    expect(diagnostics).toEqual([]);
  });

  it('writes nothing, and makes no file, where there is no event', () => {
    const folder = folderWith({});
    expect(appendEvents(folder, 'ann', SOURCE, [])).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
    expect(read(folder, SOURCE)).toMatchObject({ value: { events: [] }, diagnostics: [] });
  });

  it('sets a fragment of an interrupted write apart, wherever it was cut, and changes no byte before its own', () => {
    const first = `${printEvent(apply('c1', 'trust', 0, '好'))}\n`;
    const second = Buffer.from(printEvent(apply('c2', 'trust', 4, '是')));
    for (let cut = 0; cut <= second.length; cut++) {
      const folder = folderWith({});
      expect(appendEvents(folder, 'ann', 'a.txt', [apply('c1', 'trust', 0, '好')])).toBeNull();
      const path = join(folder, 'codings/ann/a.txt.jsonl');
      appendFileSync(path, second.subarray(0, cut));
      const before = readFileSync(path);
      expect(appendEvents(folder, 'ann', 'a.txt', [apply('c3', 'trust', 9, '了')])).toBeNull();
      expect(readFileSync(path).subarray(0, before.length)).toEqual(before);
      const { value, diagnostics } = parseLog(readFileSync(path, 'utf8'), 'log');
      const whole = cut === second.length;
      expect(value!.map(({ id }) => id)).toEqual(whole ? ['c1', 'c2', 'c3'] : ['c1', 'c3']);
      expect(diagnostics.map(({ code, severity }) => `${code} ${severity}`)).toEqual(
        cut === 0 || whole ? [] : ['QC202 warning'],
      );
      expect(before.toString().startsWith(first)).toBe(true);
    }
  });

  it('finds a log whose name the disk keeps in another normal form', () => {
    const folder = folderWith({});
    const decomposed = 'Café.txt'.normalize('NFD');
    mkdirSync(join(folder, 'codings/ann'), { recursive: true });
    writeFileSync(join(folder, `codings/ann/${decomposed}.jsonl`), `${printEvent(apply('c1', 'trust', 0, 'x'))}\n`);
    expect(appendEvents(folder, 'ann', 'Café.txt'.normalize('NFC'), [apply('c2', 'trust', 1, 'y')])).toBeNull();
    expect(readdirSync(join(folder, 'codings/ann'))).toHaveLength(1);
    expect(read(folder, 'Café.txt'.normalize('NFC')).value!.events).toHaveLength(2);
  });
});

describe('a log that cannot be written', () => {
  const event = [apply('c1', 'trust', 0, 'x')];
  const refusal = (folder: string, source: string, coder = 'ann') => appendEvents(folder, coder, source, event);

  it('says in words what stands in its way, and how to mend it', () => {
    const folder = folderWith({});
    mkdirSync(join(folder, 'codings/ann/folder.txt.jsonl'), { recursive: true });
    writeFileSync(join(folder, 'codings/ben'), '');
    expect(refusal(folder, 'folder.txt')).toMatchObject({
      code: 'QC440',
      severity: 'error',
      message: 'nothing was saved: a folder of that name is in the way',
      place: { file: 'codings/ann/folder.txt.jsonl' },
    });
    expect(refusal(folder, 'a.txt', 'ben')!.message).toMatch(
      /^nothing was saved: a file stands where the folder .*ben/,
    );
    expect(refusal(folder, `${'長'.repeat(90)}.txt`)!.message).toBe('nothing was saved: its name is too long');
    expect(refusal(folder, 'a.txt')).toBeNull();
    expect(refusal(folder, 'a.txt/b.txt')).toBeNull();
  });

  it('refuses a place where it would not be read again', () => {
    const folder = folderWith({});
    const outside = folderWith({});
    mkdirSync(join(folder, 'codings/ann'), { recursive: true });
    symlinkSync(outside, join(folder, 'codings/ann/linked'));
    symlinkSync(outside, join(folder, 'codings/ben'));
    expect(refusal(folder, 'linked/a.txt')!.message).toContain('a link stands where the folder');
    expect(refusal(folder, 'a.txt', 'ben')!.message).toContain('a link stands where the folder');
    expect(refusal(folder, '../a.txt')!.message).toContain('begins with a dot');
    expect(refusal(folder, '.hidden.txt')!.message).toContain('begins with a dot');
    expect(readdirSync(outside)).toEqual([]);
  });

  it('leaves no folder and no log behind where the first folder cannot be made', () => {
    const folder = folderWith({});
    writeFileSync(join(folder, 'codings'), 'a file');
    expect(refusal(folder, 'a.txt')!.message).toContain('a file stands where the folder');
    expect(readFileSync(join(folder, 'codings'), 'utf8')).toBe('a file');
  });

  it('follows a link to a log, as reading does, and refuses one that leads nowhere', () => {
    const folder = folderWith({});
    mkdirSync(join(folder, 'codings/ann'), { recursive: true });
    writeFileSync(join(folder, 'kept.jsonl'), '');
    symlinkSync(join(folder, 'kept.jsonl'), join(folder, 'codings/ann/a.txt.jsonl'));
    symlinkSync(join(folder, 'gone.jsonl'), join(folder, 'codings/ann/b.txt.jsonl'));
    expect(refusal(folder, 'a.txt')).toBeNull();
    expect(statSync(join(folder, 'kept.jsonl')).size).toBeGreaterThan(0);
    expect(refusal(folder, 'b.txt')!.message).toBe('nothing was saved: it is a link that leads nowhere');
    expect(read(folder, 'b.txt').diagnostics[0]!.code).toBe('QC409');
    truncateSync(join(folder, 'kept.jsonl'), 0);
    expect(read(folder, 'a.txt').value!.events).toEqual([]);
  });
});
