import { afterAll, describe, expect, it } from '@jest/globals';
import type { OwnVerdict, TagState } from '../../../src/tui/model/state.js';
import { codesHere } from '../../../src/tui/view/here.js';
import { eventsIn } from '../../tui/study.js';
import { folderWith, removeFolders } from '../store/temporary.js';
import { FILES } from './desk.js';
import { at, type Coder } from './shell.js';
import { begin, reviewing, SOURCE } from './study.js';
import { begun } from './window.js';

afterAll(removeFolders);

const words = at(SOURCE, 'Money was late.');
/** At a turn of which the coder accepted a rule's coding. */
const accepted = (): Coder => begin().press('j y');
const starred = { star: 'yes' };

const only = ({ state }: Coder): OwnVerdict => {
  expect(state.source.codings).toEqual([]);
  expect(state.source.verdicts).toHaveLength(1);
  return state.source.verdicts[0]!;
};

describe('a suggestion that was accepted', () => {
  it('takes a memo and a star, and stays the one coding that it is', () => {
    const noted = accepted().press('m').type('why now?').press('ctrl-s');
    expect(noted.effects).toMatchObject([{ changes: [{ kind: 'verdict' }, { kind: 'remove', targets: ['c1'] }] }]);
    expect(only(noted)).toMatchObject({ ...words, code: 'late', verdict: 'accept', memo: 'why now?', was: 'c1' });
    expect(noted.state.message).toBe('memo on Late payment saved');
    const both = noted.press('*');
    expect(only(both)).toMatchObject({ memo: 'why now?', properties: starred });
    expect(both.state.message).toBe('starred Late payment');
    expect(both.state.progress.coded).toBe(1);
    expect(both.state.counts['late'] ?? 0).toBe(0);
    expect(codesHere(both.state).filter(({ kind }) => kind !== 'other')).toMatchObject([
      { code: 'late', kind: 'accepted', times: 1, starred: true, memos: ['why now?'] },
    ]);
    expect(only(both.press('*')).properties).toBeUndefined();
  });

  it('takes other words as a coding by hand, and the rule’s coding no longer counts', () => {
    const changed = accepted().press('* e ) return');
    const segment = at(SOURCE, 'Money was late. We decided alone.');
    expect(changed.state.source.codings).toMatchObject([{ ...segment, code: 'late', properties: starred }]);
    expect(changed.state.source.verdicts).toMatchObject([{ ...words, verdict: 'reject' }]);
    expect(changed.state.message).toBe('other words for Late payment');
    expect(only(changed.press('z'))).toMatchObject({ ...words, verdict: 'accept', properties: starred });
    expect(changed.press('z Z').state.source.codings).toMatchObject([{ ...segment, properties: starred }]);
  });

  it('keeps its star and memo where it is moved to another code', () => {
    const moved = accepted().press('* m').type('why?').press('ctrl-s').press('t t r u s t return');
    expect(moved.state.source.codings).toMatchObject([{ code: 'trust', memo: 'why?', properties: starred }]);
    expect(moved.state.message).toBe('moved to Trust');
  });

  it('is undone and done again in one step each', () => {
    const noted = accepted().press('m').type('why?').press('ctrl-s').press('*');
    const one = noted.press('z');
    expect(only(one)).toMatchObject({ memo: 'why?' });
    expect(only(one).properties).toBeUndefined();
    expect(only(one.press('z')).memo).toBeUndefined();
    expect(only(one.press('z Z Z'))).toMatchObject({ memo: 'why?', properties: starred });
  });

  it('stays the same place of a review, which is no more done than before', () => {
    const second = reviewing().press('.');
    const place = ({ state }: Coder) => state.queue!.places[1]!;
    const changed = second.press('*');
    expect(place(changed)).toMatchObject({ coding: verdictIn(changed).id, done: false });
    const longer = second.press('e ) return');
    expect(place(longer)).toMatchObject({ ...at(SOURCE, '資金不夠，政府拖欠資金。我們自主決定。'), done: false });
    const back = longer.press('z');
    expect(place(back)).toMatchObject({
      ...at(SOURCE, '資金不夠，政府拖欠資金。'),
      coding: verdictIn(back).id,
      done: false,
    });
  });

  const verdictIn = ({ state }: Coder): OwnVerdict => state.source.verdicts[0]!;

  it('keeps memo and star over a restart, with what can be undone', async () => {
    const folder = folderWith(FILES);
    const session = async (keys: string): Promise<TagState> => {
      const window = await begun(folder);
      if (keys !== '') await window.press(keys);
      return window.state();
    };
    const first = await session('y m w h y ctrl-s *');
    expect(first.source.verdicts).toMatchObject([{ verdict: 'accept', memo: 'why', properties: starred }]);
    const again = await session('');
    expect(again.source.verdicts).toEqual(first.source.verdicts);
    expect(again.done).toHaveLength(3);
    // It is asked before something of an earlier session is undone.
    const undone = await session('z y z y');
    expect(undone.source.verdicts).toMatchObject([{ verdict: 'accept' }]);
    expect(undone.source.verdicts[0]).not.toHaveProperty('memo');
    const redone = await session('Z y Z y');
    expect(redone.source.verdicts).toMatchObject([{ verdict: 'accept', memo: 'why', properties: starred }]);
    expect(redone.source.codings).toEqual([]);
    expect(eventsIn(folder).filter(({ event, verdict }) => event === 'apply' && verdict !== 'accept')).toEqual([]);
  });
});
