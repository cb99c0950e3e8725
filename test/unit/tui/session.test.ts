import { describe, expect, it } from '@jest/globals';
import type { Action } from '../../../src/tui/model/action.js';
import type { Effect } from '../../../src/tui/model/effect.js';
import { namedKey } from '../../../src/tui/keys/input.js';
import { createSession } from '../../../src/tui/shell/session.js';
import type { TagState } from '../../../src/tui/model/state.js';

const key = (name: string): Action => ({ kind: 'key', key: namedKey(name) });

/** A session whose state is the list of what it was told: keys are answered with the effects that they are named for. */
function recorder(perform: (effect: Effect) => Action | Promise<Action>, wants: Readonly<Record<string, Effect[]>>) {
  const told: string[] = [];
  const drawn: number[] = [];
  const ends: unknown[] = [];
  const failures: Action[] = [];
  const state = {} as TagState;
  const session = createSession(state, {
    reduce: (_, action) => {
      told.push(action.kind === 'key' ? action.key.name : action.kind);
      if (action.kind === 'failed') failures.push(action);
      if (action.kind === 'key' && action.key.name === 'bug') throw new Error('a bug');
      return { state, effects: action.kind === 'key' ? (wants[action.key.name] ?? []) : [] };
    },
    perform,
    changed: () => drawn.push(told.length),
    suspend: () => told.push('suspended'),
    left: () => ends.push('left'),
    broke: (error) => ends.push(error),
  });
  return { session, told, drawn, ends, failures };
}

const memo: Effect = { kind: 'memo', on: { code: 'a' }, text: '' };
const open: Effect = { kind: 'open', source: 'b' };
const done: Action = { kind: 'written', text: null };

describe('a session', () => {
  it('tells the state what came of an effect before it draws', () => {
    const { session, told, drawn } = recorder(() => done, { m: [memo, memo] });
    session.dispatch(key('m'));
    session.dispatch(key('j'));
    expect(told).toEqual(['m', 'written', 'written', 'j']);
    expect(drawn).toEqual([3, 4]);
  });

  it('lets keys wait while something is done that takes its time', async () => {
    let finish = (_: Action): void => undefined;
    const { session, told, drawn } = recorder(() => new Promise((resolve) => (finish = resolve)), { o: [open] });
    session.dispatch(key('o'));
    session.dispatch(key('j'));
    session.dispatch(key('k'));
    expect(told).toEqual(['o']);
    expect(drawn).toEqual([1]);
    finish(done);
    await session.idle();
    expect(told).toEqual(['o', 'written', 'j', 'k']);
  });

  it('does nothing more of what a key wants once a part of it failed, and says what that was', async () => {
    const record: Effect = { kind: 'record', source: 'b', changes: [] };
    const fails: Action = { kind: 'failed', message: 'no space left on device', effect: 'memo' };
    for (const answer of [fails, Promise.resolve(fails)]) {
      const asked: string[] = [];
      const perform = ({ kind }: Effect): Action | Promise<Action> => {
        asked.push(kind);
        return answer;
      };
      const { session, failures } = recorder(perform, { m: [memo, record, record] });
      session.dispatch(key('m'));
      await session.idle();
      expect(asked).toEqual(['memo']);
      expect(failures).toEqual([{ ...fails, dropped: [record, record] }]);
    }
  });

  it('is suspended in its turn, after what was asked for before', async () => {
    let finish = (_: Action): void => undefined;
    const slow = () => new Promise<Action>((resolve) => (finish = resolve));
    const { session, told } = recorder(slow, { o: [open], z: [{ kind: 'suspend' }] });
    session.dispatch(key('o'));
    session.dispatch(key('z'));
    expect(told).toEqual(['o']);
    finish(done);
    await session.idle();
    expect(told).toEqual(['o', 'written', 'z', 'suspended']);
  });

  it('does nothing more once the coder has left', () => {
    const { session, told, ends } = recorder(() => done, { q: [{ kind: 'quit' }, memo] });
    session.dispatch(key('q'));
    session.dispatch(key('j'));
    expect(told).toEqual(['q']);
    expect(ends).toEqual(['left']);
  });

  it('ends with what nobody foresaw, in the state or in what is done', async () => {
    const bug = recorder(() => done, {});
    bug.session.dispatch(key('bug'));
    bug.session.dispatch(key('j'));
    expect(bug.told).toEqual(['bug']);
    expect(bug.ends).toEqual([new Error('a bug')]);
    const broken = recorder(() => Promise.reject(new Error('gone')), { o: [open] });
    broken.session.dispatch(key('o'));
    await broken.session.idle();
    expect(broken.ends).toEqual([new Error('gone')]);
  });
});
