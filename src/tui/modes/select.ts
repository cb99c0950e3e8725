import type { Span } from '../../core/span.js';
import { displayWidth } from '../../core/width.js';
import { onOneLine, spoken } from '../../measure/excerpt.js';
import { fieldOf } from '../model/field.js';
import type { Handler, Handlers, ModeOf } from './handlers.js';
import { segmentOf } from '../model/marks.js';
import { applyCodes, editCoding, laidWith } from '../model/changes.js';
import { inView } from '../model/scroll.js';
import { matchesBetween } from '../model/search.js';
import type { OwnCoding, OwnVerdict, TagState, WalkKind } from '../model/state.js';
import { enter, READ, say, type Step, step } from '../model/step.js';
import { walkOf } from '../model/walk.js';
import { firstWord, lastWord, wordAfter, wordBefore } from '../model/words.js';
import { helpIn } from './help.js';
import { pickFor } from './pick.js';
import { recentCode } from '../model/digits.js';

type Select = ModeOf<'select'>;

/** Selects the first word of the unit, or what was searched for in it. */
export function select(state: TagState): Step {
  const { transcript } = state.source;
  const [match] = matchesBetween(state, state.cursor);
  if (match === undefined || match.end > state.cursor.end) {
    const word = firstWord(transcript, state.cursor);
    return enter(state, { name: 'select', fixed: word, moving: word, extentOf: null });
  }
  const fixed = { start: match.start, end: Math.min(firstWord(transcript, match).end, match.end) };
  const moving = { start: Math.max(lastWord(transcript, match).start, match.start), end: match.end };
  return enter(state, { name: 'select', fixed, moving, extentOf: null });
}

/** Selects what a coding covers, to change it. */
export function extentOf(state: TagState, coding: OwnCoding | OwnVerdict): Step {
  const { transcript } = state.source;
  const fixed = { start: coding.start, end: firstWord(transcript, coding).end };
  const moving = { start: lastWord(transcript, coding).start, end: coding.end };
  const mode: Select = { name: 'select', fixed, moving, extentOf: coding.id };
  return enter(inView(state, moving), mode, 'set the words, then press ⏎');
}

/** Moves the end. It does not come before the beginning: the beginning goes back with it. */
function endAt(state: TagState, mode: Select, moving: Span | null, none: string): Step {
  if (moving === null) return say(state, none);
  const fixed = moving.start < mode.fixed.start ? moving : mode.fixed;
  return step(inView({ ...state, mode: { ...mode, fixed, moving } }, moving));
}

/** Moves the beginning. It pushes the end along. */
function beginAt(state: TagState, mode: Select, fixed: Span | null, none: string): Step {
  if (fixed === null) return say(state, none);
  const moving = fixed.start > mode.moving.start ? fixed : mode.moving;
  return step(inView({ ...state, mode: { ...mode, fixed, moving } }, fixed));
}

const LAST = 'the text ends here';
const FIRST = 'the text begins here';

/** The end at the end of a unit: of the one that it is in, or of the next where it is there already. */
function endLater(kind: (state: TagState) => WalkKind): Handler<'select'> {
  return (state, mode) => {
    const { transcript } = state.source;
    const { end } = mode.moving;
    const walk = walkOf(transcript, kind(state));
    const here = walk.from(end - 1);
    const unit = here !== null && here.end <= end ? walk.from(end) : here;
    const moving = unit && { start: lastWord(transcript, unit).start, end: unit.end };
    return endAt(state, mode, moving, LAST);
  };
}

/** The end at the end of the unit before, which must not lie before the selection. */
function endEarlier(kind: (state: TagState) => WalkKind): Handler<'select'> {
  return (state, mode) => {
    const { transcript } = state.source;
    const walk = walkOf(transcript, kind(state));
    const here = walk.before(mode.moving.end);
    const unit = here && walk.before(here.start);
    if (unit === null || unit.end <= mode.fixed.start) return say(state, 'the selection begins in this one');
    return endAt(state, mode, { start: lastWord(transcript, unit).start, end: unit.end }, FIRST);
  };
}

const ofSentence = (): WalkKind => 'sentence';
const ofWalk = ({ walk }: TagState): WalkKind => walk;

const laterSentence: Handler<'select'> = (state, mode) => {
  const { transcript } = state.source;
  const walk = walkOf(transcript, 'sentence');
  const here = walk.from(mode.fixed.start);
  const next = here && walk.from(here.end);
  return beginAt(state, mode, next && firstWord(transcript, next), LAST);
};

const earlierSentence: Handler<'select'> = (state, mode) => {
  const { transcript } = state.source;
  const walk = walkOf(transcript, 'sentence');
  const sentence = walk.before(mode.fixed.start);
  const fixed = sentence && { start: sentence.start, end: firstWord(transcript, sentence).end };
  return beginAt(state, mode, fixed, FIRST);
};

function code(state: TagState, mode: Select): Step {
  const segment = segmentOf(mode);
  if (mode.extentOf === null) return pickFor(state, { for: 'apply', segment });
  const coding = laidWith(state, mode.extentOf);
  const back = inView({ ...state, mode: READ }, state.cursor);
  if (coding === undefined) return say(back, 'this coding is no longer there');
  if (coding.start === segment.start && coding.end === segment.end) return say(back, 'its words are as before');
  return editCoding(back, coding, { segment });
}

function newCode(state: TagState, mode: Select, name: string): Step {
  const then = { for: 'apply', segment: segmentOf(mode) } as const;
  return enter(state, {
    name: 'write',
    purpose: { for: 'new code', parent: null, then },
    field: fieldOf(name),
    back: mode,
  });
}

/** Columns of the longest name that a code gets from a selection: as many for Han as for letters. */
const LONGEST_NAME = 80;

function inVivo(state: TagState, mode: Select): Step {
  const { start, end } = segmentOf(mode);
  const words = onOneLine(spoken(state.source.transcript, start, end)).trim();
  if (displayWidth(words) > LONGEST_NAME) return say(state, 'these are too many words for a name: select fewer');
  return newCode(state, mode, words);
}

/** The keys of a selection. */
export const selecting: Handlers<'select'> = {
  'word more': (state, mode) => endAt(state, mode, wordAfter(state.source.transcript, mode.moving.end), LAST),
  'word less': (state, mode) => endAt(state, mode, wordBefore(state.source.transcript, mode.moving.start), FIRST),
  'later start': (state, mode) => beginAt(state, mode, wordAfter(state.source.transcript, mode.fixed.end), LAST),
  'earlier start': (state, mode) => beginAt(state, mode, wordBefore(state.source.transcript, mode.fixed.start), FIRST),
  'sentence more': endLater(ofSentence),
  'sentence less': endEarlier(ofSentence),
  'later sentence': laterSentence,
  'earlier sentence': earlierSentence,
  'unit more': endLater(ofWalk),
  'unit less': endEarlier(ofWalk),
  code,
  recent: (state, mode, { text }) => {
    const recent = recentCode(state, text);
    return recent === null
      ? say(state, `no code has the number ${text} yet`)
      : applyCodes(state, segmentOf(mode), [recent]);
  },
  'new code': (state, mode) => newCode(state, mode, ''),
  'in vivo': inVivo,
  help: helpIn,
  back: (state) => enter(inView(state, state.cursor), READ),
};
