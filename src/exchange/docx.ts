import mammoth from 'mammoth';
import type { Outcome } from '../core/diagnostic.js';
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
    await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { transformDocument: (document: DocumentNode) => (root = document), convertImage: mammoth.images.imgElement(noImage) },
    );
  } catch (error) {
    return { diagnostics: [finding('QC430', `${file}: ${(error as Error).message.split('\n')[0] ?? ''}`, { file })] };
  }
  const { text, paragraphs, counts } = documentText(root ?? { type: 'document' });
  const dropped = [...counts, ...trackedChanges(bytes)].filter(({ count }) => count > 0);
  const account = dropped.map(({ what, count }) => `${count} ${what}`).join(', ');
  const diagnostics = account === '' ? [] : [finding('QC431', `not in the transcript: ${account}`, { file }, 'warning' as const)];
  if (text === '') return { diagnostics: [...diagnostics, finding('QC432', `${file} has no text`, { file })] };
  return { value: { text, paragraphs, dropped }, diagnostics };
}

/** Pictures are not even unpacked. */
async function noImage(): Promise<{ src: string }> {
  return { src: '' };
}

/** Mammoth keeps what was inserted and drops what was deleted without a word. */
function trackedChanges(bytes: Uint8Array): Dropped[] {
  const xml = readEntry(bytes, 'word/document.xml') ?? '';
  return [{ what: 'tracked deletions', count: xml.match(/<w:del[ >]/g)?.length ?? 0 }];
}
