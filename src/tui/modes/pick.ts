import { fieldOf } from '../model/field.js';
import type { Handlers, ModeOf } from './handlers.js';
import { revealed } from '../model/folding.js';
import { nameOf } from '../model/names.js';
import { picked, takenNow, takesNewCode } from '../model/pick-list.js';
import { applyCodes, moveCoding } from '../model/changes.js';
import type { PickPurpose, TagState } from '../model/state.js';
import { enter, READ, say, type Step, step } from '../model/step.js';
import { listing } from './editing.js';

type Pick = ModeOf<'pick'>;

/** Lists the codes, to choose from for some purpose. */
export function pickFor(state: TagState, purpose: PickPurpose): Step {
  return enter(state, { name: 'pick', purpose, query: fieldOf(), index: 0, ticked: [], back: state.mode });
}

function marked(state: TagState, mode: Pick): string | null {
  return picked(state)[mode.index]?.entry.id ?? null;
}

function tick(state: TagState, mode: Pick): Step {
  const code = marked(state, mode);
  if (code === null) return say(state, 'no code fits what you typed');
  if (mode.purpose.for !== 'apply') return say(state, 'only one code can be taken here: press ⏎');
  const was = mode.ticked.includes(code);
  const ticked = was ? mode.ticked.filter((each) => each !== code) : [...mode.ticked, code];
  const searched = mode.query.text !== '';
  return step({ ...state, mode: { ...mode, ticked, query: fieldOf(), index: searched ? 0 : mode.index } });
}

function newCode(state: TagState, mode: Pick): Step {
  const { purpose: then } = mode;
  if (!takesNewCode(then)) return say(state, 'a code that is there already is wanted here');
  return enter(state, {
    name: 'write',
    purpose: { for: 'new code', parent: null, then },
    field: fieldOf(mode.query.text.trim()),
    back: mode,
  });
}

function take(state: TagState, mode: Pick): Step {
  const taken = takenNow(state);
  if (taken === null) return say(state, 'no code fits what you typed');
  return taken === 'new code' ? newCode(state, mode) : use(state, mode, taken);
}

function use(state: TagState, { purpose, back = READ }: Pick, codes: readonly string[]): Step {
  const [first] = codes as readonly [string];
  switch (purpose.for) {
    case 'apply':
      return applyCodes(state, purpose.segment, codes);
    case 'move':
      return moveCoding({ ...state, mode: READ }, purpose.coding, first);
    case 'follow':
      return say({ ...state, mode: back, follow: first }, `] and [ follow ${nameOf(state, first)}`);
    case 'merge':
      return step({ ...state, mode: back }, { kind: 'preview merge', from: purpose.from, into: first });
    case 'go':
      return enter(revealed(state, first), { name: 'codes', index: state.codes.findIndex(({ id }) => id === first) });
  }
}

/** The keys of the picker. */
export const picking: Handlers<'pick'> = {
  ...listing<'pick'>((state) => picked(state).length),
  take,
  tick,
  'new code': newCode,
  back: (state, { back = READ }) => enter(state, back),
};
