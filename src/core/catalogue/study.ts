import type { CatalogueEntry } from './entry.js';

export const studyEntries: Readonly<Record<string, CatalogueEntry>> = {
  QC401: {
    title: 'no study here',
    cause: 'There is no qcode.yaml in this folder or in one above it, and no codebook was named.',
    remedy: 'Run qcode inside a study, name one with --study, or give --codebook FILE and transcript files or folders.',
  },
  QC402: {
    title: 'file not found',
    cause: 'A file that qcode.yaml or an option names does not exist.',
    remedy:
      'Correct the path; paths in qcode.yaml are relative to the folder that holds it. A study that was copied wants the files outside its folder copied too.',
  },
  QC404: {
    title: 'unknown key in qcode.yaml',
    cause: 'A key that qcode does not know, often a misspelt one.',
    remedy: 'Correct or delete it; the manual lists the keys.',
  },
  QC405: {
    title: 'wrong value in qcode.yaml',
    cause: 'A key has a value of the wrong kind.',
    remedy: 'Give one of the values that the message names.',
  },
  QC406: {
    title: 'no transcripts',
    cause: 'A path or pattern leads to no .txt, .md, .srt or .vtt file.',
    remedy: 'Correct the path or the pattern under transcripts; Word documents want `qcode import` first.',
  },
  QC407: {
    title: 'two sources of one name',
    cause:
      'Two files would have the same source id, so their figures could not be told apart. Names that differ only in how accents are stored (NFC, NFD) are the same.',
    remedy: 'Give the folder that holds both instead of the files, or rename one.',
  },
  QC408: {
    title: 'documents passed over',
    cause: 'The folder holds documents (.docx, .doc, .rtf, .odt, .pdf …), which are not read as transcripts.',
    remedy: 'Run `qcode import FILE.docx` to make transcripts of them; save others as .docx or as plain text first.',
  },
  QC409: {
    title: 'file cannot be read',
    cause: 'The system refused to read the file.',
    remedy: 'Check that it exists, that it is a file, and that you may read it.',
  },
  QC410: {
    title: 'table cannot be read',
    cause: 'A CSV file has an open quote, rows of unequal length, or cells under no column name.',
    remedy: 'Open it in a spreadsheet, mend the row, and save it as CSV (UTF-8).',
  },
  QC411: {
    title: 'missing column',
    cause:
      'cases.csv wants a first column named case or source; people.csv wants columns source and speaker; assignments.csv wants coder and source.',
    remedy: 'Name the column in the first line of the file.',
  },
  QC412: {
    title: 'row given twice',
    cause: 'Two rows of a table have the same key.',
    remedy: 'Keep one of them.',
  },
  QC413: {
    title: 'row without a key',
    cause: 'A row has no case or source, or in people.csv no source or speaker.',
    remedy: 'Fill in the cell or delete the row.',
  },
  QC414: {
    title: 'unknown source in a table',
    cause: 'A row names a source that the study does not have, or a name that several sources share.',
    remedy: 'Write the path of one source, relative to the study and with its extension; `qcode sources` lists them.',
  },
  QC415: {
    title: 'case without a source',
    cause: 'cases.csv describes a case to which no source belongs.',
    remedy: 'Correct the name of the case in cases.csv or in the header of its transcripts, or delete the row.',
  },
  QC416: {
    title: 'case without a row in cases.csv',
    cause: 'A source belongs to a case that cases.csv does not describe, so its attributes are (none).',
    remedy: 'Add a row for the case, or correct its name in the header of the transcript.',
  },
  QC417: {
    title: 'unknown value in people.csv',
    cause: 'A role or consent that qcode does not know.',
    remedy: 'Roles are interviewer, respondent and other; consent is quote, paraphrase, count or none.',
  },
  QC418: {
    title: 'column named twice',
    cause: 'Two columns of a table have the same name.',
    remedy: 'Rename or delete one of them.',
  },
  QC419: {
    title: 'attribute not there',
    cause: 'qcode.yaml names an attribute of cases that neither cases.csv nor people.csv nor a header has.',
    remedy: 'Correct case_attribute or case_group in qcode.yaml, or add the column to cases.csv.',
  },
  QC420: {
    title: 'several coders, none chosen',
    cause: 'The study holds the codings of several coders, and nothing says whose figures are wanted.',
    remedy: 'Choose with --coder NAME, --manual, --rules or --all, or write `analysis: coder:NAME` into qcode.yaml.',
  },
  QC421: {
    title: 'unknown coder',
    cause: 'The study has no folder of codings of that coder.',
    remedy: 'Correct the name; it is the name of a folder below codings/.',
  },
  QC422: {
    title: 'codings of an unknown source',
    cause: 'A log below codings/ belongs to a source that the study does not have: renamed, moved or left out.',
    remedy: 'Rename the log as the source was renamed, or take the source into the study again.',
  },
  QC423: {
    title: 'speaker in people.csv not found',
    cause: 'A row of people.csv names a speaker label that its source does not have.',
    remedy: 'Write the label as the transcript has it; `qcode sources --speakers` lists the labels.',
  },
  QC424: {
    title: 'regular expression runs away',
    cause: 'An expression took more time on one source than it is given: nested repetitions such as (a+)+ do that.',
    remedy: 'Write it without a repetition inside a repetition; until then it counts for no source.',
  },
  QC425: {
    title: 'output would replace or join what is read',
    cause: 'The file named with -o is an input of this run, or it lies among the transcripts or codings.',
    remedy: 'Name another file, outside the folders of transcripts and codings; nothing was written.',
  },
  QC426: {
    title: 'output cannot be written',
    cause: 'The path named with -o is a folder, lies in a folder that does not exist, or may not be written.',
    remedy: 'Name a file in a folder that exists and that you may write to.',
  },
  QC427: {
    title: 'nothing of a source is counted',
    cause:
      'All who speak in it have roles that exclude_roles leaves out; often the label of another speaker was not recognised.',
    remedy:
      'Declare the missing label under speakers in qcode.yaml; `qcode sources --speakers --include-interviewer` lists what was recognised.',
  },
  QC428: {
    title: 'only one speaker in a source',
    cause: "One label was recognised and no other: the speech of others may have been taken for this speaker's.",
    remedy: 'Declare the other labels under speakers in qcode.yaml; nothing is wrong where only one person speaks.',
  },
  QC429: {
    title: 'excluded roles match nobody in a source',
    cause:
      'exclude_roles leaves out interviewers or others, but nobody in this source has such a role: if they speak, they are counted.',
    remedy:
      'Declare the label with its role under speakers in qcode.yaml, or in people.csv; labels stand at the start of a line, before a colon.',
  },
  QC430: {
    title: 'Word document cannot be read',
    cause: 'The file is no .docx document, or it is damaged or protected by a password.',
    remedy: 'Open it in a word processor and save it again as .docx without a password.',
  },
  QC431: {
    title: 'a document and its transcript differ',
    cause:
      'A document holds images, comments, footnotes, tables or tracked changes, which a transcript cannot hold, or text that it hides or strikes through, which becomes speech like any other.',
    remedy: 'Look at the places named; write into the document as text what must not be lost, and import it again.',
  },
  QC432: {
    title: 'nothing to import from a file',
    cause: 'The file has no text, or is of a kind that qcode does not import.',
    remedy:
      'Import .docx, .txt, .md, .srt or .vtt files; save .doc, .rtf, .odt and .pdf as .docx or as plain text first.',
  },
  QC433: {
    title: 'file already there',
    cause: 'A transcript of that name is already in the study; qcode never writes over one.',
    remedy: 'Rename the file that is to be imported, or delete the transcript that is to be replaced.',
  },
  QC434: {
    title: 'two transcripts of the same content',
    cause: 'Two files are the same, byte for byte, and both are counted.',
    remedy: 'Delete one of them, or take it away with a pattern under transcripts: "!transcripts/copy.txt".',
  },
  QC435: {
    title: 'rule asks for a speaker whom nobody is',
    cause:
      'The speaker of a rule is neither a role nor the label of anybody in the transcripts, so the rule never hits.',
    remedy: 'Write a role (interviewer, respondent, other) or a label; `qcode sources --speakers` lists them.',
  },
  QC440: {
    title: 'codings not saved',
    cause: 'The log of a coder could not be written to its end, or not surely to the disk.',
    remedy: 'Make room on the disk or see to the permissions of the folder codings/, then lay the coding again.',
  },
  QC441: {
    title: 'name that no coder can have',
    cause:
      'The name of a coder is that of a folder below codings/, on every system on which the study may lie: some keep names such as con for themselves, and some do not tell Ann from ann.',
    remedy: 'Name yourself with --coder NAME, or in the environment as QCODE_CODER: letters, digits, spaces, - and _.',
  },
  QC442: {
    title: 'place of a coding not found',
    cause: 'The lines, the turn, the quotation or the positions of a row are not in the transcript as it now stands.',
    remedy:
      'Correct the row; a quotation must stand in the transcript in these words, and the row may say in which line.',
  },
  QC443: {
    title: 'coding already there',
    cause: 'The coder has laid this code over exactly this segment before.',
    remedy: 'Leave it out; to change its memo or properties remove it first, with `qcode codings remove ID`.',
  },
  QC444: {
    title: 'row of codings cannot be taken',
    cause: 'A row to be imported names a source, code or coder that there is not, or has a value that it cannot have.',
    remedy: 'Correct the row as the message says; FORMATS lists the columns. With --partial the other rows are stored.',
  },
  QC445: {
    title: 'verdict that answers nothing',
    cause:
      'No rule lays the code over exactly this segment: the rules were changed since, or the row was never an answer to them. An accepted one counts as a coding all the same.',
    remedy: 'Leave the verdict out to store a coding; nothing is wrong where the rule has gone since.',
  },
  QC446: {
    title: 'coding that counts nowhere',
    cause: 'All who speak in its segment are left out of figures: by exclude_roles, or since they did not consent.',
    remedy: 'Code what others say, or correct the role of the speaker; --include-interviewer counts interviewers.',
  },
  QC436: {
    title: 'file changed in the meantime',
    cause:
      'Somebody, or another program, wrote the codebook or assignments.csv between its being read and its being written.',
    remedy: 'Look at what was changed, and give the command again; nothing was written.',
  },
  QC437: {
    title: 'codebook in another encoding than UTF-8',
    cause: 'qcode edits codebooks in UTF-8 only, so that it cannot spoil a character on the way.',
    remedy: 'Save the codebook as UTF-8 in your editor, and give the command again; nothing was written.',
  },
  QC438: {
    title: 'wrong value in assignments.csv',
    cause: 'A round is a whole number from 1, a seed a whole number, and blind is yes or no.',
    remedy: 'Correct the cell; a row whose blind cannot be read counts as blind.',
  },
};
