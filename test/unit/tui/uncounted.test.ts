import { afterAll, describe, expect, it } from '@jest/globals';
import { prepare } from '../../../src/tui/shell/prepare.js';
import { plainRows } from '../../../src/tui/view/paint.js';
import { frameOf } from '../../../src/tui/view/frame-of.js';
import { folderWith, removeFolders } from '../store/temporary.js';
import { A, deskIn, FILES } from './desk.js';
import { at, Coder } from './shell.js';
import { begin, CODES, finding, SECOND, SOURCE } from './study.js';

afterAll(removeFolders);

const why = 'turns of interviewers are left out (exclude_roles)';
const uncounted = SOURCE.transcript.turns
  .filter(({ role }) => role === 'interviewer')
  .map(({ start, end }) => ({ start, end, why }));
const source = { ...SOURCE, uncounted };

/** At the interviewer's first turn, in a study that leaves interviewers out. */
const asked = (): Coder => Coder.begin({ source, codes: CODES });

describe('a coding that counts nowhere', () => {
  it('is laid, and said to count nowhere', () => {
    const coded = asked().press('a t r u s t return');
    expect(coded.state.source.codings).toHaveLength(1);
    expect(coded.state.message).toBe(`coded Trust, but it will not count: ${why}`);
    expect(asked().press('a t r u s t space m o n e y return').state.message).toBe(
      `coded Trust, Money, but they will not count: ${why}`,
    );
    expect(coded.press('z').state.message).toBe('undone: coded Trust');
    expect(coded.press('*').state.message).toBe('starred Trust');
  });

  it('is not spoken of where somebody who counts speaks, too', () => {
    expect(asked().press('j a t r u s t return').state.message).toBe('coded Trust');
    const both = asked().press('v j j a t r u s t return');
    expect(both.state.source.codings).toMatchObject([{ start: at(SOURCE, 'Who').start }]);
    expect(both.state.message).toBe('coded Trust');
    expect(begin().press('a t r u s t return').state.message).toBe('coded Trust');
  });

  it('is spoken of when its words are changed to ones that count nowhere, and when a suggestion is accepted there', () => {
    const changed = asked().press('v j j a t r u s t return e k return');
    expect(changed.state.message).toBe(`other words for Trust, but it will not count: ${why}`);
    const suggested = {
      ...source,
      suggestions: [{ ...at(SOURCE, 'Who helped you then?'), code: 'trust', coder: null }],
    };
    const answered = Coder.begin({ source: suggested, codes: CODES });
    expect(answered.press('y').state.message).toBe(`accepted Trust, but it will not count: ${why}`);
    expect(answered.press('r').state.message).toBe('rejected Trust');
  });

  it('is counted among the places of a search, in sources that are not open, too', () => {
    const { start, end } = SECOND.transcript.turns[1]!;
    const second = { ...SECOND, uncounted: [{ start, end, why }] };
    const { state } = finding();
    const found = Coder.begin({ source, codes: CODES, queue: state.queue }, { sources: [second] }).press('A c');
    expect(found.state.message).toBe(
      `coded Trust in 2 places; B2.txt: coded Trust in 2 places, but they will not count: ${why}`,
    );
    const queue = {
      ...state.queue!,
      places: [state.queue!.places[0]!, { ...state.queue!.places[1]!, ...at(SOURCE, 'Thank') }],
    };
    const some = Coder.begin({ source, codes: CODES, queue: queue as NonNullable<typeof state.queue> }).press('A c');
    expect(some.state.message).toBe(`coded Trust in 2 places, but 1 of 2 will not count: ${why}`);
  });

  it.each([80, 60])('shows at the unit before it is coded, on a screen of %i columns', (columns) => {
    const rows = ({ state }: Coder) => plainRows(frameOf({ ...state, size: { columns, rows: 24 } })).join('\n');
    expect(rows(asked())).toContain('not counted');
    expect(rows(asked().press('j'))).not.toContain('not counted');
  });
});

describe('what a study leaves out', () => {
  it('is not suggested to be coded', async () => {
    const suggestedIn = async (settings: string) => {
      const desk = await deskIn(folderWith({ ...FILES, 'qcode.yaml': settings }));
      const { begin: start } = (await prepare(desk, { source: A, at: null, queue: null })).value!;
      return start({ columns: 80, rows: 24 }).source.suggestions.map(({ code }) => code);
    };
    expect(await suggestedIn('title: Small\n')).toEqual(['trust']);
    const left = 'title: Small\nexclude_roles: [interviewer]\nspeakers:\n';
    expect(await suggestedIn(`${left}  A: interviewer\n`)).toEqual([]);
    expect(await suggestedIn(`${left}  B: interviewer\n`)).toEqual(['trust']);
  });

  const turnsLeftOut = async (files: Record<string, string>) => {
    const desk = await deskIn(folderWith({ ...FILES, ...files }));
    const { begin: start } = (await prepare(desk, { source: A, at: null, queue: null })).value!;
    return start({ columns: 80, rows: 24 }).source.uncounted!.map((turn) => turn.why);
  };

  it('is the turns of roles in exclude_roles, and of who did not consent', async () => {
    expect(await turnsLeftOut({})).toEqual([]);
    const settings = 'title: Small\nexclude_roles: [interviewer]\nspeakers:\n  B: interviewer\n';
    expect(await turnsLeftOut({ 'qcode.yaml': settings })).toEqual([why]);
    const people = 'source,speaker,person,consent\ntranscripts/a.txt,A,P1,none\n';
    expect(await turnsLeftOut({ 'people.csv': people })).toEqual(['who speaks did not consent']);
  });
});
