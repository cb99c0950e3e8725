import { section } from './binding.js';

const upAndDown = [
  ['j down', 'down', 'Go down.'],
  ['k up', 'up', 'Go up.'],
  ['pagedown ctrl-f', 'page down', 'Go a page down.'],
  ['pageup ctrl-b', 'page up', 'Go a page up.'],
  ['g home', 'first', 'Go to the first.'],
  ['G end', 'last', 'Go to the last.'],
] as const;

/** The keys of lists without a field for text. */
export const lists = [
  section('choose', 'Choosing one of several', [
    ['j down', 'down', 'Go down.'],
    ['k up', 'up', 'Go up.'],
    ['return space', 'choose', 'Take the one marked.'],
    ['1 2 3 4 5 6 7 8 9', 'number', 'Take one by its number.'],
    ['escape q', 'back', 'Leave all as it is.'],
  ]),
  section('codes', 'The code pane', [
    ...upAndDown,
    ['left h', 'fold', 'Fold the codes below this one; where there are none to fold, go to the code above.'],
    ['right l', 'unfold', 'Unfold the codes below this one; where they show, go to the first.'],
    ['shift-left H', 'fold all', 'Fold the whole tree: a folded code counts the codes below it too.'],
    ['shift-right L', 'unfold all', 'Unfold the whole tree.'],
    ['return a', 'code', 'Lay the code over the unit.'],
    ['/', 'search', 'Find a code by a few letters of its name.'],
    ['c', 'new code', 'Make a new code below this one.'],
    ['C', 'new top code', 'Make a new code at the top of the tree.'],
    ['R', 'rename', 'Rename the code.'],
    ['J', 'merge', 'Merge the code into another.'],
    ['m', 'memo', 'Write a memo on the code.'],
    ['f', 'follow', 'Follow the code with ] and [.'],
    [']', 'coding', 'Go to the next coding of this code.'],
    ['[', 'coding before', 'Go to the coding of this code before.'],
    ['z', 'undo', 'Undo what was done last, in this source or to the codebook.'],
    ['Z ctrl-r', 'redo', 'Do again what was undone last.'],
    ['?', 'help', 'Show what all keys do.'],
    ['tab escape q', 'back', 'Go back to the transcript.'],
  ]),
  section('places', 'The list of places', [
    ...upAndDown,
    ['return o', 'show', 'Show the place in its transcript.'],
    ['space T', 'tick', 'In a search: tick the place, or take its tick away. In a review: keep the coding.'],
    ['A', 'all', 'In a search: tick all places, or none.'],
    ['c', 'code ticked', 'In a search: code what is ticked.'],
    ['?', 'help', 'Show what all keys do.'],
    ['escape tab l', 'back', 'Go back to the transcript.'],
    ['q', 'quit', 'Quit.'],
  ]),
  section('confirm', 'Answering a question', [['y', 'yes', 'Do it.'], ['n escape q', 'no', 'Leave it.'], ...upAndDown]),
  section('help', 'The help', [...upAndDown, ['escape q ?', 'back', 'Close the help.']]),
] as const;
