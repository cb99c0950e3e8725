import mammoth from 'mammoth';
import unzip from 'mammoth/lib/unzip.js';
import type { Diagnostic, Outcome } from '../core/diagnostic.js';
import { finding } from '../core/finding.js';
import { type DocumentNode, documentText } from './docx-text.js';
import { readEntry } from './zip.js';

/** What a Word document becomes: its text, a paragraph a block, and an account of what a transcript cannot hold. */
export interface ImportedDocument {
  readonly text: string;
  readonly paragraphs: number;
  /** Counts by name, in the order in which they matter: `images`, `comments` … Only what there is. */
  readonly dropped: readonly Dropped[];
}

export interface Dropped {
  readonly what: string;
  readonly count: number;
}

/** Reads a .docx document. `file` is its name in messages. */
export async function importDocx(bytes: Uint8Array, file: string): Promise<Outcome<ImportedDocument>> {
  let root: DocumentNode | null = null;
  try {
    await mammoth.convertToHtml({ file: await withWholeText(bytes) } as unknown as { buffer: Buffer }, {
      transformDocument: (document: DocumentNode) => (root = document),
      convertImage: mammoth.images.imgElement(noImage),
    });
  } catch (error) {
    return { diagnostics: [finding('QC430', `${file} ${whyUnreadable(error as Error)}`, { file })] };
  }
  const { text, paragraphs, counts } = documentText(root ?? { type: 'document' });
  const dropped = [...counts, ...unsaid(bytes)].filter(({ count }) => count > 0);
  const account = dropped.map(({ what, count }) => `${count} ${what}`).join(', ');
  const warning = (message: string): Diagnostic => finding('QC431', message, { file }, 'warning');
  const doubtful = unseenText(bytes);
  const diagnostics = [
    ...(account === '' ? [] : [warning(`not in the transcript: ${account}`)]),
    ...(doubtful === '' ? [] : [warning(`in the transcript as speech: ${doubtful}`)]),
  ];
  if (text === '') return { diagnostics: [...diagnostics, finding('QC432', `${file} has no text`, { file })] };
  return { value: { text, paragraphs, dropped }, diagnostics };
}

/** The archive as mammoth reads it, but for what it would drop or stumble over. */
async function withWholeText(bytes: Uint8Array) {
  const archive = await unzip.openZip({ buffer: Buffer.from(bytes) });
  return {
    ...archive,
    read: async (name: string, encoding?: string) => {
      const content = await archive.read(name, encoding);
      return typeof content === 'string' ? withPlainContainers(content) : content;
    },
  };
}

/**
 * Simple fields and the base of ruby become plain containers, whose text is kept; readings set above it are not. Links
 * lose their targets, of which a damaged one would cost the whole document. A hyphen for the end of a line is no text.
 */
function withPlainContainers(xml: string): string {
  return xml
    .replace(/<w:rt>.*?<\/w:rt>/gs, '')
    .replace(/(<\/?w:)(?:fldSimple|ruby|rubyBase)(?=[\s>])/g, '$1smartTag')
    .replace(/(<w:hyperlink\b[^>]*?)\sr:id="[^"]*"/g, '$1')
    .replace(/<w:softHyphen ?\/>/g, '');
}

/** What is wrong with a document, by what its readers stumbled over. */
function whyUnreadable({ message }: Error): string {
  if (/central directory|zip file|corrupted|signature/i.test(message))
    return 'is no .docx document, is damaged, or is protected by a password';
  if (/main document part|content types/i.test(message)) return 'is an archive, but no Word document';
  if (/xmldom|xml/i.test(message)) return 'is damaged: its contents are no well-formed XML';
  return 'is damaged: a part of it is missing or cannot be understood';
}

/** Text that Word hides or strikes through, in words; none where there is no such text. */
function unseenText(bytes: Uint8Array): string {
  const runs = (readEntry(bytes, 'word/document.xml') ?? '').match(/<w:r[ >].*?<\/w:r>/gs) ?? [];
  const count = (mark: RegExp): number => runs.filter((run) => run.includes('<w:t') && mark.test(run)).length;
  const pieces = (n: number, what: string): string[] =>
    n === 0 ? [] : [`${n} ${n === 1 ? 'piece' : 'pieces'} of ${what} text`];
  return [
    ...pieces(count(/<w:vanish(?: w:val="(?:1|true|on)")? ?\/>/), 'hidden'),
    ...pieces(count(/<w:d?strike(?: w:val="(?:1|true|on)")? ?\/>/), 'struck-through'),
  ].join(', ');
}

/** Pictures are not even unpacked. */
async function noImage(): Promise<{ src: string }> {
  return { src: '' };
}

/** What is dropped without a word: deletions (what was inserted is kept), and readings above ruby text. */
function unsaid(bytes: Uint8Array): Dropped[] {
  const xml = readEntry(bytes, 'word/document.xml') ?? '';
  const count = (element: RegExp): number => xml.match(element)?.length ?? 0;
  return [
    { what: 'tracked deletions', count: count(/<w:del[ >]/g) },
    { what: 'readings above text (ruby)', count: count(/<w:rt>/g) },
  ];
}
