import { describe, expect, it } from '@jest/globals';
import { importDocx } from '../../../src/exchange/docx.js';
import { readEntry } from '../../../src/exchange/zip.js';
import { docxOf, p, table, zipOf } from './build-zip.js';

const FOOTNOTES = {
  'word/footnotes.xml':
    '<?xml version="1.0"?><w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="3"><w:p><w:r><w:t>Note.</w:t></w:r></w:p></w:footnote></w:footnotes>',
};
const read = (body: string) => importDocx(docxOf(body, FOOTNOTES), 'interview.docx');

describe('importDocx', () => {
  it('makes every paragraph a block of text', async () => {
    const { value, diagnostics } = await read(
      p('访谈者：', '你好？') + p() + p('Ms Fong: ', 'Fine.', '<w:r><w:br/></w:r>', 'And you?'),
    );
    expect(diagnostics).toEqual([]);
    expect(value).toEqual({ text: '访谈者：你好？\n\nMs Fong: Fine.\nAnd you?\n', paragraphs: 2, dropped: [] });
  });

  it('makes rows of a table of two columns turns of speakers', async () => {
    const { value } = await read(table(['Interviewer', 'What?'], ['R:', 'This.'], ['', 'Still this.']));
    expect(value!.text).toBe('Interviewer: What?\n\nR: This.\n\nStill this.\n');
  });

  it('keeps the text of fields', async () => {
    const { value } = await read(
      p('A: ', '<w:fldSimple w:instr="TITLE"><w:r><w:t>域资金</w:t></w:r></w:fldSimple>', ' more'),
    );
    expect(value!.text).toBe('A: 域资金 more\n');
  });

  it('keeps the base of ruby, and says that readings are dropped', async () => {
    const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
    const ruby = `<w:r><w:ruby><w:rubyPr><w:lid w:val="zh"/></w:rubyPr><w:rt>${run('zi')}</w:rt><w:rubyBase>${run('资金')}</w:rubyBase></w:ruby></w:r>`;
    const { value, diagnostics } = await read(p('A: ', ruby, ' more'));
    expect(value!.text).toBe('A: 资金 more\n');
    expect(diagnostics.map(({ message }) => message)).toEqual(['not in the transcript: 1 readings above text (ruby)']);
  });

  it('keeps the text of links, even of one whose target is missing', async () => {
    const link =
      '<w:hyperlink r:id="rId99" w:anchor="x" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:r><w:t>the site</w:t></w:r></w:hyperlink>';
    expect((await read(p('A: see ', link, '.'))).value!.text).toBe('A: see the site.\n');
  });

  it('leaves out hyphens that only break lines', async () => {
    expect((await read(p('A: ', '<w:r><w:t>fun</w:t><w:softHyphen/><w:t>ding</w:t></w:r>'))).value!.text).toBe(
      'A: funding\n',
    );
  });

  it('says what of the speech the document hides or strikes through', async () => {
    const run = (mark: string): string => `<w:r><w:rPr>${mark}</w:rPr><w:t>x</w:t></w:r>`;
    const { diagnostics } = await read(
      p('A: ', run('<w:vanish/>'), run('<w:strike/>'), run('<w:dstrike w:val="true"/>'), run('<w:strike w:val="0"/>')),
    );
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'QC431 in the transcript as speech: 1 piece of hidden text, 2 pieces of struck-through text',
    ]);
  });

  it('accounts for what a transcript cannot hold', async () => {
    const { value, diagnostics } = await read(
      p(
        'Kept.',
        '<w:del w:id="1"><w:r><w:delText>Deleted.</w:delText></w:r></w:del>',
        '<w:ins w:id="2"><w:r><w:t> Inserted.</w:t></w:r></w:ins>',
      ) +
        p('Noted.', '<w:r><w:footnoteReference w:id="3"/></w:r>') +
        table(['a', 'b', 'c']),
    );
    expect(value!.text).toBe('Kept. Inserted.\n\nNoted.\n\na\n\nb\n\nc\n');
    expect(value!.dropped).toEqual([
      { what: 'footnotes', count: 1 },
      { what: 'frames of tables (their text is kept)', count: 1 },
      { what: 'tracked deletions', count: 1 },
    ]);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['QC431', 'warning']]);
  });

  it('refuses what is no Word document, and what has no text', async () => {
    expect((await importDocx(Buffer.from('plain text'), 'a.docx')).diagnostics.map(({ code }) => code)).toEqual([
      'QC430',
    ]);
    expect((await importDocx(zipOf({ 'a.txt': 'x' }), 'a.docx')).diagnostics.map(({ code }) => code)).toEqual([
      'QC430',
    ]);
    expect((await read(p())).diagnostics.map(({ code }) => code)).toEqual(['QC432']);
    const damaged = docxOf(p('x')).slice(0, 300);
    for (const bytes of [Buffer.from('plain text'), zipOf({ 'a.txt': 'x' }), damaged, docxOf('<w:p><w:r w:x="1')]) {
      const [{ message } = { message: '' }] = (await importDocx(bytes, 'a.docx')).diagnostics;
      expect(message).toMatch(/^a\.docx is (no|an archive|damaged)/);
      expect(message).not.toMatch(/undefined|http|xmldom/);
    }
  });
});

describe('readEntry', () => {
  it('reads one file of an archive, or nothing', () => {
    const archive = zipOf({ 'a.txt': '一', 'b/c.txt': 'two' });
    expect([readEntry(archive, 'a.txt'), readEntry(archive, 'b/c.txt'), readEntry(archive, 'c.txt')]).toEqual([
      '一',
      'two',
      null,
    ]);
    expect(readEntry(Buffer.from('no archive'), 'a.txt')).toBeNull();
  });
});
