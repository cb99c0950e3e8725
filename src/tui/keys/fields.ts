import { section } from './binding.js';

const editing = [
  ['left', 'left', 'Go a character to the left.'],
  ['right', 'right', 'Go a character to the right.'],
  ['home ctrl-a', 'begin', 'Go to the beginning of the line.'],
  ['end', 'end', 'Go to the end of the line.'],
  ['backspace', 'rub out', 'Delete the character before.'],
  ['delete ctrl-d', 'delete', 'Delete the character at the cursor.'],
  ['ctrl-w', 'rub out word', 'Delete the word before.'],
  ['ctrl-u', 'rub out line', 'Delete the line before the cursor.'],
] as const;

const moving = [
  ['down ctrl-n', 'down', 'Go down.'],
  ['up ctrl-p', 'up', 'Go up.'],
  ['pagedown', 'page down', 'Go a page down.'],
  ['pageup', 'page up', 'Go a page up.'],
] as const;

/** The keys where other keys are text. */
export const fields = [
  section('pick', 'Picking codes', [
    ...moving,
    ['return', 'take', 'Take the code marked and those ticked; where none fits, make one of that name.'],
    ['space', 'tick', 'Tick the code, or take its tick away, and look for another.'],
    ['ctrl-e', 'new code', 'Make a new code with what you typed as its name.'],
    ['escape', 'back', 'Take none.'],
    ...editing,
  ]),
  section('sources', 'The list of sources', [
    ...moving,
    ['return', 'open', 'Open the source where you stopped in it.'],
    ['escape tab', 'back', 'Stay in this source.'],
    ...editing,
  ]),
  section('ask', 'Searching and going to a line', [
    ['return', 'go', 'Go there. Searching for nothing searches again for the same.'],
    ['escape', 'back', 'Stay here.'],
    ...editing,
  ]),
  section('write', 'Writing', [
    ['return', 'line', 'Save a name; in a memo, begin a new line.'],
    ['ctrl-s meta-return', 'save', 'Save what you wrote. An empty memo is no memo.'],
    ['ctrl-e', 'editor', 'Write on in $EDITOR.'],
    ['escape', 'back', 'Do not save; asks first where something was changed.'],
    ['up', 'up', 'Go a line up.'],
    ['down', 'down', 'Go a line down.'],
    ...editing,
  ]),
] as const;
