import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Values } from '../../src/cli/command.js';
import { foldEvents } from '../../src/coding/fold.js';
import { parseLog } from '../../src/coding/log.js';
import { agree } from '../../src/commands/agree.js';
import { codesIn } from '../../src/coding/codes-cell.js';
import { parseTable } from '../../src/store/table.js';
import { codePointIndex } from '../../src/text/offset.js';
import { parseTranscript } from '../../src/text/parse.js';
import type { UnitKind } from '../../src/text/transcript.js';
import { units } from '../../src/text/unit.js';
import { encode } from '../../src/text/utf8.js';
import { A, comparedStudy, logOf, YAML } from '../cli/compared-study.js';
import { folderWith } from '../cli/run.js';
import { removeFolders } from '../unit/store/temporary.js';

afterAll(removeFolders);

const CODES = ['money', 'trust', 'fear'];
const EACH_TURN = [0, 1, 2, 3, 4, 5];
const SETTINGS = { 'qcode.yaml': 'title: Compared\nunit: turn\n' };

/** Runs `qcode agree ann bo` with options, in this process. */
async function run(folder: string, written: Readonly<Record<string, unknown>>): Promise<string> {
  let printed = '';
  const sink = (take: (text: string) => void) =>
    new Writable({ write: (chunk, _, done) => (take(String(chunk)), done()) }) as unknown as NodeJS.WriteStream;
  const shell = { folder, out: sink((text) => (printed += text)), err: sink(() => undefined), interactive: false };
  await agree.run!({ arguments: ['ann', 'bo'], values: new Values(written), shell: shell as never });
  return printed;
}

const listed = (folder: string) => run(folder, { disagreements: true, format: 'csv' });

/** What the adjudication amounts to: its codings, the units that it decided, and the list of disagreements. */
async function outcome(folder: string): Promise<unknown> {
  const log = readFileSync(join(folder, 'codings/adjudicated/transcripts/a.txt.jsonl'), 'utf8');
  const { codings, seen } = foldEvents(parseLog(log, 'a').value!);
  const spans = (list: readonly string[]): string[] => [...new Set(list)].sort();
  return {
    codings: codings.map(({ code, anchor }) => `${code} ${anchor.start} ${anchor.end}`).sort(),
    seen: spans(seen.map(({ unit }) => `${unit.start} ${unit.end}`)),
    listed: await listed(folder),
  };
}

const segment = fc
  .tuple(fc.nat(A.length - 1), fc.integer({ min: 1, max: 24 }), fc.constantFrom(...CODES))
  .map(([start, length, code]) => [A.slice(start, start + length).trim(), code] as const)
  .filter(([words]) => words !== '' && !words.startsWith('\n'));
const some = fc.array(fc.nat(5), { maxLength: 6 });
/** Which unit of the list, and how it is decided there. */
const deed = fc.tuple(fc.nat(5), fc.constantFrom('A', 'B', '+', '=', '0', ...CODES));

it('what is decided in the terminal, in any order and anew, is what one table of these decisions stores', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(segment, { minLength: 6, maxLength: 6 }),
      some,
      some,
      fc.array(deed, { maxLength: 8 }),
      async (pool, ann, bo, deeds) => {
        const work = (own: readonly number[]) => ({
          a: { seen: EACH_TURN, codes: [...new Set(own)].map((i) => pool[i]!) },
        });
        const study = () => comparedStudy({ ann: work(ann), bo: work(bo) }, SETTINGS);
        const [byTable, byHand] = [study(), study()];
        const { rows } = parseTable(await listed(byTable), 'open.csv').value!;
        const decisions = new Map<number, readonly string[]>();
        const keys: string[] = [];
        for (const [at, way] of rows.length === 0 ? [] : deeds) {
          const unit = at % rows.length;
          const { 'codes:ann': a = '', 'codes:bo': b = '' } = rows[unit]!.cells;
          const [first, second] = [codesIn(a)!, codesIn(b)!];
          const ways: Readonly<Record<string, readonly string[]>> = {
            A: first,
            B: second,
            '+': [...new Set([...first, ...second])],
            '=': first.filter((code) => second.includes(code)),
            '0': [],
          };
          decisions.set(unit, ways[way] ?? [way]);
          keys.push(
            'l',
            'g',
            ...Array<string>(unit).fill('j'),
            'return',
            ...(ways[way] ? [way] : ['a', way, 'return']),
          );
        }
        const cells = rows.map(({ cells: { source, start, end } }, i) => {
          const codes = decisions.get(i);
          return [source, start, end, codes === undefined ? '' : codes.join(';') || '(none)'].join(',');
        });
        writeFileSync(join(byTable, 'decided.csv'), `source,start,end,decision\n${cells.join('\n')}\n`);
        writeFileSync(join(byHand, 'keys'), keys.join(' '));
        await run(byTable, { adjudicate: 'decided.csv' });
        await run(byHand, { adjudicate: true, script: 'keys' });
        expect(await outcome(byHand)).toEqual(await outcome(byTable));
      },
    ),
    { numRuns: 40, seed: 7 },
  );
}, 60_000);

describe('a decision on another unit', () => {
  const text =
    'Ann: We trust them here. They pay us.\n\nThe grant is late. We hope.\n' +
    '答：我们信任他们。他们给钱。\n\n拨款来晚了。我们希望。\nAnn: It was long. No more.\n';
  const transcript = parseTranscript('a.txt', encode(text), { file: 'a.txt' }).value!;
  const points = codePointIndex(transcript.text);
  const letters = [...text];
  /** Positions of what is said: letters, less the labels of speakers. */
  const said = letters.flatMap((letter, i) => (/\p{L}/u.test(letter) && !/^(?:Ann:|答：)/u.test(tail(i)) ? [i] : []));
  function tail(i: number): string {
    const line = letters.slice(0, i).join('').lastIndexOf('\n') + 1;
    const own = text.slice(line);
    return i - line < (/^(?:Ann:|答：)/u.exec(own)?.[0].length ?? 0) ? own : '';
  }
  type Part = readonly [start: number, end: number];
  const partsOf = (kind: UnitKind): readonly Part[] =>
    units(transcript, kind).map(({ start, end }) => [points.toCodePoints(start), points.toCodePoints(end)]);
  const turns = partsOf('turn');
  const source: Part = [turns[0]![0], turns.at(-1)![1]];
  const places = { source: [source], turn: turns, paragraph: partsOf('paragraph'), sentence: partsOf('sentence') };
  const stored = (folder: string): readonly { code: string; part: Part }[] => {
    const log = readFileSync(join(folder, 'codings/adjudicated/transcripts/a.txt.jsonl'), 'utf8');
    return foldEvents(parseLog(log, 'a').value!).codings.map(({ code, anchor }) => ({
      code,
      part: [anchor.start, anchor.end],
    }));
  };
  /** What stands of each segment before and after a unit, by the first and the last letter that is said. */
  const around = (folder: string, [start, end]: Part): string[] =>
    stored(folder)
      .flatMap(({ code, part: [from, to] }) =>
        [said.filter((i) => i >= from && i < to && i < start), said.filter((i) => i >= from && i < to && i >= end)]
          .filter((own) => own.length > 0)
          .map((own) => `${code} ${own[0]}–${own.at(-1)}`),
      )
      .sort();
  const decide = (folder: string, unit: string, rows: readonly (readonly [Part, readonly string[]])[]) => {
    const lines = rows.map(([part, codes]) => `transcripts/a.txt,${part.join(',')},${codes.join(';') || '(none)'}`);
    writeFileSync(join(folder, 'decided.csv'), `source,start,end,decision\n${lines.join('\n')}\n`);
    return run(folder, { adjudicate: 'decided.csv', unit });
  };
  const some = fc.subarray(CODES);
  const segment = fc
    .tuple(fc.nat(letters.length - 1), fc.integer({ min: 4, max: 70 }), fc.constantFrom(...CODES))
    .map(
      ([start, length, code]) =>
        [
          letters
            .slice(start, start + length)
            .join('')
            .trim(),
          code,
        ] as const,
    )
    .filter(([words]) => words.length > 3);
  const step = fc.tuple(fc.constantFrom('source', 'turn', 'paragraph', 'sentence', 'sentence'), fc.nat(), some);

  it('leaves what stands around it in as many segments as there were, but those that it cuts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(segment, { maxLength: 4 }),
        fc.array(segment, { maxLength: 2 }),
        fc.array(some, { minLength: 3, maxLength: 3 }),
        fc.array(step, { minLength: 1, maxLength: 5 }),
        async (both, ann, first, steps) => {
          const log = (own: typeof both) => logOf(text, { seen: [0, 1, 2], codes: own });
          const folder = folderWith({
            'qcode.yaml': 'title: Parts\nunit: turn\n',
            'codebook.yaml': YAML,
            'transcripts/a.txt': text,
            'codings/ann/transcripts/a.txt.jsonl': log([...both, ...ann]),
            'codings/bo/transcripts/a.txt.jsonl': log(both),
          });
          await decide(
            folder,
            'turn',
            places.turn.map((part, i) => [part, first[i]!]),
          );
          for (const [kind, at, codes] of steps) {
            const parts = places[kind as keyof typeof places];
            const part = parts[at % parts.length]!;
            const before = around(folder, part);
            await decide(folder, kind, [[part, codes]]);
            expect(around(folder, part)).toEqual(before);
            const inside = stored(folder).filter(({ part: [start, end] }) =>
              letters.some((letter, i) => i >= start && i < end && i >= part[0] && i < part[1] && letter.trim() !== ''),
            );
            expect([...new Set(inside.map(({ code }) => code))].sort()).toEqual([...codes].sort());
          }
        },
      ),
      { numRuns: 40, seed: 5 },
    );
  }, 60_000);
});
