import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Values } from '../../src/cli/command.js';
import { foldEvents } from '../../src/coding/fold.js';
import { parseLog } from '../../src/coding/log.js';
import { agree } from '../../src/commands/agree.js';
import { codesIn } from '../../src/coding/codes-cell.js';
import { parseTable } from '../../src/store/table.js';
import { A, comparedStudy } from '../cli/compared-study.js';
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
