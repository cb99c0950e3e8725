import { afterAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventsIn } from '../../tui/study.js';
import { folderWith, removeFolders } from '../store/temporary.js';
import { A, FILES } from './desk.js';
import { begun } from './window.js';

afterAll(removeFolders);

const BOOK = '# mine\ncodes:   # all\n  - id: trust\n    keywords: [trust]   # one\n\n  - id: doubt # two\n# end';

const study = (more: Record<string, string> = {}) => folderWith({ ...FILES, 'codebook.yaml': BOOK, ...more });

describe('undoing an edit of the codebook', () => {
  it('takes out a code that was made by mistake, with the coding that it was made for, and does both again', async () => {
    const folder = study();
    const { press, type, book, state } = await begun(folder);
    await press('1 a d o u return');
    await press('c');
    await type('Typpo');
    await press('return');
    const made = book();
    expect(made).toContain('- id: typpo');
    await press('z');
    expect(book()).toBe(BOOK);
    expect(state().message).toBe('undone: coded Typpo; undone: new code: Typpo');
    expect(state().source.codings).toMatchObject([{ code: 'doubt' }]);
    await press('Z');
    expect(book()).toBe(made);
    expect(state().message).toBe('done again: new code: Typpo; done again: coded Typpo');
    expect(
      state()
        .source.codings.map(({ code }) => code)
        .sort(),
    ).toEqual(['doubt', 'typpo']);
    await press('z z');
    expect(book()).toBe(BOOK);
    expect(state().source.codings).toEqual([]);
    expect(state().message).toBe('undone: coded doubt');
  });

  it('leaves the history before it as it was, also where edits were not kept; what cannot be laid again is said', async () => {
    const folder = study();
    const { press, type } = await begun(folder);
    await press('a d o u return c');
    await type('Typpo');
    await press('return z');
    rmSync(join(folder, 'codings/.edits'), { recursive: true });
    const again = await begun(folder);
    await again.press('Z y');
    expect(again.state().message).toBe(
      'the codebook has no code typpo any more: put it back there, and it can be laid again',
    );
    await again.press('z y');
    expect(again.state().message).toBe('undone: coded doubt');
    expect(eventsIn(folder).filter(({ event }) => event === 'apply')).toHaveLength(2);
  });

  it('keeps a code that something rests on, says what, and goes on to what was done before', async () => {
    const folder = study();
    const { press, type, book, state } = await begun(folder);
    await press('a d o u return c');
    await type('Typpo');
    await press('return j a t y p return');
    const made = book();
    // Its coding in the second unit is undone first: of what is left, one key did both.
    await press('z tab G m');
    await type('why');
    await press('ctrl-s escape z');
    expect(state().message).toBe('undone: memo on Typpo');
    writeFileSync(join(folder, 'memos/code/typpo.md'), 'why\n');
    await press('z');
    expect(state().message).toBe(
      'undone: coded Typpo; this cannot be taken back: memos/code/typpo.md was changed since',
    );
    expect(book()).toBe(made);
    await press('z');
    expect(state().message).toBe('undone: coded doubt');
  });

  it('keeps a code that another coder laid meanwhile, and a codebook that somebody else changed', async () => {
    const folder = study();
    const { press, type, book, state } = await begun(folder);
    await press('tab C');
    await type('Typpo');
    await press('return');
    const lee = await begun(folder);
    await lee.press('a t y p return');
    await press('z');
    expect(state().message).toBe('this cannot be taken back: 1 coding has the code');
    await press('C');
    await type('Second');
    await press('return');
    writeFileSync(join(folder, 'codebook.yaml'), `${book()}\n# theirs\n`);
    await press('z');
    expect(state().message).toBe('this cannot be taken back: codebook.yaml was changed since');
    expect(book()).toContain('- id: second');
  });

  it('says what a new id means for the theory, and takes it back without a word of that', async () => {
    const rules = 'rules:\n  - {name: a, if: doubt, then: [x]}\n';
    const { press, type, state } = await begun(study({ 'theory.yaml': rules }));
    await press('a d o u return tab g j R ctrl-u');
    await type('Faith');
    await press('return y');
    const means = 'theory.yaml:2: doubt is understood as faith then, and every use says so.';
    expect(state().message).toBe(`renamed doubt to Faith; ${means}`);
    await press('z');
    expect(state().message).toBe('undone: renamed doubt to Faith');
  });

  it('gives a renamed code its name back, and parts what was merged, memos with it, byte for byte', async () => {
    const folder = study({ 'memos/code/doubt.md': 'of doubt\n', 'memos/code/trust.md': 'of trust\n' });
    const { press, type, book, state } = await begun(folder);
    await press('a d o u return tab g j R ctrl-u');
    await type('Faith');
    await press('return y');
    expect(state().codes).toMatchObject([{ id: 'trust' }, { id: 'faith', memo: 'of doubt' }]);
    const renamed = book();
    await press('J t r u return');
    expect(state().mode).toMatchObject({ name: 'confirm', question: { for: 'merge' } });
    const { mode } = state();
    const preview = mode.name === 'confirm' ? mode.preview.join('\n') : '';
    expect(preview).toContain('1 coding by hand in 1 log of 1 coder has the code faith.');
    expect(preview).toContain('was: [');
    await press('y');
    expect(state().codes).toMatchObject([{ id: 'trust', memo: 'of trust\n\nof doubt' }]);
    expect(state().source.codings).toMatchObject([{ code: 'trust' }]);
    await press('z');
    expect(state().message).toBe('undone: merged Faith into trust');
    expect(book()).toBe(renamed);
    expect(state().source.codings).toMatchObject([{ code: 'faith' }]);
    await press('z');
    expect(state().message).toBe('undone: renamed doubt to Faith');
    expect(book()).toBe(BOOK);
    expect(state().codes).toMatchObject([
      { id: 'trust', memo: 'of trust' },
      { id: 'doubt', memo: 'of doubt' },
    ]);
    await press('z');
    expect(state().message).toBe('undone: coded doubt');
    await press('Z Z Z');
    expect(state().codes).toMatchObject([{ id: 'trust', memo: 'of trust\n\nof doubt' }]);
    expect(state().source.codings).toMatchObject([{ code: 'trust' }]);
  });

  it('reaches over restarts, in the order in which things were done, and asks before', async () => {
    const folder = study();
    const first = await begun(folder);
    await first.press('a d o u return c');
    await first.type('Typpo');
    await first.press('return');
    const made = first.book();
    await first.press('M');
    await first.type('of the source');
    await first.press('ctrl-s tab g R ctrl-u');
    await first.type('Faith');
    await first.press('return y');
    const second = await begun(folder);
    await second.press('z');
    expect(second.state().mode).toMatchObject({
      name: 'confirm',
      preview: ['renamed trust to Faith', 'this is of an earlier session, or of another command'],
    });
    await second.press('y');
    expect(second.book()).toBe(made);
    await second.press('z y');
    expect(second.state()).toMatchObject({ message: `undone: memo on ${A}`, source: { memo: '' } });
    expect(existsSync(join(folder, `memos/source/${A}.md`))).toBe(false);
    await second.press('z y');
    expect(second.state().message).toBe('undone: coded Typpo');
    await second.press('z y');
    expect(second.state().message).toBe('undone: new code: Typpo');
    expect(second.book()).toBe(BOOK);
    const third = await begun(folder);
    await third.press('Z y Z y Z y Z y');
    expect(third.book()).toContain('name: Faith');
    expect(third.state().source).toMatchObject({ memo: 'of the source' });
    expect(
      third
        .state()
        .source.codings.map(({ code }) => code)
        .sort(),
    ).toEqual(['doubt', 'typpo']);
    await third.press('Z');
    expect(third.state().message).toBe('nothing was undone');
  });

  it('writes nothing over a memo that somebody else changed meanwhile', async () => {
    const folder = study({ 'memos/code/trust.md': '---\non: code trust\n---\n\nfirst\n' });
    const { press, type, state } = await begun(folder);
    await press('tab g m');
    await type(' and second');
    await press('ctrl-s');
    const path = join(folder, 'memos/code/trust.md');
    expect(readFileSync(path, 'utf8')).toContain('first and second');
    await press('z');
    expect(readFileSync(path, 'utf8')).toBe('---\non: code trust\n---\n\nfirst\n');
    expect(state().codes[0]).toMatchObject({ memo: 'first' });
    await press('Z');
    writeFileSync(path, 'theirs\n');
    await press('z');
    expect(state().message).toBe('this cannot be taken back: memos/code/trust.md was changed since');
    expect(readFileSync(path, 'utf8')).toBe('theirs\n');
  });
});
