import { afterAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { writeInEditor } from '../../../src/tui/shell/editor.js';
import { folderWith, removeFolders } from '../store/temporary.js';

afterAll(removeFolders);

const editorThat = (script: string): string => `sh '${join(folderWith({ 'my editor.sh': script }), 'my editor.sh')}'`;

describe('writing in an editor', () => {
  it('gives back what was written, without line feeds at its end', () => {
    const EDITOR = editorThat('printf "more\\n\\n" >> "$1"\n');
    expect(writeInEditor('begun', { EDITOR })).toEqual({ text: 'begun\nmore' });
    expect(writeInEditor('', { EDITOR })).toEqual({ text: 'more' });
    expect(writeInEditor('begun', { EDITOR: 'false', VISUAL: EDITOR })).toEqual({ text: 'begun\nmore' });
  });

  it('gives back nothing where nothing was changed', () => {
    expect(writeInEditor('begun', { EDITOR: 'true' })).toEqual({ text: null });
  });

  it('says why there is nothing to give back', () => {
    expect(writeInEditor('begun', { EDITOR: 'sh -c "exit 3"' })).toMatchObject({
      failure: expect.stringContaining('code 3'),
    });
    expect(writeInEditor('begun', { EDITOR: '/no/such/editor' })).toMatchObject({
      failure: 'there is no /no/such/editor here: name an editor in the environment variable EDITOR',
    });
  });
});
