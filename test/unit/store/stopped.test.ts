import { afterAll, describe, expect, it } from '@jest/globals';
import { keepStopped, readStopped } from '../../../src/store/stopped.js';
import { folderWith, removeFolders } from './temporary.js';

afterAll(removeFolders);

describe('where a coder stopped', () => {
  it('is kept for each source, and which was the last', () => {
    const folder = folderWith({});
    expect(readStopped(folder, 'chan')).toEqual({ source: null, places: {} });
    keepStopped(folder, 'chan', 'a.txt', 7);
    keepStopped(folder, 'chan', 'b.txt', 9);
    keepStopped(folder, 'chan', 'a.txt', 12);
    keepStopped(folder, 'lee', 'c.txt', 1);
    expect(readStopped(folder, 'chan')).toEqual({ source: 'a.txt', places: { 'a.txt': 12, 'b.txt': 9 } });
  });

  it('is nowhere when the file is damaged, and what is no place is passed over', () => {
    const folder = folderWith({
      'codings/.stopped/chan.json': '{"source": "a.txt", "sources": {"a.t',
      'codings/.stopped/lee.json': '{"source": 3, "sources": {"a.txt": -1, "b.txt": "x", "c.txt": 4}}',
    });
    expect(readStopped(folder, 'chan')).toEqual({ source: null, places: {} });
    expect(readStopped(folder, 'lee')).toEqual({ source: null, places: { 'c.txt': 4 } });
  });
});
