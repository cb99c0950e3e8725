import type { CatalogueEntry } from './entry.js';

export const transcriptEntries: Readonly<Record<string, CatalogueEntry>> = {
  QC301: {
    title: 'Bytes that cannot be decoded',
    cause:
      'The file holds bytes that are not text in its encoding: it was declared wrongly, damaged, or put together from files of different encodings.',
    remedy: 'Save the file as UTF-8, or name its encoding (`encoding:` in qcode.yaml, or `--encoding`).',
  },
  QC302: {
    title: 'Binary file',
    cause:
      'The file is no plain text: it holds NUL bytes (a Word, PDF, audio or compressed file with a text file’s name).',
    remedy: 'Import Word files with `qcode import`; leave other files out of the transcripts.',
  },
  QC303: {
    title: 'Unknown encoding',
    cause: 'An encoding was declared that qcode does not know.',
    remedy:
      'Use one of utf-8, utf-16le, utf-16be, gb18030 (also for GBK and GB2312), big5 (with the Hong Kong characters), windows-1252 (also for Latin-1), or another name of the WHATWG list (iso-8859-15, shift_jis, euc-kr).',
  },
  QC304: {
    title: 'Replacement or private-use characters',
    cause:
      'The text holds U+FFFD or characters of U+E000–F8FF: it was damaged by an earlier conversion, or uses a private font.',
    remedy:
      'Look at the places named and convert the file again from its original; text that is lost cannot be matched.',
  },
  QC305: {
    title: 'Empty transcript',
    cause: 'The file holds nothing, or nothing but white space, after its header.',
    remedy: 'Put the interview into the file or leave the file out of the study.',
  },
  QC306: {
    title: 'Header that cannot be read',
    cause:
      'The block between `---` lines at the top of the file is not valid YAML with one value for a key. Its `key: value` lines were taken one by one; the interview is read.',
    remedy:
      'Write `key: value` lines; quote values that hold `: ` or ` #` or begin with one of `[ { & * ! | > % @ " \'`.',
  },
  QC307: {
    title: 'Possible speaker taken for speech',
    cause:
      'Lines that begin like a speaker’s label were taken for speech of the turn before: a note where the label stands nowhere else in the file, a warning where it recurs or parts two turns of one speaker.',
    remedy: 'If they are speakers, declare them under `speakers:` in qcode.yaml (or in people.csv).',
  },
  QC308: {
    title: 'Cue that cannot be read',
    cause: 'A line with `-->` in a subtitle file has no two times in the form 00:00:00,000 --> 00:00:00,000.',
    remedy: 'Mend the line; until then it and its text belong to the cue before.',
  },
  QC309: {
    title: 'Header that does not end',
    cause: 'The file begins with a `---` line and `key: value` lines, and no second `---` line closes them.',
    remedy: 'Put a line `---` after the last line of the header.',
  },
  QC310: {
    title: 'Encoding guessed',
    cause:
      'The file is neither UTF-8 nor a Chinese encoding, and its bytes above ASCII stand alone within words: it was read as Windows-1252.',
    remedy:
      'Look whether its accents and quotation marks are right; if not, name its encoding (`encoding:` in qcode.yaml, or `--encoding`).',
  },
};
