import type { CatalogueEntry } from './entry.js';

const entry = (title: string, cause: string, remedy: string): CatalogueEntry => ({ title, cause, remedy });

/** Mistakes of YAML as such: they are found in any YAML file that qcode reads. */
const yamlEntries: Readonly<Record<string, CatalogueEntry>> = {
  QC101: entry(
    'YAML that cannot be read',
    'The line breaks a rule of YAML that has no diagnostic of its own.',
    'mend the line; text that holds signs of YAML goes between quotation marks',
  ),
  QC102: entry(
    'text that must be quoted',
    'YAML gives * & ! % @ ` { [ | > at the beginning of a text, and ": " inside it, a meaning of their own.',
    "put the text between quotation marks, such as '*ing'",
  ),
  QC103: entry(
    'quotation mark or bracket that is not closed',
    'A text or list was opened by a quotation mark, [ or { and does not end where the indentation says it must.',
    'close it, or quote the text if the sign belongs to it',
  ),
  QC105: entry(
    'indentation that does not fit',
    'A line stands further left or right than its neighbours allow, or is indented by tabs or by spaces that are not ASCII.',
    'indent by spaces, and the keys of one code (or the items of one list) by the same number of them',
  ),
  QC106: entry('key given twice', 'A key stands twice in the same place; one would be lost.', 'keep one of the two'),
  QC107: entry(
    'unknown key',
    'The key means nothing here: misspelt, or of another level. A text with ": " in it is taken for a key as well.',
    'use one of the keys listed in the message; quote a text that holds ": "',
  ),
  QC108: entry(
    'wrong kind of value',
    'A list stands where a text is expected, a text where a list is expected, or the like.',
    'write the value in the form that the message names',
  ),
  QC109: entry(
    'more than one document',
    'A line --- or ... ends the document, and something follows it.',
    'take out the line, or move what follows to a file of its own',
  ),
  QC110: entry(
    'file too deep or too large',
    'Lists and maps are nested more than 1,000 levels deep, or the file has more than 4 million characters.',
    'check whether this is the right file; split it if it is',
  ),
  QC111: entry(
    'anchor, alias, merge key or tag',
    'qcode reads plain YAML: no anchors (&name), aliases (*name), merge keys (<<) and tags (!name).',
    'write the text out in each place; quote it if the sign belongs to it',
  ),
  QC112: entry(
    'several lines read as one text',
    'A line that begins with "- " is indented deeper than the item above it: YAML makes one text of both.',
    'give all items of a list the same indentation',
  ),
  QC113: entry(
    'key without ": "',
    'A key is followed by no colon, or by no space after the colon; or an item by no space after its dash.',
    'write "key: value" and "- item", with a space after the colon and after the dash',
  ),
  QC123: entry(
    'conflict marker of git',
    'Git could not merge two versions of the file and left both in it, between lines of <<<<<<<, ======= and >>>>>>>.',
    'keep one of the two versions and delete the three marker lines; nothing else of the file is read until then',
  ),
};

/** Mistakes in what a codebook says. */
const contentEntries: Readonly<Record<string, CatalogueEntry>> = {
  QC104: entry(
    'duplicate code id',
    'Two codes of the codebook have the same id, wherever in the tree they stand.',
    'give one of the codes another id',
  ),
  QC114: entry(
    'codebook without codes',
    'The file is empty, or has no codes. That is how open coding begins, and so a warning; figures need codes, and for them it is an error.',
    'make the first code in qcode tag, with qcode codebook add, or under "codes:"',
  ),
  QC115: entry('code without an id', 'Codings name their code by its id, so each code needs one.', 'add "id: …"'),
  QC116: entry(
    'id that cannot be one',
    'An id is made of letters of any script, digits, - and _, and does not begin with - or a combining mark.',
    'write words of an id with - between them, and put the full wording into "name:"',
  ),
  QC117: entry(
    'unknown kind of segment',
    'A hit codes its match, sentence, paragraph or turn, and nothing else.',
    'write match, sentence, paragraph or turn',
  ),
  QC118: entry(
    'colour that cannot be read',
    'Colours are written "#rrggbb" in hexadecimal digits. Without quotation marks # begins a comment.',
    'write it like "#c0392b", between quotation marks',
  ),
  QC119: entry('neither true nor false', 'The setting is either on or off.', 'write true or false'),
  QC120: entry(
    'property that cannot be read',
    'A property of codings has a name, made like an id, and a list of values, none twice; an empty list allows any.',
    'write it like "stance: [affirms, denies]"',
  ),
  QC121: entry('text missing', 'The key is there, but its text is empty.', 'write the text, or take out the key'),
  QC122: entry(
    'ids that look alike',
    'Two ids differ only in case, or in Traditional and Simplified characters. They are two codes all the same.',
    'rename one of them, so that nobody takes one for the other',
  ),
  QC124: entry(
    'former id that is not unambiguous',
    'An id under "was" is the id of a code, or stands under "was" twice: codings stored under it could be of either code.',
    'take the id out of "was" in all places but the one where it belongs',
  ),
  QC125: entry(
    'codebook that qcode cannot edit',
    'What the edit would have made of the file is not what was meant, since its layout is an unusual one. Nothing was changed.',
    'make the change in an editor',
  ),
  QC126: entry(
    'edit that cannot be made',
    'There is no such code, or the new id belongs or belonged to another code or cannot be an id. Nothing was changed.',
    'qcode codebook list shows the codes',
  ),
  QC130: entry(
    'empty keyword',
    'An item of the list has no text. After " #" or at the beginning of an item, # begins a comment.',
    'take out the item; quote a keyword that begins with #',
  ),
  QC131: entry(
    'keyword without letters',
    'A keyword needs a letter or digit; this one has only stars, punctuation or symbols.',
    'write the word; to find a sign as such use an expression, such as /…\\?/',
  ),
  QC132: entry(
    'star beside Han',
    'A star stands for the rest of a word, and Chinese is written without spaces: where the word ends does not show.',
    'leave out the star: 资金 is found in 资金链 too; for a gap use {any: …, near: …, within: …}',
  ),
  QC133: entry(
    'star that stands alone in a phrase',
    'A star stands for the rest of a word, not for a word.',
    'join it to a word, or use {any: …, near: …, within: …} for words apart from each other',
  ),
  QC134: entry(
    'unterminated expression',
    'The keyword begins with / and does not end with / and flags. YAML cuts an unquoted text at ": " and " #".',
    "quote the whole expression, such as '/a: b/'",
  ),
  QC135: entry(
    'expression that cannot be compiled',
    'JavaScript refuses the regular expression; the message gives its reason. It is read with the flag u.',
    'mend the expression; a sign that stands for itself needs a \\ before it',
  ),
  QC136: entry(
    'flag that cannot be used',
    'Expressions take the flags i, m, s and u, each at most once.',
    'use only i, m, s, u; /…/ alone ignores case, /…/u does not',
  ),
  QC137: entry(
    'stem that cannot be one',
    'Porter’s stemmer knows English words: a stem is one word of the letters a to z.',
    'write one English word, or list the forms of the word as keywords',
  ),
  QC138: entry(
    'control character in a keyword',
    'Between double quotation marks \\b, \\t, \\n … are control characters, which no transcript holds.',
    "put the keyword between single quotation marks, such as '/\\bRMB/'",
  ),
  QC139: entry(
    'expression with an empty match',
    'The expression also matches an empty text, as /x*/ and /a|/ do. Empty matches are no hits.',
    'make it ask for at least one character: + in place of *, no empty branch beside |',
  ),
  QC140: entry(
    'rule without a keyword',
    'A rule finds what its "any" (or "stem") says; near, unless and speaker only restrict that.',
    'add "any: […]" with the keywords to be found',
  ),
  QC141: entry(
    'empty condition',
    '"any", "near" and "unless" need at least one keyword; an empty one would hold never or always.',
    'list a keyword, or take out the key',
  ),
  QC142: entry(
    'distance that cannot be read',
    '"within" is a whole number from 1 to 1,000,000, or a map of words and chars with such numbers.',
    'write "within: 8" or "within: {words: 8, chars: 16}"',
  ),
  QC143: entry(
    'distance without a condition',
    '"within" says how far "near" and "unless" reach; without them it means nothing.',
    'add "near:" or "unless:", or take out "within"',
  ),
  QC150: entry(
    'duplicate keyword',
    'The code has this keyword already; case, width and (with fold.han) Traditional or Simplified do not tell them apart.',
    'take out one of the two',
  ),
  QC151: entry(
    'keyword that is its own exception',
    'The same keyword stands under keywords and except: it can never be found.',
    'take it out of one of the two',
  ),
  QC152: entry(
    'exceptions without keywords',
    'The code has "except" but no keywords: there is nothing to except from. Children do not inherit exceptions.',
    'move "except" to the code whose hits it concerns',
  ),
  QC153: entry(
    'several keywords written as one',
    'Only ", " between brackets, or a line with a dash, parts keywords: ，、； and ; do not, nor does a comma outside brackets.',
    'write [a, b], or each on a line of its own after "- "; quote a keyword to which the sign belongs',
  ),
  QC154: entry(
    'keyword with quotation marks of its own',
    'YAML knows the quotation marks " and \' only: “ ” ‘ ’ 「 」 and 『 』 belong to the keyword and are looked for.',
    "write the keyword without them; to find them as well, write '“…”'",
  ),
  QC155: entry(
    'keyword cut short by #',
    'After a space # begins a comment. Here it is followed by no space, and so may belong to the keyword.',
    'put the whole keyword between quotation marks, or a space after # if it is a comment',
  ),
  QC156: entry(
    'unknown code in the code map',
    'A relation, or "core", names an id that no code of the codebook has.',
    'write the id of a code; qcode codebook list shows them',
  ),
  QC157: entry(
    'unknown type of relation',
    'Relations are of the types is-a, causes, condition-of, strategy-for and contradicts, and those under "relation_types".',
    'write one of these types, or list your own under "relation_types"',
  ),
  QC158: entry(
    'relation of a code to itself',
    'The two ends of the relation are the same code.',
    'write another code at one of its ends, or take the relation out',
  ),
  QC159: entry(
    'relation given twice',
    'The same codes are related by the same type in two places. It counts once.',
    'take out one of the two',
  ),
  QC160: entry(
    'code that is a kind of itself',
    'A chain of "is-a" leads back to the code at which it began.',
    'take out one relation of the chain, or turn it round',
  ),
  QC161: entry(
    'relation that is not whole',
    'A relation has the code that it begins at, a type, and the code that it leads to.',
    'write it like "{from: late-payment, type: causes, to: staff-turnover}"',
  ),
  QC162: entry(
    'type of relation that cannot be one',
    'A type of your own is named like an id, and is none that there is already.',
    'write it like "relation_types: [grows-out-of, threatens]"',
  ),
};

export const codebookEntries: Readonly<Record<string, CatalogueEntry>> = { ...yamlEntries, ...contentEntries };
