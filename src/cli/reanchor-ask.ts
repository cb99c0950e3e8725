import process from 'node:process';
import { createInterface } from 'node:readline';
import { isSure } from '../coding/place.js';
import { type Choice, placeChoice } from '../coding/reanchor.js';
import type { Reanchored } from '../store/reanchored.js';
import type { StoredCoding } from '../store/stored-codings.js';
import { candidatesOf, described } from './reanchor-list.js';

/** Someone who is shown lines and answers questions with a line; null when there is no one any more. */
export interface Person {
  show(lines: readonly string[]): void;
  ask(question: string): Promise<string | null>;
}

/** The person at the terminal, who is asked on stderr. */
export async function withPerson<T>(err: NodeJS.WritableStream, action: (person: Person) => Promise<T>): Promise<T> {
  const terminal = createInterface({ input: process.stdin, output: err, terminal: false });
  const lines = terminal[Symbol.asyncIterator]();
  try {
    return await action({
      show: (shown) => void err.write(shown.map((line) => `${line}\n`).join('')),
      ask: async (question) => {
        err.write(question);
        const { value, done } = await lines.next();
        if (done === true) err.write('\n');
        return done === true ? null : String(value);
      },
    });
  } finally {
    terminal.close();
  }
}

/** What a person decides about a coding: a choice, to leave it as it is, or to be asked nothing more. */
export type Answer = Choice | 'leave' | 'stop';

/** Shows a coding that is not exact, and asks until the answer is one. */
export async function askAbout(coding: StoredCoding, found: Reanchored, person: Person): Promise<Answer> {
  person.show(described(coding, found));
  const { event, placement } = coding;
  const candidates = candidatesOf(coding, found);
  const place = isSure(placement) || placement.kind === 'fuzzy' ? placement : null;
  const ways = [
    ...(place ? ['a accept'] : []),
    ...(candidates.length > 0 ? [`1–${candidates.length} choose`] : []),
    'Enter leave',
    'remove',
    'q stop',
  ];
  for (;;) {
    const line = await person.ask(`    ${ways.join(', ')}: `);
    const answer = line?.trim().toLowerCase() ?? 'q';
    if (answer === '') return 'leave';
    if (answer === 'q') return 'stop';
    if (answer === 'remove') return { event, kind: 'remove' };
    const chosen = answer === 'a' ? place : /^\d$/.test(answer) ? (candidates[Number(answer) - 1] ?? null) : null;
    if (chosen) return placeChoice(event, chosen);
    person.show([`    "${line}" is no answer here; to remove the coding, write the whole word remove`]);
  }
}
