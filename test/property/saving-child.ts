import { writeSync } from 'node:fs';
import process from 'node:process';
import type { Event } from '../../src/coding/event.js';
import { appendEvents } from '../../src/store/append.js';
import { timeNow } from '../../src/store/identity.js';
import { apply } from '../unit/coding/build.js';
import { randomFrom } from './random-numbers.js';

/*
 * Stores codings as fast as it can until it is killed, or until one cannot be stored. Says "saved" and the ids of an
 * action, in one write, only once it is on the disk; says "failed", the code, the ids, and why, where it is not.
 *
 * Called with the folder of a study, a seed, and how many actions at most.
 */
const [folder = '', seed = '0', most = 'Infinity'] = process.argv.slice(2);
const random = randomFrom(Number(seed));

say('ready');
for (let action = 0; action < Number(most); action++) {
  const at = timeNow();
  const count = 1 + random(3);
  const events: Event[] = Array.from({ length: count }, (_, i) =>
    apply(`${seed}.${action}.${i}`, 'trust', random(1000), '我们信任他们', {
      at,
      // Some far longer than a page of memory, so that a kill may come in the middle of a write.
      memo: '备忘'.repeat(random(8) === 0 ? random(40_000) : random(40)),
    }),
  );
  const ids = events.map(({ id }) => id).join(' ');
  const refused = appendEvents(folder, 'ann', ['访谈/甲.txt', 'b.txt', 'c.txt'][random(3)]!, events);
  if (refused === null) say(`saved ${ids}`);
  else {
    say(`failed ${refused.code} ${ids} — ${refused.message}`);
    break;
  }
}

function say(line: string): void {
  writeSync(1, `${line}\n`);
}
