import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Change } from '../../src/tui/model/effect.js';
import { type History, NO_HISTORY, takingBack, withAction } from '../../src/tui/model/history.js';
import { type Draft, type Stamp, draftOf } from '../../src/tui/model/draft.js';
import { historyOf } from '../../src/tui/model/history-of-log.js';
import type { Event } from '../../src/coding/event.js';
import { foldEvents } from '../../src/coding/fold.js';
import type { Laid, OpenSource } from '../../src/tui/model/state.js';
import { openSourceOf, openedOf } from '../unit/tui/open-source.js';
import type { Coder } from '../unit/tui/shell.js';
import { begin } from '../unit/tui/study.js';

/*
 * The terminal as a coder sees it: a set of things laid over the text, and two stacks of its earlier states. Whatever
 * the ids are, undo brings back the state before, and redo the state after; also when the log is read anew in between.
 * So with codes that are made, renamed and merged between codings.
 */

const TEXT = 'A: one two three four.\n\nB: five six seven eight nine.\n';
const SPANS = [
  { start: 3, end: 6 },
  { start: 7, end: 10 },
  { start: 3, end: 22 },
  { start: 27, end: 31 },
];

type Action =
  | { readonly do: 'apply'; readonly spans: readonly number[]; readonly code: string }
  | { readonly do: 'judge'; readonly span: number; readonly verdict: 'accept' | 'reject' }
  | { readonly do: 'see'; readonly span: number }
  | { readonly do: 'remove'; readonly which: number }
  | { readonly do: 'edit'; readonly which: number; readonly memo: string }
  | { readonly do: 'undo' | 'redo' | 'restart' };

const span = fc.integer({ min: 0, max: SPANS.length - 1 });
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('apply' as const),
      spans: fc.array(span, { minLength: 1, maxLength: 2 }),
      code: fc.constantFrom('a', 'b'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('judge' as const),
      span,
      verdict: fc.constantFrom('accept' as const, 'reject' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('see' as const), span }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), which: fc.nat(20) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('edit' as const), which: fc.nat(20), memo: fc.constantFrom('', 'm') }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
);

/** The terminal, reduced to its log. */
class Terminal {
  readonly log: Event[] = [];
  history: History = NO_HISTORY;
  text = TEXT;
  source: OpenSource = openSourceOf(TEXT);
  private count = 0;

  record(changes: readonly Change[], undoes?: string): void {
    if (changes.length === 0) return;
    const stamp: Stamp = {
      at: new Date(Date.UTC(2026, 0, 1) + this.count).toISOString(),
      newId: (prefix) => `${prefix}${this.count++}`,
      codebook: 'x',
      blind: false,
      codeOf: (id) => id,
      ...(undoes !== undefined && { undoes }),
    };
    this.count++;
    const { events, batch }: Draft = draftOf(changes, this.source, stamp);
    this.log.push(...events);
    this.history = withAction(this.history, batch, undoes);
    this.source = openSourceOf(this.text, this.log);
  }

  /** The terminal UI, left and begun again with a corrected text. */
  correct(text: string): void {
    this.text = text;
    this.read();
  }

  read(): void {
    const { source, history } = openedOf(this.text, this.log);
    this.source = source;
    this.history = history;
  }

  back(from: 'done' | 'undone'): void {
    const batch = this.history[from].at(-1);
    if (batch) this.record(takingBack(batch), batch.id);
  }

  restart(): void {
    const points = this.source.points;
    this.history = historyOf(this.log, this.source.id, (event) => {
      const { start, end } = event.event === 'seen' ? event.unit : event.anchor;
      return { start: points.toBytes(start), end: points.toBytes(end) };
    });
  }

  /** What stands on the screen, without ids. */
  shown(): string[] {
    const { codings, verdicts, seen } = this.source;
    const bare = ({ id: _, was: __, ...rest }: Laid): string => JSON.stringify(rest);
    return [...codings.map(bare), ...verdicts.map(bare), ...seen.map(bare)].sort();
  }
}

function changesOf(one: Action, { source }: Terminal): Change[] {
  const held = source.codings;
  switch (one.do) {
    case 'apply':
      return one.spans.map((at) => ({ kind: 'apply', segment: SPANS[at]!, code: one.code }));
    case 'judge': {
      const segment = SPANS[one.span]!;
      const before = source.verdicts.filter(({ start, end }) => start === segment.start && end === segment.end);
      const change = { kind: 'verdict', segment, code: 'a', verdict: one.verdict } as const;
      return before.length > 0 ? [change, { kind: 'remove', targets: before.map(({ id }) => id) }] : [change];
    }
    case 'see':
      return [{ kind: 'seen', unit: SPANS[one.span]!, unitKind: 'paragraph' }];
    case 'remove': {
      const coding = held[one.which % Math.max(1, held.length)];
      return coding ? [{ kind: 'remove', targets: [coding.id] }] : [];
    }
    case 'edit': {
      const coding = held[one.which % Math.max(1, held.length)];
      if (!coding) return [];
      const { id, start, end, code } = coding;
      return [
        { kind: 'apply', segment: { start, end }, code, memo: one.memo, was: id },
        { kind: 'remove', targets: [id] },
      ];
    }
    default:
      return [];
  }
}

describe('undo and redo', () => {
  it('bring back what was shown before and after, as two stacks of states do, also across restarts', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const terminal = new Terminal();
        const before: string[][] = [];
        const after: string[][] = [];
        let shown = terminal.shown();
        for (const one of actions) {
          if (one.do === 'undo') {
            terminal.back('done');
            const earlier = before.pop();
            if (earlier) {
              after.push(shown);
              shown = earlier;
            }
          } else if (one.do === 'redo') {
            terminal.back('undone');
            const later = after.pop();
            if (later) {
              before.push(shown);
              shown = later;
            }
          } else if (one.do === 'restart') {
            const { history } = terminal;
            terminal.restart();
            expect(terminal.history).toEqual(history);
          } else {
            const changes = changesOf(one, terminal);
            if (changes.length === 0) continue;
            terminal.record(changes);
            before.push(shown);
            after.length = 0;
            shown = terminal.shown();
          }
          expect(terminal.shown()).toEqual(shown);
          expect(terminal.history.done.length).toBe(before.length);
          expect(terminal.history.undone.length).toBe(after.length);
        }
      }),
      { seed: 2026, numRuns: 400 },
    );
  });
});

/** Corrections of the text: words added, others changed, a turn that comes earlier. */
const TEXTS = [
  TEXT,
  'A: one two three and four.\n\nB: five six seven eight nine.\n',
  'A: Well. One two three four.\n\nB: five sixty seven eight nine.\n',
  'B: five six seven eight nine.\n\nA: one too three four.\n',
];

/** What the log holds, whatever its ids and wherever it stands in the text. */
function held(log: readonly Event[]): string[] {
  const { codings, verdicts, seen } = foldEvents(log);
  return [
    ...[...codings, ...verdicts].map(({ code, memo, verdict, anchor }) =>
      JSON.stringify([code, memo, verdict, anchor.exact.toLowerCase()]),
    ),
    ...seen.map(({ unit: { kind, text } }) => JSON.stringify([kind, text])),
  ].sort();
}

describe('undo and redo in a text that is corrected meanwhile', () => {
  const deed: fc.Arbitrary<Action | number> = fc.oneof(
    { weight: 6, arbitrary: action },
    { weight: 1, arbitrary: fc.nat(TEXTS.length - 1) },
  );

  it('bring back what the log held, also what has no sure place in the text any more', () => {
    let unsure = 0;
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
        const terminal = new Terminal();
        const before: string[][] = [];
        const after: string[][] = [];
        for (const one of deeds) {
          const was = held(terminal.log);
          if (typeof one === 'number') terminal.correct(TEXTS[one]!);
          else if (one.do === 'restart') terminal.read();
          else if (one.do === 'undo' || one.do === 'redo') {
            const [from, to] = one.do === 'undo' ? [before, after] : [after, before];
            terminal.back(one.do === 'undo' ? 'done' : 'undone');
            const wanted = from.pop();
            if (wanted) to.push(was);
            expect(held(terminal.log)).toEqual(wanted ?? was);
          } else {
            const changes = changesOf(one, terminal);
            if (changes.length === 0) continue;
            terminal.record(changes);
            before.push(was);
            after.length = 0;
          }
          const shown = terminal.source;
          unsure += shown.unplaced;
          terminal.read();
          expect(terminal.source.unplaced).toBe(shown.unplaced);
          expect(terminal.history.done.length).toBe(before.length);
          expect(terminal.history.undone.length).toBe(after.length);
        }
      }),
      { seed: 2026, numRuns: 400 },
    );
    expect(unsure).toBeGreaterThan(100);
  });
});

/** What a coder does with codes, as keys; `#` stands for a name that no code has. */
const DEEDS = {
  'code the unit with a new code': 'c # return',
  'code the next unit with a new code': 'j c # return',
  'make a code in the pane': 'tab C # return escape',
  'code the unit with the first code': 'a return',
  'code the next unit with the last code': 'j tab G return',
  'mark the unit done': 'space',
  'rename a code': 'tab j R ctrl-u # return y escape',
  'merge a code into another': 'tab J ctrl-n return y escape',
  'write a memo on a code': 'tab m ctrl-u # ctrl-s escape',
  'write a memo on the source': 'M ctrl-u # ctrl-s',
} as const;

const deed = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...(Object.keys(DEEDS) as (keyof typeof DEEDS)[])) },
  { weight: 2, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
);

/** What of the codebook, the memos and the codings stands on the screen, without ids of codings. */
function onScreen({ state: { codes, source } }: Coder): string[] {
  const bare = ({ id: _, was: __, ...rest }: Laid): string => JSON.stringify(rest);
  const laid = [...source.codings, ...source.verdicts, ...source.seen].map(bare).sort();
  return [source.memo, ...codes.map(({ id, name, memo }) => `${id} ${name} ${memo ?? ''}`), ...laid];
}

describe('undo and redo of codes and memos', () => {
  it('bring back codebook, memos and codings together, one key press after another', () => {
    fc.assert(
      fc.property(fc.array(deed, { minLength: 1, maxLength: 14 }), (deeds) => {
        let coder = begin();
        let [before, after]: [string[][], string[][]] = [[], []];
        deeds.forEach((one, i) => {
          const was = onScreen(coder);
          if (one === 'undo' || one === 'redo') {
            const [from, to] = one === 'undo' ? [before, after] : [after, before];
            coder = coder.press(one === 'undo' ? 'z' : 'Z');
            const wanted = from.pop();
            if (wanted !== undefined) to.push(was);
            expect(onScreen(coder)).toEqual(wanted ?? was);
            return;
          }
          for (const name of DEEDS[one].split(' ')) coder = name === '#' ? coder.type(`Made ${i}`) : coder.press(name);
          coder = coder.with({ mode: { name: 'read' } });
          if (JSON.stringify(onScreen(coder)) === JSON.stringify(was)) return;
          [before, after] = [[...before, was], []];
        });
      }),
      { seed: 2026, numRuns: 300 },
    );
  });
});
