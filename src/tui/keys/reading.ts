import { section } from './binding.js';

/** The section of the keys that settle where coders differ. */
export const DECIDING = 'Units on which coders differ';

/** The keys of the transcript. */
export const reading = [
  section('read', 'Moving', [
    ['j down', 'next', 'Go to the next unit.'],
    ['k up', 'back', 'Go to the unit before.'],
    ['pagedown ctrl-f', 'page down', 'Go a page down.'],
    ['pageup ctrl-b', 'page up', 'Go a page up.'],
    ['g home', 'first', 'Go to the first unit.'],
    ['G end', 'last', 'Go to the last unit.'],
    [':', 'line', 'Go to a line by its number.'],
    ['u', 'unit', 'Walk by turn, by paragraph or by sentence, in this order.'],
    ['w', 'next uncoded', 'Go to the next unit without a code.'],
    ['W', 'next unseen', 'Go to the next unit that is not marked seen.'],
    ['}', 'suggestion', 'Go to the next suggestion: what a rule codes where codings count, and you have not judged.'],
    ['{', 'suggestion before', 'Go to the suggestion before.'],
    [']', 'coding', 'Go to the next coding of the code you follow, of any code when you follow none.'],
    ['[', 'coding before', 'Go to the coding before, likewise.'],
    ['f', 'follow', 'Choose the code that ] and [ follow.'],
    ['F', 'follow none', 'Follow no code: ] and [ stop at every coding.'],
  ]),
  section('read', 'Searching', [
    ['/', 'search', 'Search for words, whatever their case, width or script of Han.'],
    ['n', 'next match', 'Go to the next match.'],
    ['N', 'match before', 'Go to the match before.'],
  ]),
  section('read', 'Coding', [
    ['space', 'seen', 'Mark the unit seen and go on.'],
    ['backspace', 'unseen', 'Go back to the unit before and take its mark away.'],
    ['a return', 'code', 'Pick codes for the unit.'],
    ['1 2 3 4 5 6 7 8 9', 'recent', 'Lay one of the codes used last over the unit.'],
    ['v', 'select', 'Select words of the unit, or across units.'],
    ['c', 'new code', 'Make a new code and lay it over the unit.'],
    ['x delete', 'remove', 'Remove a coding of the unit.'],
    ['e', 'extent', 'Change the words that a coding covers.'],
    ['t', 'move', 'Move a coding to another code.'],
    ['m', 'memo', 'Write a memo on a coding.'],
    ['*', 'star', 'Star a coding as a quotation worth citing, or take its star away.'],
    ['z', 'undo', 'Undo what was done last: in this source, to the codebook, or to a memo.'],
    ['Z ctrl-r', 'redo', 'Do again what was undone last.'],
  ]),
  section('read', 'Suggestions', [
    ['y', 'accept', 'Accept a suggestion of the unit.'],
    ['r', 'reject', 'Reject a suggestion of the unit.'],
    ['Y', 'accept all', 'Accept all suggestions of the unit.'],
    ['R', 'reject all', 'Reject all suggestions of the unit.'],
  ]),
  section('read', 'Places of a list', [
    ['.', 'next place', 'Go to the next place of the list.'],
    [',', 'place before', 'Go to the place before.'],
    ['l', 'places', 'Show the list of places.'],
    ['K', 'keep', 'In a review: keep the coding as it is and go to the next place.'],
    ['S', 'split', 'In a review: move the coding to a new code below its own.'],
    ['T', 'tick', 'In a search: tick the place, or take its tick away, and go to the next.'],
  ]),
  section('read', DECIDING, [
    [
      'A B C D E',
      'as coder',
      'Decide as the first coder did, as the second, and so on; their keys stand at their names.',
    ],
    ['+', 'all', 'Decide on all codes that any coder gave.'],
    ['=', 'common', 'Decide on the codes that all coders gave.'],
    ['0', 'none', 'Decide that the unit has no code.'],
  ]),
  section('read', 'The rest', [
    ['tab', 'codes', 'Go to the code pane.'],
    ['s', 'sources', 'Show the list of sources.'],
    ['M', 'source memo', 'Write a memo on the source.'],
    ['o', 'others', "Show or hide other coders' codings."],
    ['?', 'help', 'Show what all keys do.'],
    ['escape', 'clear', 'Clear what was searched for.'],
    ['q', 'quit', 'Quit. You go on here next time.'],
  ]),
] as const;

/** The keys of a selection. */
export const selecting = [
  section('select', 'Selecting words', [
    ['l right', 'word more', 'Move the end to the next word.'],
    ['h left', 'word less', 'Move the end to the word before.'],
    ['L shift-right', 'later start', 'Move the beginning to the next word.'],
    ['H shift-left', 'earlier start', 'Move the beginning to the word before.'],
    [')', 'sentence more', 'Move the end to the end of the sentence, then of the next.'],
    ['(', 'sentence less', 'Move the end to the end of the sentence before.'],
    [']', 'later sentence', 'Move the beginning to the next sentence.'],
    ['[', 'earlier sentence', 'Move the beginning to the beginning of the sentence, then of the one before.'],
    ['j down', 'unit more', 'Move the end to the end of the unit, then of the next.'],
    ['k up', 'unit less', 'Move the end to the end of the unit before.'],
    ['return a', 'code', 'Pick codes for the selection, or give it to the coding whose extent you change.'],
    ['1 2 3 4 5 6 7 8 9', 'recent', 'Lay one of the codes used last over the selection.'],
    ['c', 'new code', 'Make a new code and lay it over the selection.'],
    ['i', 'in vivo', "Make a new code with the selection's own words as its name."],
    ['?', 'help', 'Show what all keys do.'],
    ['escape v q', 'back', 'Select nothing.'],
  ]),
] as const;
