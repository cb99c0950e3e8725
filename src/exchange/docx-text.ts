import type { Dropped } from './docx.js';

/** An element of a document as mammoth reads it. */
export interface DocumentNode {
  readonly type: string;
  readonly value?: string;
  readonly breakType?: string;
  readonly noteType?: string;
  readonly numbering?: unknown;
  readonly children?: readonly DocumentNode[];
}

/** The text of a document, and counts of what is not in it. */
export interface DocumentText {
  readonly text: string;
  readonly paragraphs: number;
  readonly counts: readonly Dropped[];
}

/** A first cell no longer than this may be a speaker. */
const LONGEST_LABEL = 40;

/**
 * Paragraphs with blank lines between them. A row of a table of two columns, as transcripts are often set in, becomes
 * `first: second`; of other tables every cell is a paragraph.
 */
export function documentText(root: DocumentNode): DocumentText {
  const count = { images: 0, comments: 0, footnotes: 0, endnotes: 0, checkboxes: 0, numbers: 0, tables: 0 };
  const blocks: string[] = [];

  const inline = (node: DocumentNode): string => {
    switch (node.type) {
      case 'text':
        return node.value ?? '';
      case 'tab':
        return '\t';
      case 'break':
        return node.breakType === 'line' || node.breakType === undefined ? '\n' : '';
      case 'image':
        count.images++;
        return '';
      case 'commentReference':
        count.comments++;
        return '';
      case 'noteReference':
        if (node.noteType === 'endnote') count.endnotes++;
        else count.footnotes++;
        return '';
      case 'checkbox':
        count.checkboxes++;
        return '';
      default:
        return (node.children ?? []).map(inline).join('');
    }
  };
  const paragraph = (node: DocumentNode): string => {
    if (node.numbering) count.numbers++;
    return inline(node)
      .replace(/[ \t]+$/gm, '')
      .trim();
  };
  const cell = (node: DocumentNode): string =>
    paragraphsIn(node)
      .map(paragraph)
      .filter((text) => text !== '')
      .join('\n');
  const table = (node: DocumentNode): void => {
    count.tables++;
    for (const row of node.children ?? []) {
      const cells = (row.children ?? []).map(cell);
      const [first = '', second = ''] = cells;
      const labelled =
        cells.length === 2 && first !== '' && second !== '' && first.length <= LONGEST_LABEL && !first.includes('\n');
      if (labelled) blocks.push(/[:：]$/.test(first) ? `${first} ${second}` : `${first}: ${second}`);
      else blocks.push(...cells);
    }
  };
  const block = (node: DocumentNode): void => {
    if (node.type === 'table') table(node);
    else if (node.type === 'paragraph') blocks.push(paragraph(node));
    else for (const child of node.children ?? []) block(child);
  };

  block(root);
  const paragraphs = blocks.filter((text) => text !== '');
  return {
    text: paragraphs.length === 0 ? '' : `${paragraphs.join('\n\n')}\n`,
    paragraphs: paragraphs.length,
    counts: [
      { what: 'images', count: count.images },
      { what: 'comments', count: count.comments },
      { what: 'footnotes', count: count.footnotes },
      { what: 'endnotes', count: count.endnotes },
      { what: 'checkboxes', count: count.checkboxes },
      { what: 'automatic numbers of list items', count: count.numbers },
      { what: 'frames of tables (their text is kept)', count: count.tables },
    ],
  };
}

function paragraphsIn(node: DocumentNode): DocumentNode[] {
  return node.type === 'paragraph' ? [node] : (node.children ?? []).flatMap(paragraphsIn);
}
