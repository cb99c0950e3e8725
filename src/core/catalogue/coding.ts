import type { CatalogueEntry } from './entry.js';

export const codingEntries: Readonly<Record<string, CatalogueEntry>> = {
  QC201: {
    title: 'line of a codings log is not JSON',
    cause: 'A line of a log in codings/ cannot be read as one JSON object: it was edited by hand or damaged.',
    remedy:
      'Restore the line from the version history, or mend it by hand; the other lines of the log count meanwhile.',
  },
  QC202: {
    title: 'line of a codings log is torn',
    cause:
      'A line of a log begins like an event and is no whole one: the program or machine stopped while writing it, before the coding was said to be saved.',
    remedy: 'See whether that coding is wanted, and lay it again; the line may be deleted, and the others count.',
  },
  QC203: {
    title: 'event of a codings log lacks a field',
    cause: 'A field that the event needs is absent, or is not of the kind that FORMATS describes.',
    remedy: 'Mend the field as FORMATS describes it, or restore the line from the version history.',
  },
  QC204: {
    title: 'unknown event in a codings log',
    cause: 'The event is none of apply, remove and seen: a newer qcode wrote it, or its name is misspelt.',
    remedy: 'Use the version of qcode that wrote the log, or correct the name; the line is kept but does not count.',
  },
  QC205: {
    title: 'conflict marker in a codings log',
    cause: 'Git could not merge two versions of the log and left its markers in the file.',
    remedy:
      'Delete the marker lines and keep the lines of both sides; the line codings/**/*.jsonl merge=union in .gitattributes prevents this.',
  },
  QC206: {
    title: 'anchor of a coding does not fit its quotation',
    cause: 'The positions of the anchor are not whole numbers in order, or the quotation is not as long as they say.',
    remedy: 'Restore the line from the version history; positions count Unicode code points, the end excluded.',
  },
  QC207: {
    title: 'coding has lost its place',
    cause:
      'The transcript was corrected after coding. The words that were coded have changed (fuzzy), stand in several places alike (ambiguous), or are gone (lost).',
    remedy:
      'Run qcode reanchor, which shows each with its place and records what you choose; until then the coding is kept but counts nowhere.',
  },
  QC208: {
    title: 'coding with a code that the codebook lacks',
    cause: 'The code was renamed, merged or removed in the codebook after the passage was coded, or is misspelt.',
    remedy:
      'Write the id under "was" of the code that it became, or add the code again under this id; the coding is kept but counts nowhere meanwhile.',
  },
  QC209: {
    title: 'two events of a codings log share an id',
    cause: 'Two different events carry the same id: a line was copied and changed by hand.',
    remedy: 'Give one of them an id of its own; both count meanwhile, and a removal removes both.',
  },
  QC210: {
    title: 'coding has moved with its quotation',
    cause:
      'The transcript was corrected after coding. The words that were coded stand elsewhere, or with other white space or labels, and the words around them leave no doubt.',
    remedy:
      'Nothing need be done: the coding counts where its quotation now stands. qcode reanchor --accept-moved records the new places.',
  },
};
